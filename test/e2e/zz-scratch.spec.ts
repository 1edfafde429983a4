import { UpsertCustomerDto } from '@app/customers';
import { readDto } from '@app/platform';
it('x', () => {
  for (const k of ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then','__proto__']) {
    try { const m: object = JSON.parse(`{"${k}":"a"}`); console.log(k, readDto(UpsertCustomerDto, {externalId:'a', metadata: m}).metadata === m); } catch (e) { console.log(k, (e as Error).stack?.slice(0,800)); }
  }
});
