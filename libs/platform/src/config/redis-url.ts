/** Reads where a Redis is. Throws a sentence that never has its password in it. */
export function redisUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^rediss?:$/.test(url.protocol) || url.hostname === '') {
    throw new Error('must be a URL that begins with redis:// or rediss:// and names a host');
  }
  if (!/^\/?\d*$/.test(url.pathname)) {
    throw new Error('must end with the number of a database, such as /0, or with none');
  }
  return text;
}
