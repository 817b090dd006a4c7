// Steps that touch few rows of a table: in its place where nobody reads the old one, with the numbers of a whole step.
import { describe, expect, test } from 'vitest';
import { gradients, ops, type Program, placeholder, Variable } from '../../src/graph/index.ts';
import { simplify } from '../../src/graph/simplify.ts';
import { openEngine } from '../../src/training/open-engine.ts';
import { spreadNumbers } from '../graph/spread-numbers.ts';

const [ROWS, WIDTH] = [7, 3];
const words = Int32Array.of(2, 0, 2, 5, 2, 6);

/** A step of gradient descent on a looked-up table; `keepsOld` also returns the table as it was. */
function descent(keepsOld: boolean): { program: Program; table: Variable } {
  const initial = spreadNumbers(ROWS * WIDTH, -1, 1, 1);
  const table = new Variable({ name: 'table', shape: [ROWS, WIDTH], initial });
  const rate = new Variable({ name: 'rate', shape: [], initial: 0.25 });
  const x = placeholder([words.length], 'int32');
  const loss = ops.sum(ops.square(ops.gather(table.read(), x, 0)));
  const [slope] = gradients(loss, [table.read()]);
  const value = ops.sub(table.read(), ops.mul(slope!, rate.read()));
  return {
    table,
    program: {
      inputs: [x],
      outputs: keepsOld ? [loss, table.read()] : [loss],
      updates: [{ variable: table, value }],
    },
  };
}

for (const backend of ['cpu', 'wasm'] as const) {
  describe(backend, () => {
    test.each([false, true])('a looked-up table after two steps (old one read: %s)', async keepsOld => {
      const { program, table } = descent(keepsOld);
      expect(simplify(program).updates[0].value.op).toBe('scatterAdd');
      const engine = await openEngine({ backend });
      const wanted = Float64Array.from(table.initialValue());
      const executable = engine.compile(program);
      for (let step = 0; step < 2; step++) {
        const before = Float64Array.from(wanted);
        const values = await engine.readMany(
          executable.run([{ data: words, shape: [words.length], dtype: 'int32' }]),
        );
        for (const word of words)
          for (let at = word * WIDTH; at < (word + 1) * WIDTH; at++) wanted[at] -= 0.25 * 2 * before[at];
        if (keepsOld)
          for (const [at, value] of before.entries()) expect(values[1].data[at]).toBeCloseTo(value, 6);
        const { data } = await engine.read(table);
        for (const [at, value] of wanted.entries()) expect(data[at]).toBeCloseTo(value, 6);
      }
      engine.close();
    });
  });
}
