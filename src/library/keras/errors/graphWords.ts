/** What TensorFlow says of shapes that do not fit while a graph is made: all that Keras 1 does, and models of Keras 2. */
import { type Shape, type ShapeProblem, sizeOf } from '../../../graph/shapes.ts';

/** TensorFlow's kernels, by our primitives. */
const kernels: Readonly<Record<string, string>> = {
  add: 'AddV2',
  sub: 'Sub',
  mul: 'Mul',
  div: 'RealDiv',
  pow: 'Pow',
  mod: 'FloorMod',
  maximum: 'Maximum',
  minimum: 'Minimum',
  greater: 'Greater',
  less: 'Less',
  equal: 'Equal',
  select: 'SelectV2',
  sum: 'Sum',
  mean: 'Mean',
  max: 'Max',
  min: 'Min',
  prod: 'Prod',
  expandDims: 'ExpandDims',
};

export function kernelOf(operation: string): string {
  return kernels[operation] ?? operation.charAt(0).toUpperCase() + operation.slice(1);
}

/** `[?,12,6]`. */
export function brackets(shape: Shape): string {
  return `[${shape.map(dim => dim ?? '?').join(',')}]`;
}

/** The first shape that does not fit the first one, its place and the axis; null for the axis where ranks differ. */
export function firstMisfit(shapes: readonly Shape[], axis: number): [Shape, number, Shape, number | null] {
  const [first] = shapes;
  for (const [place, shape] of shapes.entries()) {
    if (shape.length !== first.length) return [first, place, shape, null];
    const found = shape.findIndex((dim, index) => index !== axis && dim !== first[index]);
    if (found >= 0) return [first, place, shape, found];
  }
  return [first, 0, first, null];
}

/** Two sizes that would have to be one. */
export function unequal(left: unknown, right: unknown, kernel: string, shapes: readonly Shape[]): string {
  const [first, ...rest] = shapes.map((shape, index): [string, Shape] => [
    index === 0 ? 'Placeholder' : `Placeholder_${index}`,
    shape,
  ]);
  const node = kernel.replace(/V2$/, '').toLowerCase();
  return dimensionsDiffer(left, right, node, kernel, [first!, ...rest]);
}

/** What TensorFlow's trace says of two sizes that meet; `inputs` are the tensors by their names in its graph. */
export function dimensionsDiffer(
  left: unknown,
  right: unknown,
  node: string,
  kernel: string,
  inputs: readonly (readonly [name: string, shape: Shape])[],
): string {
  const names = inputs.map(([name]) => name).join(', ');
  const shapes = inputs.map(([, shape]) => brackets(shape)).join(', ');
  return `Dimensions must be equal, but are ${left} and ${right} for '{{node ${node}}} = ${kernel}[T=DT_FLOAT](${names})' with input shapes: ${shapes}.`;
}

/** For scripts of Keras 1 and 2; null where nothing of its own is said then. */
export function beforeKeras3(
  version: 1 | 2,
  operation: string,
  problem: ShapeProblem,
  circumstance: 'functional' | 'traced' | 'eager' | 'foreign',
): string | null {
  // Keras 1 only ever makes graphs.
  if (version === 2 && (circumstance === 'eager' || circumstance === 'foreign')) return null;
  switch (problem.kind) {
    case 'broadcast': {
      const [left, right] = problem.sizes;
      return version === 2
        ? unequal(left, right, kernelOf(operation), problem.shapes)
        : inGraph1(unequalSizes(left, right), kernelOf(operation), problem.shapes);
    }
    case 'product': {
      const [left, right] = problem.sizes;
      const isBatch = problem.shapes.some(shape => shape.length > 2);
      return version === 2
        ? unequal(left, right, isBatch ? 'BatchMatMulV2' : 'MatMul', problem.shapes)
        : inGraph1(unequalSizes(left, right), isBatch ? 'BatchMatMul' : 'MatMul', problem.shapes);
    }
    case 'reshape': {
      const { from, to } = problem;
      const [given, wanted] = [sizeOf(from), sizeOf(to)];
      if (given === null || wanted === null || to.includes(-1)) return null;
      const said = `Cannot reshape a tensor with ${given} elements to shape ${brackets(to)} (${wanted} elements) for`;
      const node =
        version === 2
          ? "'{{node Reshape}} = Reshape[T=DT_FLOAT, Tshape=DT_INT32](Placeholder, Reshape/shape)'"
          : "'Reshape' (op: 'Reshape')";
      const partial =
        version === 2 ? ` and with input tensors computed as partial shapes: input[1] = ${brackets(to)}` : '';
      return `${said} ${node} with input shapes: ${brackets(from)}, [${to.length}]${partial}.`;
    }
    case 'concat': {
      const { shapes, axis: along } = problem;
      const [first, , other, axis] = firstMisfit(shapes, along);
      if (axis === null) return null;
      const parts = [first, other].map(shape => brackets(shape.filter((_, index) => index !== along)));
      const place = axis > along ? axis - 1 : axis;
      const said = `Dimension ${place} in both shapes must be equal, but are ${first[axis]} and ${other[axis]}. Shapes are ${parts.join(' and ')}. for`;
      const inputs = shapes.map((_, index) => (index === 0 ? 'Placeholder' : `Placeholder_${index}`));
      const node =
        version === 2
          ? `'{{node concat}} = ConcatV2[N=${shapes.length}, T=DT_FLOAT, Tidx=DT_INT32](${inputs.join(', ')}, concat/axis)'`
          : "'concat' (op: 'ConcatV2')";
      return `${said} ${node} with input shapes: ${shapes.map(brackets).join(', ')}, [] and with computed input tensors: input[${shapes.length}] = <${along}>.`;
    }
    case 'axis':
    case 'squeeze':
    case 'split':
    case 'index':
      return null;
  }
}

function unequalSizes(left: unknown, right: unknown): string {
  return `Dimensions must be equal, but are ${left} and ${right}`;
}

/** As TensorFlow 1 tells of an operation. */
function inGraph1(said: string, kernel: string, shapes: readonly Shape[]): string {
  const kind = kernel.replace(/V2$/, '');
  const name = kind === 'MatMul' ? kind : kind.toLowerCase();
  return `${said} for '${name}' (op: '${kind}') with input shapes: ${shapes.map(brackets).join(', ')}.`;
}
