import { text } from 'node:stream/consumers';
import { Failure, sentenceOf } from './failure.js';
import { openInput } from './input-file.js';
import { counted, grouped } from './output.js';
import { JSON_OPTION, withService } from './shell.js';
export function addRatesCommands(program, shell) {
    const rates = program
        .command('rates')
        .description('exchange rates, for sales in other currencies');
    rates
        .command('import')
        .argument('<file>', 'CSV file; - reads standard input')
        .description('store exchange rates as the European Central Bank publishes them, all or none')
        .option(...JSON_OPTION)
        .addHelpText('after', `
The file has units of each currency for 1 EUR, N/A for none:
  Date,USD,JPY
  2026-03-02,1.0871,163.4
  2026-02-27,1.0840,N/A

A rate holds until the currency's next one. Rates of a day that is there already are replaced;
sales that are stored keep the rate that they were converted with.

Example, with the bank's whole history:
  $ curl -sO https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip
  $ unzip -p eurofxref-hist.zip | npm run -s cli -- rates import -`)
        .action((file, options) => importRates(shell, file, options));
}
async function importRates(shell, file, { json }) {
    const csv = await text(openInput(shell, file).stream);
    const { ImportRates, parseRates } = await import('./messages.js');
    const rates = parse(() => parseRates(csv), file);
    const changed = await withService(shell, ({ commands }) => commands.execute(new ImportRates(rates)));
    shell.output.answer(json
        ? JSON.stringify({ rates: rates.length, changed })
        : `Read ${counted(rates.length, 'rate')}, ${grouped(changed)} of them new or different.`);
}
function parse(work, file) {
    try {
        return work();
    }
    catch (error) {
        const name = file === '-' ? 'Standard input' : file;
        throw new Failure(`${name} cannot be imported: ${sentenceOf(error)}`);
    }
}
//# sourceMappingURL=rates.js.map