/** What a stretch of the tensor graph costs: multiply-adds of one sample, counted operation by operation. */
import { attributesOf, type Tensor } from '../graph/tensor.ts';

type Count = number | null;

/** Numbers along known axes. */
function knownSize(shape: Tensor['shape']): number {
  return shape.reduce<number>((size, dim) => size * (dim ?? 1), 1);
}

function isOpen(tensor: Tensor): boolean {
  return tensor.shape.includes(null);
}

/** Counts what lies between inputs and outputs; one for each stretch. */
class Stretch {
  private readonly ends: ReadonlySet<Tensor>;
  /** How many rows a sample has along the one axis that is not known. */
  private readonly rows = new Map<Tensor, Count>();
  /** Calls of layers that were counted as a whole, by layer and first input. */
  private readonly calls = new Set<string>();
  private readonly costOfLayer: (name: string) => Count;

  constructor(inputs: readonly Tensor[], costOfLayer: (name: string) => Count) {
    this.ends = new Set(inputs);
    this.costOfLayer = costOfLayer;
  }

  /**
   * Products of matrices and windows; what is done number by number beside them, as in the gates of an LSTM, is not
   * worth telling, and counts only where there is nothing else. Null where a size is not known.
   */
  costOf(outputs: readonly Tensor[]): Count {
    const seen = new Set<Tensor>();
    const pending = [...outputs];
    let total = 0;
    let small: Count = 0;
    for (let tensor = pending.pop(); tensor !== undefined; tensor = pending.pop()) {
      if (seen.has(tensor) || this.ends.has(tensor)) continue;
      seen.add(tensor);
      const cost = this.productCost(tensor);
      if (cost === null) return null;
      total += cost;
      const beside = this.elementCost(tensor);
      small = small === null || beside === null ? null : small + beside;
      pending.push(...tensor.inputs);
    }
    return total > 0 ? total : small;
  }

  /** Numbers of a tensor that belong to one sample. */
  private sizeOf(tensor: Tensor): Count {
    const rows = this.rowsOf(tensor);
    return rows === null ? null : rows * knownSize(tensor.shape);
  }

  /** The batch is one row a sample until a reshape joins it with other axes. */
  private rowsOf(tensor: Tensor): Count {
    if (!isOpen(tensor)) return 1;
    const known = this.rows.get(tensor);
    if (known !== undefined) return known;
    const rows = this.rowsAfter(tensor);
    this.rows.set(tensor, rows);
    return rows;
  }

  private rowsAfter(tensor: Tensor): Count {
    if (tensor.shape.filter(dim => dim === null).length > 1) return null;
    if (this.ends.has(tensor)) return tensor.shape[0] === null ? 1 : null;
    const open = tensor.inputs.filter(isOpen);
    const [first] = open;
    // A state of zeros for each sample, say.
    if (first === undefined) return tensor.shape[0] === null ? 1 : null;
    if (tensor.op === 'reshape') {
      const size = this.sizeOf(first);
      return size === null ? null : size / knownSize(tensor.shape);
    }
    const rows = open.map(input => this.rowsOf(input));
    return rows.every(count => count === rows[0]) && tensor.op !== 'concat'
      ? rows[0]!
      : this.joined(tensor, rows);
  }

  /** Parts joined along another axis than the open one have all its rows. */
  private joined(tensor: Tensor, rows: readonly Count[]): Count {
    if (tensor.op !== 'concat' || rows.some(count => count !== rows[0])) return null;
    const { axis } = attributesOf(tensor, 'concat');
    return tensor.shape[axis] === null ? null : rows[0]!;
  }

  private productCost(tensor: Tensor): Count {
    const [first, second] = tensor.inputs;
    switch (tensor.op) {
      case 'matmul': {
        const inner = first!.shape.at(attributesOf(tensor, 'matmul').transposeA ? -2 : -1) ?? null;
        return times(this.sizeOf(tensor), inner);
      }
      case 'convolution':
        return picksOnly(second!)
          ? 0
          : times(this.sizeOf(tensor), ratio(knownSize(second!.shape), tensor.shape.at(-1)));
      case 'convolutionInputGradient':
        return times(this.sizeOf(first!), ratio(knownSize(second!.shape), first!.shape.at(-1)));
      case 'maxPool':
      case 'averagePool':
        return times(
          this.sizeOf(tensor),
          attributesOf(tensor, 'maxPool').size.reduce((a, b) => a * b, 1),
        );
      case 'loop': {
        const { body } = attributesOf(tensor, 'loop');
        const turn = new Stretch([...body.slices, ...body.captured], this.costOfLayer);
        return times(turn.costOf([...body.next, ...body.emitted]), body.turns);
      }
      case 'abstract':
        return this.abstractCost(tensor);
      default:
        return 0;
    }
  }

  private elementCost(tensor: Tensor): Count {
    switch (tensor.op) {
      case 'sum':
      case 'prod':
      case 'max':
      case 'min':
        return this.sizeOf(tensor.inputs[0]!);
      case 'mul':
      case 'div':
        // A factor that is one number for all is a matter of scale.
        return tensor.inputs.every(input => input.shape.length > 0) ? this.sizeOf(tensor) : 0;
      default:
        return 0;
    }
  }

  /** What can be traced only when all shapes are known: the layer that does it tells what it costs, once a call. */
  private abstractCost(tensor: Tensor): Count {
    const { layer } = tensor.origin;
    if (MOVES.has(attributesOf(tensor, 'abstract').of)) return 0;
    if (layer === undefined) return null;
    const call = `${layer} ${tensor.inputs[0]?.id}`;
    if (this.calls.has(call)) return 0;
    this.calls.add(call);
    return this.costOfLayer(layer);
  }
}

/** Work that is none, of those that are not traced before all shapes are known. */
const MOVES = new Set(['zeros', 'tile', 'repeat', 'pad', 'roll', 'oneHot', 'takeAlongAxis', 'gatherNd']);

/** Whether each filter of a kernel copies one number of its window, as patches are cut out. */
function picksOnly(kernel: Tensor): boolean {
  if (kernel.op !== 'constant') return false;
  const { data } = attributesOf(kernel, 'constant');
  const filters = kernel.shape.at(-1) ?? 0;
  let ones = 0;
  for (const value of data) {
    if (value !== 0 && value !== 1) return false;
    ones += value;
  }
  return ones === filters;
}

function times(a: Count, b: Count | undefined): Count {
  return a === null || b == null ? null : a * b;
}

function ratio(a: number, b: Count | undefined): Count {
  return b ? a / b : null;
}

/**
 * Multiply-adds of one sample between tensors; null where a size is not known.
 * @param inputs where the stretch begins, with the batch as their first axis
 * @param costOfLayer what one call of the layer of that name costs
 */
export function graphCost(
  inputs: readonly Tensor[],
  outputs: readonly Tensor[],
  costOfLayer: (name: string) => Count,
): Count {
  const total = new Stretch(inputs, costOfLayer).costOf(outputs);
  const batch = inputs[0]?.shape[0] ?? 1;
  return total === null ? null : total / batch;
}
