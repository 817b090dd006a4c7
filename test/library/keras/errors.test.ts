/** What Keras raises is an error before running; what it runs is none. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseKeras } from './program.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/keras-oracle/errors');
const expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')) as Record<
  string,
  { raises: boolean; message?: string }
>;

describe('errors that Keras raises', () => {
  for (const [name, { raises, message }] of Object.entries(expected)) {
    it(`${name}: ${raises ? message?.slice(0, 60) : 'runs'}`, async () => {
      const program = await analyseKeras(readFileSync(path.join(folder, `${name}.py`), 'utf8'));
      const errors = program.findings.filter(finding => finding.severity === 'error');
      if (raises) expect(errors.length).toBeGreaterThan(0);
      else expect(errors.map(error => error.raises)).toEqual([]);
    });
  }
});
