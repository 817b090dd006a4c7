/** The text of single elements: `str` and `repr` of NumPy scalars. */
import { floatRepr, stringRepr } from '../../python/operations/text.ts';
import { PyBytes, PyComplex, PyFloat, type Value } from '../../python/values.ts';
import { timeText } from './dates/text.ts';
import { timeTypeOf } from './dates/units.ts';
import type { DTypeName } from './dtypes.ts';
import { isNumpyScalar, NumpyFloat64, NumpyScalar } from './scalars.ts';

/** The fewest significant digits that read back as the same number of the type, as `d.ddde+x`. */
export function shortestExponential(value: number, dtype: DTypeName): string {
  if (dtype === 'float64' || !Number.isFinite(value)) return value.toExponential();
  const digits = dtype === 'float16' ? 5 : 9;
  for (let count = 0; count < digits; count++) {
    const text = tieToEven(value, value.toExponential(count), count);
    if (readsBack(Number(text), value, dtype)) return trimMantissa(text);
  }
  return trimMantissa(value.toExponential(digits));
}

/** NumPy rounds the exact middle between two texts to the even digit, JavaScript away from zero. */
function tieToEven(value: number, text: string, digits: number): string {
  const further = value.toExponential(Math.min(100, digits + 30));
  const [mantissa, exponent] = further.split('e');
  const kept = mantissa.slice(0, mantissa.indexOf('.') + 1 + digits).replace(/\.$/, '');
  const isMiddle = /^50*$/.test(mantissa.slice(mantissa.indexOf('.') + 1 + digits));
  return isMiddle && Number(kept.at(-1)) % 2 === 0 ? `${kept}e${exponent}` : text;
}

function readsBack(parsed: number, value: number, dtype: DTypeName): boolean {
  if (dtype === 'float32' || dtype === 'complex64') return Math.fround(parsed) === value;
  const unit = Math.abs(value) < 2 ** -14 ? 2 ** -24 : 2 ** (Math.floor(Math.log2(Math.abs(value))) - 10);
  return Math.abs(parsed - value) < unit / 2;
}

function trimMantissa(text: string): string {
  const [mantissa, exponent] = text.split('e');
  return `${mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa}e${exponent}`;
}

/** `str` of a floating scalar of any width: positional from 1e-4 up to 1e16, else with an exponent. */
export function floatText(value: number, dtype: DTypeName): string {
  if (dtype === 'float64' || !Number.isFinite(value) || value === 0) return floatRepr(value);
  const [mantissa, exponentText] = shortestExponential(value, dtype).split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return `${sign}${digits.padEnd(exponent + 1, '0')}.0`;
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}

/** `str` of a complex number. */
export function complexText(value: PyComplex, dtype: DTypeName = 'complex128'): string {
  const part = dtype === 'complex64' ? 'float32' : 'float64';
  const short = (number: number): string => floatText(number, part).replace(/\.0$/, '');
  const imaginary = short(value.imaginary);
  if (value.real === 0 && !Object.is(value.real, -0)) return `${imaginary}j`;
  const sign = imaginary.startsWith('-') ? '' : '+';
  return `(${short(value.real)}${sign}${imaginary}j)`;
}

/** The text of a value that is an element, as `str` (or `repr` when `quoted`) writes it. */
export function scalarText(value: Value, quoted = false): string {
  if (typeof value === 'string') return quoted ? stringRepr(value) : value;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof NumpyFloat64) return floatRepr(value.value);
  if (value instanceof PyFloat) return floatRepr(value.value);
  if (value instanceof PyComplex) return complexText(value);
  if (value instanceof NumpyScalar && isNumpyScalar(value)) return numpyScalarText(value);
  if (value instanceof PyBytes) return bytesText(value.data);
  return `<${value.cls.name} object>`;
}

/** `str` of a NumPy scalar (which in NumPy 1 is also its `repr`). */
export function numpyScalarText(scalar: NumpyScalar | NumpyFloat64): string {
  const { value } = scalar;
  if (scalar instanceof NumpyFloat64) return floatRepr(scalar.value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof PyComplex) return complexText(value, scalar.dtype);
  if (typeof value === 'number' && scalar.dtype.startsWith('float')) return floatText(value, scalar.dtype);
  const time = timeTypeOf(scalar.dtype);
  if (time !== null) return timeText(value as bigint, time);
  return String(value);
}

/** `repr` of bytes. */
export function bytesText(data: ArrayLike<number>): string {
  let text = '';
  let hasSingle = false;
  let hasDouble = false;
  for (let i = 0; i < data.length; i++) {
    if (data[i] === 39) hasSingle = true;
    if (data[i] === 34) hasDouble = true;
  }
  const quote = hasSingle && !hasDouble ? '"' : "'";
  for (let i = 0; i < data.length; i++) {
    const code = data[i];
    const character = String.fromCharCode(code);
    if (character === quote || character === '\\') text += `\\${character}`;
    else if (code === 10) text += '\\n';
    else if (code === 13) text += '\\r';
    else if (code === 9) text += '\\t';
    else if (code < 32 || code >= 127) text += `\\x${code.toString(16).padStart(2, '0')}`;
    else text += character;
  }
  return `b${quote}${text}${quote}`;
}
