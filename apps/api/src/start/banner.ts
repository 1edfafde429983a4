/** What somebody needs to know who has just started the service on their own machine. */
export interface Welcome {
  /** Of the server, without a path. */
  url: string;
  /** Path of the API's routes, `api`, if they have one. */
  prefix: string | undefined;
  demo: { key: string; file: string } | undefined;
  isMigrated: boolean;
}

export function banner({ url, prefix, demo, isMigrated }: Welcome): string {
  const api = prefix ? `${url}/${prefix}` : url;
  const lines = [
    'The Customers API is ready.',
    '',
    `  API        ${api}`,
    `  Dashboard  ${dashboard(url, demo?.key)}`,
    `  Docs       ${url}/docs`,
    `  OpenAPI    ${url}/openapi.json`,
    ...(demo ? [`  Demo key   ${demo.key}   (kept in ${demo.file})`] : []),
    '',
    ...(demo ? tryIt(api, demo.key) : isMigrated ? ownWorkspace() : unmigrated()),
    '',
    'Ctrl-C stops it.',
  ];
  return `\n${lines.join('\n')}\n\n`;
}

/** Signs the demo in: what comes after `#` stays in the browser, and the dashboard takes it out of there. */
const dashboard = (url: string, key: string | undefined): string =>
  key === undefined ? `${url}/` : `${url}/#key=${key}`;

const tryIt = (api: string, key: string): string[] => [
  'Customers by month, with their retention:',
  '',
  `  curl -H 'X-API-Key: ${key}' '${api}/customers/cohorts?group_by=month&periods=6'`,
];

const ownWorkspace = (): string[] => [
  'A workspace and a key for it:',
  '',
  '  npm run -s cli -- workspace create --slug acme --plan pro',
  '  npm run -s cli -- key create --workspace acme',
];

const unmigrated = (): string[] => [
  'Migrations are missing, and MIGRATE_ON_START is off:',
  '',
  '  npm run migrate',
];
