import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { typeFaults, type Manifest } from './kubernetes-types.js';

interface Probe {
  httpGet?: { path: string; port: string };
  periodSeconds: number;
  failureThreshold: number;
}

interface Container {
  name: string;
  image: string;
  command?: string[];
  envFrom: unknown[];
  ports?: { name: string; containerPort: number }[];
  securityContext: object;
  resources: { requests: object; limits: { memory?: string } };
  lifecycle?: { preStop: { exec: { command: string[] } } };
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
}

interface Deployment extends Manifest {
  spec: {
    replicas: number;
    strategy: { rollingUpdate: object };
    selector: { matchLabels: object };
    template: {
      metadata: { labels: object };
      spec: {
        securityContext: object;
        automountServiceAccountToken: boolean;
        terminationGracePeriodSeconds: number;
        initContainers: Container[];
        containers: Container[];
      };
    };
  };
}

interface Kustomization {
  resources: string[];
  configMapGenerator?: { envs: string[] }[];
  secretGenerator?: { envs: string[] }[];
  images?: { name: string }[];
}

const ROOT = 'deploy/kubernetes';
const load = (file: string): unknown => parse(readFileSync(path.join(ROOT, file), 'utf8'));
const filesOf = (folder: string): string[] => readdirSync(path.join(ROOT, folder)).sort();
const manifestsOf = (folder: string): string[] =>
  filesOf(folder).filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml');

const own = ['base', 'example'].flatMap((folder) =>
  manifestsOf(folder).map((file) => load(`${folder}/${file}`) as Manifest),
);
const deployment = load('base/deployment.yaml') as Deployment;
const { spec } = deployment.spec.template;
const [api] = spec.containers as [Container];
const labels = { 'app.kubernetes.io/name': 'customers-api' };

describe('the manifests for Kubernetes', () => {
  it('have the fields that its API has', () => {
    expect(typeFaults(own)).toEqual([]);
  });

  it('are checked for fields that it has not', () => {
    const misspelt = { ...deployment, spec: { ...deployment.spec, replica: 2 } };
    expect(typeFaults([misspelt]).join()).toMatch(/'"replica"' does not exist/);
  });

  it.each(['base', 'example', 'pod-monitor'])(
    '%s lists all of its files, and no others',
    (folder) => {
      const { resources } = load(`${folder}/kustomization.yaml`) as Kustomization;
      expect(resources.filter((file) => file !== '../base').sort()).toEqual(manifestsOf(folder));
    },
  );

  it('have secrets in no file, but the names of them in an example', () => {
    const { secretGenerator } = load('example/kustomization.yaml') as Kustomization;
    expect(secretGenerator?.flatMap(({ envs }) => envs)).toEqual(['secret.env']);
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('secret.env');
    const example = readFileSync(`${ROOT}/example/secret.env.example`, 'utf8');
    for (const line of example.split('\n')) expect(line).toMatch(/^(#.*|[A-Z_]+=)?$/);
    expect(own.map(({ kind }) => kind)).not.toContain('Secret');
  });

  it('select the same pods everywhere', () => {
    expect(deployment.spec.selector.matchLabels).toEqual(labels);
    expect(deployment.spec.template.metadata.labels).toEqual(labels);
    expect(load('base/service.yaml')).toMatchObject({ spec: { selector: labels } });
    expect(load('base/pod-disruption-budget.yaml')).toMatchObject({
      spec: { selector: { matchLabels: labels } },
    });
    expect(load('base/network-policy.yaml')).toMatchObject({
      spec: { podSelector: { matchLabels: labels } },
    });
    expect(load('pod-monitor/pod-monitor.yaml')).toMatchObject({
      spec: { selector: { matchLabels: labels }, podMetricsEndpoints: [{ port: 'metrics' }] },
    });
  });
});

describe('the pods', () => {
  it('satisfy the restricted profile, and have a read-only file system', () => {
    expect(spec.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    for (const { securityContext } of [...spec.initContainers, ...spec.containers]) {
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
    }
    expect(spec.automountServiceAccountToken).toBe(false);
    expect(JSON.stringify(deployment)).not.toMatch(/hostPath|hostNetwork|hostPID|privileged/);
  });

  it('run as the user of the image', () => {
    const user = /^USER (\d+):(\d+)$/m.exec(readFileSync('Dockerfile', 'utf8'));
    expect(spec.securityContext).toMatchObject({
      runAsUser: Number(user?.[1]),
      runAsGroup: Number(user?.[2]),
    });
  });

  it('say what they need, and no more memory than they are given', () => {
    for (const { resources } of [...spec.initContainers, ...spec.containers]) {
      expect(Object.keys(resources.requests)).toEqual(['cpu', 'memory']);
      expect(resources.limits.memory).toMatch(/^\d+[GM]i$/);
    }
  });

  it('are restarted when dead, and get requests when ready', () => {
    expect(api.startupProbe?.httpGet).toEqual({ path: '/livez', port: 'http' });
    expect(api.livenessProbe?.httpGet).toEqual({ path: '/livez', port: 'http' });
    expect(api.readinessProbe?.httpGet).toEqual({ path: '/readyz', port: 'http' });
    const patience =
      (api.startupProbe?.periodSeconds ?? 0) * (api.startupProbe?.failureThreshold ?? 0);
    expect(patience).toBeGreaterThan(30);
  });

  it('are replaced one at a time, with none missing meanwhile', () => {
    expect(deployment.spec.replicas).toBeGreaterThan(1);
    expect(deployment.spec.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
  });

  it('are given the time to drain and to end in good order', () => {
    const [command, seconds] = api.lifecycle?.preStop.exec.command ?? [];
    expect(command).toBe('sleep');
    // The service itself ends after 12 s at the latest.
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(Number(seconds) + 12);
  });

  it('migrate before they serve, with the same image and settings', () => {
    const [migrate] = spec.initContainers as [Container];
    expect(migrate.command?.at(-1)).toBe('migrate');
    expect(migrate.image).toBe(api.image);
    expect(migrate.envFrom).toEqual(api.envFrom);
    const settings = readFileSync(`${ROOT}/base/settings.env`, 'utf8');
    expect(settings).toMatch(/^MIGRATE_ON_START=off$/m);
    for (const { name, containerPort } of api.ports ?? []) {
      const variable = name === 'http' ? 'PORT' : 'METRICS_PORT';
      expect(settings).toMatch(new RegExp(`^${variable}=${containerPort}$`, 'm'));
    }
  });
});
