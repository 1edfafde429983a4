import type { Conversion } from '@app/analytics';
import type { IdentityWrite } from '@app/customers';
import { moved, type Move } from './conversion-moves.js';
import { ConversionNotFound } from './tracking.errors.js';

/**
 * Moves a conversion to another status or refund, and its customer's row with it. Throws
 * `ConversionNotFound` and what `moved` throws.
 */
export async function moveConversion(
  write: IdentityWrite,
  conversion: Conversion | undefined,
  move: Move,
): Promise<Conversion> {
  if (!conversion) throw new ConversionNotFound();
  write.subject = conversion.id;
  const after = moved(conversion, move, write.workspace.currency, write.now);
  if (after !== conversion) await write.move(conversion, after);
  return conversion;
}
