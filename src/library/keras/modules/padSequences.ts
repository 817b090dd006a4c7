/** `pad_sequences`: lists of different lengths as one array. */
import { type PythonError, raise, ValueError } from '../../../python/errors.ts';
import { native } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { classOf } from '../../../python/types.ts';
import { NotKnown, PyList, UncountedItems, Unknown, type Value } from '../../../python/values.ts';
import { dtypeFromText } from '../../numpy/dtypes.ts';
import { abstractArray, concreteArray, NdArray } from '../../numpy/ndarray.ts';
import { ArrayData, Memory } from '../../numpy/storage.ts';
import { noteWordNumbers, wordNumbersIn } from '../datasets/wordNumbers.ts';
import { numberOf } from '../objects/arguments.ts';

/** Keras asks for the length of the sequences and of each of them: generators have none. */
function checkSequences(py: Interpreter, sequences: Value): void {
  const blame = { kind: 'argument', name: 'sequences' } as const;
  const hasLength = (value: Value) => py.getAttributeOrUndefined(value, '__len__') !== undefined;
  if (sequences instanceof Unknown) throw new NotKnown(sequences.reason);
  if (!hasLength(sequences)) throw raise(ValueError, '`sequences` must be iterable.', { blame });
  const wrong = py.collect(sequences).find(row => !(row instanceof Unknown) && !hasLength(row));
  if (wrong === undefined) return;
  throw raise(ValueError, `\`sequences\` must be a list of iterables. Found non-iterable: ${py.str(wrong)}`, {
    blame,
    explanation: message(
      'Each sequence must be a list or an array, and one of them is of type {0}.',
      classOf(wrong).name,
    ),
  });
}

/** Words must have become numbers before sequences are padded. */
function wordInSequence(py: Interpreter, word: string): PythonError {
  return raise(ValueError, `invalid literal for int() with base 10: ${py.repr(word)}`, {
    blame: { kind: 'argument', name: 'sequences' },
    explanation: message('The sequences hold words such as `{0}`: number them first.', word.slice(0, 20)),
  });
}

/** The sides are looked at where there is a sequence to cut and to fill up. */
function checkSides(
  py: Interpreter,
  rows: readonly (readonly number[])[],
  truncating: Value,
  padding: Value,
): void {
  if (rows.every(row => row.length === 0)) return;
  for (const [name, side, what] of [
    ['truncating', truncating, 'Truncating'],
    ['padding', padding, 'Padding'],
  ] as const) {
    if (side instanceof Unknown || side === 'pre' || side === 'post') continue;
    throw raise(ValueError, `${what} type "${py.str(side)}" not understood`, {
      code: 'invalid-argument',
      blame: { kind: 'argument', name },
      explanation: message('`{0}` is "pre" (at the front) or "post" (at the end).', name),
    });
  }
}

function paddedType(dtype: Value) {
  return typeof dtype === 'string' ? (dtypeFromText(dtype) ?? 'int32') : 'int32';
}

/** A list of so many integers that nobody knows, as a `Tokenizer` makes of a text that is not known. */
function areUnknownNumbers(value: Value): boolean {
  if (!(value instanceof PyList) || !(value.lost instanceof UncountedItems)) return false;
  const { each } = value.lost;
  return each instanceof Unknown && each.kind === 'int';
}

/** How many sequences there are where their numbers are not known, null for not known either; else undefined. */
function unknownSequences(value: Value): number | null | undefined {
  if (!(value instanceof PyList)) return undefined;
  if (value.lost !== null)
    return value.lost instanceof UncountedItems && areUnknownNumbers(value.lost.each) ? null : undefined;
  const areLists = value.items.every(item => item instanceof PyList);
  return areLists && value.items.some(areUnknownNumbers) ? value.items.length : undefined;
}

export const padSequences = native(
  'pad_sequences(sequences, maxlen=None, dtype="int32", padding="pre", truncating="pre", value=0.0)',
  ([sequences, maxlen, dtype, padding, truncating, value], py) => {
    if (sequences instanceof NdArray && sequences.data === null) {
      if (!sequences.facts.integers) throw new NotKnown('what the sequences hold is not known');
      // Sequences of which only the number is known (a data set): the padded array has known sizes all the same.
      const wanted = maxlen instanceof Unknown ? undefined : numberOf(maxlen);
      const padded = abstractArray([sequences.shape[0] ?? null, wanted ?? null], paddedType(dtype));
      const words = wordNumbersIn(sequences);
      if (words !== null) noteWordNumbers(padded, words);
      return padded;
    }
    const count = unknownSequences(sequences);
    if (count !== undefined) {
      const wanted = maxlen instanceof Unknown ? undefined : numberOf(maxlen);
      return abstractArray([count, wanted ?? null], paddedType(dtype));
    }
    checkSequences(py, sequences);
    const rows = py.collect(sequences).map(row =>
      py.collect(row).map(item => {
        const number = numberOf(item);
        if (typeof item === 'string' && dtype === 'int32' && !/^\s*[+-]?\d+(_\d+)*\s*$/.test(item))
          throw wordInSequence(py, item);
        if (number === undefined) throw new NotKnown('an entry of a sequence is not a number');
        return number;
      }),
    );
    checkSides(py, rows, truncating, padding);
    const length = numberOf(maxlen) ?? Math.max(0, ...rows.map(row => row.length));
    const fill = numberOf(value) ?? 0;
    const out = new Float64Array(rows.length * length).fill(fill);
    rows.forEach((row, index) => {
      const kept =
        row.length <= length
          ? row
          : truncating === 'pre'
            ? row.slice(row.length - length)
            : row.slice(0, length);
      const start = padding === 'pre' ? length - kept.length : 0;
      out.set(kept, index * length + start);
    });
    const name = typeof dtype === 'string' ? dtype : 'int32';
    const items = name === 'int32' ? Int32Array.from(out) : name === 'float32' ? Float32Array.from(out) : out;
    return concreteArray(
      new ArrayData(new Memory(items), name === 'int32' || name === 'float32' ? name : 'float64', [
        rows.length,
        length,
      ]),
    );
  },
);
