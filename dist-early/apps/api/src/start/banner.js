export function banner({ url, prefix, demo, isMigrated }) {
    const api = prefix ? `${url}/${prefix}` : url;
    const lines = [
        'The Customers API is ready.',
        '',
        `  API       ${api}`,
        `  Docs      ${url}/docs`,
        `  OpenAPI   ${url}/openapi.json`,
        ...(demo ? [`  Demo key  ${demo.key}   (kept in ${demo.file})`] : []),
        '',
        ...(demo ? tryIt(api, demo.key) : isMigrated ? ownWorkspace() : unmigrated()),
        '',
        'Ctrl-C stops it.',
    ];
    return `\n${lines.join('\n')}\n\n`;
}
const tryIt = (api, key) => [
    'Customers by month, with their retention:',
    '',
    `  curl -H 'X-API-Key: ${key}' '${api}/customers/cohorts?group_by=month&periods=6'`,
];
const ownWorkspace = () => [
    'A workspace and a key for it:',
    '',
    '  npm run -s cli -- workspace create --slug acme --plan pro',
    '  npm run -s cli -- key create --workspace acme',
];
const unmigrated = () => [
    'Migrations are missing, and MIGRATE_ON_START is off:',
    '',
    '  npm run migrate',
];
//# sourceMappingURL=banner.js.map