import { CONVERSION_COLUMNS, type Conversion } from '@app/analytics';
import { OWNER_OF_CONVERSION, type ConversionOwner } from '@app/customers';
import { Binding, type ExportFormat, type Sql } from '@app/platform';
import { conditions, type ConversionFilter } from './conversion-list.store.js';

/** A conversion; for an import with whose it is. */
export type ExportedConversion = Conversion & Partial<ConversionOwner>;

/**
 * Conversions in the order of their ids, which nothing changes while an export goes on. For an import
 * without those of deleted customers: they have nobody to go to.
 */
export function exportSql(
  filter: ConversionFilter,
  format: ExportFormat,
  after: string | undefined,
): Sql {
  const binding = new Binding();
  binding.add(filter.workspaceId);
  const where = conditions(filter, binding);
  if (after !== undefined) where.push(`id > ${binding.add(after)}`);
  const isImport = format === 'ndjson';
  if (isImport) where.push('owner."ownerIsDeleted" is not true');
  const text = `
    select ${CONVERSION_COLUMNS}${isImport ? ', owner.*' : ''}
    from conversions ${isImport ? OWNER_OF_CONVERSION : ''}
    where ${where.join(' and ')}
    order by id`;
  return { text, values: binding.values };
}
