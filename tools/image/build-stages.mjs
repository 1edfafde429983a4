// Carries out the stages of the Dockerfile in folders, as far as that can be done without a container engine.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds each stage in a folder of its own below `folder`; answers the last one. */
export function buildStages(stages, folder) {
  const built = new Map();
  let last;
  for (const stage of stages) {
    last = buildStage(stage, path.join(folder, stage.name), built);
    built.set(stage.name, last);
  }
  return last;
}

function buildStage(stage, folder, built) {
  mkdirSync(folder, { recursive: true });
  const image = { folder, workdir: '/', environment: {}, user: undefined };
  const base = built.get(stage.base);
  if (base) cpSync(base.folder, folder, { recursive: true, verbatimSymlinks: true });
  for (const step of stage.steps) carryOut(step, image, built);
  return image;
}

function carryOut(step, image, built) {
  switch (step.keyword) {
    case 'WORKDIR':
      image.workdir = path.posix.resolve(image.workdir, step.text);
      mkdirSync(placeOf(image, '.'), { recursive: true });
      return;
    case 'ENV':
      Object.assign(image.environment, step.values);
      return;
    case 'COPY':
      if (step.from) copyFromStage(step, image, built.get(step.from));
      else copyFromContext(step, image);
      return;
    case 'RUN':
      runIn(image, step.text);
      return;
    case 'USER':
      image.user = step.text;
      return;
    case 'CMD':
      image.command = step.command;
      return;
    case 'HEALTHCHECK':
      image.healthCheck = step.command;
      return;
    case 'ARG':
    case 'LABEL':
    case 'EXPOSE':
    case 'STOPSIGNAL':
      return;
    default:
      throw new Error(`This cannot carry out ${step.keyword}.`);
  }
}

/** Where a path of the image lies on this machine. */
const placeOf = (image, name) => path.join(image.folder, path.posix.resolve(image.workdir, name));

function copyFromContext({ taken, target }, image) {
  for (const { source, files } of taken) {
    if (files.length === 0) throw new Error(`There is no ${source} in the build's context.`);
    const isFolder = statSync(path.join(root, source)).isDirectory();
    for (const file of files) {
      const name = isFolder ? path.relative(source, file) : path.basename(file);
      const to = isFolder || target.endsWith('/') ? path.join(target, name) : target;
      cpSync(path.join(root, file), placeOf(image, to));
    }
  }
}

function copyFromStage({ from, sources, target }, image, stage) {
  if (!stage) throw new Error(`There is no stage ${from}.`);
  for (const source of sources) {
    const place = placeOf(stage, source);
    if (!existsSync(place)) throw new Error(`The stage ${from} has no ${source}.`);
    const to = target.endsWith('/') ? path.join(target, path.basename(source)) : target;
    cpSync(place, placeOf(image, to), { recursive: true, verbatimSymlinks: true });
  }
}

function runIn(image, command) {
  console.error(`${image.workdir} $ ${command}`);
  const { status } = spawnSync('sh', ['-c', command], {
    cwd: placeOf(image, '.'),
    // What npm needs to reach its registry may be in the environment, as the build of an image inherits it.
    env: { ...process.env, ...image.environment },
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error(`It ended with ${status}: ${command}`);
}
