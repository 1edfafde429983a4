// Jest transforms its global set-up but resolves it as plain Node does: teach it our two habits,
// `@app/lib` for a lib's index and `./x.js` for `./x.ts`.
const Module = require('node:module');
const path = require('node:path');

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  const lib = /^@app\/([^/]+)$/.exec(request);
  if (lib) return path.join(__dirname, 'libs', lib[1], 'src/index.ts');
  const isOurs = parent?.filename && !parent.filename.includes('node_modules');
  if (isOurs && /^\.{1,2}\/.*\.js$/.test(request)) {
    try {
      return resolve.call(this, request.replace(/\.js$/, '.ts'), parent, ...rest);
    } catch {
      // A real .js file.
    }
  }
  return resolve.call(this, request, parent, ...rest);
};

module.exports = require('./test/support/start-postgres.ts').default;
