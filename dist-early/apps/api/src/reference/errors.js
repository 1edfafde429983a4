import { ERROR_REFERENCE } from "../../../../libs/platform/src/index.js";
import { GENERATED, table } from './table.js';
const codes = Object.entries(ERROR_REFERENCE);
/** docs/reference/errors.md */
export const errorsPage = () => `${GENERATED}

# Errors

Every error is answered in one envelope, whatever the route:

\`\`\`json
{
  "success": false,
  "error": {
    "code": "VALIDATION_ERROR",
    "message": "amount: must be an integer of minor units from 0 to 999999999999",
    "requestId": "req_01KAS5E3V7Q1T4M8YB2ZC6D9XF",
    "details": [
      { "path": "amount", "message": "must be an integer of minor units from 0 to 999999999999" }
    ]
  }
}
\`\`\`

Branch on \`code\`: codes stay, messages are for people and may change. \`requestId\` is the
\`X-Request-Id\` of the answer, and the log has every failure under it. \`details\` comes with
\`VALIDATION_ERROR\` only. 429 and 503 come with \`Retry-After\`.

The first check that fails answers: unknown route or method, wrong keys from this address, key, rate
limit, plan, scope, validation, existence.

${table(['status', 'code'], codes.map(([code, { status }]) => [String(status), `[\`${code}\`](#${code.toLowerCase()})`]))}

${codes.map(([code, { status, when, remedy }]) => section(code, status, when, remedy)).join('\n\n')}
`;
const section = (code, status, when, remedy) => `## ${code}

**Status ${status}.** ${when}

**What to do.** ${remedy}`;
//# sourceMappingURL=errors.js.map