// Sample recurrences: weights that all turns share, masks, both directions, sizes that fill no vector.
import { ops, ShapeError, type Tensor } from '../../src/graph/index.ts';
import type { OperationCase } from './operations/operation-case.ts';

type Step = ops.LoopStep;

/** All results of a loop, side by side. */
function results(sequences: Tensor[], starts: Tensor[], step: Step, backwards = false): Tensor {
  const made = ops.loop({ sequences, starts, backwards, step });
  if (made === null) throw new ShapeError('loop', 'takes known shapes');
  return ops.concat(
    [...made.states, ...made.emitted].map(tensor => ops.reshape(tensor, [-1])),
    0,
  );
}

const cell =
  (recurrent: Tensor): Step =>
  ([x], [h, c]) => {
    const [input, forget, output] = ops.split(ops.add(x, ops.matmul(h, recurrent)), 3, -1);
    const carry = ops.add(ops.mul(ops.sigmoid(forget), c), ops.mul(ops.sigmoid(input), ops.tanh(output)));
    const next = ops.mul(ops.sigmoid(output), ops.tanh(carry));
    return { next: [next, carry], emitted: [next] };
  };

const masked =
  (weight: Tensor): Step =>
  ([x, keep], [h]) => {
    const next = ops.tanh(ops.add(ops.matmul(ops.concat([h, x], 1), weight), 0.1));
    const kept = ops.select(ops.greater(keep, 0), next, h);
    return { next: [kept], emitted: [kept, ops.select(ops.greater(keep, 0), next, 0)] };
  };

function sample(
  name: string,
  shapes: readonly (readonly number[])[],
  build: (...inputs: Tensor[]) => Tensor,
): OperationCase {
  return { name: `loop ${name}`, inputs: shapes.map(shape => ({ shape })), build, differentiable: true };
}

export const loopCases: readonly OperationCase[] = [
  sample(
    'with two states',
    [
      [5, 2, 12],
      [2, 4],
      [2, 4],
      [4, 12],
    ],
    (x, h, c, w) => results([x], [h, c], cell(w)),
  ),
  sample(
    'of sizes that fill no vector',
    [
      [4, 3, 6],
      [3, 2],
      [3, 2],
      [2, 6],
    ],
    (x, h, c, w) => results([x], [h, c], cell(w)),
  ),
  sample(
    'backwards',
    [
      [4, 1, 9],
      [1, 3],
      [1, 3],
      [3, 9],
    ],
    (x, h, c, w) => results([x], [h, c], cell(w), true),
  ),
  sample(
    'with a mask',
    [
      [5, 2, 3],
      [2, 2],
      [5, 2],
    ],
    (x, h, w) => {
      const keep = ops.reshape(ops.sub(ops.mod(ops.range(10, 'float32'), 3), 0.5), [5, 2, 1]);
      return results([x, keep], [h], masked(w));
    },
  ),
  sample('whose states change places', [[3, 4], [4], [4]], (x, a, b) =>
    results([x], [a, b], ([step], [left, right]) => ({
      next: [right, ops.add(ops.mul(left, 0.5), ops.sin(step))],
      emitted: [left, step],
    })),
  ),
  sample('with a factor inside', [[6, 3], [3], [3], []], (x, h, factor, bias) =>
    results([x], [h], ([step], [state]) => {
      const next = ops.add(ops.mul(ops.relu(ops.add(state, factor)), ops.mul(step, factor)), bias);
      return { next: [next], emitted: [] };
    }),
  ),
  sample('within a loop', [[3, 4, 2], [2], [2, 2]], (x, h, w) =>
    results([x], [h], ([rows], [state]) => {
      const inner = ops.loop({
        sequences: [rows],
        starts: [state],
        backwards: false,
        step: ([row], [inside]) => {
          const moved = ops.reshape(ops.matmul(ops.reshape(inside, [1, 2]), w), [2]);
          const next = ops.tanh(ops.add(moved, row));
          return { next: [next], emitted: [next] };
        },
      }) as ops.LoopResults;
      return { next: inner.states, emitted: [ops.sum(inner.emitted[0], [0])] };
    }),
  ),
  sample(
    'without a compiled kernel',
    [
      [3, 2, 2],
      [2, 2],
    ],
    (x, h) =>
      results([x], [h], ([step], [state]) => {
        const next = ops.inverse(ops.add(ops.mul(ops.add(step, state), 0.2), ops.eye(2, 2)));
        return { next: [next], emitted: [ops.inverse(ops.add(next, ops.eye(2, 2)))] };
      }),
  ),
];
