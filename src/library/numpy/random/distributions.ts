/** Random distributions, drawn with the same operations in the same order as NumPy's. */
import { preciseExp, preciseLog } from '../../preciseFunctions.ts';
import type { BitGenerator } from './bitGenerators.ts';
import { poisson } from './discreteDistributions.ts';
import {
  exponentialHeights,
  exponentialLimits,
  exponentialWidths,
  normalHeights,
  normalLimits,
  normalWidths,
} from './ziggurat.generated.ts';

/** The draws that the legacy functions and the Generator make differently. */
export interface Draws {
  readonly bits: BitGenerator;
  normal(): number;
  exponential(): number;
  /** A whole number in 0..range, both included. */
  bounded(range: number): number;
}

function smallestMask(range: number): readonly [number, number] {
  const fill = (value: number): number => (value === 0 ? 0 : 2 ** (32 - Math.clz32(value)) - 1);
  const high = Math.floor(range / 4294967296);
  return high === 0 ? [0, fill(range >>> 0)] : [fill(high), 0xffffffff];
}

/** Masked rejection, as the legacy functions draw whole numbers. */
export function maskedBounded(bits: BitGenerator, range: number): number {
  if (range === 0) return 0;
  const [highMask, lowMask] = smallestMask(range);
  for (;;) {
    if (highMask === 0) {
      const value = (bits.next32() & lowMask) >>> 0;
      if (value <= range) return value;
    } else {
      const [high, low] = bits.next64();
      const value = ((high & highMask) >>> 0) * 4294967296 + low;
      if (value <= range) return value;
    }
  }
}

/** Lemire's method, as the Generator draws whole numbers. */
export function lemireBounded(bits: BitGenerator, range: number): number {
  if (range === 0) return 0;
  if (range === 0xffffffff) return bits.next32();
  if (range > 0xffffffff) return lemireWide(bits, BigInt(range));
  const exclusive = range + 1;
  let product = BigInt(bits.next32()) * BigInt(exclusive);
  let left = Number(product & 0xffffffffn);
  if (left < exclusive) {
    const threshold = (0xffffffff - range) % exclusive;
    while (left < threshold) {
      product = BigInt(bits.next32()) * BigInt(exclusive);
      left = Number(product & 0xffffffffn);
    }
  }
  return Number(product >> 32n);
}

function lemireWide(bits: BitGenerator, range: bigint): number {
  const exclusive = range + 1n;
  const draw = (): bigint => {
    const [high, low] = bits.next64();
    return ((BigInt(high) << 32n) | BigInt(low)) * exclusive;
  };
  const mask = (1n << 64n) - 1n;
  let product = draw();
  let left = product & mask;
  if (left < exclusive) {
    const threshold = (mask - range) % exclusive;
    while (left < threshold) {
      product = draw();
      left = product & mask;
    }
  }
  return Number(product >> 64n);
}

/** Draws of the legacy functions (`np.random.rand`, RandomState). */
export class LegacyDraws implements Draws {
  readonly bits: BitGenerator;
  /** The second of two normals that the polar method makes at once. */
  spare: number | null = null;
  constructor(bits: BitGenerator) {
    this.bits = bits;
  }

  normal(): number {
    if (this.spare !== null) {
      const value = this.spare;
      this.spare = null;
      return value;
    }
    for (;;) {
      const x = 2 * this.bits.nextDouble() - 1;
      const y = 2 * this.bits.nextDouble() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * preciseLog(square)) / square);
      this.spare = factor * x;
      return factor * y;
    }
  }

  exponential(): number {
    return -preciseLog(1 - this.bits.nextDouble());
  }

  bounded(range: number): number {
    return maskedBounded(this.bits, range);
  }
}

/** The bytes of base64 text as doubles. */
function decode(text: string): Float64Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bytes = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4));
  let at = 0;
  let buffer = 0;
  let bits = 0;
  for (const character of text) {
    if (character === '=') break;
    buffer = ((buffer << 6) | alphabet.indexOf(character)) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (buffer >> bits) & 0xff;
    }
  }
  return new Float64Array(bytes.buffer);
}

interface Ziggurat {
  readonly heights: Float64Array;
  readonly widths: Float64Array;
  readonly limits: Float64Array;
}

export const normalTables: Ziggurat = {
  heights: decode(normalHeights),
  widths: decode(normalWidths),
  limits: decode(normalLimits),
};
export const exponentialTables: Ziggurat = {
  heights: decode(exponentialHeights),
  widths: decode(exponentialWidths),
  limits: decode(exponentialLimits),
};
export const NORMAL_EDGE = 3.654152885361009;
export const NORMAL_EDGE_INVERSE = 0.27366123732975828;
export const EXPONENTIAL_EDGE = 7.69711747013105;

/** Draws of the Generator (`default_rng`): ziggurats. */
export class GeneratorDraws implements Draws {
  readonly bits: BitGenerator;
  constructor(bits: BitGenerator) {
    this.bits = bits;
  }

  normal(): number {
    const { heights, widths, limits } = normalTables;
    for (;;) {
      const [high, low] = this.bits.next64();
      const layer = low & 0xff;
      const negative = (low >>> 8) & 1;
      const magnitude = (high & 0x1fffffff) * 8388608 + (low >>> 9);
      const x = magnitude * widths[layer] * (negative ? -1 : 1);
      if (magnitude < limits[layer]) return x;
      if (layer === 0) {
        for (;;) {
          const far = -NORMAL_EDGE_INVERSE * Math.log1p(-this.bits.nextDouble());
          const test = -Math.log1p(-this.bits.nextDouble());
          if (test + test > far * far)
            return (Math.floor(magnitude / 256) & 1) === 1 ? -(NORMAL_EDGE + far) : NORMAL_EDGE + far;
        }
      }
      const height = (heights[layer - 1] - heights[layer]) * this.bits.nextDouble() + heights[layer];
      if (height < preciseExp(-0.5 * x * x)) return x;
    }
  }

  exponential(): number {
    const { heights, widths, limits } = exponentialTables;
    for (;;) {
      const [high, low] = this.bits.next64();
      const layer = (low >>> 3) & 0xff;
      const magnitude = high * 2097152 + (low >>> 11);
      const x = magnitude * widths[layer];
      if (magnitude < limits[layer]) return x;
      if (layer === 0) return EXPONENTIAL_EDGE - Math.log1p(-this.bits.nextDouble());
      const height = (heights[layer - 1] - heights[layer]) * this.bits.nextDouble() + heights[layer];
      if (height < preciseExp(-x)) return x;
    }
  }

  bounded(range: number): number {
    return lemireBounded(this.bits, range);
  }
}

/** A standard gamma of the given shape (Marsaglia and Tsang; Ahrens and Dieter below one). */
export function standardGamma(draws: Draws, shape: number): number {
  if (shape === 1) return draws.exponential();
  if (shape === 0) return 0;
  if (shape < 1) {
    for (;;) {
      const u = draws.bits.nextDouble();
      const v = draws.exponential();
      if (u <= 1 - shape) {
        const x = u ** (1 / shape);
        if (x <= v) return x;
      } else {
        const y = -preciseLog((1 - u) / shape);
        const x = (1 - shape + shape * y) ** (1 / shape);
        if (x <= v + y) return x;
      }
    }
  }
  const b = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * b);
  for (;;) {
    let x: number;
    let v: number;
    do {
      x = draws.normal();
      v = 1 + c * x;
    } while (v <= 0);
    v = v * v * v;
    const u = draws.bits.nextDouble();
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v;
    if (preciseLog(u) < 0.5 * x * x + b * (1 - v + preciseLog(v))) return b * v;
  }
}

/** Beta by two gammas, or by Jöhnk's method for small parameters. */
export function beta(draws: Draws, a: number, b: number): number {
  if (a <= 1 && b <= 1) {
    for (;;) {
      const u = draws.bits.nextDouble();
      const v = draws.bits.nextDouble();
      const x = u ** (1 / a);
      const y = v ** (1 / b);
      if (x + y <= 1 && u + v > 0) {
        if (x + y > 0) return x / (x + y);
        let logX = preciseLog(u) / a;
        let logY = preciseLog(v) / b;
        const larger = Math.max(logX, logY);
        logX -= larger;
        logY -= larger;
        return preciseExp(logX - preciseLog(preciseExp(logX) + preciseExp(logY)));
      }
    }
  }
  const x = standardGamma(draws, a);
  const y = standardGamma(draws, b);
  return x / (x + y);
}

const logGammaCoefficients = [
  8.333333333333333e-2, -2.777777777777778e-3, 7.936507936507937e-4, -5.952380952380952e-4,
  8.417508417508418e-4, -1.917526917526918e-3, 6.41025641025641e-3, -2.955065359477124e-2,
  1.796443723688307e-1, -1.3924322169059,
];

/** ln(gamma(x)) as NumPy's distributions compute it. */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  const n = x < 7 ? Math.trunc(7 - x) : 0;
  let x0 = x + n;
  const x2 = (1 / x0) * (1 / x0);
  let sum = logGammaCoefficients[9];
  for (let k = 8; k >= 0; k--) sum = sum * x2 + logGammaCoefficients[k];
  let result = sum / x0 + 0.5 * 1.8378770664093453 + (x0 - 0.5) * preciseLog(x0) - x0;
  if (x < 7) {
    for (let k = 1; k <= n; k++) {
      result -= preciseLog(x0 - 1);
      x0 -= 1;
    }
  }
  return result;
}

export function laplace(draws: Draws, location: number, scale: number): number {
  for (;;) {
    const u = draws.bits.nextDouble();
    if (u >= 0.5) return location - scale * preciseLog(2 - u - u);
    if (u > 0) return location + scale * preciseLog(u + u);
  }
}

export function logistic(draws: Draws, location: number, scale: number): number {
  for (;;) {
    const u = draws.bits.nextDouble();
    if (u > 0) return location + scale * preciseLog(u / (1 - u));
  }
}

export function gumbel(draws: Draws, location: number, scale: number): number {
  for (;;) {
    const u = 1 - draws.bits.nextDouble();
    if (u < 1) return location - scale * preciseLog(-preciseLog(u));
  }
}

export function triangular(draws: Draws, left: number, mode: number, right: number): number {
  const base = right - left;
  const ratio = (mode - left) / base;
  const u = draws.bits.nextDouble();
  if (u <= ratio) return left + Math.sqrt(u * (mode - left) * base);
  return right - Math.sqrt((1 - u) * (right - mode) * base);
}

/** Chi-square with a displaced centre. */
export function noncentralChisquare(draws: Draws, degrees: number, displacement: number): number {
  if (Number.isNaN(displacement)) return Number.NaN;
  if (displacement === 0) return 2 * standardGamma(draws, degrees / 2);
  if (degrees > 1) {
    const rest = 2 * standardGamma(draws, (degrees - 1) / 2);
    const n = draws.normal() + Math.sqrt(displacement);
    return rest + n * n;
  }
  const i = poisson(draws, displacement / 2);
  return 2 * standardGamma(draws, (degrees + 2 * i) / 2);
}

/** The inverse Gaussian (Michael, Schucany and Haas). */
export function wald(draws: Draws, mean: number, scale: number): number {
  const half = mean / (2 * scale);
  const n = draws.normal();
  const y = mean * n * n;
  const x = mean + half * (y - Math.sqrt(4 * scale * y + y * y));
  return draws.bits.nextDouble() <= mean / (mean + x) ? x : (mean * mean) / x;
}

/** The circular normal (Best and Fisher), within -pi..pi. */
export function vonMises(draws: Draws, mean: number, concentration: number): number {
  const { bits } = draws;
  if (Number.isNaN(concentration)) return Number.NaN;
  if (concentration < 1e-8) return Math.PI * (2 * bits.nextDouble() - 1);
  let s = 1 / concentration + concentration;
  if (concentration >= 1e-5) {
    const r = 1 + Math.sqrt(1 + 4 * concentration * concentration);
    const rho = (r - Math.sqrt(2 * r)) / (2 * concentration);
    s = (1 + rho * rho) / (2 * rho);
  }
  let w: number;
  for (;;) {
    const z = Math.cos(Math.PI * bits.nextDouble());
    w = (1 + s * z) / (s + z);
    const y = concentration * (s - w);
    const v = bits.nextDouble();
    if (y * (2 - y) - v >= 0 || preciseLog(y / v) + 1 - y >= 0) break;
  }
  const angle = (bits.nextDouble() < 0.5 ? -Math.acos(w) : Math.acos(w)) + mean;
  const wrapped = ((Math.abs(angle) + Math.PI) % (2 * Math.PI)) - Math.PI;
  return angle < 0 ? -wrapped : wrapped;
}
