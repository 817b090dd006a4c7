// Counter-based random numbers (Threefry-2x32, 13 rounds), the same bits on every backend.

/**
 * A seed and a position in its stream. Each run of a program that draws from the stream moves it on by
 * one, so that every step draws anew and the same seed gives the same run again.
 */
export class SeedStream {
  readonly seed: number;
  position = 0;
  private salts = 0;

  constructor(seed: number) {
    this.seed = seed | 0;
  }

  /** A number for the next random operation of this stream, in order of tracing. */
  nextSalt(): number {
    return this.salts++;
  }
}

const rotations = [13, 15, 26, 6, 17, 29, 16, 24];
const parity = 0x1bd11bda;

/** Two 32-bit words from a 64-bit key and a 64-bit counter, written to `out` (source: Salmon et al. 2011). */
export function threefry(
  key0: number,
  key1: number,
  counter0: number,
  counter1: number,
  out: Int32Array,
): void {
  const key2 = key0 ^ key1 ^ parity;
  const keys = [key0, key1, key2];
  let x = (counter0 + key0) | 0;
  let y = (counter1 + key1) | 0;
  for (let round = 0; round < 13; round++) {
    x = (x + y) | 0;
    const turn = rotations[round & 7];
    y = ((y << turn) | (y >>> (32 - turn))) ^ x;
    if ((round & 3) === 3) {
      const injection = (round >> 2) + 1;
      x = (x + keys[injection % 3]) | 0;
      y = (y + keys[(injection + 1) % 3] + injection) | 0;
    }
  }
  out[0] = x;
  out[1] = y;
}

const unit = 2 ** -24;

/** Which draw this is: the stream's seed and position, and the operation's salt. */
export interface Draw {
  readonly seed: number;
  readonly position: number;
  readonly salt: number;
}

/** Where drawn numbers go; never integers, whatever the type of cells. */
type Floats = { readonly length: number; [index: number]: number };

type Pair = (first: number, second: number, out: Float64Array) => void;

function fill(out: Floats, draw: Draw, convert: Pair): void {
  const half = (out.length + 1) >> 1;
  const words = new Int32Array(2);
  const pair = new Float64Array(2);
  for (let index = 0; index < half; index++) {
    threefry(draw.seed, draw.position, index, draw.salt, words);
    convert(words[0] >>> 8, words[1] >>> 8, pair);
    out[index] = pair[0];
    if (index + half < out.length) out[index + half] = pair[1];
  }
}

/** Uniform numbers in [0, 1), multiples of 2^-24. */
export function fillUniform(out: Floats, draw: Draw): void {
  fill(out, draw, (first, second, pair) => {
    pair[0] = first * unit;
    pair[1] = second * unit;
  });
}

/** Standard normal numbers (Box and Muller). */
export function fillNormal(out: Floats, draw: Draw): void {
  fill(out, draw, (first, second, pair) => {
    const radius = Math.sqrt(-2 * Math.log((first + 1) * unit));
    const angle = 2 * Math.PI * second * unit;
    pair[0] = radius * Math.cos(angle);
    pair[1] = radius * Math.sin(angle);
  });
}

/** Standard normal numbers restricted to (-2, 2), by inverting the distribution function. */
export function fillTruncatedNormal(out: Floats, draw: Draw): void {
  const spread = 0.9544997361036416;
  fill(out, draw, (first, second, pair) => {
    pair[0] = Math.SQRT2 * inverseErf(spread * (2 * (first + 0.5) * unit - 1));
    pair[1] = Math.SQRT2 * inverseErf(spread * (2 * (second + 0.5) * unit - 1));
  });
}

/** Inverse error function for |x| < 1, to about 1e-7 relative (source: Giles 2012, single precision). */
export function inverseErf(x: number): number {
  let w = -Math.log((1 - x) * (1 + x));
  const central = [
    2.81022636e-8, 3.43273939e-7, -3.5233877e-6, -4.39150654e-6, 0.00021858087, -0.00125372503,
    -0.00417768164, 0.246640727, 1.50140941,
  ];
  const tail = [
    -0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773, -0.0076224613,
    0.00943887047, 1.00167406, 2.83297682,
  ];
  const coefficients = w < 5 ? central : tail;
  w = w < 5 ? w - 2.5 : Math.sqrt(w) - 3;
  let value = coefficients[0];
  for (let index = 1; index < coefficients.length; index++) value = coefficients[index] + value * w;
  return value * x;
}
