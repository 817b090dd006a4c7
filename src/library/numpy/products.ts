/** Products that contract axes: `dot`, `matmul`, `tensordot`, `einsum`. */
import { raise, ValueError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { NotKnown, PyComplex, type Value } from '../../python/values.ts';
import { asType } from './casting.ts';
import * as complex from './complexNumbers.ts';
import { type DTypeName, kindOf } from './dtypes.ts';
import { applyElementwise } from './elementwise.ts';
import { noFacts } from './facts.ts';
import { commonType, stack } from './joining.ts';
import { abstractArray, concreteArray, inOrder, type NdArray, viewOf } from './ndarray.ts';
import { operation } from './operations.ts';
import { reduce } from './reductions.ts';
import { dotShape, matmulShape } from './shapes.ts';
import { type ArrayData, allocate, contiguousItems, fromItems, type NumberItems, sizeOf } from './storage.ts';
import { UFuncTypeError } from './ufuncErrors.ts';
import { broadcastTo, expandDimensions, reshape, transpose } from './views.ts';

/** Rows times columns: `out[i, j] = sum_k a[i, k] * b[k, j]`, all row-major. */
function multiplyMatrices(
  a: NumberItems,
  b: NumberItems,
  out: NumberItems,
  rows: number,
  inner: number,
  columns: number,
): void {
  const sums = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    sums.fill(0);
    for (let k = 0; k < inner; k++) {
      const factor = a[i * inner + k];
      if (factor === 0 && allFinite(b, k * columns, columns)) continue;
      const start = k * columns;
      for (let j = 0; j < columns; j++) sums[j] += factor * b[start + j];
    }
    for (let j = 0; j < columns; j++) out[i * columns + j] = sums[j];
  }
}

function allFinite(items: NumberItems, start: number, length: number): boolean {
  for (let i = start; i < start + length; i++) if (!Number.isFinite(items[i])) return false;
  return true;
}

function noProduct(type: DTypeName): Error {
  const text = type.startsWith('[') ? `dtype(${type})` : `dtype('${type}')`;
  return raise(
    UFuncTypeError,
    `ufunc 'matmul' did not contain a loop with signature matching types (${text}, ${text}) -> None`,
  );
}

function multiplyValues(a: ArrayData, b: ArrayData, rows: number, inner: number, columns: number): ArrayData {
  const left = contiguousItems(a) as Value[];
  const right = contiguousItems(b) as Value[];
  const type = a.dtype;
  const values: Value[] = [];
  if ('USVMm'.includes(kindOf(type))) throw noProduct(type);
  if (type === 'object') throw new NotKnown('matrix products of objects are not modelled');
  const isComplex = kindOf(type) === 'c';
  const wrapped = (value: bigint): bigint =>
    type === 'uint64' ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum: Value = isComplex ? new PyComplex(0, 0) : 0n;
      for (let k = 0; k < inner; k++) {
        const [x, y] = [left[i * inner + k], right[k * columns + j]];
        sum = isComplex
          ? complex.add(sum as PyComplex, complex.multiply(x as PyComplex, y as PyComplex))
          : wrapped((sum as bigint) + BigInt(x as number) * BigInt(y as number));
      }
      values.push(sum);
    }
  }
  if (isComplex) return fromItems(values, [rows, columns], type);
  const wide = type === 'uint64' ? BigUint64Array : BigInt64Array;
  return fromItems(wide.from(values as bigint[]), [rows, columns], type);
}

function matrixProduct(a: NdArray, b: NdArray): NdArray {
  const [rows, inner] = a.shape as number[];
  const columns = b.shape[1] as number;
  const type = commonType([a, b]);
  const left = asType(a, type).data!;
  const right = asType(b, type).data!;
  if (!left.numeric || !right.numeric)
    return concreteArray(multiplyValues(left, right, rows, inner, columns));
  const target = allocate([rows, columns], type);
  multiplyMatrices(
    contiguousItems(left) as NumberItems,
    contiguousItems(right) as NumberItems,
    target.items as NumberItems,
    rows,
    inner,
    columns,
  );
  if (type === 'bool')
    for (let i = 0; i < target.size; i++)
      (target.items as Uint8Array)[i] = Math.min(1, (target.items as Uint8Array)[i]);
  const isWide = type === 'int64' || type === 'uint64';
  const inexact = isWide && (target.items as Float64Array).some(value => Math.abs(value) > 2 ** 53);
  return concreteArray(inexact ? multiplyValues(left, right, rows, inner, columns) : target);
}

/** `a @ b`. */
export function matmul(a: NdArray, b: NdArray): NdArray {
  const shape = matmulShape(a.shape, b.shape);
  if (a.data === null || b.data === null) return abstractArray(shape, commonType([a, b]), noFacts);
  const left = a.rank === 1 ? expandDimensions(a, [0]) : a;
  const right = b.rank === 1 ? expandDimensions(b, [1]) : b;
  if (left.rank === 2 && right.rank === 2) return reshape(matrixProduct(left, right), shape as number[]);
  const rank = Math.max(left.rank, right.rank);
  const batch = (shape as number[]).slice(0, rank - 2);
  const wideLeft = reshape(broadcastTo(left, [...batch, ...left.shape.slice(-2)]), [
    sizeOf(batch),
    ...(left.shape.slice(-2) as number[]),
  ]);
  const wideRight = reshape(broadcastTo(right, [...batch, ...right.shape.slice(-2)]), [
    sizeOf(batch),
    ...(right.shape.slice(-2) as number[]),
  ]);
  const type = commonType([a, b]);
  const matrices: NdArray[] = [];
  for (let i = 0; i < sizeOf(batch); i++) matrices.push(matrixProduct(row(wideLeft, i), row(wideRight, i)));
  if (matrices.length > 0 && matrices.some(matrix => !matrix.data!.numeric))
    return reshape(stack(matrices, 0), shape as number[]);
  const target = allocate(
    [matrices.length, left.shape[left.rank - 2] as number, right.shape[right.rank - 1] as number],
    type,
  );
  matrices.forEach((matrix, index) => {
    const items = contiguousItems(matrix.data!) as NumberItems;
    for (let k = 0; k < items.length; k++) (target.items as NumberItems)[index * items.length + k] = items[k];
  });
  return reshape(concreteArray(target), shape as number[]);
}

function row(array: NdArray, index: number): NdArray {
  const data = array.data!;
  return concreteArray(
    data.view(data.shape.slice(1), data.strides.slice(1), data.offset + index * data.strides[0]),
  );
}

/** `np.dot`. */
export function dot(a: NdArray, b: NdArray): NdArray {
  if (a.rank === 0 || b.rank === 0) return applyElementwise(operation('multiply'), [a, b]);
  const shape = dotShape(a.shape, b.shape);
  if (a.data === null || b.data === null) return abstractArray(shape, commonType([a, b]), noFacts);
  if (a.rank === 1 && b.rank === 1) return innerSum(a, b);
  const inner = a.shape[a.rank - 1] as number;
  const left = reshape(
    a,
    [-1, inner].map((length, index) => (index === 0 ? sizeOf(a.shape.slice(0, -1) as number[]) : length)),
  );
  const order =
    b.rank === 1 ? [0] : [b.rank - 2, ...b.shape.map((_, axis) => axis).filter(axis => axis !== b.rank - 2)];
  const right = reshape(transpose(b, order), [inner, sizeOf(b.shape as number[]) / Math.max(1, inner)]);
  return reshape(matrixProduct(left, right), shape as number[]);
}

function innerSum(a: NdArray, b: NdArray): NdArray {
  const result = matrixProduct(expandDimensions(a, [0]), expandDimensions(b, [1]));
  return reshape(result, []);
}

/** `tensordot` over paired axes. */
export function tensordot(
  a: NdArray,
  b: NdArray,
  axesA: readonly number[],
  axesB: readonly number[],
): NdArray {
  const left = axesA.map(axis => (axis < 0 ? axis + a.rank : axis));
  const right = axesB.map(axis => (axis < 0 ? axis + b.rank : axis));
  const fits =
    left.length === right.length &&
    left.every((axis, index) => {
      const [x, y] = [a.shape[axis], b.shape[right[index]]];
      return x === undefined || y === undefined ? false : x === y || x === null || y === null;
    });
  if (!fits) throw raise(ValueError, 'shape-mismatch for sum');
  const keptA = a.shape.map((_, axis) => axis).filter(axis => !left.includes(axis));
  const keptB = b.shape.map((_, axis) => axis).filter(axis => !right.includes(axis));
  const shape = [...keptA.map(axis => a.shape[axis]), ...keptB.map(axis => b.shape[axis])];
  if (a.data === null || b.data === null) return abstractArray(shape, commonType([a, b]), noFacts);
  const inner = left.reduce((product, axis) => product * (a.shape[axis] as number), 1);
  const first = reshape(transpose(a, [...keptA, ...left]), [
    sizeOf(keptA.map(axis => a.shape[axis] as number)),
    inner,
  ]);
  const second = reshape(transpose(b, [...right, ...keptB]), [
    inner,
    sizeOf(keptB.map(axis => b.shape[axis] as number)),
  ]);
  return reshape(matrixProduct(first, second), shape as number[]);
}

/** Gives the axes that an ellipsis stands for labels of their own, aligned at the right. */
function withoutEllipsis(text: string, operands: readonly NdArray[]): string {
  if (!text.includes('...')) return text;
  const [inputText, outputText] = text.split('->');
  const inputs = inputText.split(',');
  const hidden = inputs.map((input, index) =>
    input.includes('...') ? Math.max(0, (operands[index]?.rank ?? 0) - (input.length - 3)) : 0,
  );
  const free = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter(letter => !text.includes(letter));
  const labels = free.slice(0, Math.max(...hidden)).join('');
  const own = (count: number): string => labels.slice(labels.length - count);
  const expanded = inputs.map((input, index) => input.replace('...', own(hidden[index]))).join(',');
  if (outputText !== undefined) return `${expanded}->${outputText.replace('...', labels)}`;
  const once = [...inputText.replaceAll('...', '').replaceAll(',', '')].filter(
    (letter, _, all) => all.filter(other => other === letter).length === 1,
  );
  return `${expanded}->${labels}${once.sort().join('')}`;
}

/** `einsum` with explicit or implicit output. */
export function einsum(subscripts: string, operands: readonly NdArray[], py: Interpreter): NdArray {
  const [inputText, outputText] = withoutEllipsis(subscripts.replace(/\s/g, ''), operands).split('->');
  const inputs = inputText.split(',');
  if (inputs.length !== operands.length) {
    throw raise(
      ValueError,
      operands.length === 0
        ? 'must specify the einstein sum subscripts string and at least one operand'
        : inputs.length > operands.length
          ? 'more operands provided to einstein sum function than specified in the subscripts string'
          : 'fewer operands provided to einstein sum function than specified in the subscripts string',
    );
  }
  const counts = new Map<string, number>();
  for (const label of inputs.join('')) counts.set(label, (counts.get(label) ?? 0) + 1);
  const output =
    outputText ??
    [...counts.keys()]
      .filter(label => counts.get(label) === 1)
      .sort()
      .join('');
  for (const label of `${inputs.join('')}${output}`) {
    if (/^[A-Za-z]$/.test(label)) continue;
    throw raise(
      ValueError,
      `invalid subscript '${label}' in einstein sum subscripts string, subscripts must be letters`,
    );
  }
  for (const label of output) {
    if (output.indexOf(label) !== output.lastIndexOf(label)) {
      throw raise(
        ValueError,
        `einstein sum subscripts string includes output subscript '${label}' multiple times`,
      );
    }
    if (!counts.has(label)) {
      throw raise(
        ValueError,
        `einstein sum subscripts string included output subscript '${label}' which never appeared in an input`,
      );
    }
  }
  const labels = [...output, ...[...counts.keys()].filter(label => !output.includes(label))];
  const lengths = new Map<string, number | null>();
  operands.forEach((operand, index) => {
    if (operand.rank !== inputs[index].length) {
      throw raise(
        ValueError,
        operand.rank < inputs[index].length
          ? `einstein sum subscripts string contains too many subscripts for operand ${index}`
          : "operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.",
      );
    }
    [...inputs[index]].forEach((label, axis) => {
      const length = operand.shape[axis];
      const before = lengths.get(label);
      if (before != null && length !== null && before !== length && before !== 1 && length !== 1) {
        throw raise(
          ValueError,
          `operands could not be broadcast together with remapped shapes [original->remapped]: einsum label '${label}'`,
        );
      }
      if (before == null || before === 1) lengths.set(label, length);
    });
  });
  const shape = [...output].map(label => lengths.get(label) ?? null);
  if (operands.some(operand => operand.data === null))
    // One operand whose axes all stay is only looked at in another way.
    return inOrder(
      abstractArray(shape, commonType(operands), noFacts),
      operands.length === 1 && labels.length === output.length && operands[0].bigEndian,
    );
  const aligned = operands.map((operand, index) => alignOperand(operand, inputs[index], labels));
  const product = aligned.reduce((left, right) =>
    applyElementwise(operation('multiply'), [left, right], { py }),
  );
  const full = broadcastTo(
    product,
    labels.map(label => lengths.get(label) as number),
  );
  const summed = labels.slice(output.length).map((_, index) => output.length + index);
  const type = commonType(operands);
  if (summed.length === 0) return asType(full, type);
  // Sums of truth values are whether any is true.
  return type === 'bool'
    ? reduce('logical_or', full, summed, { py })
    : reduce('add', full, summed, { dtype: type, py });
}

/** Puts an operand's axes where its labels stand among all labels; a repeated label takes the diagonal. */
function alignOperand(operand: NdArray, labels: string, all: readonly string[]): NdArray {
  const data = operand.data!;
  const shape: number[] = [];
  const strides: number[] = [];
  for (const label of all) {
    const axes = [...labels].map((own, axis) => (own === label ? axis : -1)).filter(axis => axis >= 0);
    shape.push(axes.length === 0 ? 1 : Math.max(...axes.map(axis => data.shape[axis])));
    strides.push(axes.reduce((sum, axis) => sum + (data.shape[axis] === 1 ? 0 : data.strides[axis]), 0));
  }
  return viewOf(operand, data.view(shape, strides));
}
