/** `==` as a yes or no: what containers, `in` and dict keys need. */
import { PyDict, PySet } from '../collections.ts';
import type { Interpreter } from '../interpreter.ts';
import { classOf } from '../types.ts';
import {
  NOT_IMPLEMENTED,
  NotKnown,
  PyBytes,
  PyComplex,
  PyFloat,
  PyList,
  PyRange,
  PyTuple,
  Unknown,
  type Value,
} from '../values.ts';

/** Whether two values are equal; throws NotKnown when that depends on something unknown. */
export function valuesEqual(py: Interpreter, left: Value, right: Value): boolean {
  if (left === right) return !(left instanceof PyFloat && Number.isNaN(left.value));
  if (left instanceof Unknown) throw new NotKnown(left.reason);
  if (right instanceof Unknown) throw new NotKnown(right.reason);
  const plainLeft = plainNumber(left);
  const plainRight = plainNumber(right);
  // biome-ignore lint/suspicious/noDoubleEquals: 1n == 1 must hold
  if (plainLeft !== undefined && plainRight !== undefined) return plainLeft == plainRight;
  if (typeof left === 'string' && typeof right === 'string') return false;
  if (left === null || right === null) return equalByMethod(py, left, right);
  if (left instanceof PyTuple && right instanceof PyTuple) return sequencesEqual(py, left.items, right.items);
  if (left instanceof PyList && right instanceof PyList && !left.cls.userDefined)
    return listsEqual(py, left, right);
  if (left instanceof PyDict && right instanceof PyDict) return dictsEqual(py, left, right);
  if (left instanceof PySet && right instanceof PySet) {
    return left.size === right.size && [...left.keys()].every(key => right.has(key, py.keyRules));
  }
  if (left instanceof PyBytes && right instanceof PyBytes) {
    return (
      left.data.length === right.data.length && left.data.every((byte, index) => byte === right.data[index])
    );
  }
  if (left instanceof PyRange && right instanceof PyRange) {
    return sequencesEqual(py, rangeSummary(left), rangeSummary(right));
  }
  return equalByMethod(py, left, right);
}

function plainNumber(value: Value): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof PyFloat) return value.value;
  if (value instanceof PyComplex && value.imaginary === 0) return value.real;
  return undefined;
}

function rangeSummary(range: PyRange): Value[] {
  if (range.length === 0) return [0];
  return range.length === 1 ? [1, range.start] : [range.length, range.start, range.step];
}

function listsEqual(py: Interpreter, left: PyList, right: PyList): boolean {
  const lost = left.lost ?? right.lost;
  if (lost) throw new NotKnown(lost.reason);
  return sequencesEqual(py, left.items, right.items);
}

function sequencesEqual(py: Interpreter, left: readonly Value[], right: readonly Value[]): boolean {
  return (
    left.length === right.length &&
    left.every((item, index) => item === right[index] || valuesEqual(py, item, right[index]))
  );
}

function dictsEqual(py: Interpreter, left: PyDict, right: PyDict): boolean {
  const lost = left.lost ?? right.lost;
  if (lost) throw new NotKnown(lost.reason);
  if (left.size !== right.size) return false;
  for (const [key, value] of left.entries()) {
    const other = right.get(key, py.keyRules);
    if (other === undefined || (other !== value && !valuesEqual(py, value, other))) return false;
  }
  return true;
}

function equalByMethod(py: Interpreter, left: Value, right: Value): boolean {
  for (const [a, b] of [
    [left, right],
    [right, left],
  ] as const) {
    const method = classOf(a).lookup('__eq__');
    if (method === undefined || method === null) continue;
    const result = py.call(method, [a, b]);
    if (result !== NOT_IMPLEMENTED) return py.truth(result);
  }
  return left === right;
}
