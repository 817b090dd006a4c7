/** Chances from decision values: Platt's curve for a pair of classes, and what all pairs say together (Wu, Lin, Weng). */
import { MersenneTwister } from '../../standard/mersenneTwister.ts';

/** The curve 1 / (1 + exp(slope·value + shift)). */
export interface Line {
  readonly slope: number;
  readonly shift: number;
}

/** The random numbers of scikit-learn's solvers. */
export class Shuffling {
  private readonly twister = new MersenneTwister();
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
    this.restart();
  }

  restart(): void {
    this.twister.seedByNumber(this.seed);
  }

  /** A whole number below `range`, each as likely as any other (Lemire). */
  below(range: number): number {
    let product = BigInt(this.twister.next32()) * BigInt(range);
    let low = Number(product & 0xffffffffn);
    if (low < range) {
      const least = (2 ** 32 - range) % range;
      while (low < least) {
        product = BigInt(this.twister.next32()) * BigInt(range);
        low = Number(product & 0xffffffffn);
      }
    }
    return Number(product >> 32n);
  }

  /** The first `active` places in a new order. */
  shuffle(places: Int32Array, active: number): void {
    for (let i = 0; i < active; i++) {
      const j = i + this.below(active - i);
      const kept = places[i];
      places[i] = places[j];
      places[j] = kept;
    }
  }

  shuffled(size: number): Int32Array {
    const places = Int32Array.from({ length: size }, (_, i) => i);
    this.shuffle(places, size);
    return places;
  }
}

/** The cross-entropy of one value under the curve, where its target is a chance. */
function surprise(target: number, exponent: number): number {
  return exponent >= 0
    ? target * exponent + Math.log(1 + Math.exp(-exponent))
    : (target - 1) * exponent + Math.log(1 + Math.exp(exponent));
}

/** Fits the curve by Newton's steps with halving. */
export function platt(values: Float64Array, targets: Float64Array): Line {
  let positives = 0;
  for (const target of targets) if (target > 0) positives++;
  const negatives = targets.length - positives;
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (negatives + 2)];
  const wanted = targets.map(target => (target > 0 ? high : low));
  let [slope, shift] = [0, Math.log((negatives + 1) / (positives + 1))];
  const lossAt = (a: number, b: number) => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += surprise(wanted[i], values[i] * a + b);
    return sum;
  };
  let loss = lossAt(slope, shift);
  for (let turn = 0; turn < 100; turn++) {
    let [h11, h22, h21, g1, g2] = [1e-12, 1e-12, 0, 0, 0];
    for (let i = 0; i < values.length; i++) {
      const exponent = values[i] * slope + shift;
      const small = Math.exp(-Math.abs(exponent));
      const [p, q] =
        exponent >= 0 ? [small / (1 + small), 1 / (1 + small)] : [1 / (1 + small), small / (1 + small)];
      const curve = p * q;
      h11 += values[i] * values[i] * curve;
      h22 += curve;
      h21 += values[i] * curve;
      const error = wanted[i] - p;
      g1 += values[i] * error;
      g2 += error;
    }
    if (Math.abs(g1) < 1e-5 && Math.abs(g2) < 1e-5) break;
    const determinant = h11 * h22 - h21 * h21;
    const [stepA, stepB] = [-(h22 * g1 - h21 * g2) / determinant, -(-h21 * g1 + h11 * g2) / determinant];
    const descent = g1 * stepA + g2 * stepB;
    let length = 1;
    while (length >= 1e-10) {
      const [a, b] = [slope + length * stepA, shift + length * stepB];
      const there = lossAt(a, b);
      if (there < loss + 0.0001 * length * descent) {
        [slope, shift, loss] = [a, b, there];
        break;
      }
      length /= 2;
    }
    if (length < 1e-10) break;
  }
  return { slope, shift };
}

/** The chance of the first class of a pair, kept away from 0 and 1. */
export function pairwiseChance(value: number, { slope, shift }: Line): number {
  const exponent = value * slope + shift;
  const small = Math.exp(-Math.abs(exponent));
  const chance = exponent >= 0 ? small / (1 + small) : 1 / (1 + small);
  return Math.min(Math.max(chance, 1e-7), 1 - 1e-7);
}

/** Chances of all classes that agree best with those of each pair. */
export function sharedChances(pairs: readonly Float64Array[]): Float64Array {
  const classes = pairs.length;
  const found = new Float64Array(classes).fill(1 / classes);
  const matrix = pairs.map(() => new Float64Array(classes));
  for (let t = 0; t < classes; t++) {
    for (let j = 0; j < classes; j++) {
      if (j === t) continue;
      matrix[t][t] += pairs[j][t] * pairs[j][t];
      matrix[t][j] = j < t ? matrix[j][t] : -pairs[j][t] * pairs[t][j];
    }
  }
  const products = new Float64Array(classes);
  for (let turn = 0; turn < Math.max(100, classes); turn++) {
    let total = 0;
    for (let t = 0; t < classes; t++) {
      products[t] = 0;
      for (let j = 0; j < classes; j++) products[t] += matrix[t][j] * found[j];
      total += found[t] * products[t];
    }
    if (products.every(product => Math.abs(product - total) < 0.005 / classes)) break;
    for (let t = 0; t < classes; t++) {
      const change = (-products[t] + total) / matrix[t][t];
      found[t] += change;
      total = (total + change * (change * matrix[t][t] + 2 * products[t])) / (1 + change) / (1 + change);
      for (let j = 0; j < classes; j++) {
        products[j] = (products[j] + change * matrix[t][j]) / (1 + change);
        found[j] /= 1 + change;
      }
    }
  }
  return found;
}
