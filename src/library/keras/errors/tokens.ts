/** Integers that an Embedding has no row for: which of them, in what data, and the table that would hold them. */
import { attributesOf, type Tensor } from '../../../graph/tensor.ts';
import { type Fix, IndexError, type PythonError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { endsOccur, surelyReaches } from '../../numpy/facts.ts';
import { type NdArray, spansItsType } from '../../numpy/ndarray.ts';
import { reachOfWords } from '../datasets/wordNumbers.ts';
import type { LayerObject } from '../layers/base/layerObject.ts';
import type { Trace } from '../trace.ts';
import { raiseInWords } from '../versionWords.ts';
import { fromKernel } from './shapeErrors.ts';
import { invalidArgumentErrorClass, whileRunning } from './tensorflowErrors.ts';

/** What leaves the values as they are. */
const passing = new Set<string>(['cast', 'reshape', 'expandDims', 'squeeze', 'identity']);

interface Range {
  readonly minimum: number;
  readonly maximum: number;
  readonly array: NdArray | null;
}

/** The smallest and the largest number that surely reach the layer; null where that is not known. */
function rangeOf(input: Tensor, rows: number, trace: Trace): Range | null {
  let tensor = input;
  for (;;) {
    const array = trace.arrays.get(tensor);
    if (array !== undefined) return rangeOfArray(array, rows) ?? rangeOfWords(array, rows);
    if (!passing.has(tensor.op) || tensor.inputs.length === 0) break;
    tensor = tensor.inputs[0];
  }
  if (tensor.op !== 'constant') return null;
  const { data } = attributesOf(tensor, 'constant');
  if (data.length === 0) return null;
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const value of data) {
    minimum = Math.min(minimum, Number(value));
    maximum = Math.max(maximum, Number(value));
  }
  return { minimum: Math.trunc(minimum), maximum: Math.trunc(maximum), array: null };
}

/** Of drawn numbers it is enough that one beyond the table is there, if not the greatest of all. */
function rangeOfArray(array: NdArray, rows: number): Range | null {
  const { integers, minimum, maximum } = array.facts;
  if (!integers || minimum === null || maximum === null) return null;
  const isCertain = endsOccur(array.facts) || (minimum >= 0 && surelyReaches(array.facts, rows));
  return isCertain && !spansItsType(array) ? { minimum, maximum, array } : null;
}

/** Of words of a collection, where numbers beyond the table are there for certain, if not the greatest of all. */
function rangeOfWords(array: NdArray, rows: number): Range | null {
  const reach = reachOfWords(array);
  return reach === null || reach.reached < rows ? null : { minimum: 0, maximum: reach.greatest, array };
}

/** Raises as TensorFlow does where a number has no row in the table. @param rows of the table */
export function checkTokens(
  py: Interpreter,
  layer: LayerObject,
  input: Tensor,
  rows: number,
  trace: Trace,
): void {
  const range = rangeOf(input, rows, trace);
  if (range === null || (range.minimum >= 0 && range.maximum < rows)) return;
  throw outOfTable(py, layer, rows, range, trace);
}

function outOfTable(
  py: Interpreter,
  layer: LayerObject,
  rows: number,
  range: Range,
  trace: Trace,
): PythonError {
  const bad = range.maximum >= rows ? range.maximum : range.minimum;
  const span = layer.argumentSpan('input_dim') ?? layer.madeAt;
  const explanation =
    range.minimum < 0
      ? message('The input holds {0}, and the rows of `{1}` are numbered from 0.', bad, layer.cls.name)
      : message(
          'The input holds integers {0}..{1}, and `{2}` has rows 0..{3}: `input_dim` is the largest integer + 1.',
          range.minimum,
          range.maximum,
          layer.cls.name,
          rows - 1,
        );
  const made = range.array?.madeAt ?? null;
  const words = `indices[...] = ${bad} is not in [0, ${rows})`;
  const isStep = trace.purpose === 'step';
  const inKeras2 = isStep ? whileRunning(words) : fromKernel('ResourceGather', words, ' name: ');
  return raiseInWords(
    py,
    {
      1: [invalidArgumentErrorClass, words],
      2: [invalidArgumentErrorClass, inKeras2],
      3: [IndexError, words],
    },
    {
      code: 'embedding-range',
      ...(span === null ? {} : { blame: { kind: 'span', span } }),
      explanation,
      related: made === null ? [] : [{ span: made, message: message('the integers are made here') }],
      fixes: range.minimum < 0 ? [] : largerTable(py, layer, range.maximum + 1),
    },
  );
}

function largerTable(py: Interpreter, layer: LayerObject, rows: number): Fix[] {
  const span = layer.argumentSpan('input_dim') ?? null;
  const source = py.site?.source ?? null;
  if (span === null || source === null) return [];
  const written = source.slice(span.start.offset, span.end.offset);
  // The size of a vocabulary counts its words, and the numbers of words begin at 1.
  const isOneShort = /^[A-Za-z_][\w.]*$/.test(written) && layer.config.get('input_dim') === rows - 1;
  return [
    {
      kind: 'enlarge-embedding',
      title: message('Give the table {0} rows', rows),
      edits: [{ span, text: isOneShort ? `${written} + 1` : String(rows) }],
      preferred: true,
    },
  ];
}
