import type { JSX } from 'preact';

export function Stats({ items }: { items: readonly (readonly [string, string])[] }): JSX.Element {
  return (
    <dl class="stats">
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
