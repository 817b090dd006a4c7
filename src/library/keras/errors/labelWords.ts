/**
 * Labels that do not fit, in the words of tf.keras 2.15: the shapes that TensorFlow sees when it traces a step, and the
 * operation of the loss where labels and outputs meet. Keras 1 compares shapes before (`strictShapes.ts`).
 */
import { formatShape, isStatic, type Shape, sizeOf } from '../../../graph/shapes.ts';
import { type ErrorDetail, type PythonError, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { NotKnown } from '../../../python/values.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import { circumstanceOf } from '../tensors/operation.ts';
import { ofVersion } from '../versionWords.ts';
import { brackets, dimensionsDiffer } from './graphWords.ts';
import type { LabelUse } from './labelUse.ts';
import { fromKernel } from './shapeErrors.ts';
import { invalidArgumentErrorClass, whileRunning } from './tensorflowErrors.ts';

/** Where an elementwise loss brings both together: the operation's node and kernel, and whether labels come first. */
const meetings: Readonly<Record<string, readonly [node: string, kernel: string, labelsFirst?: boolean]>> = {
  mean_squared_error: ['SquaredDifference', 'SquaredDifference'],
  mean_squared_logarithmic_error: ['SquaredDifference', 'SquaredDifference'],
  mean_absolute_error: ['sub', 'Sub'],
  mean_absolute_percentage_error: ['sub', 'Sub', true],
  huber: ['Sub', 'Sub'],
  log_cosh: ['sub', 'Sub'],
  poisson: ['mul', 'Mul', true],
  hinge: ['mul', 'Mul', true],
  squared_hinge: ['mul', 'Mul', true],
  categorical_hinge: ['mul', 'Mul', true],
  cosine_similarity: ['mul', 'Mul', true],
  kl_divergence: ['truediv', 'RealDiv', true],
};

/** What the script's version says of labels and outputs of these shapes; null where it is what was raised already. */
export function labelShapeError(py: Interpreter, use: LabelUse, detail: ErrorDetail): PythonError | null {
  return (
    ofVersion<(() => PythonError | null) | null>(py, { 2: () => inKeras2(py, use, detail), 3: null })?.() ??
    null
  );
}

function inKeras2(py: Interpreter, use: LabelUse, detail: ErrorDetail): PythonError | null {
  const [labels, outputs] = [traced(use, use.label), traced(use, use.output)];
  switch (use.functionName) {
    case null:
      return null;
    case 'categorical_crossentropy':
    case 'categorical_focal_crossentropy':
      return raise(
        ValueError,
        `Shapes ${formatShape(labels)} and ${formatShape(outputs)} are incompatible`,
        detail,
      );
    case 'binary_crossentropy':
    case 'binary_focal_crossentropy':
      if (isRepeated(use))
        throw new NotKnown(
          'a binary crossentropy of tf.keras that repeats the narrower side is not modelled',
        );
      return raise(
        ValueError,
        `\`logits\` and \`labels\` must have the same shape, received (${formatShape(outputs)} vs ${formatShape(labels)}).`,
        detail,
      );
    case 'sparse_categorical_crossentropy':
      return sparseError(use, labels, outputs, detail);
    default:
      return elementwiseError(py, use, labels, outputs, detail);
  }
}

/**
 * Whether a binary crossentropy multiplies labels and outputs as they are: it compares shapes only where it is given
 * logits, which it also finds behind the activations that make probabilities.
 */
function isRepeated({ layer, fromLogits, label, output }: LabelUse): boolean {
  const activation = layer?.config.get('activation') ?? null;
  if (fromLogits || activation === 'sigmoid' || activation === 'softmax') return false;
  return differing(label, output) === null;
}

/** Rows of batches that are not all of one size are open while a step is traced. */
function traced({ hasOpenRows }: LabelUse, shape: Shape): Shape {
  return hasOpenRows ? [null, ...shape.slice(1)] : shape;
}

/** Labels of another rank than the outputs' less one are made flat, and the outputs rows. */
function sparseError(use: LabelUse, labels: Shape, outputs: Shape, detail: ErrorDetail): PythonError | null {
  const isFlat = labels.length !== outputs.length - 1;
  const flat = (label: Shape, output: Shape): [Shape, Shape] =>
    isFlat ? [[sizeOf(label)], [sizeOf(output.slice(0, -1)), output.at(-1) ?? null]] : [label, output];
  const [label, output] = flat(labels, outputs);
  if (![...label, ...output.slice(0, -1)].includes(null))
    return raise(
      ValueError,
      `\`labels.shape\` must equal \`logits.shape\` except for the last dimension. Received: labels.shape=${formatShape(label)} and logits.shape=${formatShape(output)}`,
      detail,
    );
  // What is not known to the trace is to the kernel, which has flat labels always.
  const met: Shape = [sizeOf(use.output.slice(0, -1)), use.output.at(-1) ?? null];
  const text = `logits and labels must have the same first dimension, got logits shape ${brackets(met)} and labels shape ${brackets([sizeOf(use.label)])}`;
  return raise(invalidArgumentErrorClass, whileRunning(text), detail);
}

/** A loss that the script calls on numbers: the kernel tells of them. */
function calledAtOnce(
  py: Interpreter,
  kernel: string,
  shapes: readonly Shape[],
  detail: ErrorDetail,
): PythonError | null {
  const isAtOnce = py.state(kerasVersionKey).current === 2 && circumstanceOf(py) === 'eager';
  if (!isAtOnce || !shapes.every(isStatic)) return null;
  const text = `Incompatible shapes: ${shapes.map(brackets).join(' vs. ')}`;
  return raise(invalidArgumentErrorClass, fromKernel(kernel, text, ' name: '), detail);
}

function elementwiseError(
  py: Interpreter,
  use: LabelUse,
  labels: Shape,
  outputs: Shape,
  detail: ErrorDetail,
): PythonError | null {
  const [node, kernel, labelsFirst = false] = meetings[use.functionName ?? ''] ?? [];
  if (node === undefined || kernel === undefined) return null;
  if (use.modelName === null) {
    const met = labelsFirst ? [labels, outputs] : [outputs, labels];
    return calledAtOnce(py, kernel, met, detail);
  }
  const scope = use.functionName === 'huber' ? 'huber_loss' : use.functionName!;
  const fed =
    use.array !== null && !use.array.dtype.startsWith('float') ? `${scope}/Cast` : 'IteratorGetNext:1';
  const sides: [string, Shape][] = [
    [outputNode(use), outputs],
    [fed, labels],
  ];
  if (labelsFirst) sides.reverse();
  const [a, b] = [sides[0]![1], sides[1]![1]];
  const [left, right] = differing(a, b) ?? [a.at(-1) ?? null, b.at(-1) ?? null];
  return raise(ValueError, dimensionsDiffer(left, right, `${scope}/${node}`, kernel, sides), detail);
}

/** The sizes that neither are equal nor are repeated where the shapes meet, counted from behind; null where all are. */
function differing(a: Shape, b: Shape): [number, number] | null {
  for (let axis = 1; axis <= Math.min(a.length, b.length); axis++) {
    const [left, right] = [a.at(-axis) ?? null, b.at(-axis) ?? null];
    if (left !== null && right !== null && left !== right && left !== 1 && right !== 1) return [left, right];
  }
  return null;
}

const activationNodes: Readonly<Record<string, string>> = {
  softmax: 'Softmax',
  sigmoid: 'Sigmoid',
  relu: 'Relu',
  tanh: 'Tanh',
};

/** The last operation of the layer that gives the output, as TensorFlow names it. */
function outputNode({ layer, modelName }: LabelUse): string {
  const kind = layer?.definition?.name ?? null;
  if (layer === null || modelName === null || kind === null) return 'Placeholder';
  const activation = layer.config.get('activation') ?? null;
  const last = typeof activation === 'string' ? (activationNodes[activation] ?? null) : null;
  const plain = /^(?:Dense|Conv)/.test(kind)
    ? 'BiasAdd'
    : /^(?:Flatten|Reshape)$/.test(kind)
      ? 'Reshape'
      : null;
  const operation = last ?? plain;
  return operation === null ? 'Placeholder' : `${modelName}/${layer.name}/${operation}`;
}
