/** @type {import('jest').Config} */
module.exports = {
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testEnvironment: 'node',
  testRegex: '\\.spec\\.ts$',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: { '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts' },
  resolver: '<rootDir>/jest.resolver.cjs',
  transform: { '\\.[cm]?[jt]s$': '<rootDir>/jest.transform.cjs' },
  transformIgnorePatterns: [],
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'require', 'default'] },
  globalSetup: '<rootDir>/jest.global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/stop-postgres.ts',
  testTimeout: 60_000,
  maxWorkers: 2,
};
