/** What an environment variable is for and takes: the source of its page and of .env.example. */
export interface VariableDocument {
  /** A sentence for the operator, with units. */
  description: string;
  /** What is used when it is not set, as one would write it. */
  default?: string;
  example?: string;
}

interface VariableDefinition extends VariableDocument {
  name: string;
  read: (text: string) => unknown;
}

const definitions: VariableDefinition[] = [];

type Reader<T> = (text: string) => T;

/** Throws with a sentence that continues "NAME must …". */
export const integer =
  (min: number, max: number): Reader<number> =>
  (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
      throw new Error(`must be an integer from ${String(min)} to ${String(max)}`);
    }
    return value;
  };

export const oneOf =
  <const Values extends readonly string[]>(...values: Values): Reader<Values[number]> =>
  (text) => {
    const value = values.find((candidate) => candidate === text);
    if (value === undefined) throw new Error(`must be one of ${values.join(', ')}`);
    return value;
  };

export const onOrOff: Reader<boolean> = (text) => oneOf('on', 'off')(text) === 'on';

export const matching =
  (pattern: RegExp, wanted: string): Reader<string> =>
  (text) => {
    if (!pattern.test(text)) throw new Error(`must be ${wanted}`);
    return text;
  };

/** Origins of web pages, separated by commas, or `*` for all. */
export const origins: Reader<readonly string[]> = (text) => {
  const all = text.split(',').map((origin) => origin.trim());
  const isOrigin = (origin: string): boolean =>
    /^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin;
  if (!all.every((origin) => origin === '*' || isOrigin(origin))) {
    throw new Error('must be origins such as https://app.example.com, separated by commas, or *');
  }
  return all;
};

/** Declares a property of `Env` that is named like its variable. */
export function Variable(read: Reader<unknown>, document: VariableDocument): PropertyDecorator {
  return (_target, name) => {
    definitions.push({ name: String(name), read, ...document });
  };
}

export const variables = (): readonly (VariableDocument & { name: string })[] => definitions;

/** Every fault of a configuration at once. */
export class InvalidConfiguration extends Error {
  constructor(readonly faults: string[]) {
    super(`The configuration is not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** Fills `target` from the environment; an empty variable counts as not set. */
export function readVariables<T extends object>(
  target: T,
  environment: Record<string, string | undefined>,
): T {
  const faults: string[] = [];
  for (const { name, read, default: fallback } of definitions) {
    const text = environment[name] ? environment[name] : fallback;
    if (text === undefined) continue;
    try {
      Object.assign(target, { [name]: read(text) });
    } catch (error) {
      faults.push(`${name} ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (faults.length > 0) throw new InvalidConfiguration(faults);
  return target;
}
