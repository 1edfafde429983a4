/** What is in a JSON value. */
interface Places {
  texts: Set<string>;
  names: Set<string>;
  depth: number;
}

/** What is in a tree, however deep it is. */
export function placesIn(root: unknown): Places {
  const places: Places = { texts: new Set(), names: new Set(), depth: 0 };
  const open: [unknown, number][] = [[root, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (typeof value === 'string') places.texts.add(value);
    if (typeof value !== 'object' || value === null) continue;
    places.depth = Math.max(places.depth, depth);
    for (const [name, child] of Object.entries(value)) {
      if (!Array.isArray(value)) places.names.add(name);
      open.push([child, depth + 1]);
    }
  }
  return places;
}

/** What is not, the schema refuses, and may be too deep to be written. */
export const isFlat = (value: unknown): boolean => placesIn(value).depth === 1;

export const hasBadText = ({ texts, names }: Places): boolean =>
  [...texts, ...names].some((text) => text.includes('\0') || !text.isWellFormed());
