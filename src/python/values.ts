/**
 * What a Python value is inside the interpreter.
 *
 * Immutable scalars are JavaScript's own (fast, comparable, hashable): None is `null`, bool is `boolean`, str is
 * `string`, int is `number` while it is a safe integer and `bigint` beyond (always normalised with
 * {@link normalizeInt}). A float is a {@link PyFloat}, since `1` and `1.0` must stay apart. Everything else is a
 * {@link PyObject}.
 */
import type { PyClass } from './classes.ts';
import type { Arguments } from './operations/calls.ts';
import type { Span } from './syntax.ts';

export type Value = null | boolean | number | bigint | string | PyObject;

/** State that the analysis policy can save, restore and join when it follows two branches. */
export interface Mutable {
  /** A shallow copy of the state. */
  capture(): unknown;
  restore(state: unknown): void;
  /** Makes the state cover both its present content and `state` (what differs becomes unknown). */
  join(state: unknown, joinValues: (a: Value, b: Value) => Value): void;
}

/** Told before a mutable object changes; set by the analysis policy while it follows branches, else null. */
let journal: ((object: Mutable) => void) | null = null;

/** Installs the journal and returns the one before. */
export function setJournal(next: ((object: Mutable) => void) | null): ((object: Mutable) => void) | null {
  const before = journal;
  journal = next;
  return before;
}

/** Whether a journal is being kept. */
export function isJournalled(): boolean {
  return journal !== null;
}

/** Must be called before every change of a {@link Mutable}. */
export function touch(object: Mutable): void {
  if (journal !== null) journal(object);
}

/** The base of every value that is not a JavaScript primitive. */
export abstract class PyObject {
  /** The object's type: `type(x)`. A user's subclass of a built-in type shows here. */
  abstract cls: PyClass;
  /** Instance attributes, absent for types without `__dict__`. */
  attributes: AttributeMap | null = null;

  /** Told what a class of the script's own was called with, before the object's `__init__` runs. */
  noteArguments(_args: Arguments): void {}

  /** Whether code that analysis did not follow may have given it attributes by now. */
  get mayGainAttributes(): boolean {
    return false;
  }
}

/** Names to values, with the bookkeeping that branches need: globals, instance and class dictionaries. */
export class AttributeMap implements Mutable {
  readonly map: Map<string, Value>;

  constructor(entries?: Iterable<readonly [string, Value]>) {
    this.map = entries === undefined ? new Map() : new Map(entries);
  }

  get(name: string): Value | undefined {
    return this.map.get(name);
  }

  has(name: string): boolean {
    return this.map.has(name);
  }

  set(name: string, value: Value): void {
    touch(this);
    this.map.set(name, value);
  }

  delete(name: string): boolean {
    touch(this);
    return this.map.delete(name);
  }

  capture(): Map<string, Value> {
    return new Map(this.map);
  }

  restore(state: unknown): void {
    this.map.clear();
    for (const [name, value] of state as Map<string, Value>) this.map.set(name, value);
  }

  join(state: unknown, joinValues: (a: Value, b: Value) => Value): void {
    const other = state as Map<string, Value>;
    for (const [name, value] of other) {
      const mine = this.map.get(name);
      // A name that only one branch binds is taken from that branch: using it after the other one is a NameError
      // that depends on data, and unknown must not cause errors.
      this.map.set(name, mine === undefined ? value : joinValues(mine, value));
    }
  }
}

/** A Python float. */
export class PyFloat extends PyObject {
  declare cls: PyClass;
  readonly value: number;
  constructor(value: number) {
    super();
    this.value = value;
  }
}

/** A Python complex number. */
export class PyComplex extends PyObject {
  declare cls: PyClass;
  readonly real: number;
  readonly imaginary: number;
  constructor(real: number, imaginary: number) {
    super();
    this.real = real;
    this.imaginary = imaginary;
  }
}

/** bytes, and bytearray when `mutable`. */
export class PyBytes extends PyObject {
  declare cls: PyClass;
  data: Uint8Array;
  constructor(data: Uint8Array) {
    super();
    this.data = data;
  }
}

export class PyTuple extends PyObject {
  declare cls: PyClass;
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    super();
    this.items = items;
  }
}

/** A list. `lost` is set when branches left it with contents that cannot be known; then `items` must not be read. */
export class PyList extends PyObject implements Mutable {
  declare cls: PyClass;
  items: Value[];
  lost: Unknown | null = null;
  /** What stands behind the end where more may come, as in `sys.argv` before the script runs; null for nothing. */
  declare beyond: Unknown | null;
  constructor(items: Value[]) {
    super();
    this.items = items;
  }

  capture(): { items: Value[]; lost: Unknown | null } {
    return { items: this.items.slice(), lost: this.lost };
  }

  restore(state: unknown): void {
    const saved = state as { items: Value[]; lost: Unknown | null };
    this.items = saved.items.slice();
    this.lost = saved.lost;
  }

  join(state: unknown, joinValues: (a: Value, b: Value) => Value): void {
    const saved = state as { items: Value[]; lost: Unknown | null };
    if (this.lost === null && saved.lost === null && saved.items.length === this.items.length) {
      this.items = this.items.map((item, index) => joinValues(item, saved.items[index]));
      return;
    }
    const { reason } = this.lost ?? saved.lost ?? { reason: 'its length depends on a branch' };
    const own = everyItem(this, joinValues);
    const other = everyItem(saved, joinValues);
    if (own === null || other === null) this.lost = new Unknown(reason);
    else if (own === undefined || other === undefined)
      this.lost = new UncountedItems(reason, (own ?? other)!);
    else this.lost = new UncountedItems(reason, covering(own, other, joinValues));
  }

  /** Behind a change of a list whose items are not known one by one, nothing covers them any longer. */
  loseItems(): void {
    if (!(this.lost instanceof UncountedItems)) return;
    touch(this);
    this.lost = new Unknown(this.lost.reason);
  }

  /** One more item at the end, also of a list of which only that end is not known. */
  addItem(item: Value, joinValues: (a: Value, b: Value) => Value): void {
    touch(this);
    if (this.lost === null) this.items.push(item);
    else if (this.lost instanceof UncountedItems)
      this.lost = new UncountedItems(this.lost.reason, covering(this.lost.each, item, joinValues));
  }
}

PyList.prototype.beyond = null;

export class PySlice extends PyObject {
  declare cls: PyClass;
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

export class PyRange extends PyObject {
  declare cls: PyClass;
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  constructor(start: number, stop: number, step: number) {
    super();
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  get length(): number {
    const span = this.step > 0 ? this.stop - this.start : this.start - this.stop;
    return span <= 0 ? 0 : Math.ceil(span / Math.abs(this.step));
  }
}

/** An instance of a user's class (or of a library class without a JavaScript state of its own). */
export class PyInstance extends PyObject {
  cls: PyClass;
  constructor(cls: PyClass) {
    super();
    this.cls = cls;
    this.attributes = new AttributeMap();
  }
}

/**
 * An instance of a subclass of int or str (`class Color(str, Enum)`): the plain value with attributes. It takes part
 * in arithmetic and as a key through its plain value.
 */
export class PyBoxed extends PyInstance {
  readonly plain: number | bigint | string;
  constructor(cls: PyClass, plain: number | bigint | string) {
    super(cls);
    this.plain = plain;
  }
}

/** `Ellipsis` and `NotImplemented`. */
export class PySingleton extends PyObject {
  declare cls: PyClass;
  readonly name: string;
  constructor(name: string) {
    super();
    this.name = name;
  }
}
export const ELLIPSIS = new PySingleton('Ellipsis');
export const NOT_IMPLEMENTED = new PySingleton('NotImplemented');

/**
 * A value that analysis does not know, with the reason. It flows through every operation and never causes an
 * error. `kind` narrows it where that much is certain ("some int"), as text of a Python type name.
 */
export class Unknown extends PyObject {
  declare cls: PyClass;
  readonly reason: string;
  readonly kind: string | null;
  /** Where the unknown came from, when known. */
  readonly madeAt: Span | null;
  /** What it may be, where it is one of these or a part of one: what happens to it may happen to each of them. */
  readonly candidates: readonly Value[];
  constructor(
    reason: string,
    kind: string | null = null,
    madeAt: Span | null = null,
    candidates: readonly Value[] = [],
  ) {
    super();
    this.reason = reason;
    this.kind = kind;
    this.madeAt = madeAt;
    this.candidates = candidates;
  }
}

/** Of a list that lost its items: how many there are is not known, and that each of them is one that this covers. */
export class UncountedItems extends Unknown {
  readonly each: Value;
  constructor(reason: string, each: Value) {
    super(reason);
    this.each = each;
  }
}

/** More items than these are not taken together. */
const MOST_COVERED = 256;

/** What covers each item: undefined where there is none, null where that is not known. */
function everyItem(
  { items, lost }: { items: readonly Value[]; lost: Unknown | null },
  joinValues: (a: Value, b: Value) => Value,
): Value | undefined | null {
  if (lost !== null) return lost instanceof UncountedItems ? lost.each : null;
  if (items.length > MOST_COVERED) return null;
  return items.length === 0 ? undefined : items.reduce((each, item) => covering(each, item, joinValues));
}

/** What covers two items; pairs in a list are covered part by part. */
function covering(a: Value, b: Value, joinValues: (a: Value, b: Value) => Value): Value {
  const arePairs =
    a instanceof PyList &&
    b instanceof PyList &&
    a.lost === null &&
    b.lost === null &&
    a.items.length === b.items.length;
  return arePairs
    ? new PyList(a.items.map((item, index) => joinValues(item, b.items[index])))
    : joinValues(a, b);
}

/**
 * V8's setting; other engines ignore it. What is thrown again and again and where nobody asks where, is made without a
 * trace: to find that out costs more than all the rest.
 */
export const traces = Error as { stackTraceLimit?: number };

/**
 * Thrown by library code that meets an {@link Unknown} (or a lost container) where it needs a value. The call that
 * was being evaluated becomes unknown with this reason; it is never shown as an error. Cannot happen under run.
 */
export class NotKnown extends Error {
  readonly reason: string;
  constructor(reason: string) {
    const { stackTraceLimit } = traces;
    traces.stackTraceLimit = 0;
    super(reason);
    traces.stackTraceLimit = stackTraceLimit;
    this.reason = reason;
  }
}

/** Brings an integer into its normal form: a number when safe, else a bigint. */
export function normalizeInt(value: bigint): number | bigint {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

/** True for a Python int (not bool). */
export function isInt(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
