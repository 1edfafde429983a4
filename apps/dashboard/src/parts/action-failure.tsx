import type { JSX } from 'preact';
import type { Failure } from '../api/failure.ts';

/** Why something that was asked for was not done. */
export function ActionFailure({ failure }: { failure: Failure | undefined }): JSX.Element | null {
  if (!failure) return null;
  return (
    <div class="notice notice-warn" role="alert">
      <p>
        <strong>Not done.</strong> {failure.details.length === 0 && failure.message}
      </p>
      {failure.details.length > 0 && (
        <ul>
          {failure.details.map(({ path, message }) => (
            <li key={path}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {failure.requestId !== null && (
        <p class="small">
          {failure.code} · request <code>{failure.requestId}</code>
        </p>
      )}
    </div>
  );
}
