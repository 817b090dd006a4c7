/**
 * Logarithm and exponential to the last digit, where JavaScript's own are off by one in up to one case of ten: streams
 * of random numbers and fitted models are to be the same bit by bit. Both go by a table and a short series, with the
 * terms that count in two doubles.
 */

/** Splits a double into two halves of 26 bits, whose products are exact (Dekker). */
const SPLITTER = 134217729;

/** Fractional bits of the whole numbers that the tables are computed with. */
const BITS = 160n;
const ONE = 1n << BITS;

/** A number given in 2**-160ths as two doubles. */
function inTwo(value: bigint): readonly [number, number] {
  const high = Number(value) * 2 ** -160;
  const rest = value - BigInt(Math.round(high * 2 ** 52)) * (1n << (BITS - 52n));
  return [Math.round(high * 2 ** 52) * 2 ** -52, Number(rest) * 2 ** -160];
}

/** ln(numerator / denominator) in 2**-160ths, by the series of the area tangent. */
function wholeLog(numerator: bigint, denominator: bigint): bigint {
  const t = ((numerator - denominator) * ONE) / (numerator + denominator);
  const square = (t * t) / ONE;
  let [power, sum] = [t, t];
  for (let k = 3n; power !== 0n; k += 2n) {
    power = (power * square) / ONE;
    sum += power / k;
  }
  return 2n * sum;
}

interface LogTable {
  /** ln(1 + j / 256) for j from -80 to 176, in two doubles. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly ln2High: number;
  readonly ln2Low: number;
}

let logTable: LogTable | null = null;

function makeLogTable(): LogTable {
  const high = new Float64Array(257);
  const low = new Float64Array(257);
  for (let j = 0; j <= 256; j++) {
    const [a, b] = inTwo(wholeLog(BigInt(176 + j), 256n));
    high[j] = a;
    low[j] = b;
  }
  const ln2 = wholeLog(2n, 1n);
  // Short enough that its products with exponents are exact.
  const ln2High = Math.floor(Math.LN2 * 2 ** 42) * 2 ** -42;
  const ln2Low = Number(ln2 - BigInt(Math.floor(Math.LN2 * 2 ** 42)) * (1n << (BITS - 42n))) * 2 ** -160;
  return { high, low, ln2High, ln2Low };
}

const bits = new DataView(new ArrayBuffer(8));

/** ln(x), rounded correctly but for very rare halves; C libraries do the same. */
export function preciseLog(x: number): number {
  if (!(x > 2.3e-308) || x === Number.POSITIVE_INFINITY || x === 1) return Math.log(x);
  logTable ??= makeLogTable();
  bits.setFloat64(0, x);
  const head = bits.getUint32(0);
  let exponent = (head >>> 20) - 1023;
  bits.setUint32(0, (head & 0xfffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > 1.375) {
    m /= 2;
    exponent++;
  }
  // m = c (1 + r) with c = place / 256; r in two parts, by the remainder of the division.
  const place = Math.round(m * 256);
  const c = place / 256;
  const difference = m - c;
  const r = difference / c;
  let scaled = r * SPLITTER;
  const rHigh = scaled - (scaled - r);
  const rLow = r - rHigh;
  // c has nine bits: both products are exact.
  const rest = (difference - rHigh * c - rLow * c) / c;
  // ln(1 + r) = r - r**2 / 2 + …, the square in two parts.
  const square = r * r;
  const squareLow = rLow * rLow - (square - rHigh * rHigh - 2 * rHigh * rLow);
  const series = r * square * (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r / 8)))));
  let low = rest - r * rest - squareLow / 2 + series + logTable.low[place - 176] + exponent * logTable.ln2Low;
  // The large terms one after the other, what each addition loses goes to the small ones.
  let sum = exponent * logTable.ln2High;
  for (let term = 0; term < 3; term++) {
    const next = term === 0 ? logTable.high[place - 176] : term === 1 ? r : -square / 2;
    scaled = sum + next;
    const back = scaled - sum;
    low += sum - (scaled - back) + (next - back);
    sum = scaled;
  }
  return sum + low;
}

/** ln(2) / 64 in two parts, the first short enough for exact products with whole numbers. */
const STEP_HIGH = 0.010830424695086549;
const STEP_LOW = 1.162596423439437e-12;

/** 2**(j / 64) for j from 0 to 63 in two parts, by products of the 64th root of two. */
const [rootHigh, rootLow] = (() => {
  const [high, low] = [new Float64Array(64), new Float64Array(64)];
  const root = 1.0108892860517005;
  const scaledRoot = root * SPLITTER;
  const headRoot = scaledRoot - (scaledRoot - root);
  high[0] = 1;
  for (let j = 1; j < 64; j++) {
    const before = high[j - 1];
    const scaled = before * SPLITTER;
    const head = scaled - (scaled - before);
    const tail = before - head;
    const product = before * root;
    const tailRoot = root - headRoot;
    const lost = tail * tailRoot - (product - head * headRoot - tail * headRoot - head * tailRoot);
    const small = lost + before * -1.5234778603368577e-17 + low[j - 1] * root;
    high[j] = product + small;
    low[j] = product - high[j] + small;
  }
  return [high, low] as const;
})();

/** e**x, rounded correctly but for very rare halves; C libraries do nearly the same. */
export function preciseExp(x: number): number {
  if (!(x > -708 && x < 709)) return Math.exp(x);
  const steps = Math.round(x / STEP_HIGH);
  const exact = x - steps * STEP_HIGH;
  const correction = -steps * STEP_LOW;
  const r = exact + correction;
  const rest = exact - r + correction;
  const root = rootHigh[steps & 63];
  let scaled = root * SPLITTER;
  const head = scaled - (scaled - root);
  const tail = root - head;
  scaled = r * SPLITTER;
  const rHigh = scaled - (scaled - r);
  const rLow = r - rHigh;
  const product = root * r;
  const lost = tail * rLow - (product - head * rHigh - tail * rHigh - head * rLow);
  const curve = r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720))));
  const small = lost + rootLow[steps & 63] * (1 + r) + root * (rest + curve);
  const sum = root + product;
  const mantissa = sum + (root - sum + product + small);
  // In two steps, since 2**1024 is no number.
  const exponent = steps >> 6;
  const half = exponent >> 1;
  return mantissa * 2 ** half * 2 ** (exponent - half);
}
