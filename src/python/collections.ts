/** dict, set and frozenset: insertion-ordered tables with Python's key equality. */
import type { PyClass } from './classes.ts';
import { setOrder } from './setOrder.ts';
import {
  type AttributeMap,
  type Mutable,
  PyBoxed,
  PyBytes,
  PyComplex,
  PyFloat,
  PyObject,
  PyTuple,
  touch,
  Unknown,
  type Value,
} from './values.ts';

/** Hashing and equality that need the interpreter (instances with `__hash__` and `__eq__`). */
export interface KeyRules {
  /** The Python hash of an object that has its own `__hash__`; null when it hashes by identity. */
  customHash(key: PyObject): number | bigint | null;
  equal(a: Value, b: Value): boolean;
  /** Throws TypeError for unhashable objects. */
  checkHashable(key: PyObject): void;
}

type Slot = { key: Value; value: Value };

/**
 * A table of slots under canonical keys: two keys are the same key in Python exactly when their canonical keys are
 * equal in a JavaScript Map. Numbers share one space (`1 == 1.0 == True`), strings another.
 */
class Table {
  readonly slots = new Map<unknown, Slot>();

  canonical(key: Value, rules: KeyRules): unknown {
    switch (typeof key) {
      case 'string':
        return key.charCodeAt(0) === 0 ? `\u0000s${key}` : key;
      case 'boolean':
        return key ? 1 : 0;
      case 'number':
      case 'bigint':
        return key;
      default:
        break;
    }
    if (key === null) return null;
    if (key instanceof PyFloat) {
      const value = key.value;
      return Number.isInteger(value) && !Number.isSafeInteger(value)
        ? BigInt(value)
        : Number.isNaN(value)
          ? key
          : value;
    }
    if (key instanceof PyTuple) return this.canonicalTuple(key, rules);
    if (key instanceof PyBytes) return `\u0000b${key.data.join(',')}`;
    if (key instanceof PyComplex && key.imaginary === 0) return key.real;
    if (key instanceof PyBoxed) return this.canonical(key.plain, rules);
    // Library scalars (NumPy's) are the same key as the plain value they hold.
    const plain = (key as { plainKey?: Value }).plainKey;
    if (plain !== undefined) return this.canonical(plain, rules);
    rules.checkHashable(key);
    const hash = rules.customHash(key);
    if (hash === null) return key;
    // Equal hashes are chained: each chain position has a canonical key of its own.
    for (let position = 0; ; position++) {
      const candidate = `\u0000h${hash}:${position}`;
      const slot = this.slots.get(candidate);
      if (slot === undefined || slot.key === key || rules.equal(slot.key, key)) return candidate;
    }
  }

  private canonicalTuple(key: PyTuple, rules: KeyRules): unknown {
    let text = '\u0000t';
    for (const item of key.items) {
      const part = this.canonical(item, rules);
      if (typeof part === 'string') text += `s${part.length}:${part}`;
      else if (typeof part === 'object' && part !== null) text += `o${identityOf(part)};`;
      else text += `n${String(part)};`;
    }
    return text;
  }
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

/** A number that stays with an object for its life: `id(x)`, and identity inside composite keys. */
export function identityOf(object: object): number {
  let identity = identities.get(object);
  if (identity === undefined) {
    identity = ++lastIdentity;
    identities.set(object, identity);
  }
  return identity;
}

abstract class Hashed extends PyObject implements Mutable {
  protected readonly table = new Table();
  /** Set when branches left it with contents that cannot be known. */
  lost: Unknown | null = null;

  get size(): number {
    return this.table.slots.size;
  }

  *keys(): IterableIterator<Value> {
    for (const slot of this.table.slots.values()) yield slot.key;
  }

  has(key: Value, rules: KeyRules): boolean {
    return this.table.slots.has(this.table.canonical(key, rules));
  }

  delete(key: Value, rules: KeyRules): boolean {
    touch(this);
    return this.table.slots.delete(this.table.canonical(key, rules));
  }

  clear(): void {
    touch(this);
    this.table.slots.clear();
  }

  capture(): { slots: [unknown, Slot][]; lost: Unknown | null } {
    return { slots: [...this.table.slots].map(([key, slot]) => [key, { ...slot }]), lost: this.lost };
  }

  restore(state: unknown): void {
    const saved = state as ReturnType<Hashed['capture']>;
    this.table.slots.clear();
    for (const [key, slot] of saved.slots) this.table.slots.set(key, { ...slot });
    this.lost = saved.lost;
  }

  join(state: unknown, joinValues: (a: Value, b: Value) => Value): void {
    const saved = state as ReturnType<Hashed['capture']>;
    if (this.lost !== null) return;
    const same =
      saved.lost === null &&
      saved.slots.length === this.size &&
      saved.slots.every(([key]) => this.table.slots.has(key));
    if (!same) {
      this.lost = saved.lost ?? new Unknown('its keys depend on a branch');
      return;
    }
    for (const [key, slot] of saved.slots) {
      const mine = this.table.slots.get(key)!;
      this.table.slots.set(key, { key: mine.key, value: joinValues(mine.value, slot.value) });
    }
  }
}

export class PyDict extends Hashed {
  declare cls: PyClass;

  /** The value of a key that is not there by another name of it; undefined where it has none. */
  synonym: ((key: Value) => Value | undefined) | null = null;

  static fromStrings(entries: Iterable<readonly [string, Value]>): PyDict {
    const dict = new PyDict();
    // Nobody holds it yet: no journal needs to know.
    for (const [key, value] of entries) dict.putString(key, value);
    return dict;
  }

  get(key: Value, rules: KeyRules): Value | undefined {
    return this.table.slots.get(this.table.canonical(key, rules))?.value;
  }

  set(key: Value, value: Value, rules: KeyRules): void {
    touch(this);
    const canonical = this.table.canonical(key, rules);
    const slot = this.table.slots.get(canonical);
    if (slot) slot.value = value;
    else this.table.slots.set(canonical, { key, value });
  }

  /** For keys that are known to be strings. */
  getString(key: string): Value | undefined {
    return this.table.slots.get(key)?.value;
  }

  setString(key: string, value: Value): void {
    touch(this);
    this.putString(key, value);
  }

  private putString(key: string, value: Value): void {
    const slot = this.table.slots.get(key);
    if (slot) slot.value = value;
    else this.table.slots.set(key, { key, value });
  }

  *values(): IterableIterator<Value> {
    for (const slot of this.table.slots.values()) yield slot.value;
  }

  *entries(): IterableIterator<[Value, Value]> {
    for (const slot of this.table.slots.values()) yield [slot.key, slot.value];
  }
}

/**
 * The attributes of an object, or the variables of a module, as a dictionary: `vars(x)`, `globals()`. What is stored
 * here is stored there; names that are added there afterwards are seen by the next view.
 */
export class NamespaceDict extends PyDict {
  readonly namespace: AttributeMap;

  constructor(namespace: AttributeMap) {
    super();
    this.namespace = namespace;
    for (const [name, value] of namespace.map) super.setString(name, value);
  }

  override get(key: Value, rules: KeyRules): Value | undefined {
    return typeof key === 'string' ? this.namespace.map.get(key) : super.get(key, rules);
  }

  override set(key: Value, value: Value, rules: KeyRules): void {
    super.set(key, value, rules);
    if (typeof key === 'string') this.namespace.set(key, value);
  }

  override setString(key: string, value: Value): void {
    super.setString(key, value);
    this.namespace.set(key, value);
  }

  override delete(key: Value, rules: KeyRules): boolean {
    if (typeof key === 'string') this.namespace.delete(key);
    return super.delete(key, rules);
  }

  override clear(): void {
    for (const name of [...this.namespace.map.keys()]) this.namespace.delete(name);
    super.clear();
  }
}

/** set and frozenset (by `cls`). */
export class PySet extends Hashed {
  declare cls: PyClass;

  /** The keys in the order in which CPython would give them, as far as that is the same in every run. */
  override *keys(): IterableIterator<Value> {
    yield* setOrder([...super.keys()]);
  }

  add(key: Value, rules: KeyRules): void {
    touch(this);
    const canonical = this.table.canonical(key, rules);
    if (!this.table.slots.has(canonical)) this.table.slots.set(canonical, { key, value: null });
  }
}
