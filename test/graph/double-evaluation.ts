/** The reference kernels on doubles: finite differences taken of them show no rounding to 32 bits. */
import { storageOf } from '../../src/graph/dtypes.ts';
import { collectStreams, type Tensor, topologicalOrder, type Variable } from '../../src/graph/index.ts';
import { type Cells, type PreparedKernel, prepareKernel } from '../../src/graph/reference/index.ts';
import { loopKernel } from '../../src/graph/reference/loop.ts';
import { sizeOf, staticShape } from '../../src/graph/shapes.ts';
import { attributesOf } from '../../src/graph/tensor.ts';

/** Kernels are typed for 32 bits and compute in doubles; only where they write decides how much is kept. */
const asCells = (numbers: Float64Array): Cells => numbers as unknown as Float32Array;

function newNumbers({ dtype, shape, op }: Tensor): Cells {
  const size = sizeOf(staticShape(op, shape)) as number;
  return storageOf(dtype).startsWith('float') ? asCells(new Float64Array(size)) : new Int32Array(size);
}

function constantNumbers(tensor: Tensor): Cells {
  const numbers = newNumbers(tensor);
  numbers.set(attributesOf(tensor, 'constant').data);
  return numbers;
}

/** The kernel of a tensor; what the body of a loop computes is kept in doubles as well. */
const prepareInDoubles = (tensor: Tensor): PreparedKernel =>
  tensor.op === 'loop' ? loopInDoubles(tensor) : prepareKernel(tensor);

const loopInDoubles = loopKernel({
  newCells: newNumbers,
  prepare: prepareInDoubles,
  constantCells: constantNumbers,
});

interface Prepared {
  readonly tensor: Tensor;
  readonly kernel: PreparedKernel | null;
  readonly inputs: readonly Cells[];
  readonly output: Cells;
  readonly variable: Variable | null;
}

/** Tensors in double precision, computed again for other contents of their variables. */
export class DoubleEvaluation {
  readonly #prepared: readonly Prepared[];
  readonly #values = new Map<Tensor, Cells>();

  constructor(roots: readonly Tensor[]) {
    for (const stream of collectStreams(roots)) stream.position = 0;
    this.#prepared = topologicalOrder(roots).map(tensor => {
      const output = newNumbers(tensor);
      this.#values.set(tensor, output);
      if (tensor.op === 'constant') output.set(attributesOf(tensor, 'constant').data);
      const variable = tensor.op === 'variable' ? attributesOf(tensor, 'variable').variable : null;
      if (variable !== null) output.set(variable.initialValue());
      const kernel = tensor.op === 'constant' || variable !== null ? null : prepareInDoubles(tensor);
      const inputs = tensor.inputs.map(input => this.#values.get(input) as Cells);
      return { tensor, kernel, inputs, output, variable };
    });
    for (const { kernel, inputs, output } of this.#prepared) kernel?.(inputs, output);
  }

  /** The value as it was last computed. */
  of(tensor: Tensor): ArrayLike<number> {
    return this.#values.get(tensor) as Cells;
  }

  /**
   * What a root is where `variable` holds its contents moved by each of these steps in a direction; afterwards it
   * holds its contents again. What a gradient takes as fixed (`stopGradient`) stays.
   */
  along(
    root: Tensor,
    variable: Variable,
    direction: ArrayLike<number>,
    steps: readonly number[],
  ): readonly number[] {
    const leaf = this.#prepared.find(item => item.variable === variable);
    if (leaf === undefined) return steps.map(() => this.of(root)[0]);
    const moving = new Set([leaf.tensor]);
    const later = this.#prepared.filter(({ tensor }) => {
      const moves = tensor.op !== 'stopGradient' && tensor.inputs.some(input => moving.has(input));
      if (moves) moving.add(tensor);
      return moves;
    });
    const start = Float64Array.from(leaf.output);
    const compute = () => {
      for (const { kernel, inputs, output } of later) kernel?.(inputs, output);
      return this.of(root)[0];
    };
    const results = steps.map(step => {
      start.forEach((value, place) => {
        leaf.output[place] = value + step * direction[place];
      });
      return compute();
    });
    leaf.output.set(start);
    compute();
    return results;
  }
}
