/** Scripts of a fixture folder that print lines of JSON, compared number by number with what is expected. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { runKeras } from './program.ts';

type Printed = Record<string, unknown>;

function lines(text: string): Printed[] {
  return text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Printed);
}

/** The number expected and ours: within 1e-3 relative or 2e-4 absolute, for sums of float32 in another order. */
function agrees(expected: unknown, actual: unknown): boolean {
  if (typeof expected === 'number' && typeof actual === 'number') {
    return Math.abs(expected - actual) <= Math.max(2e-4, 1e-3 * Math.abs(expected));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length && expected.every((item, index) => agrees(item, actual[index]));
  }
  return expected === actual;
}

/** Runs `folder/name.py` and compares with `folder/name.expected`. */
export async function expectPrinted(
  folder: string,
  name: string,
  backend: 'cpu' | 'wasm' = 'cpu',
): Promise<void> {
  const text = readFileSync(path.join(folder, `${name}.py`), 'utf8');
  const run = await runKeras(text, undefined, 1, backend);
  expect(run.stderr).toBe('');
  const expected = lines(readFileSync(path.join(folder, `${name}.expected`), 'utf8'));
  const actual = lines(run.stdout);
  expect(actual.map(line => Object.keys(line))).toEqual(expected.map(line => Object.keys(line)));
  expected.forEach((line, index) => {
    for (const [key, value] of Object.entries(line)) {
      if (!agrees(value, actual[index][key])) expect(actual[index][key], key).toEqual(value);
    }
  });
}
