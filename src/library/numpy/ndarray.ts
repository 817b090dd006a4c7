/** NumPy arrays as Python values: always a dtype and a shape, contents where they are known, facts where not. */
import { PyClass } from '../../python/classes.ts';
import { raise, TypeError } from '../../python/errors.ts';
import type { Message } from '../../python/message.ts';
import type { Span } from '../../python/syntax.ts';
import { objectClass } from '../../python/types.ts';
import { type Mutable, NotKnown, PyObject, touch } from '../../python/values.ts';
import { type DTypeName, dtypeInfo, hasByteOrder, type OrderedType } from './dtypes.ts';
import { describeKnownFacts, elementFacts, type Facts, facts, factsOfNumbers, noFacts } from './facts.ts';
import { type ArrayData, contiguousItems, isWideItems, Memory, type NumberItems, sizeOf } from './storage.ts';

/** A shape under analysis: null is a length that is not known. */
export type Shape = readonly (number | null)[];

/** `numpy.ndarray`; its methods are added by methods.ts. */
export const ndarrayClass = new PyClass('ndarray', [objectClass], [], {
  module: 'numpy',
  errorName: 'numpy.ndarray',
});

/**
 * An array. Under run `data` is always there. Under analysis it is there only when the contents are small and
 * certain; else `facts` says what is known of them. Views share their memory with the array they look into.
 */
export class NdArray extends PyObject implements Mutable {
  override cls: PyClass = ndarrayClass;
  shape: Shape;
  dtype: DTypeName;
  memory: Memory;
  /** Whether the bytes of its elements stand with the most significant one first; memory holds numbers either way. */
  bigEndian = false;
  /** The array this one is a view of (`a.base`). */
  base: NdArray | null = null;
  /** Where the program made it. */
  madeAt: Span | null = null;
  private layout: ArrayData | null;
  private known: { readonly facts: Facts; readonly version: number } | null;

  constructor(shape: Shape, dtype: DTypeName, memory: Memory, layout: ArrayData | null, known: Facts | null) {
    super();
    this.shape = shape;
    this.dtype = dtype;
    this.memory = memory;
    this.layout = layout;
    this.known = known === null ? null : { facts: known, version: memory.version };
  }

  /** The contents, or null when they are not known (analysis only). */
  get data(): ArrayData | null {
    return this.memory.items === null ? null : this.layout;
  }

  /** What is certain of the contents. */
  get facts(): Facts {
    if (this.known?.version === this.memory.version) return this.known.facts;
    const known = this.data === null ? this.memory.elementFacts : factsOfData(this.data);
    this.known = { facts: known, version: this.memory.version };
    return known;
  }

  /** The number of elements, null when a dimension is not known. */
  get size(): number | null {
    return this.shape.includes(null) ? null : sizeOf(this.shape as number[]);
  }

  get rank(): number {
    return this.shape.length;
  }

  /** What `dtype` of the array is. */
  get type(): OrderedType {
    return { dtype: this.dtype, bigEndian: this.bigEndian };
  }

  /** Gives it another shape or type in place (`a.shape = …`). */
  setLayout(shape: Shape, dtype: DTypeName, layout: ArrayData | null): void {
    touch(this);
    this.shape = shape;
    this.dtype = dtype;
    this.layout = layout;
    this.known = null;
  }

  /** Becomes another array of the same shape, whose fields have other names. */
  adopt(other: NdArray): void {
    touch(this);
    this.memory = other.memory;
    this.bigEndian = other.bigEndian;
    this.setLayout(other.shape, other.dtype, other.layout);
  }

  capture(): unknown {
    const { shape, dtype, bigEndian, memory, layout, known } = this;
    return { shape, dtype, bigEndian, memory, layout, known };
  }

  restore(state: unknown): void {
    const saved = state as Pick<NdArray, 'shape' | 'dtype' | 'bigEndian' | 'memory'> & {
      layout: ArrayData | null;
      known: NdArray['known'];
    };
    this.shape = saved.shape;
    this.dtype = saved.dtype;
    this.bigEndian = saved.bigEndian;
    this.memory = saved.memory;
    this.layout = saved.layout;
    this.known = saved.known;
  }

  join(state: unknown): void {
    const saved = state as Pick<NdArray, 'shape' | 'dtype'>;
    if (saved.shape.length === this.shape.length) {
      this.shape = this.shape.map((length, axis) => (length === saved.shape[axis] ? length : null));
    }
    this.known = null;
    if (this.shape.includes(null)) this.layout = null;
  }
}

/** An array with contents. */
export function concreteArray(data: ArrayData, known: Facts | null = null): NdArray {
  return new NdArray(data.shape, data.dtype, data.memory, data, known);
}

/** A new array, the bytes of whose elements stand in this order where that means something to its type. */
export function inOrder(array: NdArray, bigEndian: boolean): NdArray {
  array.bigEndian = bigEndian && hasByteOrder(array.dtype);
  return array;
}

/** A new array of another's type: the bytes of its elements stand as those of that one do. */
export function likeIn(array: NdArray, model: NdArray): NdArray {
  return inOrder(array, model.bigEndian);
}

/** An array of which only shape, dtype and facts are known. */
export function abstractArray(shape: Shape, dtype: DTypeName, known: Facts = noFacts): NdArray {
  const certain = factsForDType(known, dtype);
  return new NdArray(shape, dtype, new Memory(null, elementFacts(certain)), null, certain);
}

/** A view of another array's memory without known contents. */
export function abstractView(of: NdArray, shape: Shape, known: Facts = elementFacts(of.facts)): NdArray {
  const view = inOrder(new NdArray(shape, of.dtype, of.memory, null, known), of.bigEndian);
  view.base = of.base ?? of;
  return view;
}

/** A view with contents into another array's memory. */
export function viewOf(of: NdArray, data: ArrayData, known: Facts | null = null): NdArray {
  const view = concreteArray(data, known);
  if (data.dtype === of.dtype) view.bigEndian = of.bigEndian;
  view.base = of.base ?? of;
  return view;
}

/** Adds what the element type alone guarantees: whole numbers, ranges of the small integer types. */
export function factsForDType(known: Facts, dtype: DTypeName): Facts {
  const { kind, itemSize, minimum, maximum } = dtypeInfo(dtype);
  if (kind !== 'b' && kind !== 'i' && kind !== 'u') return known;
  if (itemSize > 2 && kind === 'i')
    return known.integers && known.finite ? known : { ...known, integers: true, finite: true };
  return facts({
    ...known,
    integers: true,
    finite: true,
    minimum: known.minimum === null ? minimum : Math.max(minimum, known.minimum),
    maximum:
      itemSize > 2 ? known.maximum : known.maximum === null ? maximum : Math.min(maximum, known.maximum),
  });
}

/** True where the bounds are those of the element type (0..255 of uint8): they say nothing of what is in the array. */
export function spansItsType(array: NdArray): boolean {
  const { kind, itemSize, minimum, maximum } = dtypeInfo(array.dtype);
  const isSmall = (kind === 'i' || kind === 'u') && itemSize <= 2;
  const { facts: known } = array;
  return array.data === null && isSmall && known.minimum === minimum && known.maximum === maximum;
}

/** A broadcast view repeats what is in its memory, and may be too large to write out. */
function repeatedFacts(data: ArrayData): Facts {
  return data.items.length === 1 ? factsOfNumbers(data.items as NumberItems, null) : noFacts;
}

function factsOfData(data: ArrayData): Facts {
  if (!data.numeric || data.size > data.items.length) return data.numeric ? repeatedFacts(data) : noFacts;
  const last = data.shape.length === 0 ? null : data.shape[data.shape.length - 1];
  return factsOfNumbers(contiguousItems(data) as NumberItems, last);
}

/** The contents, or {@link NotKnown} where they are not known. */
export function requireData(array: NdArray): ArrayData {
  if (array.data === null) throw new NotKnown('the contents of this array are not known before it runs');
  return array.data;
}

/**
 * The elements in row-major order as JavaScript numbers, without a copy where possible (not to be written to).
 * Throws {@link NotKnown} when they are not known, TypeError-like null for arrays that hold no real numbers.
 */
export function numbersOf(array: NdArray): NumberItems | null {
  const items = contiguousItems(requireData(array));
  if (Array.isArray(items)) return null;
  if (isWideItems(items)) return Float64Array.from(items, Number);
  return items;
}

/** As {@link numbersOf}; TypeError where the elements are no real numbers. */
export function requireNumbers(array: NdArray): NumberItems {
  const numbers = numbersOf(array);
  if (numbers !== null) return numbers;
  const type = array.dtype === 'object' ? 'O' : array.dtype;
  const text = type.startsWith('[') ? `dtype(${type})` : `dtype('${type}')`;
  throw raise(
    TypeError,
    `Cannot cast array data from ${text} to dtype('float64') according to the rule 'safe'`,
  );
}

/** What is known of an array's contents, as short texts. */
export function describeFacts(array: NdArray): Message[] {
  return describeKnownFacts(array.facts);
}
