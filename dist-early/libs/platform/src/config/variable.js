const definitions = [];
/** Throws with a sentence that continues "NAME must …". */
export const integer = (min, max) => (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < min || value > max) {
        throw new Error(`must be an integer from ${String(min)} to ${String(max)}`);
    }
    return value;
};
export const oneOf = (...values) => (text) => {
    const value = values.find((candidate) => candidate === text);
    if (value === undefined)
        throw new Error(`must be one of ${values.join(', ')}`);
    return value;
};
export const onOrOff = (text) => oneOf('on', 'off')(text) === 'on';
export const matching = (pattern, wanted) => (text) => {
    if (!pattern.test(text))
        throw new Error(`must be ${wanted}`);
    return text;
};
/** Declares a property of `Env` that is named like its variable. */
export function Variable(read, document) {
    return (_target, name) => {
        definitions.push({ name: String(name), read, ...document });
    };
}
export const variables = () => definitions;
/** Every fault of a configuration at once. */
export class InvalidConfiguration extends Error {
    constructor(faults) {
        super(`The configuration is not valid:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
        this.faults = faults;
    }
}
/** Fills `target` from the environment; an empty variable counts as not set. */
export function readVariables(target, environment) {
    const faults = [];
    for (const { name, read, default: fallback } of definitions) {
        const text = environment[name] ? environment[name] : fallback;
        if (text === undefined)
            continue;
        try {
            Object.assign(target, { [name]: read(text) });
        }
        catch (error) {
            faults.push(`${name} ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    if (faults.length > 0)
        throw new InvalidConfiguration(faults);
    return target;
}
//# sourceMappingURL=variable.js.map