import type { JSX } from 'preact';

interface Props {
  /** From 0 to 1. */
  share: number;
  text: string;
  kind?: 'size' | 'revenue' | 'average';
}

/** A number with a bar behind it that compares it with the others of its column. */
export function Bar({ share, text, kind = 'size' }: Props): JSX.Element {
  return (
    <div class="bar-cell">
      <span class="bar-track" aria-hidden="true">
        {share > 0 && (
          <span class={`bar bar-${kind}`} style={{ width: `${(share * 100).toFixed(2)}%` }} />
        )}
      </span>
      <span class="bar-text">{text}</span>
    </div>
  );
}
