import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export function CopyButton({ text, what }: { text: string; what: string }): JSX.Element {
  const [result, setResult] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (!result) return undefined;
    const timer = window.setTimeout(() => {
      setResult(undefined);
    }, 2_000);
    return () => {
      window.clearTimeout(timer);
    };
  }, [result]);
  const copy = (): void => {
    void write(text).then(setResult);
  };
  return (
    <button class="button button-small" type="button" onClick={copy} aria-label={`Copy ${what}`}>
      <span aria-live="polite">
        {result === 'copied' ? 'Copied' : result === 'failed' ? 'Select it by hand' : 'Copy'}
      </span>
    </button>
  );
}

/** Browsers have no clipboard for pages that come over plain HTTP from another machine. */
async function write(text: string): Promise<'copied' | 'failed'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}
