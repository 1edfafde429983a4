import type { JSX } from 'preact';
import type { Pagination } from '../api/client.ts';
import { formatCount } from '../format/numbers.ts';
import { firstPageOf, linkOf, type ListQuestion } from './list-question.ts';

/** A cursor only leads on: where each has been come to from, so that there is a way back as well. */
const cameFrom = new Map<string, ListQuestion>();

interface Props {
  question: ListQuestion;
  shown: number;
  pagination: Pagination;
  /** Whether it is the page of this question, rather than of the one before. */
  isCurrent: boolean;
}

export function Pager({ question, shown, pagination, isCurrent }: Props): JSX.Element | null {
  const { nextCursor, total, totalCapped } = pagination;
  const { cursor, before } = question;
  if (cursor === null && nextCursor === null) return null;
  if (isCurrent && nextCursor !== null) cameFrom.set(nextCursor, question);
  const previous = cursor === null ? undefined : cameFrom.get(cursor);
  const next = { ...question, cursor: nextCursor, before: before + shown };
  return (
    <nav class="pager" aria-label="Pages of the list">
      <span class="muted">
        {formatCount(before + 1)}–{formatCount(before + shown)} of {formatCount(total)}
        {totalCapped && '+'}
      </span>
      <Step to={cursor === null ? undefined : firstPageOf(question)} text="First" />
      <Step to={previous} text="Previous" />
      <Step to={isCurrent && nextCursor !== null ? next : undefined} text="Next" />
    </nav>
  );
}

function Step({ to, text }: { to: ListQuestion | undefined; text: string }): JSX.Element {
  if (!to) {
    return (
      <span class="button button-off" aria-hidden="true">
        {text}
      </span>
    );
  }
  return (
    <a class="button" href={linkOf(to)}>
      {text}
    </a>
  );
}
