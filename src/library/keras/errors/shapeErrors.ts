/** Shapes that an operation cannot take, in the words of Keras (symbolic tensors) and of TensorFlow (the rest). */
import {
  formatShape,
  type Shape,
  type ShapeError,
  type ShapeProblem,
  sizeOf,
} from '../../../graph/shapes.ts';
import type { PyClass } from '../../../python/classes.ts';
import { type ErrorDetail, IndexError, type PythonError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { beforeKeras3, brackets, firstMisfit, kernelOf, unequal } from './graphWords.ts';
import { invalidArgumentErrorClass } from './tensorflowErrors.ts';

/**
 * Where an operation was called: on tensors of a functional model, while a function or layer is traced, or at once.
 * `foreign` is at once in a script without TensorFlow, whose backend is not known.
 */
export type Circumstance = 'functional' | 'traced' | 'eager' | 'foreign';

/** The exception for a shape rule that does not hold. */
export function shapeFailure(
  py: Interpreter,
  error: ShapeError,
  circumstance: Circumstance,
  more: Partial<ErrorDetail> = {},
): PythonError {
  const { problem } = error;
  const plain = error.message.includes('out of bounds') ? IndexError : ValueError;
  if (problem === null) return raise(plain, error.message, { code: 'layer-shape', ...more });
  const detail = { code: 'layer-shape', explanation: explain(problem), ...more };
  const { current: version } = py.state(kerasVersionKey);
  if (version !== 3) {
    const earlier = beforeKeras3(version, error.operation, problem, circumstance);
    if (earlier !== null) return raise(ValueError, earlier, detail);
  }
  if (circumstance === 'eager') {
    const said = whenRun(error.operation, problem);
    if (said !== null) return raise(invalidArgumentErrorClass, said, detail);
  }
  const [cls, words] = whenTraced(error.operation, problem, circumstance) ?? [plain, error.message];
  return raise(cls, words, detail);
}

function explain(problem: ShapeProblem): Message {
  switch (problem.kind) {
    case 'broadcast':
      return message(
        '{0} and {1} do not fit together: {2} meets {3}, and sizes have to be equal or one of them 1.',
        ...problem.shapes.map(formatShape),
        ...problem.sizes.map(String),
      );
    case 'product':
      return message(
        'There is no matrix product of {0} and {1}: rows of {2} numbers meet columns of {3}.',
        ...problem.shapes.map(formatShape),
        ...problem.sizes.map(String),
      );
    case 'axis':
      return message(
        'Axis {0} is out of range: the tensor has {1} axes.',
        String(problem.axis),
        String(problem.rank),
      );
    case 'reshape':
      return message(
        '{0} cannot take the shape {1}: the number of elements has to stay the same.',
        formatShape(problem.from),
        formatShape(problem.to),
      );
    case 'concat':
      return message(
        '{0} cannot be joined along axis {1}: the other axes have to be equal.',
        problem.shapes.map(formatShape).join(', '),
        String(problem.axis),
      );
    case 'squeeze':
      return message(
        'Axis {0} of {1} cannot be dropped: it is not of size 1.',
        String(problem.axis),
        formatShape(problem.shape),
      );
    case 'split':
      return message(
        'Axis {0} of {1} does not divide into {2} equal parts.',
        String(problem.axis),
        formatShape(problem.shape),
        String(problem.parts),
      );
    case 'index':
      return message(
        'Index {0} is out of range: axis {1} has {2} elements.',
        String(problem.index),
        String(problem.axis),
        String(problem.size),
      );
  }
}

/** What a kernel says with its place. */
export function fromKernel(kernel: string, text: string, ending = ''): string {
  const device = `/job:localhost/replica:0/task:0/device:CPU:0`;
  return `{{function_node __wrapped__${kernel}_device_${device}}} ${text} [Op:${kernel}]${ending}`;
}

/** What TensorFlow says when a kernel gets its values; null where it is Python that says something. */
function whenRun(operation: string, problem: ShapeProblem): string | null {
  switch (problem.kind) {
    case 'broadcast':
      return fromKernel(
        kernelOf(operation),
        `Incompatible shapes: ${problem.shapes.map(brackets).join(' vs. ')}`,
        ' name: ',
      );
    case 'product': {
      const kernel = problem.shapes.some(shape => shape.length > 2) ? 'BatchMatMulV2' : 'MatMul';
      const [a, b] = problem.shapes.map(brackets);
      return fromKernel(kernel, `Matrix size-incompatible: In[0]: ${a}, In[1]: ${b}`, ' name: ');
    }
    case 'axis':
      if (operation === 'expandDims')
        return fromKernel(
          'ExpandDims',
          `Tried to expand dim index ${problem.axis} for tensor with ${problem.rank - 1} dimensions.`,
        );
      return /^(sum|mean|max|min|prod)$/.test(operation)
        ? fromKernel(
            kernelOf(operation),
            `Invalid reduction dimension (${problem.axis} for input with ${problem.rank} dimension(s)`,
          )
        : null;
    case 'reshape': {
      const wanted = sizeOf(problem.to.filter(dim => dim !== -1));
      const rest = problem.to.includes(-1) ? `requires a multiple of ${wanted}` : `has ${wanted}`;
      return fromKernel(
        'Reshape',
        `Input to reshape is a tensor with ${sizeOf(problem.from)} values, but the requested shape ${rest}`,
      );
    }
    case 'concat': {
      const [first, place, other, axis] = firstMisfit(problem.shapes, problem.axis);
      if (axis === null) return null;
      return fromKernel(
        'ConcatV2',
        `ConcatOp : Dimension ${axis} in both shapes must be equal: shape[0] = ${brackets(first)} vs. shape[${place}] = ${brackets(other)}`,
        ' name: concat',
      );
    }
    case 'squeeze':
      return fromKernel(
        'Squeeze',
        `Can not squeeze dim[${problem.axis}], expected a dimension of 1, got ${problem.shape[problem.axis]}`,
      );
    case 'split':
      return fromKernel(
        'Split',
        `Number of ways to split should evenly divide the split dimension, but got split_dim ${problem.axis} (size = ${problem.shape[problem.axis]}) and num_split ${problem.parts}`,
        ' name: split',
      );
    case 'index':
      return operation === 'gather'
        ? fromKernel('GatherV2', `indices[0] = ${problem.index} is not in [0, ${problem.size})`)
        : fromKernel(
            'StridedSlice',
            `slice index ${problem.index} of dimension ${problem.axis} out of bounds.`,
            ' name: strided_slice/',
          );
  }
}

/** What Keras or TensorFlow says before any value is there. */
function whenTraced(
  operation: string,
  problem: ShapeProblem,
  circumstance: Circumstance,
): [PyClass, string] | null {
  const byKeras = circumstance === 'functional' || circumstance === 'foreign';
  switch (problem.kind) {
    case 'broadcast': {
      const [a, b] = problem.shapes;
      const [left, right] = problem.sizes;
      return [
        ValueError,
        byKeras
          ? `Cannot broadcast shape, the failure dim has value ${left}, which cannot be broadcasted to ${right}. Input shapes are: ${list(a)} and ${list(b)}.`
          : unequal(left, right, kernelOf(operation), problem.shapes),
      ];
    }
    case 'product': {
      const [a, b] = problem.shapes;
      const [left, right] = problem.sizes;
      return [
        ValueError,
        byKeras
          ? `Inner dimensions (\`x1.shape[-1]\` and \`x2.shape[-2]\`) must be equal, but received \`x1.shape=${formatShape(a)}\` and \`x2.shape=${formatShape(b)}\`.`
          : unequal(
              left,
              right,
              problem.shapes.some(shape => shape.length > 2) ? 'BatchMatMulV2' : 'MatMul',
              problem.shapes,
            ),
      ];
    }
    case 'reshape':
      return [
        ValueError,
        `The total size of the tensor must be unchanged. Received: input_shape=${formatShape(problem.from)}, newshape=${formatShape(problem.to)}`,
      ];
    case 'concat': {
      const [first, , other] = firstMisfit(problem.shapes, problem.axis);
      return [
        ValueError,
        `Every value in \`xs\` must have the same shape except on the \`axis\` dim. But found element of shape ${formatShape(other)}, which is different from the first element's shape ${formatShape(first)}.`,
      ];
    }
    case 'axis':
    case 'squeeze':
    case 'split':
    case 'index':
      return null;
  }
}

/** A shape as a list, as Keras prints those it has put together. */
function list(shape: Shape): string {
  return `[${shape.map(dim => dim ?? 'None').join(', ')}]`;
}
