/** Callable values: native (library) functions with Python signatures, methods, descriptors, modules. */
import type { PyClass } from './classes.ts';
import type { Interpreter } from './interpreter.ts';
import { parseSignature, type Signature } from './signature.ts';
import type { Pending, Suspendable } from './suspension.ts';
import type { Bounds } from './turnNumbers.ts';
import { AttributeMap, isJournalled, type Mutable, PyObject, touch, type Value } from './values.ts';

/** The arguments of one call, by the order of the signature's parameters; `*args` is a PyTuple, `**kwargs` a PyDict. */
export type Bound = readonly Value[];

/** A library function's behaviour. It reads its arguments positionally: `([shape, dtype], py) => …`. */
export type NativeBody = (args: Bound, py: Interpreter) => Value;

/** The same for functions that wait (training, files) or call back into Python code that might. */
export type SuspendableBody = (args: Bound, py: Interpreter) => Suspendable<Value>;

/** A function of a library, with a Python signature. */
export class NativeFunction extends PyObject {
  declare cls: PyClass;
  readonly name: string;
  readonly signature: Signature;
  /** Exactly one of the two bodies is set. */
  readonly body: NativeBody | null;
  readonly suspendableBody: SuspendableBody | null;
  /** True when the function takes the instance first (a method): such a function binds on attribute access. */
  readonly isMethod: boolean;
  readonly documentation: string | null;

  constructor(options: {
    name: string;
    signature: Signature;
    body?: NativeBody;
    suspendableBody?: SuspendableBody;
    isMethod?: boolean;
    documentation?: string;
  }) {
    super();
    this.name = options.name;
    this.signature = options.signature;
    this.body = options.body ?? null;
    this.suspendableBody = options.suspendableBody ?? null;
    this.isMethod = options.isMethod ?? false;
    this.documentation = options.documentation ?? null;
  }
}

/**
 * Defines a library function from a Python signature:
 * `native('eye(N, M=None, k=0, dtype=float)', ([rows, columns], py) => …)`.
 * Defaults are Python literals, or names of built-in types, or any dotted name (kept as text for documentation;
 * the body then receives `undefined`-free value {@link Signature.missing}).
 */
export function native(signature: string, body: NativeBody, documentation?: string): NativeFunction {
  const parsed = parseSignature(signature);
  return new NativeFunction({ name: parsed.name, signature: parsed, body, documentation });
}

/** Like {@link native}, for a body that may wait. */
export function suspendable(
  signature: string,
  body: SuspendableBody,
  documentation?: string,
): NativeFunction {
  const parsed = parseSignature(signature);
  return new NativeFunction({ name: parsed.name, signature: parsed, suspendableBody: body, documentation });
}

/** A method of a native class: the first parameter is the instance. */
export function method(signature: string, body: NativeBody, documentation?: string): NativeFunction {
  const parsed = parseSignature(signature);
  return new NativeFunction({ name: parsed.name, signature: parsed, body, isMethod: true, documentation });
}

/** Like {@link method}, for a body that may wait. */
export function suspendableMethod(
  signature: string,
  body: SuspendableBody,
  documentation?: string,
): NativeFunction {
  const parsed = parseSignature(signature);
  return new NativeFunction({
    name: parsed.name,
    signature: parsed,
    suspendableBody: body,
    isMethod: true,
    documentation,
  });
}

/** Turns functions into the entries of a class's or module's attribute map, by their names. */
export function named(...functions: NativeFunction[]): [string, Value][] {
  return functions.map(item => [item.name, item]);
}

/** A function together with the instance it was read from. */
export class BoundMethod extends PyObject {
  declare cls: PyClass;
  readonly self: Value;
  readonly func: Value;
  constructor(self: Value, func: Value) {
    super();
    this.self = self;
    this.func = func;
  }
}

export class PyProperty extends PyObject {
  declare cls: PyClass;
  readonly getter: Value;
  readonly setter: Value;
  readonly deleter: Value;
  constructor(getter: Value, setter: Value = null, deleter: Value = null) {
    super();
    this.getter = getter;
    this.setter = setter;
    this.deleter = deleter;
  }
}

/** A property of a native class. */
export function property(
  name: string,
  get: (self: Value, py: Interpreter) => Value,
  set?: (self: Value, value: Value, py: Interpreter) => void,
): [string, PyProperty] {
  const getter = method(`${name}(self)`, ([self], py) => get(self, py));
  const setter = set
    ? method(`${name}(self, value)`, ([self, value], py) => {
        set(self, value, py);
        return null;
      })
    : null;
  return [name, new PyProperty(getter, setter)];
}

export class StaticMethod extends PyObject {
  declare cls: PyClass;
  readonly func: Value;
  constructor(func: Value) {
    super();
    this.func = func;
  }
}

export class ClassMethod extends PyObject {
  declare cls: PyClass;
  readonly func: Value;
  constructor(func: Value) {
    super();
    this.func = func;
  }
}

/** An imported module, the user's or a library's. */
export class PyModule extends PyObject {
  declare cls: PyClass;
  readonly name: string;
  override attributes: AttributeMap;
  /** Asked for names that `attributes` lacks; undefined when the module has none such. */
  readonly lookup: ((name: string) => Value | undefined) | null;
  constructor(
    name: string,
    entries: Iterable<readonly [string, Value]>,
    lookup?: (name: string) => Value | undefined,
  ) {
    super();
    this.name = name;
    this.attributes = new AttributeMap(entries);
    this.lookup = lookup ?? null;
  }
}

/** What every iterator gives: the next value, or `undefined` at the end. Pending when it must wait. */
export type NextValue = () => Value | Pending | undefined;

/** A value that stands for any of an iterator's: for the first (0), or for one of which only that is known (null). */
export type TypicalValue = (turn: 0 | null | 'single') => Value;

/** How many iterators have been made so far. */
let nextIterator = 0;

export function iteratorsMade(): number {
  return nextIterator;
}

/**
 * An iterator implemented natively (list iterators, `zip`, `enumerate`, `map`, generators…). Where it stands cannot be
 * put back: the journal is only told that it moves.
 */
export class PyIterator extends PyObject implements Mutable {
  declare cls: PyClass;
  readonly next: NextValue;
  /** The number of iterators made before it. */
  readonly order = nextIterator++;
  /** Under analysis, where no value is known by itself: what stands for each of them. */
  readonly typical: TypicalValue | null;
  /** Between what the whole numbers of a range lie; null for what goes over anything else. */
  readonly bounds: Bounds | null;
  /** Under analysis: every value that comes, once each, where these are known and their order is not. */
  private readonly distinct: (() => readonly Value[]) | null;
  private readonly length: number | null;
  private given = 0;
  private isMoved = false;

  /** `length`: how many values it gives if nothing changes what it goes over; null where only trying can tell. */
  constructor(
    next: NextValue,
    length: number | null = null,
    typical: TypicalValue | null = null,
    bounds: Bounds | null = null,
    distinct: (() => readonly Value[]) | null = null,
  ) {
    super();
    this.bounds = bounds;
    this.distinct = distinct;
    this.length = length;
    this.typical = typical;
    this.next = isJournalled()
      ? () => {
          touch(this);
          this.given++;
          return next();
        }
      : next;
  }

  /** How many values are left, under analysis; null where only trying can tell. */
  get remaining(): number | null {
    return this.length === null || this.isMoved ? null : Math.max(0, this.length - this.given);
  }

  /** The values of an iterator that has given none yet, once each; null where they are not known. */
  takeDistinct(): readonly Value[] | null {
    if (this.distinct === null || this.isMoved || this.given > 0) return null;
    touch(this);
    this.isMoved = true;
    return this.distinct();
  }

  /** What stands for a value that is taken by itself: how many are left is not known from then on. */
  takeTypical(): Value {
    touch(this);
    this.isMoved = true;
    return this.typical!('single');
  }

  capture(): null {
    return null;
  }

  restore(): void {}

  join(): void {}
}
