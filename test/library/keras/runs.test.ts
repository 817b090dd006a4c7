/** Every script of the reference prints what Keras printed, and every script with formulas what these give. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';
import { expectPrinted } from './printed-lines.ts';

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
