import { Env, variables } from "../../../../libs/platform/src/index.js";
import { GENERATED, table } from './table.js';
/** Reading the class is what declares the variables. */
const documented = () => {
    Env.read({});
    return variables();
};
const code = (text) => (text === undefined ? '' : `\`${text}\``);
/** docs/reference/configuration.md */
export const configurationPage = () => `${GENERATED}

# Configuration

The service reads its configuration from environment variables, once, when it starts. All of them
are optional: \`npm start\` works with nothing set. A value that is not valid stops the start, and all
faults are reported at once. An empty variable counts as not set. \`.env.example\` lists them all;
\`node --env-file=.env\` reads such a file.

${table(['variable', 'default', 'what it does'], documented().map(({ name, default: fallback, description, example }) => [
    code(name),
    code(fallback),
    example ? `${description} Example: ${code(example)}` : description,
]))}
`;
/** .env.example */
export const environmentExample = () => [
    '# Made by `npm run sync`; do not edit. Copy to .env and uncomment what you change.',
    ...documented().map(({ name, default: fallback, description, example }) => [`# ${description}`, `# ${name}=${fallback ?? example ?? ''}`].join('\n')),
].join('\n\n') + '\n';
//# sourceMappingURL=configuration.js.map