var __decorate = (this && this.__decorate) || function (decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r = Reflect.decorate(decorators, target, key, desc);
    else for (var i = decorators.length - 1; i >= 0; i--) if (d = decorators[i]) r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
    return c > 3 && r && Object.defineProperty(target, key, r), r;
};
var __metadata = (this && this.__metadata) || function (k, v) {
    if (typeof Reflect === "object" && typeof Reflect.metadata === "function") return Reflect.metadata(k, v);
};
import { Variable, integer, matching, onOrOff, oneOf, readVariables } from './variable.js';
/** The configuration of a process, read from the environment once, at its start. */
export class Env {
    /** Throws `InvalidConfiguration` with all faults at once. */
    static read(environment = process.env) {
        return readVariables(new Env(), environment);
    }
}
__decorate([
    Variable(integer(0, 65_535), {
        description: 'Port of the HTTP server; 0 takes a free one.',
        default: '3000',
    }),
    __metadata("design:type", Number)
], Env.prototype, "PORT", void 0);
__decorate([
    Variable(String, {
        description: 'Address that the HTTP server listens on; `0.0.0.0` for all.',
        default: '127.0.0.1',
    }),
    __metadata("design:type", String)
], Env.prototype, "HOST", void 0);
__decorate([
    Variable(matching(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'a path such as api or api/v1'), {
        description: "Path that the API's routes are put under; health and docs stay at the root.",
        example: 'api',
    }),
    __metadata("design:type", String)
], Env.prototype, "API_PREFIX", void 0);
__decorate([
    Variable(matching(/^postgres(ql)?:\/\/.+/, 'a URL that begins with postgres://'), {
        description: 'PostgreSQL (15 or newer) to use. Without it an embedded PostgreSQL is started in `DATA_DIR`.',
        example: 'postgres://customers:secret@db.example.com:5432/customers',
    }),
    __metadata("design:type", String)
], Env.prototype, "DATABASE_URL", void 0);
__decorate([
    Variable(String, {
        description: 'Folder of the embedded PostgreSQL and of the demo key.',
        default: '.data',
    }),
    __metadata("design:type", String)
], Env.prototype, "DATA_DIR", void 0);
__decorate([
    Variable(integer(2, 200), {
        description: 'Connections that one process opens to PostgreSQL at most.',
        default: '16',
    }),
    __metadata("design:type", Number)
], Env.prototype, "DATABASE_POOL_SIZE", void 0);
__decorate([
    Variable(integer(100, 600_000), {
        description: 'Milliseconds after which a statement outside the analytics is given up (503).',
        default: '15000',
    }),
    __metadata("design:type", Number)
], Env.prototype, "DATABASE_TIMEOUT_MS", void 0);
__decorate([
    Variable(onOrOff, {
        description: 'Whether a start applies the migrations that are missing.',
        default: 'on',
    }),
    __metadata("design:type", Boolean)
], Env.prototype, "MIGRATE_ON_START", void 0);
__decorate([
    Variable(onOrOff, {
        description: 'Whether the first start makes a workspace `demo` with demo data; never with `DATABASE_URL`.',
        default: 'on',
    }),
    __metadata("design:type", Boolean)
], Env.prototype, "DEMO", void 0);
__decorate([
    Variable(oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'), {
        description: 'The least severe log lines that are written.',
        default: 'info',
    }),
    __metadata("design:type", String)
], Env.prototype, "LOG_LEVEL", void 0);
__decorate([
    Variable(oneOf('postgres', 'none'), {
        description: 'Where the analytics questions run; with `none` they answer 503.',
        default: 'postgres',
    }),
    __metadata("design:type", String)
], Env.prototype, "ANALYTICS_BACKEND", void 0);
__decorate([
    Variable(integer(1, 600_000), {
        description: 'Milliseconds after which an analytics question is given up (503).',
        default: '30000',
    }),
    __metadata("design:type", Number)
], Env.prototype, "ANALYTICS_TIMEOUT_MS", void 0);
__decorate([
    Variable(integer(0, 86_400_000), {
        description: 'Milliseconds that an analytics answer is kept as a snapshot; 0 turns it off.',
        default: '30000',
    }),
    __metadata("design:type", Number)
], Env.prototype, "SNAPSHOT_TTL_MS", void 0);
__decorate([
    Variable(integer(0, 4_294_967_296), {
        description: 'Bytes of memory that the snapshots may take.',
        default: '67108864',
    }),
    __metadata("design:type", Number)
], Env.prototype, "SNAPSHOT_MAX_BYTES", void 0);
__decorate([
    Variable(integer(0, 1_000_000), {
        description: 'Requests a second of a workspace on the plan starter; 0 for no limit.',
        default: '20',
    }),
    __metadata("design:type", Number)
], Env.prototype, "RATE_LIMIT_STARTER", void 0);
__decorate([
    Variable(integer(0, 1_000_000), {
        description: 'Requests a second of a workspace on the plan pro; 0 for no limit.',
        default: '1000',
    }),
    __metadata("design:type", Number)
], Env.prototype, "RATE_LIMIT_PRO", void 0);
__decorate([
    Variable(integer(0, 1_000_000), {
        description: 'Requests a second of a workspace on the plan enterprise; 0 for no limit.',
        default: '0',
    }),
    __metadata("design:type", Number)
], Env.prototype, "RATE_LIMIT_ENTERPRISE", void 0);
__decorate([
    Variable(integer(0, 1_000_000), {
        description: 'Wrong keys a minute from one address before it is refused; 0 for no limit.',
        default: '300',
    }),
    __metadata("design:type", Number)
], Env.prototype, "WRONG_KEYS_PER_MINUTE", void 0);
__decorate([
    Variable(integer(0, 10), {
        description: 'How many proxies in front may name the caller in `X-Forwarded-For`; 0 without one. More than there are would let callers name themselves.',
        default: '0',
    }),
    __metadata("design:type", Number)
], Env.prototype, "TRUST_PROXY", void 0);
//# sourceMappingURL=env.js.map