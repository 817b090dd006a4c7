/** The NumPy corpus: small programs print what real NumPy printed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { numpyModules } from '../../../src/library/numpy/index.ts';
import { libraryRegistry } from '../../../src/python/modules.ts';
import { runPython } from '../../python/run.ts';

interface RecordedProgram {
  readonly name: string;
  readonly source: string;
  readonly stdout: string;
}

const recorded = fileURLToPath(new URL('../../fixtures/numpy/corpus.jsonl', import.meta.url));

/**
 * Programs known to differ, with the reason. A program that comes to agree must leave this list (the test says so).
 */
const known: Readonly<Record<string, string>> = {
  fn_std: 'complex variance differs in the last bit',
  fn_var: 'complex variance differs in the last bit',
  fn_median: 'median of text and of complex numbers',
  fn_any: 'text has no truth reduction in NumPy',
  fn_all: 'text has no truth reduction in NumPy',
  fn_abs: 'wording of the error for text',
  fn_negative: 'wording of the error for text',
  fn_sign: 'wording of the error for text and bool',
  fn_round: 'rounding of text and complex numbers',
  fn_argwhere: 'argwhere of a scalar',
  fn_tril: 'tril of a scalar',
  fn_log1p: 'log1p of complex numbers',
  op_pow: 'integer power beyond 64 bits, pow in the last bit',
  assign_i1: 'which of two errors is found first',
  assign_i2: 'which of two errors is found first',
  assign_i3: 'which of two errors is found first',
  create_066: 'the class of dtype objects',
  create_067: 'the class of dtype objects',
  create_076: 'the class of dtype objects',
  create_077: 'the class of dtype objects',
  create_078: 'attributes of scalar classes',
  create_079: 'attributes of scalar classes',
  misc_090: 'the determinant in the last bit (LAPACK)',
  misc_175: 'the qualified name in AttributeError',
  misc_184: 'trim_zeros of a list gives a list',
};

describe('NumPy corpus', () => {
  it('prints what NumPy prints', async () => {
    const libraries = libraryRegistry(numpyModules);
    const programs = readFileSync(recorded, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as RecordedProgram);
    const different: string[] = [];
    for (const program of programs) {
      const run = await runPython(program.source, { libraries });
      if (run.stdout !== program.stdout) different.push(program.name);
    }
    console.log(`numpy: ${programs.length - different.length} of ${programs.length} programs agree`);
    expect(different.sort()).toEqual(Object.keys(known).sort());
  }, 120_000);
});
