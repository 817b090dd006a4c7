// Reference kernels for every primitive, in plain JavaScript: what other backends are tested against, what
// they fall back on, and what folds constants.
import type { HostData, OperationName } from '../attributes.ts';
import { type DType, storageOf } from '../dtypes.ts';
import { needsWrapping, wrapNumbers } from '../integers.ts';
import { needsRounding, roundNumbers } from '../precision.ts';
import { topologicalOrder } from '../program.ts';
import { fillNormal, fillTruncatedNormal, fillUniform } from '../random.ts';
import { sizeOf, staticShape } from '../shapes.ts';
import { attributesOf, hostData, type Tensor } from '../tensor.ts';
import { decompositionKernels } from './decomposition.ts';
import { elementwiseKernels } from './elementwise.ts';
import type { Cells, Kernel, PreparedKernel } from './kernel.ts';
import { loopKernel, loopResultKernel } from './loop.ts';
import { movementKernels } from './movement.ts';
import { productKernels } from './products.ts';
import { reductionKernels } from './reduction.ts';

export type { Cells, Kernel, PreparedKernel } from './kernel.ts';

function random(
  name: 'randomUniform' | 'randomNormal' | 'randomTruncatedNormal',
  fill: typeof fillUniform,
): [OperationName, Kernel] {
  return [
    name,
    node => {
      const { stream, salt } = attributesOf(node, name);
      return (_inputs, out) => fill(out, { seed: stream.seed, position: stream.position, salt });
    },
  ];
}

const kernels: ReadonlyMap<OperationName, Kernel> = new Map<OperationName, Kernel>([
  ...elementwiseKernels,
  ...reductionKernels,
  ...movementKernels,
  ...productKernels,
  ...decompositionKernels,
  [
    'loop',
    node =>
      loopKernel({
        newCells: tensor => newCells(tensor.dtype, sizeOf(staticShape(tensor.op, tensor.shape)) as number),
        prepare: prepareKernel,
        constantCells: tensor => toCells(attributesOf(tensor, 'constant').data),
      })(node),
  ],
  ['loopResult', loopResultKernel],
  random('randomUniform', fillUniform),
  random('randomNormal', fillNormal),
  random('randomTruncatedNormal', fillTruncatedNormal),
]);

/** The loop for a node with static shapes; throws for leaves and values that stayed abstract. */
export function prepareKernel(node: Tensor): PreparedKernel {
  const kernel = kernels.get(node.op);
  if (kernel === undefined) {
    if (node.op === 'abstract') {
      throw new TypeError(`${attributesOf(node, 'abstract').of} needs fully known shapes to be computed`);
    }
    throw new TypeError(`there is no kernel for ${node.op}`);
  }
  return kernel(node);
}

/** The array that cells of a dtype lie in. */
export function cellArray(dtype: DType): typeof Float32Array | typeof Float64Array | typeof Int32Array {
  const storage = storageOf(dtype);
  return storage === 'float32' ? Float32Array : storage === 'float64' ? Float64Array : Int32Array;
}

/** New cells for a tensor's storage. */
export function newCells(dtype: DType, size: number): Cells {
  return new (cellArray(dtype))(size);
}

export function toCells(data: HostData): Cells {
  return data instanceof Uint8Array ? Int32Array.from(data) : data;
}

/** Host form of cells: bools become bytes. */
export function toHost(cells: Cells, dtype: DType): HostData {
  return storageOf(dtype) === 'bool' ? hostData(cells, 'bool') : cells;
}

/** Cells as the dtype of their tensor holds them. */
function asHeld(tensor: Tensor, cells: Cells): Cells {
  if (needsWrapping(tensor)) return wrapNumbers(cells, tensor.dtype);
  return needsRounding(tensor) ? roundNumbers(cells, tensor.dtype) : cells;
}

/**
 * Computes tensors at once from constants and initial values of variables.
 * @param given contents of placeholders
 */
export function evaluateReference(
  tensors: readonly Tensor[],
  given: ReadonlyMap<Tensor, HostData> = new Map(),
): Cells[] {
  const values = new Map<Tensor, Cells>();
  for (const tensor of topologicalOrder(tensors)) {
    const known = given.get(tensor);
    if (known !== undefined) values.set(tensor, toCells(known));
    else if (tensor.op === 'constant') {
      values.set(tensor, roundNumbers(toCells(attributesOf(tensor, 'constant').data), tensor.dtype));
    } else if (tensor.op === 'variable') {
      values.set(tensor, toCells(attributesOf(tensor, 'variable').variable.initialValue()));
    } else {
      const cells = newCells(tensor.dtype, sizeOf(staticShape(tensor.op, tensor.shape)) as number);
      prepareKernel(tensor)(
        tensor.inputs.map(input => values.get(input) as Cells),
        cells,
      );
      values.set(tensor, asHeld(tensor, cells));
    }
  }
  return tensors.map(tensor => values.get(tensor) as Cells);
}
