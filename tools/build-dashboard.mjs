// Bundles apps/dashboard into a folder: index.html, and beside it assets/ with names that change with their content.
import { build } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export async function buildDashboard(root, folder) {
  const source = path.join(root, 'apps/dashboard/src');
  const assets = path.join(folder, 'assets');
  const { metafile } = await build({
    entryPoints: ['main.tsx', 'styles/dashboard.css', 'icon.svg'].map((file) =>
      path.join(source, file),
    ),
    absWorkingDir: root,
    outdir: assets,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.svg': 'copy' },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const files = Object.keys(metafile.outputs).map((file) => path.join(root, file));
  files.forEach(compress);
  const nameOf = (ending) => {
    const file = files.find((name) => name.endsWith(ending));
    return `dashboard/${path.basename(file)}`;
  };
  const page = readFileSync(path.join(source, 'index.html'), 'utf8')
    .replace('{{script}}', nameOf('.js'))
    .replace('{{style}}', nameOf('.css'))
    .replace('{{icon}}', nameOf('.svg'));
  mkdirSync(folder, { recursive: true });
  // Last: whoever finds the page finds all that it names.
  writeFileSync(path.join(folder, 'index.html'), page);
}

/** Beside each file what it is compressed, so that a request costs no time for it. */
function compress(file) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
}
