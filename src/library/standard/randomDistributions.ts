/** Distributions of the random module, drawn as CPython draws them. */

import { doubleOf } from '../../python/builtins/conversions.ts';
import { acos, cos, exp, log, pow, sin } from '../../python/builtins/elementary.ts';
import { raise, ValueError } from '../../python/errors.ts';
import { method, type NativeFunction } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import { PyFloat, type Value } from '../../python/values.ts';

/** What the distributions need of a generator. */
interface Source {
  next(py: Interpreter): number;
  gaussNext: number | null;
}

const NORMAL_CONSTANT = (4 * exp(-0.5)) / Math.sqrt(2);
const LOG4 = log(4);
const GAMMA_CONSTANT = 1 + log(4.5);
const TWO_PI = 2 * Math.PI;

function normal(source: Source, py: Interpreter, mean: number, deviation: number): number {
  for (;;) {
    const u1 = source.next(py);
    const u2 = 1 - source.next(py);
    const z = (NORMAL_CONSTANT * (u1 - 0.5)) / u2;
    if ((z * z) / 4 <= -log(u2)) return mean + z * deviation;
  }
}

function gauss(source: Source, py: Interpreter, mean: number, deviation: number): number {
  let z = source.gaussNext;
  source.gaussNext = null;
  if (z === null) {
    const angle = source.next(py) * TWO_PI;
    const radius = Math.sqrt(-2 * log(1 - source.next(py)));
    z = cos(angle) * radius;
    source.gaussNext = sin(angle) * radius;
  }
  return mean + z * deviation;
}

function gamma(source: Source, py: Interpreter, alpha: number, beta: number): number {
  if (alpha <= 0 || beta <= 0) throw raise(ValueError, 'gammavariate: alpha and beta must be > 0.0');
  if (alpha > 1) {
    const root = Math.sqrt(2 * alpha - 1);
    const b = alpha - LOG4;
    const c = alpha + root;
    for (;;) {
      const u1 = source.next(py);
      if (!(u1 > 1e-7 && u1 < 0.9999999)) continue;
      const u2 = 1 - source.next(py);
      const v = log(u1 / (1 - u1)) / root;
      const x = alpha * exp(v);
      const z = u1 * u1 * u2;
      const r = b + c * v - x;
      if (r + GAMMA_CONSTANT - 4.5 * z >= 0 || r >= log(z)) return x * beta;
    }
  }
  if (alpha === 1) return -log(1 - source.next(py)) * beta;
  for (;;) {
    const u = source.next(py);
    const b = (Math.E + alpha) / Math.E;
    const p = b * u;
    const x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha);
    const u1 = source.next(py);
    if (p > 1 ? u1 <= pow(x, alpha - 1) : u1 <= exp(-x)) return x * beta;
  }
}

function triangular(source: Source, py: Interpreter, low: number, high: number, mode: number | null): number {
  let u = source.next(py);
  if (high === low) return low;
  let c = mode === null ? 0.5 : (mode - low) / (high - low);
  let [from, to] = [low, high];
  if (u > c) {
    u = 1 - u;
    c = 1 - c;
    [from, to] = [to, from];
  }
  return from + (to - from) * Math.sqrt(u * c);
}

function vonMises(source: Source, py: Interpreter, mu: number, kappa: number): number {
  if (kappa <= 1e-6) return TWO_PI * source.next(py);
  const s = 0.5 / kappa;
  const r = s + Math.sqrt(1 + s * s);
  let z: number;
  for (;;) {
    const u1 = source.next(py);
    z = cos(Math.PI * u1);
    const d = z / (r + z);
    const u2 = source.next(py);
    if (u2 < 1 - d * d || u2 <= (1 - d) * exp(d)) break;
  }
  const q = 1 / r;
  const f = (q + z) / (1 + q * z);
  const u3 = source.next(py);
  const angle = u3 > 0.5 ? mu + acos(f) : mu - acos(f);
  const turned = angle % TWO_PI;
  return turned < 0 ? turned + TWO_PI : turned;
}

type Draw = (source: Source, py: Interpreter, parameters: number[]) => number;

function distribution(signature: string, draw: Draw): NativeFunction {
  return method(
    signature.replace('(', '(self, ').replace(', )', ')'),
    ([self, ...parameters]: readonly Value[], py) => {
      const numbers = parameters.map(value => (value === null ? Number.NaN : doubleOf(py, value)));
      return new PyFloat(draw(self as unknown as Source, py, numbers));
    },
  );
}

/** uniform, gauss, expovariate… */
export const distributions: NativeFunction[] = [
  distribution('uniform(a, b)', (source, py, [a, b]) => a + (b - a) * source.next(py)),
  distribution('triangular(low=0.0, high=1.0, mode=None)', (source, py, [low, high, mode]) =>
    triangular(source, py, low, high, Number.isNaN(mode) ? null : mode),
  ),
  distribution('normalvariate(mu=0.0, sigma=1.0)', (source, py, [mu, sigma]) =>
    normal(source, py, mu, sigma),
  ),
  distribution('gauss(mu=0.0, sigma=1.0)', (source, py, [mu, sigma]) => gauss(source, py, mu, sigma)),
  distribution('lognormvariate(mu, sigma)', (source, py, [mu, sigma]) => exp(normal(source, py, mu, sigma))),
  distribution('expovariate(lambd)', (source, py, [rate]) => -log(1 - source.next(py)) / rate),
  distribution('gammavariate(alpha, beta)', (source, py, [alpha, beta]) => gamma(source, py, alpha, beta)),
  distribution('betavariate(alpha, beta)', (source, py, [alpha, beta]) => {
    const y = gamma(source, py, alpha, 1);
    return y === 0 ? 0 : y / (y + gamma(source, py, beta, 1));
  }),
  distribution('paretovariate(alpha)', (source, py, [alpha]) => pow(1 - source.next(py), -1 / alpha)),
  distribution(
    'weibullvariate(alpha, beta)',
    (source, py, [alpha, beta]) => alpha * pow(-log(1 - source.next(py)), 1 / beta),
  ),
  distribution('vonmisesvariate(mu, kappa)', (source, py, [mu, kappa]) => vonMises(source, py, mu, kappa)),
];
