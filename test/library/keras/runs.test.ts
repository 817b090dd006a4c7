/** Every script of the reference prints what Keras printed, and every script with formulas what these give. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectPrinted } from './printed-lines.ts';
import { analyseKeras } from './program.ts';

const fixtures = path.join(import.meta.dirname, '../../fixtures');

function scripts(folder: string): string[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.py'))
    .map(name => name.slice(0, -3));
}

describe.each([
  ['programs print what Keras prints', 'keras-oracle/runs', 'cpu'],
  ['programs print what the formulas give', 'keras-formulas', 'cpu'],
  ['programs print what the formulas give on wasm', 'keras-formulas', 'wasm'],
] as const)('%s', (_title, place, backend) => {
  const folder = path.join(fixtures, place);
  it.each(scripts(folder))('%s', name => expectPrinted(folder, name, backend));
});

describe('analysis finds nothing wrong with programs that run', () => {
  const folder = path.join(fixtures, 'keras-formulas');
  it.each(scripts(folder))('%s', async name => {
    const { findings } = await analyseKeras(readFileSync(path.join(folder, `${name}.py`), 'utf8'));
    expect(findings.map(finding => `${finding.code} at ${finding.span.start.line}`)).toEqual([]);
  });
});
