/** Gamma and error functions, by the methods that CPython uses (Lanczos; series). */

import { exp, log, pow } from '../../python/builtins/elementary.ts';

const LANCZOS_G = 6.02468004077673;
const NUMERATOR = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.03721, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

function lanczosSum(x: number): number {
  let top = 0;
  let bottom = 0;
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      top = top * x + NUMERATOR[i];
      bottom = bottom * x + DENOMINATOR[i];
    }
  } else {
    for (let i = 0; i < 13; i++) {
      top = top / x + NUMERATOR[i];
      bottom = bottom / x + DENOMINATOR[i];
    }
  }
  return top / bottom;
}

/** sin(pi x), exact at whole and half numbers. */
function sinePi(x: number): number {
  const y = Math.abs(x) % 2;
  const quadrant = Math.round(2 * y);
  let result: number;
  switch (quadrant) {
    case 0:
      result = Math.sin(Math.PI * y);
      break;
    case 1:
      result = Math.cos(Math.PI * (y - 0.5));
      break;
    case 2:
      result = Math.sin(Math.PI * (1 - y));
      break;
    case 3:
      result = -Math.cos(Math.PI * (y - 1.5));
      break;
    default:
      result = Math.sin(Math.PI * (y - 2));
  }
  return x < 0 ? -result : result;
}

/** The gamma function; not defined at 0, -1, -2… */
export function gammaFunction(x: number): number {
  if (!Number.isFinite(x)) return x;
  if (Number.isInteger(x) && x <= 23) {
    let product = 1;
    for (let i = 2; i < x; i++) product *= i;
    return product;
  }
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return 1 / x;
  if (magnitude > 200) return x < 0 ? 0 / sinePi(x) : Number.POSITIVE_INFINITY;
  const y = magnitude + LANCZOS_G - 0.5;
  let z: number;
  if (magnitude > LANCZOS_G - 0.5) z = y - magnitude - (LANCZOS_G - 0.5);
  else z = y - (LANCZOS_G - 0.5) - magnitude;
  z = (z * LANCZOS_G) / y;
  if (x < 0) {
    let result = ((-Math.PI / sinePi(magnitude) / magnitude) * exp(y)) / lanczosSum(magnitude);
    result -= z * result;
    const power = magnitude < 140 ? pow(y, magnitude - 0.5) : pow(y, magnitude / 2 - 0.25);
    return magnitude < 140 ? result / power : result / power / power;
  }
  let result = lanczosSum(magnitude) / exp(y);
  result += z * result;
  if (magnitude < 140) return result * pow(y, magnitude - 0.5);
  const half = pow(y, magnitude / 2 - 0.25);
  return result * half * half;
}

/** log |gamma(x)|. */
export function logGamma(x: number): number {
  if (Number.isNaN(x)) return x;
  if (!Number.isFinite(x)) return Number.POSITIVE_INFINITY;
  if (x === 1 || x === 2) return 0;
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return -log(magnitude);
  let result = log(lanczosSum(magnitude)) - LANCZOS_G;
  result += (magnitude - 0.5) * (log(magnitude + LANCZOS_G - 0.5) - 1);
  return x < 0 ? log(Math.PI) - log(Math.abs(sinePi(magnitude))) - log(magnitude) - result : result;
}

const ROOT_PI = 1.772453850905516;

/** The error function. */
export function errorFunction(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  const magnitude = Math.abs(x);
  let result: number;
  if (magnitude < 1.5) {
    const square = magnitude * magnitude;
    let sum = 0;
    for (let i = 25, k = 25.5; i > 0; i--, k--) sum = 2 + (square * sum) / k;
    result = (sum * magnitude * exp(-square)) / ROOT_PI;
  } else if (magnitude >= 30) result = 1;
  else result = 1 - continuedFraction(magnitude);
  return x < 0 ? -result : result;
}

function continuedFraction(x: number): number {
  const square = x * x;
  let a = 0;
  let da = 0.5;
  let [p, previousP, q, previousQ] = [1, 0, da + square, 1];
  for (let i = 0; i < 50; i++) {
    a += da;
    da += 2;
    const b = da + square;
    [p, previousP] = [b * p - a * previousP, p];
    [q, previousQ] = [b * q - a * previousQ, q];
  }
  return ((p / q) * x * exp(-square)) / ROOT_PI;
}

/** 1 - erf(x), accurate also where it is tiny. */
export function complementaryError(x: number): number {
  if (Number.isNaN(x)) return x;
  const magnitude = Math.abs(x);
  if (magnitude < 1.5) return 1 - errorFunction(x);
  const tail = magnitude >= 30 ? 0 : continuedFraction(magnitude);
  return x > 0 ? tail : 2 - tail;
}
