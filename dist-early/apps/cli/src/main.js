import { standardOutput } from './output.js';
import { run } from './run.js';
process.exitCode = await run(process.argv.slice(2), {
    output: standardOutput(),
    input: process.stdin,
    environment: process.env,
});
//# sourceMappingURL=main.js.map