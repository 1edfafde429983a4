import type { Media } from './document.js';

/** Headers of an answer that is a file. */
export const FILE_HEADERS = ['Content-Disposition', 'Vary'];

/** What the file of an operation looks like. */
const SAMPLES: Record<string, { csv: string; ndjson: string }> = {
  'customers.export': {
    csv: 'id,externalId,email,…,cursor\ncus_01KAS5E3V7Q1T4M8YB2ZC6D9XF,user_42,ada@example.com,…,WyJC…\n',
    ndjson:
      '{"type":"customer","externalId":"user_42","email":"ada@example.com","clickId":"clk_1","createdAt":"2026-03-01T10:00:00.000Z","cursor":"WyJC…"}\n',
  },
  'conversions.export': {
    csv: 'id,type,eventName,…,cursor\ncon_01KAS5E3V7Q1T4M8YB2ZC6D9XF,sale,Sale,…,WyJC…\n',
    ndjson:
      '{"type":"sale","externalId":"user_42","eventName":"Sale","orderId":"o-1","amount":4200,"currency":"EUR","status":"approved","occurredAt":"2026-03-04T12:00:00.000Z","cursor":"WyJC…"}\n',
  },
  'clicks.export': {
    csv: 'clickId,linkId,campaignId,…,cursor\nclk_1,link_home,spring,…,WyJC…\n',
    ndjson:
      '{"type":"click","clickId":"clk_1","linkId":"link_home","campaignId":"spring","occurredAt":"2026-03-01T09:00:00.000Z","cursor":"WyJC…"}\n',
  },
  'customers.cohorts': {
    csv: 'cohort,customers,customersWithLeads,…,currency\n2026-W09,10,4,…,USD\n',
    ndjson: '{"cohort":"2026-W09","customers":10,"customersWithLeads":4,"revenue":41200}\n',
  },
  'customers.ltvCohorts': {
    csv: 'cohort,customers,payingCustomers,month,…,currency\n2026-03,120,40,0,…,USD\n',
    ndjson: '{"cohort":"2026-03","customers":120,"payingCustomers":40,"curve":[]}\n',
  },
};

export function fileContentOf(operationId: string): Record<string, Media> {
  const sample = SAMPLES[operationId];
  if (!sample) throw new Error(`${operationId} has no sample of its file`);
  return {
    'text/csv': {
      schema: {
        type: 'string',
        description: 'RFC 4180 in UTF-8, with a header line unless it goes on from a `cursor`.',
      },
      example: sample.csv,
    },
    'application/x-ndjson': {
      schema: { type: 'string', description: 'One JSON object a line.' },
      example: sample.ndjson,
    },
  };
}
