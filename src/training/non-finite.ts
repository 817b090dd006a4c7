// Finds where a step first produces NaN or an infinity, so that a message can name the layer and line.

import { isFloating } from '../graph/dtypes.ts';
import type { Engine, Feed } from '../graph/engine.ts';
import { all, isFiniteNumber } from '../graph/operations/index.ts';
import { describeOrigin, type Origin } from '../graph/origin.ts';
import { type Program, programRoots, topologicalOrder } from '../graph/program.ts';
import { collectStreams } from '../graph/streams.ts';

export interface NonFinite {
  readonly operation: string;
  readonly origin: Origin;
  /** "log in layer 'dense_1', line 12 gives NaN or an infinity" */
  readonly message: string;
}

/**
 * The first operation of the program with finite inputs and a result that is not. Variables must hold what
 * they held before the step; nothing is updated, and random operations draw as in the latest run.
 */
export async function findNonFinite(
  engine: Engine,
  program: Program,
  feeds: readonly Feed[],
): Promise<NonFinite | null> {
  const order = topologicalOrder(programRoots(program)).filter(
    tensor => tensor.op !== 'constant' && tensor.op !== 'loop' && isFloating(tensor.dtype),
  );
  const checks = order.map(tensor => all(isFiniteNumber(tensor)));
  const streams = collectStreams(programRoots(program));
  for (const stream of streams) stream.position--;
  const executable = engine.compile({ inputs: program.inputs, outputs: checks, updates: [] });
  try {
    const values = executable.run(feeds);
    const finite = (await engine.readMany(values)).map(value => value.data[0] !== 0);
    engine.dispose(values);
    const at = finite.indexOf(false);
    if (at < 0) return null;
    const { op, origin } = order[at];
    const place = describeOrigin(origin);
    const message = `${op}${place === '' ? '' : ` in ${place}`} gives NaN or an infinity`;
    return { operation: op, origin, message };
  } finally {
    executable.dispose();
    for (const stream of streams) stream.position++;
  }
}
