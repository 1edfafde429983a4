import type { JSX } from 'preact';

export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <rect width="32" height="32" rx="7" class="mark-ground" />
      <path d="M8 23V9m0 14h16" class="mark-axes" />
      <path d="M11 19c3 0 3-7 7-7s3-3 6-3" class="mark-curve" />
    </svg>
  );
}
