/**
 * Elementary functions to the last digit: each is evaluated in double-double arithmetic (about 106 bits) and rounded
 * once, as good C libraries do up to rare ties. JavaScript's own functions may be off by one unit in the last place,
 * and a difference there shows in everything a script prints.
 *
 * Double-double arithmetic follows T. J. Dekker, "A floating-point technique for extending the available precision",
 * Numerische Mathematik 18 (1971): a number is an unevaluated sum of two doubles.
 */

/** The sum `high + low`, with |low| at most half a unit of high. */
type Double2 = readonly [high: number, low: number];

function twoSum(a: number, b: number): Double2 {
  const sum = a + b;
  const part = sum - a;
  return [sum, a - (sum - part) + (b - part)];
}

function quickSum(a: number, b: number): Double2 {
  const sum = a + b;
  return [sum, b - (sum - a)];
}

const SPLITTER = 134217729;

function twoProduct(a: number, b: number): Double2 {
  const product = a * b;
  const scaledA = SPLITTER * a;
  const highA = scaledA - (scaledA - a);
  const lowA = a - highA;
  const scaledB = SPLITTER * b;
  const highB = scaledB - (scaledB - b);
  const lowB = b - highB;
  return [product, lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB)];
}

function add(a: Double2, b: Double2): Double2 {
  const high = twoSum(a[0], b[0]);
  const low = twoSum(a[1], b[1]);
  const sum = quickSum(high[0], high[1] + low[0]);
  return quickSum(sum[0], sum[1] + low[1]);
}

function multiply(a: Double2, b: Double2): Double2 {
  const product = twoProduct(a[0], b[0]);
  return quickSum(product[0], product[1] + (a[0] * b[1] + a[1] * b[0]));
}

function divide(a: Double2, b: Double2): Double2 {
  const first = a[0] / b[0];
  const rest = add(a, negate(multiply(b, [first, 0])));
  const second = rest[0] / b[0];
  const last = add(rest, negate(multiply(b, [second, 0])));
  return add(quickSum(first, second), [last[0] / b[0], 0]);
}

const negate = (a: Double2): Double2 => [-a[0], -a[1]];
const scale = (a: Double2, power: number): Double2 => [a[0] * power, a[1] * power];
const ONE: Double2 = [1, 0];

function squareRoot(a: Double2): Double2 {
  const root = Math.sqrt(a[0]);
  if (root === 0) return [0, 0];
  const rest = add(a, negate(twoProduct(root, root)));
  return quickSum(root, rest[0] / (2 * root));
}

/** 1/n! for n = 0…27. */
const INVERSE_FACTORIALS: readonly Double2[] = (() => {
  const values: Double2[] = [ONE];
  for (let n = 1; n <= 27; n++) values.push(divide(values[n - 1], [n, 0]));
  return values;
})();

/** ln 2 and π/2 as sums of doubles; all parts but the last have 32 bits, so that their small multiples are exact. */
const LN2 = [0.6931471803691238, 1.9082149288430703e-10, 4.2751755897281784e-20, 1.94704509238075e-31];
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.478427660348229e-32];

/** `start + count * constant`. */
function addMultiple(start: Double2, count: number, constant: readonly number[]): Double2 {
  return constant.reduce<Double2>((sum, part) => add(sum, twoProduct(count, part)), start);
}

/** `e^r - 1` for |r| up to about 0.4, with full relative precision. */
function exponentialMinusOne(r: Double2): Double2 {
  const small = scale(r, 1 / 256);
  let sum = INVERSE_FACTORIALS[10];
  for (let n = 9; n >= 1; n--) sum = add(multiply(sum, small), INVERSE_FACTORIALS[n]);
  sum = multiply(sum, small);
  for (let doubling = 0; doubling < 8; doubling++) sum = multiply(sum, add(sum, [2, 0]));
  return sum;
}

/** e^x as a double-double times a power of two. */
function exponential(x: Double2): { mantissa: Double2; exponent: number } {
  const exponent = Math.round(x[0] / Math.LN2);
  const r = addMultiple(x, -exponent, LN2);
  return { mantissa: add(ONE, exponentialMinusOne(r)), exponent };
}

/** `mantissa * 2^exponent`, rounded once also where the result is subnormal. */
function assemble(mantissa: Double2, exponent: number): number {
  if (exponent >= -1021) {
    const half = Math.trunc(exponent / 2);
    return (mantissa[0] + mantissa[1]) * 2 ** half * 2 ** (exponent - half);
  }
  // The subnormal grid: adding a large number first makes the one rounding fall on it.
  const shift = exponent + 1074;
  if (shift < -60) return 0;
  const grid = 2 ** 52;
  const [high, low] = twoSum(grid, mantissa[0] * 2 ** shift);
  return (high + (low + mantissa[1] * 2 ** shift) - grid) * 2 ** -1074;
}

/** e^x. */
export function exp(x: number): number {
  if (Number.isNaN(x) || x === 0 || x > 709.79 || x < -745.2) return Math.exp(x);
  const { mantissa, exponent } = exponential([x, 0]);
  return assemble(mantissa, exponent);
}

/** The natural logarithm of a positive finite number. */
function logarithm(x: number): Double2 {
  let mantissa = x;
  let exponent = 0;
  if (mantissa < 2 ** -1000) {
    mantissa *= 2 ** 600;
    exponent -= 600;
  }
  const shift = Math.round(Math.log2(mantissa));
  // In two steps: 2^-1024 is subnormal.
  mantissa = mantissa * 2 ** -Math.trunc(shift / 2) * 2 ** -(shift - Math.trunc(shift / 2));
  exponent += shift;
  const guess = Math.log(mantissa);
  // ln m = g + ln(m e^-g), and m e^-g - 1 = (m - 1) + m (e^-g - 1) is tiny.
  const decay = exponentialMinusOne([-guess, 0]);
  const rest = add(twoSum(mantissa, -1), multiply([mantissa, 0], decay));
  const correction = add(rest, scale(multiply(rest, rest), -0.5));
  return addMultiple(add([guess, 0], correction), exponent, LN2);
}

/** ln x. */
export function log(x: number): number {
  if (!(x > 0) || x === 1 || x === Number.POSITIVE_INFINITY) return Math.log(x);
  const [high, low] = logarithm(x);
  return high + low;
}

/** `base ** exponent`, with JavaScript's results for everything that is not two finite numbers. */
export function pow(base: number, exponent: number): number {
  const plain = base ** exponent;
  if (plain === 0 || !Number.isFinite(plain) || base === 0 || exponent === 0 || Math.abs(base) === 1)
    return plain;
  if (!Number.isFinite(base) || !Number.isFinite(exponent)) return plain;
  const { mantissa, exponent: power } = exponential(multiply(logarithm(Math.abs(base)), [exponent, 0]));
  const magnitude = assemble(mantissa, power);
  return plain < 0 ? -magnitude : magnitude;
}

/**
 * The series of sine (over r) or cosine in r², `add(multiply(sum, square), ±1/n!)` from the last term on: written out,
 * since pairs for each of its steps would be most of what a call costs.
 */
function evenSeries([square, squareLow]: Double2, first: number): Double2 {
  let sum = 0;
  let sumLow = 0;
  const scaledSquare = SPLITTER * square;
  const squareHigh = scaledSquare - (scaledSquare - square);
  const squareRest = square - squareHigh;
  for (let n = 26 + first; n >= first; n -= 2) {
    const term = INVERSE_FACTORIALS[n];
    const sign = ((n - first) / 2) % 2 === 0 ? 1 : -1;
    // multiply(sum, square)
    const product = sum * square;
    const scaled = SPLITTER * sum;
    const high = scaled - (scaled - sum);
    const rest = sum - high;
    const error = rest * squareRest - (product - high * squareHigh - rest * squareHigh - high * squareRest);
    const cross = error + (sum * squareLow + sumLow * square);
    const a = product + cross;
    const aLow = cross - (a - product);
    // add(that, term)
    const b = sign * term[0];
    const bLow = sign * term[1];
    const whole = a + b;
    const part = whole - a;
    const wholeError = a - (whole - part) + (b - part);
    const low = aLow + bLow;
    const lowPart = low - aLow;
    const lowError = aLow - (low - lowPart) + (bLow - lowPart);
    const carry = wholeError + low;
    const near = whole + carry;
    const left = carry - (near - whole) + lowError;
    sum = near + left;
    sumLow = left - (sum - near);
  }
  return [sum, sumLow];
}

/** Sine and cosine of an angle in double-double, each with the sign and swap of its quadrant. */
function sineAndCosine(angle: Double2): { sine: Double2; cosine: Double2 } {
  const quadrants = Math.round(angle[0] / (Math.PI / 2));
  const r = addMultiple(angle, -quadrants, HALF_PI);
  const square = multiply(r, r);
  const sine = multiply(r, evenSeries(square, 1));
  const cosine = evenSeries(square, 0);
  switch (((quadrants % 4) + 4) % 4) {
    case 0:
      return { sine, cosine };
    case 1:
      return { sine: cosine, cosine: negate(sine) };
    case 2:
      return { sine: negate(sine), cosine: negate(cosine) };
    default:
      return { sine: negate(cosine), cosine: sine };
  }
}

/** Beyond this the reduction by π/2 would need more digits; JavaScript's own function is used. */
const LARGEST_ANGLE = 2 ** 20;

const isOrdinary = (x: number) => x !== 0 && Math.abs(x) > 1e-150 && Math.abs(x) < LARGEST_ANGLE;

/** sin x, in radians. */
export function sin(x: number): number {
  if (!isOrdinary(x)) return Math.sin(x);
  const { sine } = sineAndCosine([x, 0]);
  return sine[0] + sine[1];
}

/** cos x, in radians. */
export function cos(x: number): number {
  if (!isOrdinary(x)) return Math.cos(x);
  const { cosine } = sineAndCosine([x, 0]);
  return cosine[0] + cosine[1];
}

/** tan x, in radians. */
export function tan(x: number): number {
  if (!isOrdinary(x)) return Math.tan(x);
  const { sine, cosine } = sineAndCosine([x, 0]);
  const [high, low] = divide(sine, cosine);
  return high + low;
}

/** The angle of the point (x, y), corrected once by the sine of what the guess leaves. */
function angleOf(y: Double2, x: Double2): number {
  const guess = Math.atan2(y[0], x[0]);
  const { sine, cosine } = sineAndCosine([guess, 0]);
  const across = add(multiply(y, cosine), negate(multiply(x, sine)));
  const along = add(multiply(x, cosine), multiply(y, sine));
  const rest = divide(across, along);
  return guess + (rest[0] + rest[1]);
}

/** atan2(y, x), in radians. */
export function atan2(y: number, x: number): number {
  const plain = Math.atan2(y, x);
  const within = (value: number) => Math.abs(value) > 1e-100 && Math.abs(value) < 1e100;
  if (!within(y) || !within(x) || Math.abs(plain) < 1e-100) return plain;
  return angleOf([y, 0], [x, 0]);
}

/** atan x, in radians. */
export function atan(x: number): number {
  return Number.isFinite(x) ? atan2(x, 1) : Math.atan(x);
}

/** √(1 - x²). */
function complement(x: number): Double2 {
  return squareRoot(multiply(twoSum(1, -x), twoSum(1, x)));
}

/** asin x, in radians. */
export function asin(x: number): number {
  return Math.abs(x) < 1 && Math.abs(x) > 1e-100 ? angleOf([x, 0], complement(x)) : Math.asin(x);
}

/** acos x, in radians. */
export function acos(x: number): number {
  return Math.abs(x) < 1 && x !== 0 ? angleOf(complement(x), [x, 0]) : Math.acos(x);
}
