/** Decimal numbers as the General Decimal Arithmetic has them: sign, digits and exponent, and the special values. */

export type Special = '' | 'infinity' | 'nan' | 'signalling';

/** `(-1)**negative * digits * 10**exponent`; `digits` of a NaN is what it carries along. */
export interface DecimalNumber {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly exponent: number;
  readonly special: Special;
}

export function finite(negative: boolean, digits: bigint, exponent: number): DecimalNumber {
  return { negative, digits, exponent, special: '' };
}

export function infinity(negative: boolean): DecimalNumber {
  return { negative, digits: 0n, exponent: 0, special: 'infinity' };
}

export const NOT_A_NUMBER: DecimalNumber = { negative: false, digits: 0n, exponent: 0, special: 'nan' };

export function isNaN(number: DecimalNumber): boolean {
  return number.special === 'nan' || number.special === 'signalling';
}

export function isZero(number: DecimalNumber): boolean {
  return number.special === '' && number.digits === 0n;
}

const powers: bigint[] = [1n];

/** `10**exponent`, for an exponent that is not negative. */
export function powerOfTen(exponent: number): bigint {
  if (exponent > 2000) return 10n ** BigInt(exponent);
  for (let next = powers.length; next <= exponent; next++) powers.push(powers[next - 1] * 10n);
  return powers[exponent];
}

/** How many decimal digits a number has that is not negative; 1 for zero. */
export function digitCount(digits: bigint): number {
  return digits.toString().length;
}

/** The exponent in scientific notation. */
export function adjusted({ digits, exponent }: DecimalNumber): number {
  return exponent + digitCount(digits) - 1;
}

/** Compares two that are no NaNs: negative, zero or positive. */
export function compareNumbers(a: DecimalNumber, b: DecimalNumber): number {
  const [signA, signB] = [signOf(a), signOf(b)];
  if (signA !== signB) return signA - signB;
  if (signA === 0) return 0;
  if (a.special === 'infinity' || b.special === 'infinity') {
    if (a.special === b.special) return 0;
    return a.special === 'infinity' ? signA : -signA;
  }
  const [heightA, heightB] = [adjusted(a), adjusted(b)];
  if (heightA !== heightB) return heightA < heightB ? -signA : signA;
  const low = Math.min(a.exponent, b.exponent);
  const left = a.digits * powerOfTen(a.exponent - low);
  const right = b.digits * powerOfTen(b.exponent - low);
  return left === right ? 0 : left < right ? -signA : signA;
}

function signOf(number: DecimalNumber): number {
  if (number.special === '' && number.digits === 0n) return 0;
  return number.negative ? -1 : 1;
}

const TEXT = /^([-+]?)(?:(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?|(inf(?:inity)?)|(s?)nan(\d*))$/i;

/** What a text says; null where it is no number. */
export function parseNumber(text: string): DecimalNumber | null {
  const match = TEXT.exec(text.trim().replaceAll('_', ''));
  if (match === null) return null;
  const [, sign, whole, fraction, exponent, infinite, signalling, payload] = match;
  const negative = sign === '-';
  if (infinite !== undefined) return infinity(negative);
  if (payload !== undefined) {
    const special = signalling === '' ? 'nan' : 'signalling';
    return { negative, digits: BigInt(payload || '0'), exponent: 0, special };
  }
  const digits = (whole ?? '') + (fraction ?? '');
  if (digits === '') return null;
  return finite(negative, BigInt(digits), Number(exponent ?? 0) - (fraction?.length ?? 0));
}

/** As `str` shows it; `engineering` lets the exponent be a multiple of three. */
export function numberText(number: DecimalNumber, capital = true, engineering = false): string {
  const sign = number.negative ? '-' : '';
  if (number.special === 'infinity') return `${sign}Infinity`;
  if (number.special !== '') {
    const name = number.special === 'nan' ? 'NaN' : 'sNaN';
    return sign + name + (number.digits === 0n ? '' : number.digits.toString());
  }
  const digits = number.digits.toString();
  const point = number.exponent + digits.length;
  let place: number;
  if (number.exponent <= 0 && point > -6) place = point;
  else if (!engineering) place = 1;
  else if (number.digits === 0n) place = ((((point + 1) % 3) + 3) % 3) - 1;
  else place = ((((point - 1) % 3) + 3) % 3) + 1;
  let [whole, fraction] = ['', ''];
  if (place <= 0) [whole, fraction] = ['0', `.${'0'.repeat(-place)}${digits}`];
  else if (place >= digits.length) whole = digits + '0'.repeat(place - digits.length);
  else [whole, fraction] = [digits.slice(0, place), `.${digits.slice(place)}`];
  const power = point - place;
  if (power === 0) return sign + whole + fraction;
  return `${sign}${whole}${fraction}${capital ? 'E' : 'e'}${power > 0 ? '+' : ''}${power}`;
}

/** The exact value of a double. */
export function numberOfDouble(value: number): DecimalNumber {
  if (Number.isNaN(value)) return NOT_A_NUMBER;
  if (!Number.isFinite(value)) return infinity(value < 0);
  const negative = value < 0 || Object.is(value, -0);
  let rest = Math.abs(value);
  let power = 0;
  // Multiplying by two is exact; a double is whole after at most 1074 of them.
  while (!Number.isInteger(rest)) {
    rest *= 2;
    power++;
  }
  const digits = BigInt(rest) * 5n ** BigInt(power);
  return finite(negative, digits, -power);
}
