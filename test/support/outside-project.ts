import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TSC = path.resolve('node_modules/typescript/bin/tsc');

/** Strict, without Node's types: what it accepts is good for browsers as well. */
const STRICT = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  module: 'nodenext',
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
};

/** A TypeScript project in an empty folder, as far from this one as a user's is. */
export class OutsideProject {
  private constructor(readonly folder: string) {}

  static async create(compilerOptions: object = {}): Promise<OutsideProject> {
    const project = new OutsideProject(await mkdtemp(path.join(tmpdir(), 'customers-sdk-')));
    await project.write('package.json', JSON.stringify({ private: true, type: 'module' }));
    const options = { ...STRICT, ...compilerOptions };
    await project.write('tsconfig.json', JSON.stringify({ compilerOptions: options }));
    return project;
  }

  /** Packs the SDK as it would be published and installs that; answers what is in the package. */
  async installSdk(): Promise<string[]> {
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', this.folder], {
      cwd: 'libs/sdk',
    });
    // What the build prints comes first.
    const [packed] = JSON.parse(stdout.slice(stdout.search(/^\[$/m))) as {
      filename: string;
      files: { path: string }[];
    }[];
    const tarball = `./${packed?.filename ?? ''}`;
    const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
    await run('npm', ['install', ...quiet, tarball], { cwd: this.folder });
    return (packed?.files ?? []).map((file) => file.path);
  }

  /** Lets the project find the packages of this one, for those that it would install. */
  async borrowPackages(): Promise<void> {
    await symlink(path.resolve('node_modules'), path.join(this.folder, 'node_modules'));
  }

  async write(name: string, content: string): Promise<void> {
    await writeFile(path.join(this.folder, name), content);
  }

  /** Type-checks and compiles the project; throws with what the compiler says. */
  async compile(): Promise<void> {
    try {
      await run(process.execPath, [TSC, '--project', this.folder]);
    } catch (error) {
      throw new Error((error as { stdout: string }).stdout, { cause: error });
    }
  }

  /** Runs a program of the project, a module with plain Node.js; answers what it prints. */
  async print(
    name: string,
    environment: Record<string, string> = {},
    program = process.execPath,
  ): Promise<string> {
    const env = { ...process.env, ...environment };
    const { stdout } = await run(program, [name], { cwd: this.folder, env });
    return stdout;
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}
