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
  const found = { raised: 0, seen: 0, run: 0, alarms: 0 };

  for (const [name, { raises, message }] of Object.entries(expected)) {
    it(`${name}: ${raises ? message?.slice(0, 60) : 'runs'}`, async () => {
      const program = await analyseKeras(readFileSync(path.join(folder, `${name}.py`), 'utf8'));
      const errors = program.findings.filter(finding => finding.severity === 'error');
      if (raises) {
        found.raised++;
        if (errors.length > 0) found.seen++;
      } else {
        found.run++;
        if (errors.length > 0) found.alarms++;
      }
      if (raises) expect(errors.length).toBeGreaterThan(0);
      else expect(errors.map(error => error.raises)).toEqual([]);
    });
  }

  it('are all found, and no others', () => {
    const recall = found.seen / found.raised;
    console.log(
      `keras-oracle/errors: recall ${recall.toFixed(2)} (${found.seen} of ${found.raised}), false alarms ${found.alarms} (in ${found.run} that run)`,
    );
    expect(found.raised + found.run).toBe(Object.keys(expected).length);
    expect({ recall, alarms: found.alarms }).toEqual({ recall: 1, alarms: 0 });
  });
});
