// How much of a training step its matrix products and convolutions take when they run alone.
import {
  attributesOf,
  type BackendName,
  ops,
  type Program,
  programRoots,
  simplify,
  type Tensor,
  topologicalOrder,
  Variable,
} from '../../src/graph/index.ts';
import { Tensor as GraphTensor } from '../../src/graph/tensor.ts';
import { openBackend } from '../../src/training/open-engine.ts';
import { benchData, median } from './measure.ts';
import type { BenchModel } from './models.ts';

const kernels = new Set(['matmul', 'convolution', 'convolutionInputGradient', 'convolutionFilterGradient']);

/** The heavy operations that roots need; those of a loop once for each of its turns. */
function heavyOperations(roots: readonly Tensor[]): Tensor[] {
  return topologicalOrder(roots).flatMap(tensor => {
    if (kernels.has(tensor.op)) return [tensor];
    if (tensor.op !== 'loop') return [];
    const { body } = attributesOf(tensor, 'loop');
    const turn = heavyOperations([...body.next, ...body.emitted]);
    return Array.from({ length: body.turns }, () => turn).flat();
  });
}

/** The heavy operations of a program on contents of their own, each result kept. */
function kernelsAlone(program: Program): Program {
  const nodes = heavyOperations(programRoots(simplify(program)));
  const variable = (like: Tensor, initial: number) =>
    new Variable({ name: 'operand', shape: like.shape as number[], dtype: like.dtype, initial });
  return {
    inputs: [],
    outputs: [],
    updates: nodes.map(node => {
      const inputs = node.inputs.map(input => variable(input, 0.01).read());
      const alone = new GraphTensor(node.op, inputs, node.attributes, node.shape, node.dtype);
      return { variable: variable(node, 0), value: alone.inputs.length > 0 ? alone : ops.identity(alone) };
    }),
  };
}

/** Rounds that are timed at most, and those before them that warm up and find how many steps make a round. */
const ROUNDS = 15;
const WARM_UP = 3;

/**
 * The time of a step's matrix products and convolutions alone, as a share of the time of the whole step; medians of
 * rounds by turns, fewer where they take longer than the budget.
 * @param budget milliseconds
 * @param hear told before each round of one of the two
 */
export async function shareOfKernels(
  bench: BenchModel,
  backend: BackendName,
  budget: number,
  hear: () => Promise<void>,
): Promise<number> {
  const engine = await openBackend(backend, 'a benchmark');
  const { x, y } = benchData(bench);
  const rows = (data: Float32Array, shape: readonly number[]) => ({
    data: data.slice(
      0,
      shape.reduce((product, dim) => product * dim, 1),
    ),
    shape,
    dtype: 'float32' as const,
  });
  const feeds = [rows(x, [bench.batch, ...bench.inputShape]), rows(y, [bench.batch, bench.classes])];
  const program = bench.step(bench.batch);
  const runs = [
    { executable: engine.compile(program), feeds, times: [] as number[] },
    { executable: engine.compile(kernelsAlone(program)), feeds: [], times: [] as number[] },
  ];
  let steps = 1;
  const end = performance.now() + budget;
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const isLate = performance.now() > end;
    if (isLate && runs[0].times.length > 0) break;
    for (const { executable, feeds: given, times } of runs) {
      await hear();
      const start = performance.now();
      for (let step = 0; step < steps; step++) engine.dispose(executable.run(given));
      await engine.finish();
      const time = performance.now() - start;
      if (round >= WARM_UP || isLate) times.push(time);
      // Clocks of browsers are coarse: short steps are timed by the hundred.
      else if (time < 20 && executable === runs[0].executable) steps *= 4;
    }
  }
  engine.close();
  const [whole, alone] = runs.map(({ times }) => median(times));
  return alone / whole;
}
