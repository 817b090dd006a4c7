/** Reads the arguments of fit, evaluate and predict, and records the call. */

import { type PythonError, raise, TypeError, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { Span } from '../../../python/syntax.ts';
import { classOf } from '../../../python/types.ts';
import { NotKnown, PySlice, Unknown, type Value } from '../../../python/values.ts';
import { toArray } from '../../numpy/conversion.ts';
import { abstractArray, NdArray } from '../../numpy/ndarray.ts';
import { describeTable } from '../../pandas/tables.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { numberOf } from '../objects/arguments.ts';
import { ledTo } from '../objects/madeElsewhere.ts';
import { type FitMethod, kerasRecordKey, type RecordedData, type RecordedFit } from '../record.ts';
import { isTensorLike } from '../tensors/conversion.ts';
import { flatten, mapStructure } from '../tensors/graphNode.ts';
import { factsOfTensor } from '../tensors/tensorFacts.ts';
import { TensorObject } from '../tensors/tensorObject.ts';
import { ofVersion, raiseInWords } from '../versionWords.ts';
import { rememberWhole } from './dataSource.ts';

/** An integer argument; null for None and for what analysis does not know. */
export function integerArgument(value: Value): number | null {
  if (value === null || value instanceof Unknown) return null;
  const number = numberOf(value);
  return number === undefined ? null : Math.trunc(number);
}

/** `verbose`: "auto" and True are 1. */
export function verboseOf(value: Value): number {
  if (value === 'auto' || value instanceof Unknown) return 1;
  return numberOf(value) ?? 1;
}

/** Splits the rows of arrays: the last share becomes validation data. */
export function splitRows(py: Interpreter, value: Value, given: Value): [Value, Value] {
  const share = Number(py.str(given));
  const arrays = flatten([value]).filter(leaf => leaf !== null);
  const unknown = arrays.find(leaf => leaf instanceof Unknown);
  if (unknown instanceof Unknown) throw new NotKnown(unknown.reason);
  if (!arrays.every(isTensorLike)) {
    const wrong = arrays.filter(leaf => !isTensorLike(leaf));
    const types = wrong.map(leaf => py.str(classOf(leaf))).join(', ');
    throw raiseInWords(
      py,
      {
        2: `\`validation_split\` is only supported for Tensors or NumPy arrays, found following types in the input: [${types}]`,
        3: `Argument \`validation_split\` is only supported for tensors or NumPy arrays.Found incompatible type in the input: [${wrong.map(leaf => py.str(leaf)).join(', ')}]`,
      },
      {
        code: 'validation-split',
        blame: { kind: 'argument', name: 'validation_split' },
        explanation: message('Only arrays can be split: pass `validation_data` instead.'),
      },
    );
  }
  const first = arrays[0];
  const rows =
    first instanceof NdArray ? first.shape[0] : first instanceof TensorObject ? first.shape[0] : null;
  if (rows === null || rows === undefined) throw new NotKnown('the number of samples is not known');
  const at = Math.floor(rows * (1 - share));
  if (at <= -rows) throw nothingToTrainOn(py, given);
  if (at === 0 || at === rows) {
    if (ofVersion(py, { 1: true, 2: false, 3: false }) && !py.running)
      throw new NotKnown('Keras 1 does not look whether rows are left');
    throw raise(
      ValueError,
      `Training data contains ${rows} samples, which is not sufficient to split it into a validation and training set as specified by \`validation_split=${py.str(given)}\`. Either provide more data, or a different value for the \`validation_split\` argument.`,
      {
        code: 'validation-split',
        blame: { kind: 'argument', name: 'validation_split' },
        explanation: message(
          'Of {0} samples a share of {1} for validation leaves one of the two parts empty.',
          rows,
          share,
        ),
      },
    );
  }
  const part = (start: number, end: number) =>
    mapStructure(value, leaf => {
      if (leaf === null) return null;
      const cut = py.getItem(leaf, new PySlice(start, end, null));
      if (cut instanceof NdArray && leaf instanceof NdArray) rememberWhole(cut, leaf);
      return cut;
    });
  return [part(0, at), part(at, rows)];
}

/** A share of several wholes (`20` for a fifth) takes all rows for validation. */
function nothingToTrainOn(py: Interpreter, share: Value): PythonError {
  return raiseInWords(
    py,
    { 2: 'Expected input data to be non-empty.', 3: [TypeError, "'NoneType' object is not iterable"] },
    {
      code: 'validation-split',
      blame: { kind: 'argument', name: 'validation_split' },
      explanation: message(
        '`validation_split` is a share between 0 and 1: {0} leaves nothing to train on.',
        py.repr(share),
      ),
    },
  );
}

function recordData(py: Interpreter, value: Value, name: string): RecordedData[] {
  if (value === null) return [];
  const leaves = flatten([value]).map(leaf => (py.running ? leaf : arrayInTable(py, leaf)));
  return leaves.map(leaf => ({
    text: leaves.length === 1 ? (py.site?.argumentText(name) ?? null) : null,
    span: py.site?.argumentSpan(name) ?? null,
    shape: leaf instanceof NdArray || leaf instanceof TensorObject ? leaf.shape : null,
    dtype: leaf instanceof NdArray ? leaf.dtype : null,
    array: leaf instanceof NdArray ? leaf : py.running ? null : arrayOfTensor(leaf),
    value: leaf,
  }));
}

/** What analysis knows of a tensor's numbers, as an array. */
function arrayOfTensor(leaf: Value): NdArray | null {
  if (!(leaf instanceof TensorObject)) return null;
  const { shape, dtype } = leaf.tensor;
  if (dtype === 'string' || dtype === 'bfloat16') return null;
  const { facts, madeAt } = factsOfTensor(leaf.tensor);
  const array = abstractArray(shape, dtype, facts);
  array.madeAt = madeAt;
  return array;
}

/** The array that a DataFrame or Series stands for; everything else as it is. */
function arrayInTable(py: Interpreter, leaf: Value): Value {
  if (describeTable(leaf) === null) return leaf;
  try {
    return toArray(leaf, py);
  } catch (error) {
    if (error instanceof NotKnown) return leaf;
    throw error;
  }
}

export interface CallRecord {
  readonly method: FitMethod;
  readonly x: Value;
  readonly y: Value;
  readonly validation: { readonly x: Value; readonly y: Value } | null;
  readonly epochs: number | null;
  readonly batchSize: number | null;
  readonly args: ReadonlyMap<string, Value>;
}

/** Notes a call in the program's record. */
export function recordCall(py: Interpreter, model: ModelObject, call: CallRecord): RecordedFit | null {
  const span = ledTo(py, py.span);
  if (span === null) return null;
  const spans = new Map<string, Span>();
  for (const name of call.args.keys()) {
    const place = py.site?.argumentSpan(name) ?? null;
    if (place !== null) spans.set(name, place);
  }
  const fit: RecordedFit = {
    model,
    compile: model.compiled?.record ?? null,
    method: call.method,
    span,
    x: recordData(py, call.x, 'x'),
    y: recordData(py, call.y, 'y'),
    validationX: call.validation === null ? [] : recordData(py, call.validation.x, 'validation_data'),
    validationY: call.validation === null ? [] : recordData(py, call.validation.y, 'validation_data'),
    epochs: call.epochs,
    batchSize: call.batchSize,
    args: call.args,
    spans,
    raised: false,
    refusing: null,
    frozen: false,
    logNames: null,
  };
  py.state(kerasRecordKey).fits.push(fit);
  return fit;
}
