/** Python classes: method resolution order, attribute lookup, allocation. */
import type { ListedNames } from './listedNames.ts';
import { AttributeMap, PyObject, type Value } from './values.ts';

/** Makes the empty object of a class; the class's `__init__` fills it. */
export type Allocate = (cls: PyClass) => PyObject;

export interface ClassOptions {
  /** The module's dotted name, as `__module__` shows it. */
  module?: string;
  /** Defaults to the nearest base's. */
  allocate?: Allocate;
  /** False for types that cannot be subclassed (bool, NoneType, function…). */
  subclassable?: boolean;
  documentation?: string;
  /** How error messages call it, where CPython says more than the name: `numpy.ndarray`. */
  errorName?: string;
}

/** A class, built in or the user's. */
export class PyClass extends PyObject {
  /** The metaclass; `type` unless a library says otherwise. */
  declare cls: PyClass;
  readonly name: string;
  readonly qualifiedName: string;
  /** Set once more by a library whose classes are written in Python. */
  errorName: string;
  readonly bases: readonly PyClass[];
  readonly mro: readonly PyClass[];
  override attributes: AttributeMap;
  private readonly ownAllocate: Allocate | null;
  /** The nearest base's, once it was looked for. */
  private allocator: Allocate | null = null;
  readonly module: string;
  readonly subclassable: boolean;
  readonly documentation: string | null;
  /**
   * Attributes that the real class has and this one does not model: reading one is unknown under analysis and a clear
   * error under run. `all`: nobody has listed them, every missing attribute counts.
   */
  unmodelled: ReadonlySet<string> | 'all' | null = null;
  /** With `all`: names of the real class, of which what is close to one and is none is misspelt. */
  listed: ListedNames | null = null;

  /** Whether the real class keeps private attributes that nobody has listed. */
  hasPrivateParts = false;
  /** Whether the class or a base of it has `__slots__`. */
  readonly hasSlots: boolean;
  /** True for classes defined in the user's file: their attributes may be assigned. */
  readonly userDefined: boolean;

  constructor(
    name: string,
    bases: readonly PyClass[],
    attributes: Iterable<readonly [string, Value]> = [],
    options: ClassOptions & { qualifiedName?: string; userDefined?: boolean } = {},
  ) {
    super();
    this.name = name;
    this.qualifiedName = options.qualifiedName ?? name;
    this.errorName = options.errorName ?? name;
    this.bases = bases;
    this.attributes = new AttributeMap(attributes);
    this.module = options.module ?? 'builtins';
    this.subclassable = options.subclassable ?? true;
    this.documentation = options.documentation ?? null;
    this.userDefined = options.userDefined ?? false;
    this.mro = linearize(this, bases);
    this.hasSlots = this.attributes.has('__slots__') || bases.some(base => base.hasSlots);
    this.ownAllocate = options.allocate ?? null;
  }

  /** Makes an empty instance with the nearest base's allocator. */
  allocate(): PyObject {
    this.allocator ??= this.mro.find(base => base.ownAllocate !== null)?.ownAllocate ?? null;
    if (this.allocator === null) throw new Error(`${this.name} has no allocator`);
    return this.adopt(this.allocator(this));
  }

  /** Makes a value of a base an instance of this class: those of a script's own classes take attributes. */
  adopt<T extends PyObject>(value: T): T {
    if (value.cls !== this) value.cls = this;
    if (this.userDefined) value.attributes ??= new AttributeMap();
    return value;
  }

  /** The attribute found along the method resolution order, or undefined. */
  lookup(name: string): Value | undefined {
    const { mro } = this;
    for (let index = 0; index < mro.length; index++) {
      const value = mro[index].attributes.map.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Whether the real class (or a base of it) has this attribute though it is not modelled. */
  leavesOut(name: string): boolean {
    // A script's own class may give its objects whatever it likes, somewhere.
    const isOwn = this.userDefined && this.unmodelled === null && this.listed === null;
    return this.mro.some(
      cls =>
        (cls.unmodelled === 'all' ? isOwn || !cls.listed?.isMisspelt(name) : cls.unmodelled?.has(name)) ||
        (cls.hasPrivateParts && name.startsWith('_')),
    );
  }

  isSubclassOf(other: PyClass): boolean {
    return this.mro.includes(other);
  }
}

/** Thrown when base classes cannot be ordered; the evaluator turns it into a TypeError. */
export class InconsistentBases extends Error {}

/** C3 linearization, as CPython computes `__mro__`. */
function linearize(cls: PyClass, bases: readonly PyClass[]): readonly PyClass[] {
  const sequences: PyClass[][] = [...bases.map(base => [...base.mro]), [...bases]];
  const order: PyClass[] = [cls];
  for (;;) {
    const open = sequences.filter(sequence => sequence.length > 0);
    if (open.length === 0) return order;
    const head = open
      .map(sequence => sequence[0])
      .find(candidate => !open.some(sequence => sequence.indexOf(candidate) > 0));
    if (head === undefined) {
      throw new InconsistentBases(
        `Cannot create a consistent method resolution\norder (MRO) for bases ${bases.map(b => b.name).join(', ')}`,
      );
    }
    order.push(head);
    for (const sequence of sequences) if (sequence[0] === head) sequence.shift();
  }
}
