/** Element-by-element operations: broadcasting, type resolution, loops, facts and floating-point warnings. */
import { raise, TypeError } from '../../python/errors.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { PyComplex, Value } from '../../python/values.ts';
import { castArray, castData, roundToHalf } from './casting.ts';
import { applyToTimes } from './dates/operations.ts';
import { isTime } from './dates/units.ts';
import { type CastingRule, canCast, type DTypeName, dtypeInfo, kindOf, typeString } from './dtypes.ts';
import { computeValues } from './elementwiseValues.ts';
import { elementFacts, type Facts, noFacts, scaledOccurrence } from './facts.ts';
import { broadcastStrides, forEachRun } from './iteration.ts';
import { meantAfter } from './meantNumbers.ts';
import { followScores } from './modelScores.ts';
import { abstractArray, concreteArray, type NdArray } from './ndarray.ts';
import { resultType } from './promotion.ts';
import { commonRows } from './rowOrder.ts';
import { scalarClassOf } from './scalars.ts';
import { broadcastShapes } from './shapes.ts';
import { type ArrayData, allocate, type NumberItems } from './storage.ts';
import { applyToStructs } from './structs/comparison.ts';
import { isStruct } from './structs/types.ts';
import { UFuncTypeError } from './ufuncErrors.ts';

/** How an operation computes and which types it takes. */
export interface Operation {
  readonly name: string;
  readonly inputs: 1 | 2;
  /** The type to compute in, given the operands' common type; null: there is no loop for it. */
  readonly compute: (common: DTypeName) => DTypeName | null;
  /** The type of the result, given the type computed in; the same one by default. */
  readonly result?: (computed: DTypeName) => DTypeName;
  /** The common type where every operand is first converted by itself, as functions on floats alone do. */
  readonly each?: (operand: DTypeName) => DTypeName | null;
  /** Whether loops are searched, signed types first, for the one that takes a 0-d operand's value. */
  readonly signedFirst?: boolean;
  /** How NumPy words that there is no loop for these types: by their classes, or as types once text takes part. */
  readonly noLoop?: 'classes' | 'types';
  /** True where text is not to be mixed with numbers. */
  readonly separatesText?: boolean;
  /** On JavaScript numbers. */
  readonly number: (a: number, b: number) => number;
  /** The same in a narrower floating type, where its steps differ. */
  readonly narrow?: (a: number, b: number, computed: DTypeName) => number;
  /** 32-bit integers need wrapping products. */
  readonly integer32?: (a: number, b: number) => number;
  /** On integers beyond 2**53; results are wrapped to the type. Absent: they are computed as floats. */
  readonly wide?: (a: bigint, b: bigint) => bigint | number | boolean;
  readonly complex?: (a: PyComplex, b: PyComplex) => PyComplex | number | boolean;
  /** On text, where the operation has a meaning there. */
  readonly text?: (a: string, b: string) => boolean;
  /** On Python objects; by default their method of this name. */
  readonly object?: (a: Value, b: Value, py: Interpreter) => Value;
  readonly facts?: (a: Facts, b: Facts, computed: DTypeName) => Facts;
  /** What a non-finite result of finite operands means, for the RuntimeWarning. */
  readonly trouble?: (a: number, b: number, result: number) => Trouble | null;
  /** Refuses operands by their value or type before anything is computed. */
  readonly refuse?: (a: NdArray, b: NdArray, common: DTypeName) => void;
}

export type Trouble = 'divide by zero' | 'invalid value' | 'overflow';

/** Told of floating-point trouble, to print NumPy's RuntimeWarning. */
export type TroubleListener = (trouble: Trouble, operation: string) => void;

export interface ElementwiseOptions {
  readonly dtype?: DTypeName | null;
  readonly casting?: CastingRule;
  readonly py?: Interpreter | null;
  readonly warn?: TroubleListener | null;
}

/** Applies an operation to arrays that broadcast together. */
export function applyElementwise(
  operation: Operation,
  operands: readonly NdArray[],
  options: ElementwiseOptions = {},
): NdArray {
  const [a, b = a] = operands;
  if (isStruct(a.dtype) || isStruct(b.dtype)) return applyToStructs(operation, operands);
  if (isTime(a.dtype) || isTime(b.dtype)) return applyToTimes(operation, operands, options);
  const common = resultType(operands, operation.each, operation.signedFirst);
  const computed = computedType(operation, operands, common, options);
  const result = operation.result?.(computed) ?? computed;
  const shape = operation.inputs === 1 ? a.shape : broadcastShapes(operands.map(operand => operand.shape));
  operation.refuse?.(a, b, common);
  if (operands.some(operand => operand.data === null)) {
    const bounds = operation.facts?.(rowFacts(a, shape), rowFacts(b, shape), computed) ?? noFacts;
    const known = {
      ...bounds,
      occurrence: occurrenceAfter(operation.name, a, b, bounds),
      meant: meantAfter(operation, a, b, computed),
    };
    const made = abstractArray(shape, result, shape.length === 0 ? elementFacts(known) : known);
    if (options.py && operands.some(operand => operand.memory.scores !== null))
      followScores(operation.name, operands, made, options.py);
    return withRows(made, operands);
  }
  const inputs = operands.map(operand => prepared(operand, computed));
  return concreteArray(compute(operation, inputs, shape as number[], computed, result, options));
}

/** Numbers and rows of numbers are taken together with every row; other arrays with rows of their own row by row. */
function withRows(result: NdArray, operands: readonly NdArray[]): NdArray {
  const tables = operands.filter(operand => operand.rank > 0 && operand.rank === result.rank);
  if (tables.length > 0) result.memory.rows = commonRows(tables);
  return result;
}

/** Facts about rows hold for the result only if the operand's rows are those of the result. */
function rowFacts(operand: NdArray, shape: readonly (number | null)[]): Facts {
  const last = operand.shape[operand.rank - 1];
  const same = operand.rank > 0 && last === shape[shape.length - 1];
  return same ? operand.facts : elementFacts(operand.facts);
}

function computedType(
  operation: Operation,
  operands: readonly NdArray[],
  common: DTypeName,
  options: ElementwiseOptions,
): DTypeName {
  const computed = operation.compute(options.dtype ?? common);
  const kind = computed === null ? '' : kindOf(computed);
  const mixed = operation.separatesText && mixesText(operands);
  const lacks =
    mixed || (kind === 'c' && !operation.complex) || ((kind === 'U' || kind === 'S') && !operation.text);
  if (computed === null || lacks) throw noLoop(operation, operands);
  if (
    options.dtype &&
    !operands.every(operand => canCast(operand.dtype, computed, options.casting ?? 'same_kind'))
  ) {
    throw raise(
      UFuncTypeError,
      `Cannot cast ufunc '${operation.name}' input ${operands.length > 1 ? '0 ' : ''}from ` +
        `dtype('${operands[0].dtype}') to dtype('${computed}') with casting rule '${options.casting ?? 'same_kind'}'`,
    );
  }
  return computed;
}

function mixesText(operands: readonly NdArray[]): boolean {
  const kinds = operands.map(operand => kindOf(operand.dtype));
  const textual = kinds.filter(kind => kind === 'U' || kind === 'S').length;
  return textual > 0 && textual < kinds.length && !kinds.includes('O');
}

function noLoop(operation: Operation, operands: readonly NdArray[]): Error {
  const hasText = operands.some(operand => 'US'.includes(kindOf(operand.dtype)));
  if (operation.noLoop === undefined) {
    return raise(
      TypeError,
      `ufunc '${operation.name}' not supported for the input types, and the inputs could not be safely coerced to any ` +
        "supported types according to the casting rule ''safe''",
    );
  }
  const types = operands.map(operand =>
    hasText && operation.noLoop === 'types'
      ? `dtype('${operand.dtype}')`
      : `<class 'numpy.dtype[${scalarClassOf(operand.dtype).name}]'>`,
  );
  const signature = types.length === 1 ? types[0] : `(${types.join(', ')})`;
  return raise(
    UFuncTypeError,
    `ufunc '${operation.name}' did not contain a loop with signature matching types ${signature} -> None`,
  );
}

/** The operand's contents in the type computed in; a conversion that changes no JavaScript number is skipped. */
function prepared(operand: NdArray, computed: DTypeName): ArrayData {
  const data = operand.data!;
  if (data.dtype === computed) return data;
  const from = kindOf(data.dtype);
  const to = dtypeInfo(computed);
  const sameNumbers =
    data.numeric && 'biu'.includes(from) && (computed === 'float64' || 'iu'.includes(to.kind));
  if (sameNumbers && dtypeInfo(data.dtype).itemSize <= to.itemSize && !(to.kind === 'u' && from === 'i'))
    return data;
  if (from === 'f' && computed === 'float64') return data;
  if (dtypeInfo(data.dtype).kind === 'U' && to.kind === 'U') return data;
  return castData(data, computed);
}

function compute(
  operation: Operation,
  inputs: readonly ArrayData[],
  shape: readonly number[],
  computed: DTypeName,
  result: DTypeName,
  options: ElementwiseOptions,
): ArrayData {
  const kind = kindOf(computed);
  const numeric = inputs.every(input => input.numeric);
  if (numeric && 'biuf'.includes(kind)) {
    const target = allocate(shape, result);
    const safe = computeNumbers(operation, inputs, target, computed);
    if (safe || operation.wide === undefined) {
      if (kind === 'f' && options.warn && operation.trouble)
        reportTrouble(operation, inputs, target, options.warn);
      return target;
    }
  }
  return computeValues(operation, inputs, shape, computed, result, options);
}

/** Loops over numbers. Returns false when a 64-bit integer result left the exact range of doubles. */
function computeNumbers(
  operation: Operation,
  inputs: readonly ArrayData[],
  target: ArrayData,
  computed: DTypeName,
): boolean {
  const out = target.items as NumberItems;
  const { shape } = target;
  const strides = [target.strides, ...inputs.map(input => broadcastStrides(input, shape))];
  const offsets = [0, ...inputs.map(input => input.offset)];
  const left = inputs[0].items as NumberItems;
  const apply = numberFunction(operation, computed);
  if (operation.inputs === 1) {
    forEachRun(shape, strides, offsets, ([to, from], length, [toStep, fromStep]) => {
      for (let i = 0; i < length; i++, to += toStep, from += fromStep) out[to] = apply(left[from], 0);
    });
  } else {
    const right = inputs[1].items as NumberItems;
    const quick = quickLoops[operation.name];
    const run = quick !== undefined && kindOf(computed) === 'f' ? quick : null;
    forEachRun(shape, strides, offsets, ([to, a, b], length, [toStep, aStep, bStep]) => {
      if (run) run(out, left, right, to, a, b, length, toStep, aStep, bStep);
      else {
        for (let i = 0; i < length; i++, to += toStep, a += aStep, b += bStep)
          out[to] = apply(left[a], right[b]);
      }
    });
  }
  if (target.dtype === 'bool' && computed === 'bool')
    for (let i = 0; i < out.length; i++) out[i] = out[i] === 0 ? 0 : 1;
  if (target.dtype === 'float16') for (let i = 0; i < out.length; i++) out[i] = roundToHalf(out[i]);
  return target.dtype !== 'int64' && target.dtype !== 'uint64' ? true : allSafe(out, target.dtype);
}

/** The function on JavaScript numbers that computes in a type. */
function numberFunction(operation: Operation, computed: DTypeName): (a: number, b: number) => number {
  const { number, narrow, integer32 } = operation;
  // `~` of truth values is `not`.
  if (operation.name === 'invert' && computed === 'bool') return a => (a === 0 ? 1 : 0);
  if (narrow !== undefined && (computed === 'float32' || computed === 'float16'))
    return (a, b) => narrow(a, b, computed);
  const isSmall = integer32 !== undefined && dtypeInfo(computed).itemSize <= 4 && kindOf(computed) !== 'f';
  return isSmall ? integer32 : number;
}

function allSafe(items: NumberItems, dtype: DTypeName): boolean {
  const minimum = dtype === 'uint64' ? 0 : -9007199254740991;
  for (let i = 0; i < items.length; i++) {
    const value = items[i];
    if (!(value >= minimum && value <= 9007199254740991 && Number.isInteger(value))) return false;
    // Adding zero turns -0, which integers do not have, into 0.
    if (value === 0) items[i] = 0;
  }
  return true;
}

type QuickLoop = (
  out: NumberItems,
  left: NumberItems,
  right: NumberItems,
  to: number,
  a: number,
  b: number,
  length: number,
  toStep: number,
  aStep: number,
  bStep: number,
) => void;

/** Loops without a call per element for what large arrays are scaled and shifted with. */
const quickLoops: Record<string, QuickLoop> = {
  add: (out, left, right, to, a, b, length, toStep, aStep, bStep) => {
    for (let i = 0; i < length; i++, to += toStep, a += aStep, b += bStep) out[to] = left[a] + right[b];
  },
  subtract: (out, left, right, to, a, b, length, toStep, aStep, bStep) => {
    for (let i = 0; i < length; i++, to += toStep, a += aStep, b += bStep) out[to] = left[a] - right[b];
  },
  multiply: (out, left, right, to, a, b, length, toStep, aStep, bStep) => {
    for (let i = 0; i < length; i++, to += toStep, a += aStep, b += bStep) out[to] = left[a] * right[b];
  },
  divide: (out, left, right, to, a, b, length, toStep, aStep, bStep) => {
    for (let i = 0; i < length; i++, to += toStep, a += aStep, b += bStep) out[to] = left[a] / right[b];
  },
};

function reportTrouble(
  operation: Operation,
  inputs: readonly ArrayData[],
  target: ArrayData,
  warn: TroubleListener,
): void {
  const out = target.items as NumberItems;
  const found = new Set<Trouble>();
  let suspicious = false;
  for (let i = 0; i < out.length && !suspicious; i++) suspicious = !Number.isFinite(out[i]);
  if (!suspicious) return;
  const strides = [target.strides, ...inputs.map(input => broadcastStrides(input, target.shape))];
  const left = inputs[0].items as NumberItems;
  const right = (inputs[1] ?? inputs[0]).items as NumberItems;
  forEachRun(target.shape, strides, [0, ...inputs.map(input => input.offset)], (positions, length, steps) => {
    for (let i = 0; i < length; i++) {
      const result = out[positions[0] + i * steps[0]];
      if (Number.isFinite(result)) continue;
      const a = left[positions[1] + i * steps[1]];
      const b = inputs.length > 1 ? right[positions[2] + i * steps[2]] : 0;
      const trouble = operation.trouble!(a, b, result);
      if (trouble) found.add(trouble);
    }
  });
  for (const trouble of ['divide by zero', 'overflow', 'invalid value'] as const) {
    if (found.has(trouble)) warn(trouble, operation.name);
  }
}

const dtypeText = (dtype: DTypeName): string => `dtype('${isTime(dtype) ? typeString(dtype) : dtype}')`;

/** Writes a result into `out=`; the cast must be of the same kind. */
export function castForOutput(
  result: NdArray,
  out: NdArray,
  name: string,
  casting: CastingRule = 'same_kind',
): NdArray {
  if (!canCast(result.dtype, out.dtype, casting)) {
    throw raise(
      UFuncTypeError,
      `Cannot cast ufunc '${name}' output from ${dtypeText(result.dtype)} to ${dtypeText(out.dtype)} with casting rule '${casting}'`,
    );
  }
  return castArray(result, out.dtype);
}

/** Moving all elements by one number, or scaling them, moves the ends along. */
function occurrenceAfter(name: string, a: NdArray, b: NdArray, bounds: Facts): Facts['occurrence'] {
  if (!['add', 'subtract', 'multiply', 'divide'].includes(name) || bounds.minimum === null) return null;
  const isNumber = (array: NdArray) => array.rank === 0 && array.facts.constant !== null;
  if (a.dtype === 'bool' && b.dtype === 'bool') return null;
  const moved = a.rank > 0 && isNumber(b) ? a : b.rank > 0 && isNumber(a) && name !== 'divide' ? b : null;
  const occurrence = moved?.facts.occurrence ?? null;
  return name === 'add' || name === 'subtract' ? occurrence : scaledOccurrence(occurrence);
}
