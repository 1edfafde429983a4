// What the Dockerfile does, as data: its stages, and for each COPY the files of this checkout that it takes.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DockerfileParser } from 'dockerfile-ast';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The stages in order; each has its name, its base, and its steps. */
export function readStages() {
  const files = contextFiles();
  const text = readFileSync(path.join(root, 'Dockerfile'), 'utf8');
  const stages = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const keyword = instruction.getKeyword();
    if (keyword === 'FROM') {
      stages.push({
        name: instruction.getBuildStage() ?? String(stages.length),
        base: instruction.getImage(),
        steps: [],
      });
    } else {
      stages.at(-1)?.steps.push(stepOf(keyword, instruction, files));
    }
  }
  return stages;
}

function stepOf(keyword, instruction, files) {
  const text = instruction.getArgumentsContent() ?? '';
  switch (keyword) {
    case 'COPY': {
      const words = instruction.getArguments().map((argument) => argument.getValue());
      const from = instruction.getFromFlag()?.getValue();
      const sources = words.slice(0, -1);
      const target = words.at(-1);
      if (from) return { keyword, from, sources, target };
      const taken = sources.map((source) => ({ source, files: filesOf(source, files) }));
      return { keyword, sources, target, taken };
    }
    case 'ENV':
    case 'LABEL':
    case 'ARG': {
      const properties = instruction.getProperties();
      return {
        keyword,
        values: Object.fromEntries(properties.map((one) => [one.getName(), one.getValue() ?? ''])),
      };
    }
    case 'HEALTHCHECK':
      return {
        keyword,
        flags: instruction.getFlags().map((flag) => flag.getName()),
        command: commandIn(text.replace(/^[\s\S]*?\bCMD\s*/, '')),
      };
    case 'CMD':
    case 'ENTRYPOINT':
      return { keyword, command: commandIn(text) };
    default:
      return { keyword, text };
  }
}

/** The words of the exec form; undefined for a line that a shell would have to read. */
function commandIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const filesOf = (source, files) =>
  files.filter((file) => file === source || file.startsWith(`${source}/`));

/** What is sent to the build: what git knows of, or would take in, less what .dockerignore leaves out. */
function contextFiles() {
  const listed = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (listed.status !== 0) throw new Error(`git does not list the files: ${listed.stderr}`);
  const rules = readFileSync(path.join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), pattern: patternOf(line.replace(/^!/, '')) }));
  // The last rule that fits a file, or a folder above it, decides.
  const isSent = (file) => rules.findLast((rule) => rule.pattern.test(file))?.keeps ?? true;
  return listed.stdout.split('\0').filter((file) => file && isSent(file));
}

/** `**` is any folders, `*` is anything within one name; what fits a folder fits all that is in it. */
function patternOf(glob) {
  const source = glob
    .split(/(\*\*\/|\*)/)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?';
      return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${source}(?:/.*)?$`);
}
