const patches = JSON.parse(process.env['CHAOS_PATCHES'] ?? '[]');

export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  const own = patches.filter(({ file }) => url.endsWith(`/dist/${file}`));
  if (own.length === 0) return loaded;
  let source = String(loaded.source);
  for (const { from, to } of own) {
    // A plant that no longer takes must not pass for a bug that was not found.
    if (source.split(from).length !== 2) throw new Error(`${url} does not have once: ${from}`);
    source = source.replace(from, () => to);
  }
  return { ...loaded, source };
}
