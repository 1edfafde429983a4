import type { Customer } from '../api/types.ts';

/** The best name that there is. */
export const titleOf = ({ name, email, externalId }: Customer): string =>
  name ?? email ?? externalId;

/** One or two letters in place of a picture: a picture would be fetched from a host that is not ours. */
export function initialsOf(customer: Customer): string {
  const words = titleOf(customer)
    .split(/[\s._@-]+/)
    .filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toLocaleUpperCase() ?? '')
    .join('');
}

interface Origin {
  campaignId: string | null;
  source: string | null;
  medium: string | null;
}

/** `newsletter / email · spring`: source and medium, then the campaign. */
export function originOf(touch: Origin | null): string {
  if (!touch) return '–';
  const { source, medium, campaignId } = touch;
  const way = [source, medium].filter(Boolean).join(' / ');
  return [way, campaignId].filter(Boolean).join(' · ') || 'a link without a source';
}
