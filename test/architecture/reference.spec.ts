import { ERROR_REFERENCE, STATUS_OF_KIND } from '@app/platform';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { referencePages } from '../../apps/api/src/reference/pages.js';
import { openApi } from '../support/openapi.js';

describe('the generated reference', () => {
  it.each(Object.entries(referencePages(openApi)))('%s is current', (file, content) => {
    expect(readFileSync(file, 'utf8')).toBe(content);
  });

  it('documents every error code that the source declares', () => {
    const declared = sources('libs').flatMap((file) =>
      Array.from(
        readFileSync(file, 'utf8').matchAll(/readonly code = '(\w+)'/g),
        ([, code]) => code,
      ),
    );
    expect(declared.length).toBeGreaterThan(10);
    for (const code of declared) expect(ERROR_REFERENCE).toHaveProperty([code ?? '']);
  });

  it('gives each code a status that some error kind has, a cause and a remedy', () => {
    const statuses = Object.values(STATUS_OF_KIND);
    for (const { status, when, remedy } of Object.values(ERROR_REFERENCE)) {
      expect(statuses).toContain(status);
      expect(when).toMatch(/^[A-Z].*\.$/);
      expect(remedy).toMatch(/^[A-Z].*\.$/);
    }
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => path.join(folder, file));
}
