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
