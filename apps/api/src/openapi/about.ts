/** What the reader of the document sees first. */
export const TITLE = 'Customers API';

export const ABOUT = `
Who a workspace's customers are, which clicks brought them, what they bought and what they are worth.

**Access.** Send an API key as \`X-API-Key: KEY\` or \`Authorization: Bearer KEY\`. A key belongs to
one workspace and has scopes; \`x-access\` of an operation names the scope and the plan's entitlement
that it needs.

**Answers.** Success is \`{"success": true, "data": …}\`, failure is
\`{"success": false, "error": {"code", "message", "requestId", "details"?}}\`. Branch on \`code\`, show
\`message\` to people, and give \`requestId\` to the operator. Unknown fields and query parameters are
refused, also repeated or empty ones. An unknown path is 404 and an unknown method 405 with \`Allow\`.

**Lists** add \`pagination\`. Ask for a \`page\`, or go on with the \`nextCursor\` of the page before as
\`cursor\`; \`nextCursor\` is null on the last page.

**Repeats.** Events with an \`orderId\` or a \`clickId\` are stored once, and customers are keyed by
\`externalId\`: send a request again whenever you are not sure that it arrived. A first answers 201, a
repeat 200 with the stored record and \`"duplicate": true\`.

**Money** is an integer in minor units of a currency (cents; yen have none). **Time** is ISO 8601: an
offset is needed on input, UTC with milliseconds comes back. A **day** in a query means that day in
the workspace's time zone; as \`end\` a day is inclusive and a timestamp exclusive.
`.trim();

export const TAGS = [
  { name: 'customers', description: 'Who they are: create, change, find and delete them.' },
  {
    name: 'analytics',
    description:
      'Cohorts, lifetime-value curves, journeys and attribution. Answers are kept as snapshots for a short while (30 s unless set otherwise): `X-Cache` and `Age` tell, `If-None-Match` saves the body, `Cache-Control: no-cache` asks for a fresh one.',
  },
  {
    name: 'exports',
    description:
      'Everything, as files: CSV, or NDJSON of `/track/batch` items. Rows are of one moment and sent while they are read, so the status says nothing of a later fault: an answer that is whole ends as chunked encoding (and gzip) must end. Go on with the `cursor` of the last whole line.',
  },
  {
    name: 'track',
    description:
      'What comes in: clicks, leads, sales, refunds and custom events, singly or in bulk.',
  },
  {
    name: 'conversions',
    description: 'Leads, sales and custom events: find them, move their status, refund them.',
  },
  { name: 'health', description: 'For whoever runs the service. These routes need no key.' },
];

export const SECURITY_SCHEMES = {
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: 'An API key of a workspace.',
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'The same key, as `Authorization: Bearer KEY`.',
  },
};
