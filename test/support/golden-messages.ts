import type { Ask } from './golden-faults.js';
import type { MessageClient } from './messages.js';

/** The message that asks what a `GET` asks. */
function messageOf(request: string): { pattern: string; id?: string; params: object } {
  const url = new URL(request.replace(/^GET /, ''), 'http://localhost');
  const [, resource = '', ref, part] = url.pathname.split('/');
  const params = Object.fromEntries(url.searchParams);
  const isAll = ref === undefined || ['count', 'cohorts', 'ltv-cohorts'].includes(ref);
  if (isAll) return { pattern: `${resource}.${ref ?? 'list'}`, params };
  return { pattern: `${resource}.${part ?? 'get'}`, id: decodeURIComponent(ref), params };
}

/** Asks the questions of the golden files by messages. */
export const askByMessage =
  (messages: MessageClient, apiKey: string): Ask =>
  async (request) => {
    const { pattern, ...message } = messageOf(request);
    const { success: _success, ...answer } = await messages.send(pattern, { apiKey, ...message });
    return answer;
  };
