/** Connectionist temporal classification (Graves et al. 2006): how likely labels are without knowing where they stand. */
import { ops } from '../../../graph/index.ts';
import { isStatic } from '../../../graph/shapes.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';

/** Stands for the logarithm of 0, so that differences stay numbers; the maximum of WebGL's kernels begins at -1e20. */
const never = -1e15;

function logAdd(...parts: readonly Tensor[]): Tensor {
  return ops.logSumExp(ops.stack(parts, -1), [-1]);
}

/** A row of states moved `by` places to the right. */
function shifted(states: Tensor, by: number): Tensor {
  const size = states.shape[1] as number;
  if (by >= size) return ops.add(ops.mul(states, 0), never);
  const kept = ops.subscript(states, [{}, { stop: size - by }]);
  return ops.pad(
    kept,
    [
      [0, 0],
      [by, 0],
    ],
    'constant',
    never,
  );
}

/** Labels with a blank before, between and after them: (batch, 2 * length + 1). */
function withBlanks(labels: Tensor, blank: number): Tensor {
  const length = labels.shape[1] as number;
  const blanks = ops.add(ops.mul(labels, 0), blank);
  const pairs = ops.reshape(ops.stack([blanks, labels], -1), [labels.shape[0], 2 * length]);
  const last = ops.subscript(blanks, [{}, { stop: 1 }]);
  return ops.concat([pairs, last], 1);
}

/**
 * Negative log-likelihood of each sample's labels.
 * `target` (batch, labels), `logProbabilities` (batch, steps, classes), lengths (batch,).
 */
export function ctcLoss(
  target: Tensor,
  logProbabilities: Tensor,
  targetLength: Tensor,
  outputLength: Tensor,
  blank: number,
): Tensor {
  const [batch, steps, classes] = logProbabilities.shape;
  const length = target.shape[1] ?? null;
  if (steps === null || length === null || classes === null || !isStatic(logProbabilities.shape)) {
    return ops.abstractValue('ctc_loss', [target, logProbabilities], [batch], logProbabilities.dtype);
  }
  const labels = withBlanks(ops.cast(target, 'int32'), blank);
  const width = 2 * length + 1;
  const emitted = ops.matmul(logProbabilities, ops.oneHot(labels, classes, logProbabilities.dtype), {
    transposeB: true,
  });
  // A blank between two labels may be left out unless they are the same.
  const earlier = ops.pad(
    ops.subscript(labels, [{}, { stop: Math.max(0, width - 2) }]),
    [
      [0, 0],
      [Math.min(2, width), 0],
    ],
    'constant',
    blank,
  );
  const maySkip = ops.logicalAnd(ops.notEqual(labels, blank), ops.notEqual(labels, earlier));
  const first = constant(
    Float32Array.from({ length: width }, (_, index) => (index < 2 ? 0 : never)),
    [1, width],
  );
  const at = (step: number) => ops.subscript(emitted, [{}, step]);
  const ends = ops.reshape(ops.cast(outputLength, 'int32'), [batch, 1]);
  let states = ops.add(at(0), first);
  for (let step = 1; step < steps; step++) {
    const skipped = ops.select(maySkip, shifted(states, 2), never);
    const next = ops.add(logAdd(states, shifted(states, 1), skipped), at(step));
    states = ops.select(ops.less(step, ends), next, states);
  }
  const last = ops.mul(ops.reshape(ops.cast(targetLength, 'int32'), [batch, 1]), 2);
  const places = ops.expandDims(ops.range(width), 0);
  const final = ops.logicalOr(ops.equal(places, last), ops.equal(places, ops.sub(last, 1)));
  return ops.neg(ops.logSumExp(ops.select(final, states, never), [1]));
}

/** The likeliest class of each step, without repetitions and blanks: (batch, steps) filled up with -1, and its score. */
export function ctcGreedyDecode(
  output: Tensor,
  lengths: Tensor,
  blank: number,
  mergeRepeated: boolean,
): { decoded: Tensor; score: Tensor } {
  const [batch, steps] = output.shape as readonly [number, number];
  const best = ops.argMax(output, -1);
  const within = ops.less(
    ops.expandDims(ops.range(steps), 0),
    ops.reshape(ops.cast(lengths, 'int32'), [batch, 1]),
  );
  let keep = ops.logicalAnd(within, ops.notEqual(best, blank));
  if (mergeRepeated && steps > 1) {
    const before = ops.pad(
      ops.subscript(best, [{}, { stop: -1 }]),
      [
        [0, 0],
        [1, 0],
      ],
      'constant',
      -1,
    );
    keep = ops.logicalAnd(keep, ops.notEqual(best, before));
  }
  const place = ops.sub(ops.cumsum(ops.cast(keep, 'int32'), 1), 1);
  const hits = ops.oneHot(ops.select(keep, place, -1), steps, 'int32');
  const decoded = ops.sub(ops.sum(ops.mul(hits, ops.expandDims(ops.add(best, 1), -1)), [1]), 1);
  const largest = ops.max(output, [-1]);
  const score = ops.neg(ops.sum(ops.select(within, largest, 0), [1], true));
  return { decoded, score };
}
