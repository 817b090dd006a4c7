/** Facts of results of element-by-element operations, from the facts of the operands. */
import { type DTypeName, dtypeInfo, kindOf } from './dtypes.ts';
import { type Facts, facts, intervalFacts, noFacts } from './facts.ts';

type Ends = readonly [number, number];

export function ends(known: Facts): Ends | null {
  return known.minimum === null || known.maximum === null ? null : [known.minimum, known.maximum];
}

/** Facts from the extreme values an operation can give; out of the integer type's range nothing is known. */
export function fromCorners(computed: DTypeName, values: readonly number[], integers: boolean): Facts {
  if (!values.every(Number.isFinite)) return noFacts;
  let minimum = Math.min(...values);
  let maximum = Math.max(...values);
  const { kind, itemSize, minimum: least, maximum: most } = dtypeInfo(computed);
  if (kind === 'i' || kind === 'u') {
    if (minimum < least || maximum > most || Math.max(-minimum, maximum) > 2 ** 53) return noFacts;
  }
  if (kind === 'f' && itemSize < 8) {
    if (itemSize === 2) return noFacts;
    // Rounding to the type can pass the exact bound by half a unit.
    minimum = Math.min(minimum, Math.fround(minimum));
    maximum = Math.max(maximum, Math.fround(maximum));
    if (!Number.isFinite(minimum) || !Number.isFinite(maximum)) return noFacts;
    return intervalFacts({ minimum, maximum }, integers && Math.max(-minimum, maximum) < 2 ** 24, true);
  }
  return intervalFacts({ minimum, maximum }, integers && Math.max(-minimum, maximum) < 2 ** 53, true);
}

export function sumFacts(a: Facts, b: Facts, computed: DTypeName, sign: 1 | -1): Facts {
  const [left, right] = [ends(a), ends(b)];
  if (!left || !right) return integerKind(computed);
  const corners = left.flatMap(x => right.map(y => x + sign * y));
  return fromCorners(computed, corners, a.integers && b.integers);
}

export function integerKind(computed: DTypeName): Facts {
  return 'iu'.includes(kindOf(computed)) ? { ...noFacts, integers: true, finite: true } : noFacts;
}

export function productFacts(a: Facts, b: Facts, computed: DTypeName): Facts {
  const [left, right] = [ends(a), ends(b)];
  if (!left || !right) return integerKind(computed);
  const known = fromCorners(
    computed,
    left.flatMap(x => right.map(y => x * y + 0)),
    a.integers && b.integers,
  );
  if (known !== noFacts && b.constant === 1)
    return { ...known, oneHot: a.oneHot, probabilities: a.probabilities, multiHot: a.multiHot };
  return known;
}

export function quotientFacts(a: Facts, b: Facts, computed: DTypeName): Facts {
  const [left, right] = [ends(a), ends(b)];
  if (!left || !right || (right[0] <= 0 && right[1] >= 0)) return noFacts;
  const corners = left.flatMap(x => right.map(y => x / y + 0));
  const whole = a.integers && b.constant !== null && Math.abs(b.constant) === 1;
  const known = fromCorners(computed, corners, whole);
  if (known !== noFacts && b.constant === 1)
    return { ...known, oneHot: a.oneHot, probabilities: a.probabilities, multiHot: a.multiHot };
  return known;
}

export function floorFacts(a: Facts, b: Facts, computed: DTypeName): Facts {
  const quotient = quotientFacts(a, b, 'float64');
  const range = ends(quotient);
  return range ? fromCorners(computed, range.map(Math.floor), true) : integerKind(computed);
}

export function remainderFacts(a: Facts, b: Facts, computed: DTypeName): Facts {
  if (b.minimum === null || b.maximum === null || b.minimum <= 0 || ends(a) === null)
    return integerKind(computed);
  const whole = a.integers && b.integers;
  return intervalFacts({ minimum: 0, maximum: whole ? b.maximum - 1 : b.maximum }, whole, true);
}

/** Facts of an increasing function. */
export const increasing =
  (apply: (x: number) => number, whole = false) =>
  (a: Facts, _b: Facts, computed: DTypeName): Facts => {
    const range = ends(a);
    return range ? fromCorners(computed, range.map(apply).map(loosen), whole) : noFacts;
  };

/** Library functions may differ in the last digits from the machine the facts are computed on. */
function loosen(value: number, index: number): number {
  if (Number.isInteger(value)) return value;
  const slack = Math.abs(value) * 1e-6;
  return index === 0 ? value - slack : value + slack;
}

export const within =
  (minimum: number, maximum: number, integers = false) =>
  (a: Facts, b: Facts): Facts =>
    a.finite && b.finite ? facts({ minimum, maximum, integers, finite: true }) : noFacts;

export const truthFacts = (): Facts => facts({ minimum: 0, maximum: 1, integers: true });
