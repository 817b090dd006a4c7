/**
 * The whole numbers that fit, evaluate and predict count with: what each version says where the script passes a text or a
 * number with a fraction, as `len(x) / 32` is.
 */
import type { PythonError } from '../../../python/errors.ts';
import { TypeError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { classOf } from '../../../python/types.ts';
import { PyFloat, PyList, PyTuple, Unknown, type Value } from '../../../python/values.ts';
import { isNumpyScalar, plainValue } from '../../numpy/scalars.ts';
import { isTensorLike } from '../tensors/conversion.ts';
import { flatten } from '../tensors/graphNode.ts';
import { type ByVersion, ofVersion, type Raised, raiseInWords } from '../versionWords.ts';

/** Certainly no whole number: what only a run could tell is left alone. */
function isUncountable(value: Value): boolean {
  if (isNumpyScalar(value)) return plainValue(value) instanceof PyFloat;
  return (
    value instanceof PyFloat ||
    typeof value === 'string' ||
    value instanceof PyList ||
    value instanceof PyTuple
  );
}

/** Blamed on the argument; what it should have been is read from the script (`checks/meanings`). */
function refused(py: Interpreter, name: string, words: ByVersion<Raised>): PythonError {
  const isFormer = name === 'epochs' && py.site?.argumentSpan(name) == null;
  return raiseInWords(py, words, {
    code: 'invalid-argument',
    blame: isFormer ? { kind: 'keyword', name: 'nb_epoch' } : { kind: 'argument', name },
  });
}

function typeName(value: Value): string {
  return value instanceof Unknown ? value.kind! : classOf(value).errorName;
}

/** Python's `range` raises, with these words, where it is given such a number. */
function inRange(value: Value): Raised {
  return [TypeError, `'${typeName(value)}' object cannot be interpreted as an integer`];
}

/** The epochs of a fit, which every version goes through with `range`; tf.keras repeats arrays so often before. */
export function checkEpochs(py: Interpreter, args: ReadonlyMap<string, Value>): void {
  for (const name of ['epochs', 'initial_epoch']) {
    const value = args.get(name) ?? null;
    const isOfKind = value instanceof Unknown && (value.kind === 'str' || value.kind === 'float');
    if (!isOfKind && !isUncountable(value)) continue;
    const leaves = flatten([args.get('x') ?? null]);
    const areArrays = leaves.every(leaf => leaf instanceof Unknown || isTensorLike(leaf));
    const counted = inRange(value);
    const shown = !isOfKind ? py.repr(value) : value.kind === 'str' ? "'…'" : '…';
    const repeated: Raised = [TypeError, `Cannot convert ${shown} to EagerTensor of dtype int64`];
    throw refused(py, name, {
      1: counted,
      2: areArrays && name === 'epochs' ? repeated : counted,
      3: counted,
    });
  }
}

/** Steps of an epoch: earlier versions count up to them, as one can to a fraction. */
export function checkSteps(py: Interpreter, args: ReadonlyMap<string, Value>, name: string): void {
  const value = args.get(name) ?? null;
  if (ofVersion(py, { 2: true, 3: false }) || !isUncountable(value) || !py.truth(value)) return;
  throw refused(py, name, { 3: inRange(value) });
}

/** The batch size of arrays with so many rows. Nothing (`0`, `''`) stands for the usual one. */
export function checkBatchSize(py: Interpreter, value: Value, rows: number | null, name: string): void {
  if (!isUncountable(value) || !py.truth(value)) return;
  const shown = classOf(value).errorName;
  if (!(value instanceof PyFloat || isNumpyScalar(value))) {
    const unsupported: Raised = [TypeError, `unsupported operand type(s) for /: 'int' and '${shown}'`];
    const compared: Raised = [TypeError, `'<' not supported between instances of '${shown}' and 'int'`];
    throw refused(py, name, { 1: compared, 3: unsupported });
  }
  const size = plainNumber(value);
  const whole = rows === null ? '…' : py.repr(new PyFloat(Math.floor(rows / size) * size));
  const ofOperation = `Expected int32 passed to parameter 'size' of op 'Slice', got [${whole}] of type 'list' instead.`;
  throw refused(py, name, {
    1: [TypeError, 'slice indices must be integers or None or have an __index__ method'],
    3: [TypeError, `${ofOperation} Error: Expected int32, but got ${whole} of type 'float'.`],
  });
}

/** How many elements a step of a data set takes, which TensorFlow makes an integer of at once. */
export function checkElementCount(py: Interpreter, value: Value, name: string): void {
  if (!isUncountable(value)) return;
  throw refused(py, name, {
    3: [TypeError, `Cannot convert ${py.repr(value)} to EagerTensor of dtype int64`],
  });
}

function plainNumber(value: Value): number {
  const plain = isNumpyScalar(value) ? plainValue(value) : value;
  return plain instanceof PyFloat ? plain.value : Number.NaN;
}
