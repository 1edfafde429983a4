// Who may lean on whom: apps → tracking → customers → { analytics, workspaces } → platform; sdk → nothing.
const mayImport = {
  platform: [],
  workspaces: ['platform'],
  analytics: ['platform'],
  customers: ['analytics', 'workspaces', 'platform'],
  tracking: ['customers', 'analytics', 'workspaces', 'platform'],
  sdk: [],
};

const allowedLibs = Object.entries(mayImport).map(([lib, allowed]) => ({
  name: `${lib}-imports-only-${allowed.join('-') || 'nothing'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: '^(libs|apps)/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...allowedLibs,
    {
      name: 'libs-are-entered-by-their-index',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$2/', '/src/index\\.ts$'] },
    },
    {
      name: 'the-bench-enters-libs-by-their-index',
      severity: 'error',
      from: { path: '^bench/' },
      to: { path: '^(apps|libs)/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    {
      name: 'nothing-but-tests-needs-the-bench',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { path: '^bench/' },
    },
    {
      name: 'the-dashboard-imports-nothing-of-the-service',
      severity: 'error',
      from: { path: '^apps/dashboard/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^apps/dashboard/', '^node_modules/(preact|uplot)/'] },
    },
    {
      name: 'the-service-knows-the-dashboard-as-files-only',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/dashboard/' },
      to: { path: '^apps/dashboard/' },
    },
    {
      name: 'messages-do-not-know-controllers',
      severity: 'error',
      from: { path: '/(commands|queries|questions|identity)/' },
      to: { path: 'controller\\.ts$' },
    },
    {
      name: 'only-stores-entities-and-the-platform-know-the-driver',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: ['\\.store\\.ts$', '\\.entity\\.ts$', '^libs/platform/'],
      },
      to: { path: 'node_modules/(@types/)?(pg|pg-copy-streams)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(libs/sdk/)?dist' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      conditionNames: ['import', 'types', 'node'],
    },
  },
};
