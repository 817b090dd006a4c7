/** Arithmetic of complex numbers. */
import { PyComplex } from '../../python/values.ts';

export function add(a: PyComplex, b: PyComplex): PyComplex {
  return new PyComplex(a.real + b.real, a.imaginary + b.imaginary);
}

export function subtract(a: PyComplex, b: PyComplex): PyComplex {
  return new PyComplex(a.real - b.real, a.imaginary - b.imaginary);
}

export function multiply(a: PyComplex, b: PyComplex): PyComplex {
  return new PyComplex(
    a.real * b.real - a.imaginary * b.imaginary,
    a.real * b.imaginary + a.imaginary * b.real,
  );
}

/** Smith's method, as NumPy divides. */
export function divide(a: PyComplex, b: PyComplex): PyComplex {
  if (Math.abs(b.real) >= Math.abs(b.imaginary)) {
    if (b.real === 0 && b.imaginary === 0) return new PyComplex(a.real / 0, a.imaginary / 0);
    const ratio = b.imaginary / b.real;
    const scale = 1 / (b.real + b.imaginary * ratio);
    return new PyComplex((a.real + a.imaginary * ratio) * scale, (a.imaginary - a.real * ratio) * scale);
  }
  const ratio = b.real / b.imaginary;
  const scale = 1 / (b.imaginary + b.real * ratio);
  return new PyComplex((a.real * ratio + a.imaginary) * scale, (a.imaginary * ratio - a.real) * scale);
}

export function magnitude(a: PyComplex): number {
  return Math.hypot(a.real, a.imaginary);
}

export function isNonZero(a: PyComplex): boolean {
  return a.real !== 0 || a.imaginary !== 0;
}

/** NumPy's order: by the real part, then by the imaginary one. */
export function compare(a: PyComplex, b: PyComplex): number {
  if (a.real !== b.real) return a.real < b.real ? -1 : 1;
  return a.imaginary === b.imaginary ? 0 : a.imaginary < b.imaginary ? -1 : 1;
}

export function exp(a: PyComplex): PyComplex {
  const scale = Math.exp(a.real);
  return new PyComplex(scale * Math.cos(a.imaginary), scale * Math.sin(a.imaginary));
}

export function log(a: PyComplex): PyComplex {
  return new PyComplex(Math.log(magnitude(a)), Math.atan2(a.imaginary, a.real));
}

export function power(a: PyComplex, b: PyComplex): PyComplex {
  if (b.imaginary === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100)
    return integerPower(a, b.real);
  if (!isNonZero(a)) return new PyComplex(0, 0);
  return exp(multiply(b, log(a)));
}

function integerPower(a: PyComplex, exponent: number): PyComplex {
  let result = new PyComplex(1, 0);
  let square = a;
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return exponent < 0 ? divide(new PyComplex(1, 0), result) : result;
}

export function squareRoot(a: PyComplex): PyComplex {
  const size = magnitude(a);
  const real = Math.sqrt((size + Math.abs(a.real)) / 2);
  if (real === 0) return new PyComplex(0, 0);
  const other = Math.abs(a.imaginary) / (2 * real);
  const sign = a.imaginary < 0 || Object.is(a.imaginary, -0) ? -1 : 1;
  return a.real >= 0 ? new PyComplex(real, sign * other) : new PyComplex(other, sign * real);
}

export function sin(a: PyComplex): PyComplex {
  return new PyComplex(Math.sin(a.real) * Math.cosh(a.imaginary), Math.cos(a.real) * Math.sinh(a.imaginary));
}

export function cos(a: PyComplex): PyComplex {
  return new PyComplex(Math.cos(a.real) * Math.cosh(a.imaginary), -Math.sin(a.real) * Math.sinh(a.imaginary));
}

/** `e**a - 1`. */
export function expMinusOne(a: PyComplex): PyComplex {
  const half = Math.sin(a.imaginary / 2);
  return new PyComplex(
    Math.expm1(a.real) * Math.cos(a.imaginary) - 2 * half * half,
    Math.exp(a.real) * Math.sin(a.imaginary),
  );
}

/** `log(1 + a)`. */
export function logOnePlus(a: PyComplex): PyComplex {
  return new PyComplex(Math.log(Math.hypot(a.real + 1, a.imaginary)), Math.atan2(a.imaginary, a.real + 1));
}

/** The logarithm to another base. */
export const logarithm =
  (base: number) =>
  (a: PyComplex): PyComplex => {
    const natural = log(a);
    return new PyComplex(natural.real / Math.log(base), natural.imaginary / Math.log(base));
  };

export function tan(a: PyComplex): PyComplex {
  const { real, imaginary } = tanh(new PyComplex(-a.imaginary, a.real));
  return new PyComplex(imaginary, -real);
}

export function sinh(a: PyComplex): PyComplex {
  return new PyComplex(Math.sinh(a.real) * Math.cos(a.imaginary), Math.cosh(a.real) * Math.sin(a.imaginary));
}

export function cosh(a: PyComplex): PyComplex {
  return new PyComplex(Math.cosh(a.real) * Math.cos(a.imaginary), Math.sinh(a.real) * Math.sin(a.imaginary));
}

export function tanh(a: PyComplex): PyComplex {
  const denominator = Math.cosh(2 * a.real) + Math.cos(2 * a.imaginary);
  if (!Number.isFinite(denominator)) return new PyComplex(Math.sign(a.real), 0);
  return new PyComplex(Math.sinh(2 * a.real) / denominator, Math.sin(2 * a.imaginary) / denominator);
}

const one = new PyComplex(1, 0);

export function arcsinh(a: PyComplex): PyComplex {
  // Odd, so computed where the sum does not cancel.
  if (a.real < 0 || Object.is(a.real, -0)) {
    const mirrored = arcsinh(new PyComplex(-a.real, -a.imaginary));
    return new PyComplex(-mirrored.real, -mirrored.imaginary);
  }
  return log(add(a, squareRoot(add(multiply(a, a), one))));
}

export function arcsin(a: PyComplex): PyComplex {
  const { real, imaginary } = arcsinh(new PyComplex(-a.imaginary, a.real));
  return new PyComplex(imaginary, -real);
}

export function arccos(a: PyComplex): PyComplex {
  const { real, imaginary } = arcsin(a);
  return new PyComplex(Math.PI / 2 - real, -imaginary);
}

export function arccosh(a: PyComplex): PyComplex {
  const root = multiply(squareRoot(add(a, one)), squareRoot(subtract(a, one)));
  return log(add(a, root));
}

export function arctanh(a: PyComplex): PyComplex {
  if (a.real < 0 || Object.is(a.real, -0)) {
    const mirrored = arctanh(new PyComplex(-a.real, -a.imaginary));
    return new PyComplex(-mirrored.real, -mirrored.imaginary);
  }
  const [upper, lower] = [log(add(one, a)), log(subtract(one, a))];
  return new PyComplex((upper.real - lower.real) / 2, (upper.imaginary - lower.imaginary) / 2);
}

export function arctan(a: PyComplex): PyComplex {
  const { real, imaginary } = arctanh(new PyComplex(-a.imaginary, a.real));
  return new PyComplex(imaginary, -real);
}

/** Applies a function of real numbers to both parts. */
export const byParts =
  (apply: (part: number) => number) =>
  (a: PyComplex): PyComplex =>
    new PyComplex(apply(a.real), apply(a.imaginary));

export function reciprocal(a: PyComplex): PyComplex {
  const { real, imaginary } = a;
  if (Math.abs(imaginary) <= Math.abs(real)) {
    const ratio = imaginary / real;
    const scale = real + imaginary * ratio;
    return new PyComplex(1 / scale, -ratio / scale);
  }
  const ratio = real / imaginary;
  const scale = real * ratio + imaginary;
  return new PyComplex(ratio / scale, -1 / scale);
}
