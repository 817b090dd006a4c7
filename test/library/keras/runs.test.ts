/** Every script of the reference prints what Keras printed. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runKeras } from './program.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/keras-oracle/runs');

type Printed = Record<string, unknown>;

function lines(text: string): Printed[] {
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Printed);
}

/** Keras's number and ours: within 1e-3 relative or 2e-4 absolute, for sums of float32 in another order. */
function agrees(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return Math.abs(expected - actual) <= Math.max(2e-4, 1e-3 * Math.abs(expected));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length && expected.every((item, index) => agrees(item, actual[index]));
  }
  return expected === actual;
}

describe('programs print what Keras prints', () => {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.py'))) {
    it(file, async () => {
      const run = await runKeras(readFileSync(path.join(folder, file), 'utf8'));
      expect(run.stderr).toBe('');
      const expected = lines(readFileSync(path.join(folder, file.replace('.py', '.expected')), 'utf8'));
      const actual = lines(run.stdout);
      expect(actual.map(line => Object.keys(line))).toEqual(expected.map(line => Object.keys(line)));
      expected.forEach((line, index) => {
        for (const [name, value] of Object.entries(line)) {
          if (!agrees(value, actual[index][name])) expect(actual[index][name], name).toEqual(value);
        }
      });
    });
  }
});
