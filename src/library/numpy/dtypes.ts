/** NumPy's element types: names, sizes, promotion, casting safety. Follows NumPy 1.24. */
import { raise, TypeError } from '../../python/errors.ts';
import { dateTextWidth } from './dates/text.ts';
import { commonTimeType, isFiner, timeTypeFromText, timeTypeName, timeTypeOf } from './dates/units.ts';
import { isStruct, promoteStructs, structTypeOf } from './structs/types.ts';

/**
 * The name of an element type as `str(dtype)` shows it: 'float64', 'int64', 'bool', 'object', '<U5' (text of up to
 * five characters), '|S3' (bytes), 'complex128', 'float32', 'datetime64[D]'…
 */
export type DTypeName = string;

/** 'b' bool, 'i' signed, 'u' unsigned, 'f' floating, 'c' complex, 'U' text, 'S' bytes, 'O' objects, 'M' dates, 'm' durations, 'V' structures. */
export type DTypeKind = 'b' | 'i' | 'u' | 'f' | 'c' | 'U' | 'S' | 'O' | 'M' | 'm' | 'V';

export interface DTypeInfo {
  readonly name: DTypeName;
  readonly kind: DTypeKind;
  /** Bytes of one element. */
  readonly itemSize: number;
  /** For 'i', 'u' and 'b': the representable range (rounded to doubles for 64 bits). */
  readonly minimum: number;
  readonly maximum: number;
}

function info(name: DTypeName, kind: DTypeKind, itemSize: number): DTypeInfo {
  const bits = itemSize * 8;
  if (kind === 'b') return { name, kind, itemSize, minimum: 0, maximum: 1 };
  if (kind === 'i')
    return { name, kind, itemSize, minimum: -(2 ** (bits - 1)), maximum: 2 ** (bits - 1) - 1 };
  if (kind === 'u') return { name, kind, itemSize, minimum: 0, maximum: 2 ** bits - 1 };
  return { name, kind, itemSize, minimum: Number.NEGATIVE_INFINITY, maximum: Number.POSITIVE_INFINITY };
}

const table = new Map<DTypeName, DTypeInfo>(
  [
    info('bool', 'b', 1),
    info('int8', 'i', 1),
    info('uint8', 'u', 1),
    info('int16', 'i', 2),
    info('uint16', 'u', 2),
    info('int32', 'i', 4),
    info('uint32', 'u', 4),
    info('int64', 'i', 8),
    info('uint64', 'u', 8),
    info('float16', 'f', 2),
    info('float32', 'f', 4),
    info('float64', 'f', 8),
    info('complex64', 'c', 8),
    info('complex128', 'c', 16),
    info('object', 'O', 8),
  ].map(entry => [entry.name, entry]),
);

/** An element type with the order in which its bytes stand: the most significant first where it is big-endian. */
export interface OrderedType {
  readonly dtype: DTypeName;
  readonly bigEndian: boolean;
}

/** What is known of an element type by its name. */
export function dtypeInfo(name: DTypeName): DTypeInfo {
  const known = table.get(name);
  if (known) return known;
  const text = /^<U(\d+)$/.exec(name);
  if (text) return info(name, 'U', Number(text[1]) * 4);
  const bytes = /^\|S(\d+)$/.exec(name);
  if (bytes) return info(name, 'S', Number(bytes[1]));
  const struct = structTypeOf(name);
  if (struct) return info(name, 'V', struct.itemSize);
  const time = timeTypeOf(name);
  if (time) return info(name, time.kind, 8);
  throw new Error(`not a dtype: ${name}`);
}

/** The kind letter of an element type. */
export function kindOf(name: DTypeName): DTypeKind {
  return table.get(name)?.kind ?? dtypeInfo(name).kind;
}

/** The numeric element types, smallest first, as documentation and tests enumerate them. */
export const numericDTypes: readonly DTypeName[] = [...table.keys()].filter(name => name !== 'object');

const aliases = new Map<string, DTypeName>(
  Object.entries({
    bool_: 'bool',
    bool8: 'bool',
    '?': 'bool',
    b1: 'bool',
    byte: 'int8',
    b: 'int8',
    i1: 'int8',
    ubyte: 'uint8',
    B: 'uint8',
    u1: 'uint8',
    short: 'int16',
    h: 'int16',
    i2: 'int16',
    ushort: 'uint16',
    H: 'uint16',
    u2: 'uint16',
    intc: 'int32',
    i: 'int32',
    i4: 'int32',
    uintc: 'uint32',
    I: 'uint32',
    u4: 'uint32',
    int: 'int64',
    int_: 'int64',
    intp: 'int64',
    longlong: 'int64',
    l: 'int64',
    q: 'int64',
    p: 'int64',
    i8: 'int64',
    uint: 'uint64',
    uintp: 'uint64',
    ulonglong: 'uint64',
    L: 'uint64',
    Q: 'uint64',
    P: 'uint64',
    u8: 'uint64',
    half: 'float16',
    e: 'float16',
    f2: 'float16',
    single: 'float32',
    f: 'float32',
    f4: 'float32',
    float: 'float64',
    float_: 'float64',
    double: 'float64',
    d: 'float64',
    f8: 'float64',
    csingle: 'complex64',
    singlecomplex: 'complex64',
    F: 'complex64',
    c8: 'complex64',
    complex: 'complex128',
    complex_: 'complex128',
    cdouble: 'complex128',
    cfloat: 'complex128',
    D: 'complex128',
    c16: 'complex128',
    object_: 'object',
    O: 'object',
    str: '<U0',
    str_: '<U0',
    unicode: '<U0',
    U: '<U0',
    bytes: '|S0',
    bytes_: '|S0',
    S: '|S0',
  }),
);

/** The element type that a text names (`'float32'`, `'<f4'`, `'U10'`, `'i8'`), or null when it names none. */
export function dtypeFromText(text: string): DTypeName | null {
  if (table.has(text)) return text;
  const plain = text.replace(/^[<>=|]/, '');
  const direct = table.has(plain) ? plain : aliases.get(plain);
  // An order of bytes stands before letters and sizes only, not before whole names.
  if (direct !== undefined && (plain === text || /^[a-zA-Z?]\d*$/.test(plain))) return direct;
  const sized = /^([US])(\d+)$/.exec(plain);
  if (sized) return sized[1] === 'U' ? `<U${Number(sized[2])}` : `|S${Number(sized[2])}`;
  return timeTypeFromText(text);
}

/** Whether the order of bytes matters to a type. Structures say in their names how each of their fields stands. */
export function hasByteOrder(name: DTypeName): boolean {
  const { kind, itemSize } = dtypeInfo(name);
  return kind === 'U' || ('iufcmM'.includes(kind) && itemSize > 1);
}

/** The `dtype.str` form: '<f8', '|b1', '<U5'. */
export function typeString(name: DTypeName, bigEndian = false): string {
  if (bigEndian) return typeString(name).replace('<', '>');
  const { kind, itemSize } = dtypeInfo(name);
  if (kind === 'U' || kind === 'S') return name;
  if (kind === 'O') return '|O';
  if (kind === 'V') return `|V${itemSize}`;
  if (kind === 'M' || kind === 'm') return name.replace(/^\w+64/, `<${kind}8`);
  return `${itemSize === 1 ? '|' : '<'}${kind}${itemSize}`;
}

/** `dtype.name`: as the name, but 'str160' and 'bytes24' for text. */
export function longName(name: DTypeName): string {
  const { kind, itemSize } = dtypeInfo(name);
  if (kind === 'U') return itemSize === 0 ? 'str' : `str${itemSize * 8}`;
  if (kind === 'S') return itemSize === 0 ? 'bytes' : `bytes${itemSize * 8}`;
  if (kind === 'V') return `void${itemSize * 8}`;
  return name;
}

const integerOfSize = (bytes: number, signed: boolean): DTypeName => `${signed ? 'int' : 'uint'}${bytes * 8}`;

/** How many characters an element of a type takes when it is turned into text. */
export function textWidth(name: DTypeName): number {
  const { kind, itemSize } = dtypeInfo(name);
  switch (kind) {
    case 'U':
      return itemSize / 4;
    case 'S':
      return itemSize;
    case 'b':
      return 5;
    case 'i':
      return { 1: 4, 2: 6, 4: 11, 8: 21 }[itemSize] ?? 21;
    case 'u':
      return { 1: 3, 2: 5, 4: 10, 8: 20 }[itemSize] ?? 20;
    case 'f':
      return 32;
    case 'c':
      return 64;
    case 'O':
    case 'V':
      return 0;
    case 'M':
      return dateTextWidth(timeTypeOf(name)!.unit);
    case 'm':
      return 21;
  }
}

/** `np.promote_types`: the smallest type that both convert to safely. */
export function promoteTypes(a: DTypeName, b: DTypeName): DTypeName {
  if (a === b && !isStruct(a)) return a;
  const left = dtypeInfo(a);
  const right = dtypeInfo(b);
  if (left.kind === 'O' || right.kind === 'O') return 'object';
  if (left.kind === 'V' || right.kind === 'V') return promoteStructs(a, b, promoteTypes);
  if (isTimeKind(left.kind) || isTimeKind(right.kind)) return promoteTimes(left, right);
  if (left.kind === 'U' || right.kind === 'U') return `<U${Math.max(textWidth(a), textWidth(b))}`;
  if (left.kind === 'S' || right.kind === 'S') return `|S${Math.max(textWidth(a), textWidth(b))}`;
  if (left.kind === 'b') return b;
  if (right.kind === 'b') return a;
  if (left.kind === 'c' || right.kind === 'c') {
    const single = [left, right].every(
      part =>
        part.name === 'complex64' || floatSizeFor(part) <= 4 || (part.kind === 'f' && part.itemSize <= 4),
    );
    return single ? 'complex64' : 'complex128';
  }
  if (left.kind === 'f' || right.kind === 'f') {
    return `float${8 * Math.max(floatSizeFor(left), floatSizeFor(right))}`;
  }
  if (left.kind === right.kind) return left.itemSize > right.itemSize ? a : b;
  const signed = left.kind === 'i' ? left : right;
  const unsigned = left.kind === 'i' ? right : left;
  if (signed.itemSize > unsigned.itemSize) return signed.name;
  return unsigned.itemSize === 8 ? 'float64' : integerOfSize(unsigned.itemSize * 2, true);
}

const isTimeKind = (kind: DTypeKind): boolean => kind === 'M' || kind === 'm';

/** Dates and durations meet in the finer unit; integers count as durations. */
function promoteTimes(left: DTypeInfo, right: DTypeInfo): DTypeName {
  const [a, b] = [timeTypeOf(left.name), timeTypeOf(right.name)];
  if (a !== null && b !== null) return timeTypeName(commonTimeType(a, b));
  const [time, other] = a === null ? [right, left] : [left, right];
  if (time.kind === 'm' && 'biu'.includes(other.kind)) return time.name;
  throw raise(
    TypeError,
    `The DTypes ${typeClassText(left)} and ${typeClassText(right)} do not have a common DType. For example they cannot be stored in a single array unless the dtype is \`object\`.`,
  );
}

/** A type's class as NumPy's messages name it. */
function typeClassText({ name, kind }: DTypeInfo): string {
  const plain = kind === 'U' ? 'str_' : kind === 'S' ? 'bytes_' : kind === 'b' ? 'bool_' : name;
  return `<class 'numpy.dtype[${plain.replace(/\[.*$/, '')}]'>`;
}

/** Bytes of the floating type that holds every value of a real type. */
function floatSizeFor(part: DTypeInfo): number {
  if (part.kind === 'f') return part.itemSize;
  if (part.kind === 'c') return part.itemSize / 2;
  return part.itemSize === 1 ? 2 : part.itemSize === 2 ? 4 : 8;
}

export type CastingRule = 'no' | 'equiv' | 'safe' | 'same_kind' | 'unsafe';

const kindOrder: Record<DTypeKind, number> = {
  b: 0,
  u: 1,
  i: 2,
  f: 3,
  c: 4,
  S: 5,
  U: 6,
  O: 7,
  M: 7,
  m: 2.5,
  V: 8,
};

/** `np.can_cast` between types. */
export function canCast(from: DTypeName, to: DTypeName, rule: CastingRule): boolean {
  if (from === to || rule === 'unsafe') return true;
  if (rule === 'no' || rule === 'equiv') return false;
  const [source, target] = [kindOf(from), kindOf(to)];
  if (source === 'V' || target === 'V') return source === target && rule !== 'safe';
  if (isTimeKind(source) || isTimeKind(target)) return canCastTimes(from, to, rule);
  if (promoteTypes(from, to) === to) return true;
  if (rule === 'safe') return false;
  if (target === 'i' && source === 'u') return true;
  if (target === 'u' && source === 'i') return false;
  return kindOrder[source] <= kindOrder[target];
}

function canCastTimes(from: DTypeName, to: DTypeName, rule: CastingRule): boolean {
  const [source, target] = [timeTypeOf(from), timeTypeOf(to)];
  if (source === null) return target!.kind === 'm' && 'biu'.includes(kindOf(from));
  if (target === null) return kindOf(to) === 'O';
  if (source.kind !== target.kind) return false;
  if (isFiner(source, target)) return true;
  return rule === 'same_kind' && target.unit !== 'generic';
}

/** Whether a type belongs to one of NumPy's abstract types ('number', 'integer', 'floating', …). */
export function isSubtype(name: DTypeName, abstract: string): boolean {
  const kind = kindOf(name);
  switch (abstract) {
    case 'generic':
      return true;
    case 'number':
      return 'iufcm'.includes(kind);
    case 'integer':
      return 'ium'.includes(kind);
    case 'signedinteger':
      return kind === 'i' || kind === 'm';
    case 'unsignedinteger':
      return kind === 'u';
    case 'inexact':
      return 'fc'.includes(kind);
    case 'floating':
      return kind === 'f';
    case 'complexfloating':
      return kind === 'c';
    case 'void':
      return kind === 'V';
    case 'flexible':
      return 'USV'.includes(kind);
    case 'character':
      return 'US'.includes(kind);
    default:
      return false;
  }
}
