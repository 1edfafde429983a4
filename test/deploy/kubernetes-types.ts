import ts from 'typescript';

/** One of `kubernetes-types`, by what a manifest says of itself. */
const MODULES: Record<string, string> = {
  v1: 'core/v1',
  'apps/v1': 'apps/v1',
  'autoscaling/v2': 'autoscaling/v2',
  'networking.k8s.io/v1': 'networking/v1',
  'policy/v1': 'policy/v1',
};

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
}

/**
 * What the compiler has to say of manifests, written as literals of the types that are made from the
 * API of Kubernetes: of fields that are unknown, missing, or of another type.
 */
export function typeFaults(manifests: Manifest[]): string[] {
  const name = `${process.cwd()}/test/deploy/manifests.virtual.ts`;
  const text = manifests.map(literalOf).join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => file === name || disk.fileExists(file),
    readFile: (file) => (file === name ? text : disk.readFile(file)),
    getSourceFile: (file, ...rest) =>
      file === name
        ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2023)
        : disk.getSourceFile(file, ...rest),
  };
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

function literalOf(manifest: Manifest, index: number): string {
  const module = MODULES[manifest.apiVersion];
  if (!module) throw new Error(`There are no types for ${manifest.apiVersion}.`);
  const type = `import('kubernetes-types/${module}').${manifest.kind}`;
  return `export const m${index}: ${type} = ${JSON.stringify(manifest)};`;
}
