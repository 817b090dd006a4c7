/** The natural logarithm to the last digit, where JavaScript's own may be off by one. */

/** ln(2) in two parts, the first short enough for exact products with exponents. */
const LN2_HIGH = 0x162e42fee * 2 ** -33;
const LN2_LOW = 1.9082149292705877e-10;
const bits = new DataView(new ArrayBuffer(8));

/** The two halves of a product that is exact when they are added. */
function exactProduct(a: number, b: number): readonly [number, number] {
  const split = (x: number): readonly [number, number] => {
    const scaled = x * 134217729;
    const high = scaled - (scaled - x);
    return [high, x - high];
  };
  const product = a * b;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  return [product, aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)];
}

/** ln(x), rounded correctly but for rare halves; C libraries do the same. */
export function preciseLog(x: number): number {
  if (!(x > 2.3e-308) || x === Number.POSITIVE_INFINITY || x === 1) return Math.log(x);
  bits.setFloat64(0, x);
  let exponent = ((bits.getUint32(0) >>> 20) & 0x7ff) - 1023;
  bits.setUint32(0, (bits.getUint32(0) & 0xfffff) | (1023 << 20));
  let mantissa = bits.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  // ln((1 + s) / (1 - s)) = 2 (s + s**3 / 3 + s**5 / 5 + …), with s = f / (2 + f) in two parts.
  const f = mantissa - 1;
  const denominator = 2 + f;
  const lost = f - (denominator - 2);
  const s = f / denominator;
  const [product, rest] = exactProduct(s, denominator);
  const sLow = (f - product - rest - s * lost) / denominator;
  const square = s * s;
  let series = 0;
  for (let power = 25; power >= 3; power -= 2) series = series * square + 1 / power;
  const small = 2 * sLow + 2 * s * square * series + exponent * LN2_LOW;
  const [base, twice] = [exponent * LN2_HIGH, 2 * s];
  const high = base + twice;
  const lowPart = Math.abs(base) >= Math.abs(twice) ? base - high + twice : twice - high + base;
  return high + (lowPart + small);
}
