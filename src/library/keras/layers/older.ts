/** What `keras.layers` was in Keras 1: convolutions with their window's sides as arguments, and `merge`. */
import { formatShape, type Shape } from '../../../graph/shapes.ts';
import { PyClass } from '../../../python/classes.ts';
import { PyDict } from '../../../python/collections.ts';
import { raise, TypeError, ValueError } from '../../../python/errors.ts';
import { method, native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { missingMessage } from '../../../python/operations/calls.ts';
import { PyList, PyObject, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { namesOfKeras1, nextUid } from '../naming.ts';
import { numberOf } from '../objects/arguments.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { layerClasses } from './index.ts';
import { formatShapes, mergeError } from './merging/merging.ts';
import { layerClassNamed } from './registry.ts';

/** Keywords for the sides of a window, by the number of axes. */
const sides: Readonly<Record<number, readonly string[]>> = {
  1: ['filter_length'],
  2: ['nb_row', 'nb_col'],
  3: ['kernel_dim1', 'kernel_dim2', 'kernel_dim3'],
};

/** What the keywords of convolutions are called now, where the layer of today does not know them. */
const keywordsNow: ReadonlyMap<Value, string> = new Map([
  ['nb_filter', 'filters'],
  ['border_mode', 'padding'],
  ['subsample', 'strides'],
]);

/** `Convolution2D(32, 3, 3)`: the sides of the window one after another, in a class that scripts may derive from. */
function convolution(rank: 1 | 2 | 3, name: string): PyClass {
  const today = layerClasses.get(name)!;
  const init = method(`${name}.__init__(self, *args, **kwargs)`, ([self, args, keywords], py) => {
    const [given, named] = withWindow(rank, name, [...(args as PyTuple).items], keywords as PyDict, py);
    py.call(py.getAttribute(today, '__init__'), [self, ...given], named);
    return null;
  });
  // Both of its names are of one class, which is called by the longer one.
  const called = namesOfKeras1[name] ?? name;
  const older = new PyClass(called, [today], [['__init__', init]], { module: today.module });
  older.unmodelled = today.unmodelled;
  return older;
}

/** The arguments of a convolution of Keras 1 as the layer of today takes them. */
function withWindow(
  rank: 1 | 2 | 3,
  name: string,
  given: Value[],
  keywords: PyDict,
  py: Interpreter,
): [given: Value[], named: PyDict] {
  const isRecurrent = name.startsWith('ConvLSTM');
  const named = new PyDict();
  const window: Value[] = [];
  for (const [key, value] of keywords.entries()) {
    if (sides[rank].includes(String(key))) window.push(value);
    else named.set((isRecurrent && keywordsNow.get(key)) || key, value, py.keyRules);
  }
  const positional = given.slice(1, 1 + rank - window.length);
  const isWindow =
    positional.length + window.length === rank &&
    positional.every(value => numberOf(value) !== undefined) &&
    (rank > 1 || window.length > 0);
  // The architectures of Keras are written as those of today are.
  if (!isWindow && py.frame?.file.isLibrary !== true) requireSides(rank, name, given, keywords);
  if (isWindow) {
    const sizes = new PyTuple([...positional, ...window]);
    given.splice(1, positional.length);
    if (given.length > 1) given.splice(1, 0, sizes);
    else named.set('kernel_size', sizes, py.keyRules);
  }
  return [given, named];
}

/** Raises where a side of the window is missing; whoever writes a whole window is taken at their word. */
function requireSides(rank: 1 | 2 | 3, name: string, given: readonly Value[], keywords: PyDict): void {
  const isWhole = given.length > 1 && (rank === 1 || numberOf(given[1]) === undefined);
  if (isWhole || given[1] instanceof Unknown || keywords.getString('kernel_size') !== undefined) return;
  const missing = ['nb_filter', ...sides[rank]].filter(
    (side, index) => index >= given.length && keywords.getString(side) === undefined,
  );
  if (missing[0] === 'nb_filter' && keywords.getString('filters') !== undefined) missing.shift();
  if (missing.length === 0) return;
  throw raise(TypeError, missingMessage('__init__', 'positional', missing), {
    explanation: message(
      '`{0}` needs {1}, and the call does not pass it.',
      namesOfKeras1[name] ?? name,
      missing.map(side => `\`${side}\``).join(', '),
    ),
  });
}

/** The layers that the modes of `merge` became, with their arguments. */
const modes: Readonly<Record<string, string>> = {
  sum: 'Add',
  mul: 'Multiply',
  ave: 'Average',
  max: 'Maximum',
  concat: 'Concatenate',
  dot: 'Dot',
  cos: 'Dot',
};

function mergeLayer(py: Interpreter, mode: Value, concatAxis: Value, dotAxes: Value, name: Value): Value {
  if (mode instanceof PyObject) return py.call(layerClassNamed('Lambda')!, [mode]);
  const layer = modes[py.str(mode)];
  if (layer === undefined) {
    const blame = { kind: 'argument', name: 'mode' } as const;
    throw raise(ValueError, `Invalid merge mode: ${py.str(mode)}`, { code: 'invalid-argument', blame });
  }
  const called = name ?? `merge_${nextUid(py, 'merge')}`;
  const settings: [string, Value][] = [['name', called]];
  if (layer === 'Concatenate') settings.push(['axis', concatAxis]);
  if (layer === 'Dot') settings.push(['axes', dotAxes], ['normalize', mode === 'cos']);
  return py.call(layerClassNamed(layer)!, [], PyDict.fromStrings(settings));
}

/** What Keras 1 raises where tensors do not go together; it repeats none along axes of one. */
function checkMerged(py: Interpreter, inputs: Value, mode: Value, concatAxis: Value, dotAxes: Value): void {
  const isList = inputs instanceof PyList || inputs instanceof PyTuple;
  const tensors = isList ? inputs.items : [inputs];
  if (tensors.some(item => item instanceof Unknown)) return;
  if (!isList || tensors.length < 2) {
    const text = `A Merge should only be applied to a list of layers with at least 2 elements. Found: ${py.str(inputs)}`;
    throw raise(TypeError, text, { code: 'merge-shapes', blame: { kind: 'argument', name: 'inputs' } });
  }
  if (!tensors.every(item => item instanceof TensorObject)) return;
  const shapes = tensors.map(({ shape }) => shape);
  const text = misfit(shapes, py.str(mode), numberOf(concatAxis) ?? -1, dotAxes);
  if (text !== null) throw mergeError(text, shapes);
}

/** Its words for shapes that a mode does not take; null where they fit, or where that is not known. */
function misfit(shapes: readonly Shape[], mode: string, along: number, dotAxes: Value): string | null {
  const shown = formatShapes(shapes);
  const [first, ...others] = shapes;
  const differ = (a: Shape, b: Shape, skipped: number | null) =>
    a.length !== b.length ||
    a.some((dim, axis) => axis !== skipped && dim !== null && b[axis] !== null && dim !== b[axis]);
  if (['sum', 'mul', 'ave', 'max', 'cos'].includes(mode) && others.some(shape => differ(first, shape, null)))
    return `Only layers of same output shape can be merged using ${mode} mode. Layer shapes: ${shown}`;
  const axis = along < 0 ? along + first.length : along;
  if (mode === 'concat' && others.some(shape => differ(first, shape, axis)))
    return `"concat" mode can only merge layers with matching output shapes except for the concat axis. Layer shapes: ${shown}`;
  if (mode !== 'dot' || typeof dotAxes !== 'number' || shapes.length !== 2) return null;
  const [left, right] = shapes.map(shape => shape[dotAxes < 0 ? dotAxes + shape.length : dotAxes] ?? null);
  return left === null || right === null || left === right
    ? null
    : `Dimension incompatibility using dot mode: ${left} != ${right}. Layer shapes: ${shapes.map(formatShape).join(', ')}`;
}

const merge = native(
  'merge(inputs, mode="sum", concat_axis=-1, dot_axes=-1, output_shape=None, output_mask=None, arguments=None, name=None)',
  ([inputs, mode, concatAxis, dotAxes, , , , name], py) => {
    const layer = mergeLayer(py, mode, concatAxis, dotAxes, name);
    if (!(mode instanceof PyObject)) checkMerged(py, inputs, mode, concatAxis, dotAxes);
    return py.call(layer, [inputs]);
  },
);

/** The convolutions by the number of their axes: each has a longer and a shorter name. */
const convolutions: readonly PyClass[] = [
  convolution(1, 'Conv1D'),
  convolution(2, 'Conv2D'),
  convolution(3, 'Conv3D'),
  convolution(2, 'SeparableConv2D'),
];

/** Names of Keras 1, for scripts that are written for it. */
export const olderLayers: ReadonlyMap<string, Value> = new Map<string, Value>([
  ...convolutions.flatMap(cls =>
    [cls.name, cls.name.replace('Convolution', 'Conv')].map(name => [name, cls] as const),
  ),
  ['ConvLSTM2D', convolution(2, 'ConvLSTM2D')],
  ['merge', merge],
]);
