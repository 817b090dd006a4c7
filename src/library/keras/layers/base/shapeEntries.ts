/** Sizes of an input's shape that are none: fractions (`n / 2`), negative numbers, texts, a shape inside of a shape. */
import { type Fix, type PythonError, TypeError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { type Message, message } from '../../../../python/message.ts';
import type { CallSite } from '../../../../python/operations/calls.ts';
import type { Expression } from '../../../../python/syntax.ts';
import { classOf } from '../../../../python/types.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../../../python/values.ts';
import { kerasVersionKey } from '../../../kerasVersion.ts';
import { isNumpyScalar } from '../../../numpy/scalars.ts';
import { numberOf } from '../../objects/arguments.ts';
import { type ByVersion, notADimension, type Raised, raiseInWords } from '../../versionWords.ts';

/** Where the shape stands: the call that passes it, and by which name; nothing where no call of the script does. */
export interface PassedShape {
  readonly site: CallSite | null;
  readonly argument: string;
  /** The tuple or the size; null where it is not written in the call. */
  readonly node: Expression | null;
}

/** The shape as the call passes it. */
export function passedShape(site: CallSite | null, argument: string): PassedShape {
  if (site?.file.isScript !== true) return { site, argument, node: null };
  // `Input` passes on whatever it is given.
  const [first] = argument === 'shape' && site.signature?.name === 'Input' ? site.node.args : [];
  const node = site.argument(argument) ?? (first?.kind === 'Starred' ? null : (first ?? null));
  return { site, argument, node };
}

/** The error for a shape with something that is no size; null where there is none, or none for certain. */
export function notAShape(py: Interpreter, shape: Value, passed: PassedShape): (() => PythonError) | null {
  if (!(shape instanceof PyTuple || shape instanceof PyList)) return null;
  const index = shape.items.findIndex(isNoSize);
  if (index < 0) return null;
  const size = shape.items[index];
  const words = wordsFor(py, shape.items, size);
  if (words === null) return null;
  const { node, argument } = passed;
  const elements = node?.kind === 'Tuple' || node?.kind === 'List' ? node.elts : [];
  const element = elements.some(item => item.kind === 'Starred') ? undefined : elements[index];
  // `input_dim` is one size, not a shape with one.
  const place = element ?? (argument === 'input_dim' ? node : null);
  const blamed = place ?? node;
  return () =>
    raiseInWords(py, words, {
      code: 'invalid-argument',
      blame: blamed === null ? { kind: 'argument', name: argument } : { kind: 'span', span: blamed.span },
      ...(place !== null && (isFraction(size) || typeof size === 'string')
        ? {}
        : { explanation: explain(py, size, argument) }),
      ...fixFor(size, passed),
    });
}

function isFraction(size: Value): boolean {
  return size instanceof PyFloat || (isNumpyScalar(size) && /float/.test(classOf(size).name));
}

function isNoSize(size: Value): boolean {
  if (typeof size === 'number') return size < 0;
  return isFraction(size) || typeof size === 'string' || size instanceof PyTuple || size instanceof PyList;
}

function explain(py: Interpreter, size: Value, argument: string): Message {
  const shown = py.repr(size);
  if (typeof size === 'number')
    return message('A size is not negative: `{0}`. `None` leaves an axis open.', shown);
  if (size instanceof PyTuple || size instanceof PyList)
    return argument === 'input_dim'
      ? message('`input_dim` is the number of features; the shape `{0}` goes to `input_shape`.', shown)
      : message('`{0}` stands where one size belongs: a shape is a tuple of whole numbers.', shown);
  return message('A size is a whole number, and `{0}` is of type `{1}`.', shown, classOf(size).name);
}

/** `input_dim=x.shape` for the number of its columns, `input_dim=(10,)` for `input_shape`. */
function fixFor(size: Value, { site, argument, node }: PassedShape): { fixes?: readonly Fix[] } {
  const span = argument === 'input_dim' ? (site?.keywordSpan(argument) ?? null) : null;
  if (site === null || span === null || node === null || !(size instanceof PyTuple)) return {};
  const isOfData = node.kind === 'Attribute' && node.attr === 'shape';
  if (isOfData && size.items.length !== 2) return {};
  const text = isOfData ? `${site.argumentText(argument)}[1]` : 'input_shape';
  return {
    fixes: [
      {
        kind: 'give-shape-by-its-name',
        title: message('Change to `{0}`', text),
        edits: [{ span: isOfData ? node.span : span, text }],
        preferred: true,
      },
    ],
  };
}

/** What each version says; null where the script's takes it. */
function wordsFor(py: Interpreter, sizes: readonly Value[], size: Value): ByVersion<Raised> | null {
  const shape = py.repr(new PyTuple([...sizes]));
  if (typeof size === 'number') {
    const below = `Dimension ${size} must be >= 0`;
    return { 2: below, 3: `Cannot convert '${shape}' to a shape. Negative dimensions are not allowed.` };
  }
  const isNested = size instanceof PyTuple || size instanceof PyList;
  const first = inFirst(py, size);
  if (first === null && py.state(kerasVersionKey).current === 1) return null;
  return {
    ...(first === null ? {} : { 1: first }),
    2: [TypeError, notADimension(py, size)],
    3: isNested
      ? `Invalid dtype: ${classOf(size).name}`
      : `Cannot convert '${shape}' to a shape. Found invalid entry '${py.str(size)}' of type '${py.str(classOf(size))}'. `,
  };
}

/** TensorFlow 1 made an integer of it, and wanted that to be the same number. */
function inFirst(py: Interpreter, size: Value): Raised | null {
  if (typeof size === 'string')
    return /^\s*\d+\s*$/.test(size) ? null : `invalid literal for int() with base 10: ${py.repr(size)}`;
  const number = numberOf(size);
  if (number === undefined)
    return [
      TypeError,
      `int() argument must be a string, a bytes-like object or a number, not '${classOf(size).name}'`,
    ];
  return Number.isInteger(number) ? null : `Ambiguous dimension: ${py.str(size)}`;
}
