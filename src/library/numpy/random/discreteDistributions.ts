/** Distributions over whole numbers, drawn with the same operations in the same order as NumPy's. */
import { preciseExp, preciseLog } from '../../preciseFunctions.ts';
import { type Draws, logGamma, maskedBounded, standardGamma } from './distributions.ts';

export function poisson(draws: Draws, rate: number): number {
  if (rate === 0) return 0;
  if (rate < 10) {
    const limit = preciseExp(-rate);
    let count = 0;
    let product = 1;
    for (;;) {
      product *= draws.bits.nextDouble();
      if (product <= limit) return count;
      count++;
    }
  }
  const root = Math.sqrt(rate);
  const logRate = preciseLog(rate);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const threshold = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = draws.bits.nextDouble() - 0.5;
    const v = draws.bits.nextDouble();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + rate + 0.43);
    if (us >= 0.07 && v <= threshold) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (
      preciseLog(v) + preciseLog(inverse) - preciseLog(a / (us * us) + b) <=
      -rate + k * logRate - logGamma(k + 1)
    )
      return k;
  }
}

export function binomial(draws: Draws, n: number, p: number): number {
  if (n === 0 || p === 0) return 0;
  if (p > 0.5) return n - binomialSmall(draws, n, 1 - p);
  return binomialSmall(draws, n, p);
}

function binomialSmall(draws: Draws, n: number, p: number): number {
  return p * n <= 30 ? binomialInversion(draws, n, p) : binomialRejection(draws, n, p);
}

function binomialInversion(draws: Draws, n: number, p: number): number {
  const q = 1 - p;
  const start = preciseExp(n * preciseLog(q));
  const mean = n * p;
  const bound = Math.trunc(Math.min(n, mean + 10 * Math.sqrt(mean * q + 1)));
  let count = 0;
  let px = start;
  let u = draws.bits.nextDouble();
  while (u > px) {
    count++;
    if (count > bound) {
      count = 0;
      px = start;
      u = draws.bits.nextDouble();
    } else {
      u -= px;
      px = ((n - count + 1) * p * px) / (count * q);
    }
  }
  return count;
}

/** The BTPE algorithm (Kachitvichyanukul and Schmeiser). */
function binomialRejection(draws: Draws, n: number, p: number): number {
  const r = Math.min(p, 1 - p);
  const q = 1 - r;
  const fm = n * r + r;
  const m = Math.floor(fm);
  const p1 = Math.floor(2.195 * Math.sqrt(n * r * q) - 4.6 * q) + 0.5;
  const xm = m + 0.5;
  const xl = xm - p1;
  const xr = xm + p1;
  const c = 0.134 + 20.5 / (15.3 + m);
  let a = (fm - xl) / (fm - xl * r);
  const laml = a * (1 + a / 2);
  a = (xr - fm) / (xr * q);
  const lamr = a * (1 + a / 2);
  const p2 = p1 * (1 + 2 * c);
  const p3 = p2 + c / laml;
  const p4 = p3 + c / lamr;
  const nrq = n * r * q;
  for (;;) {
    const u = draws.bits.nextDouble() * p4;
    let v = draws.bits.nextDouble();
    let y: number;
    if (u <= p1) {
      y = Math.floor(xm - p1 * v + u);
      return p > 0.5 ? n - y : y;
    }
    if (u <= p2) {
      const x = xl + (u - p1) / c;
      v = v * c + 1 - Math.abs(m - x + 0.5) / p1;
      if (v > 1) continue;
      y = Math.floor(x);
    } else if (u <= p3) {
      y = Math.floor(xl + preciseLog(v) / laml);
      if (y < 0 || v === 0) continue;
      v = v * (u - p2) * laml;
    } else {
      y = Math.floor(xr - preciseLog(v) / lamr);
      if (y > n || v === 0) continue;
      v = v * (u - p3) * lamr;
    }
    const k = Math.abs(y - m);
    if (k > 20 && k < nrq / 2 - 1) {
      const rho = (k / nrq) * ((k * (k / 3 + 0.625) + 0.16666666666666666) / nrq + 0.5);
      const t = (-k * k) / (2 * nrq);
      const logV = preciseLog(v);
      if (logV < t - rho) return p > 0.5 ? n - y : y;
      if (logV > t + rho) continue;
      const [x1, f1, z, w] = [y + 1, m + 1, n + 1 - m, n - y + 1];
      const series = (x: number): number => {
        const square = x * x;
        return (13680 - (462 - (132 - (99 - 140 / square) / square) / square) / square) / x / 166320;
      };
      const bound =
        xm * preciseLog(f1 / x1) +
        (n - m + 0.5) * preciseLog(z / w) +
        (y - m) * preciseLog((w * r) / (x1 * q)) +
        series(f1) +
        series(z) +
        series(x1) +
        series(w);
      if (logV > bound) continue;
      return p > 0.5 ? n - y : y;
    }
    const s = r / q;
    const factor = s * (n + 1);
    let f = 1;
    if (m < y) for (let i = m + 1; i <= y; i++) f *= factor / i - s;
    else if (m > y) for (let i = y + 1; i <= m; i++) f /= factor / i - s;
    if (v > f) continue;
    return p > 0.5 ? n - y : y;
  }
}

export function geometric(draws: Draws, p: number): number {
  if (p >= 1 / 3) {
    let count = 1;
    let sum = p;
    let product = p;
    const u = draws.bits.nextDouble();
    while (u > sum) {
      product *= 1 - p;
      sum += product;
      count++;
    }
    return count;
  }
  return Math.ceil(-draws.exponential() / Math.log1p(-p));
}

export function negativeBinomial(draws: Draws, n: number, p: number): number {
  return poisson(draws, ((1 - p) / p) * standardGamma(draws, n));
}

/** The logarithmic series (Kemp). */
export function logSeries(draws: Draws, p: number, legacy: boolean): number {
  const r = legacy ? preciseLog(1 - p) : Math.log1p(-p);
  for (;;) {
    const v = draws.bits.nextDouble();
    if (v >= p) return 1;
    const u = draws.bits.nextDouble();
    const q = legacy ? 1 - preciseExp(r * u) : -Math.expm1(r * u);
    if (v <= q * q) {
      const result = Math.floor(1 + preciseLog(v) / preciseLog(q));
      if (result < 1 || v === 0) continue;
      return result;
    }
    return v >= q ? 1 : 2;
  }
}

/** Zipf's distribution by rejection (Devroye). */
export function zipf(draws: Draws, a: number): number {
  const exponent = a - 1;
  const b = 2 ** exponent;
  for (;;) {
    const u = 1 - draws.bits.nextDouble();
    const v = draws.bits.nextDouble();
    const x = Math.floor(u ** (-1 / exponent));
    if (x > 2 ** 63 || x < 1) continue;
    const t = (1 + 1 / x) ** exponent;
    if ((v * x * (t - 1)) / (b - 1) <= t / b) return x;
  }
}

/** How many of a sample are good, drawn from good and bad ones without putting back. */
export function hypergeometric(
  draws: Draws,
  good: number,
  bad: number,
  sample: number,
  legacy: boolean,
): number {
  if (legacy) {
    if (sample > 10) return ratioOfUniforms(draws, good, bad, sample, true);
    return sample > 0 ? oneByOne(draws, good, bad, sample) : 0;
  }
  if (sample >= 10 && sample <= good + bad - 10) return ratioOfUniforms(draws, good, bad, sample, false);
  return byCounting(draws, good, bad, sample);
}

function oneByOne(draws: Draws, good: number, bad: number, sample: number): number {
  const rest = bad + good - sample;
  const smaller = Math.min(bad, good);
  let y = smaller;
  for (let k = sample; y > 0 && k > 0; k--) y -= Math.floor(draws.bits.nextDouble() + y / (rest + k));
  const z = smaller - y;
  return good > bad ? sample - z : z;
}

function byCounting(draws: Draws, good: number, bad: number, sample: number): number {
  const total = good + bad;
  const turned = sample > Math.floor(total / 2);
  let left = turned ? total - sample : sample;
  let remaining = total;
  let remainingGood = good;
  while (left > 0 && remainingGood > 0 && remaining > remainingGood) {
    remaining--;
    if (maskedBounded(draws.bits, remaining) < remainingGood) remainingGood--;
    left--;
  }
  if (remaining === remainingGood) remainingGood -= left;
  return turned ? remainingGood : good - remainingGood;
}

/** The HRUA algorithm (Stadlober). */
function ratioOfUniforms(draws: Draws, good: number, bad: number, sample: number, legacy: boolean): number {
  const all = good + bad;
  const fewer = Math.min(good, bad);
  const more = Math.max(good, bad);
  const m = Math.min(sample, all - sample);
  const p = fewer / all;
  const q = legacy ? 1 - p : more / all;
  const a = m * p + 0.5;
  const variance = legacy ? ((all - m) * sample * p * q) / (all - 1) : ((all - m) * m * p * q) / (all - 1);
  const c = Math.sqrt(variance + 0.5);
  const h = 1.7155277699214135 * c + 0.8989161620588988;
  const mode = Math.floor(((m + 1) * (fewer + 1)) / (all + 2));
  const logs = (k: number): number =>
    logGamma(k + 1) + logGamma(fewer - k + 1) + logGamma(m - k + 1) + logGamma(more - m + k + 1);
  const g = logs(mode);
  const bound = Math.min(Math.min(m, fewer) + 1, Math.floor(a + 16 * c));
  let k: number;
  for (;;) {
    const u = draws.bits.nextDouble();
    const v = draws.bits.nextDouble();
    const x = a + (h * (v - 0.5)) / u;
    if (x < 0 || x >= bound) continue;
    k = Math.floor(x);
    const t = g - logs(k);
    if (u * (4 - u) - 3 <= t) break;
    if (u * (u - t) >= 1) continue;
    if (2 * preciseLog(u) <= t) break;
  }
  if (good > bad) k = m - k;
  return m < sample ? good - k : k;
}
