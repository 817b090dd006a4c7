/** `class_weight`: weights of classes by their number, and what each version of Keras refuses of them. */
import { PyDict } from '../../../python/collections.ts';
import {
  AttributeError,
  KeyError,
  makeException,
  PythonError,
  raise,
  ValueError,
} from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { type Message, message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import { PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { endsOccur } from '../../numpy/facts.ts';
import { NdArray, spansItsType } from '../../numpy/ndarray.ts';
import { invalidArgumentErrorClass, whileRunning } from '../errors/tensorflowErrors.ts';
import { numberOf } from '../objects/arguments.ts';
import { ofVersion, raiseInWords } from '../versionWords.ts';

const blame = { kind: 'argument', name: 'class_weight' } as const;
const detail = (explanation: Message) => ({ code: 'class-weight', blame, explanation });
const shape = (): Message =>
  message('`class_weight` is a dict from class numbers to weights: `{0}`.', '{0: 1.0, 1: 2.5}');

/** Weights of classes by their number; those that analysis does not know change no shape and are left out. */
export function classWeightOf(py: Interpreter, value: Value): ReadonlyMap<number, number> | null {
  if (value === null) return null;
  if (value instanceof Unknown || (value instanceof PyDict && value.lost !== null)) return new Map();
  if (!(value instanceof PyDict)) {
    // Keras 1 looks at nothing but dicts, tf.keras at nothing that is empty.
    const isIgnored = ofVersion(py, {
      1: true,
      2: (value instanceof PyList || value instanceof PyTuple) && value.items.length === 0,
      3: false,
    });
    if (isIgnored) return null;
    throw raiseInWords(
      py,
      {
        2: [AttributeError, `'${classOf(value).errorName}' object has no attribute 'keys'`],
        3: `Expected \`class_weight\` to be a dict. Received: class_weight=${py.repr(value)}`,
      },
      detail(shape()),
    );
  }
  if (ofVersion(py, { 1: false, 2: true, 3: false })) requireAllClasses(py, value);
  return new Map([...value.entries()].map(([key, weight]) => [numberOf(key) ?? 0, numberOf(weight) ?? 1]));
}

/** tf.keras makes a list of the weights, which has no gaps. */
function requireAllClasses(py: Interpreter, weights: PyDict): void {
  const classes = [...weights.keys()];
  if (classes.some(key => key instanceof Unknown)) return;
  const given = new Set(classes.map(key => (typeof key === 'string' ? null : numberOf(key))));
  if (classes.every((_, index) => given.has(index))) return;
  throw raise(
    ValueError,
    `Expected \`class_weight\` to be a dict with keys from 0 to one less than the number of classes, found ${py.repr(weights)}`,
    detail(message('The keys of `class_weight` have to be 0..{0}, without a gap.', classes.length - 1)),
  );
}

/** Keras 2 and 3 weigh the classes of one output, and Keras 3 takes no weights of samples beside them. */
export function checkClassWeight(py: Interpreter, y: Value, weight: Value, classWeight: Value): void {
  if (classWeight === null || classWeight instanceof Unknown) return;
  const version = ofVersion(py, { 1: 1, 2: 2, 3: 3 });
  if (version === 3 && weight !== null)
    throw raise(
      ValueError,
      'You cannot `class_weight` and `sample_weight` at the same time.',
      detail(message('`class_weight` and `sample_weight` are given both: multiply them into one.')),
    );
  const isSeveral = y instanceof PyList || y instanceof PyTuple || y instanceof PyDict;
  if (version > 1 && isSeveral && !isPlain(y))
    throw raise(
      ValueError,
      '`class_weight` is only supported for Models with a single output.',
      detail(
        message(
          'This model has several outputs, and `class_weight` weighs the classes of one: pass `sample_weight`, an array for each output.',
        ),
      ),
    );
  if (version < 3 && weight === null && classWeight instanceof PyDict && classWeight.lost === null)
    requireWeightOfLast(py, y, classWeight);
}

/** Earlier versions take a list of class numbers for an array of them. */
function isPlain(y: Value): boolean {
  return y instanceof PyList && y.items.length > 0 && y.items.every(item => numberOf(item) !== undefined);
}

/** Earlier versions look the weight of every label up. */
function requireWeightOfLast(py: Interpreter, y: Value, weights: PyDict): void {
  if (!(y instanceof NdArray) || (y.rank > 1 && y.shape.at(-1) !== 1)) return;
  const { integers, maximum } = y.facts;
  if (!integers || maximum === null || spansItsType(y) || !endsOccur(y.facts)) return;
  const keys = [...weights.keys()];
  if (keys.length === 0 || keys.some(key => key instanceof Unknown || numberOf(key) === maximum)) return;
  if (keys.some(key => numberOf(key) === undefined)) return;
  const words = whileRunning(`indices[...] = ${maximum} is not in [0, ${keys.length})`);
  throw new PythonError(
    ofVersion(py, {
      1: () => makeException(KeyError, maximum),
      3: () => makeException(invalidArgumentErrorClass, words),
    })(),
    detail(message('`class_weight` has no weight for class {0}, which occurs among the labels.', maximum)),
  );
}
