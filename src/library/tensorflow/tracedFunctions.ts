/**
 * `tf.function`: what a script's function does to Python's own objects happens once for each signature, when TensorFlow
 * traces it. Later calls with the same signature compute the same again and leave Python as it was.
 */
import { tensorsMade } from '../../graph/tensor.ts';
import { mutedKey } from '../../python/builtins/streams.ts';
import { PyDict, PySet } from '../../python/collections.ts';
import type { PythonError } from '../../python/errors.ts';
import { Cell } from '../../python/evaluate/frame.ts';
import { type Around, PyFunction } from '../../python/evaluate/function.ts';
import { native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { Arguments } from '../../python/operations/calls.ts';
import { Pending, type Suspendable } from '../../python/suspension.ts';
import { type Expression, type Statement, walk } from '../../python/syntax.ts';
import {
  AttributeMap,
  type Mutable,
  PyFloat,
  PyList,
  PyObject,
  PyTuple,
  setJournal,
  touch,
  Unknown,
  type Value,
} from '../../python/values.ts';
import { invalidArgumentErrorClass } from '../keras/errors/tensorflowErrors.ts';
import { TensorObject } from '../keras/tensors/tensorObject.ts';
import { currentTrace, eagerFunctionsKey, tracedCallKey } from '../keras/trace.ts';
import { NdArray } from '../numpy/ndarray.ts';
import { makingVariables } from './tracedVariables.ts';

/** Whether a call traces; `maybe` where analysis cannot tell whether one before it had the same signature. */
type Tracing = 'traces' | 'repeats' | 'maybe';

/** Plain attributes and globals that a trace changed, as they were: the graph holds what it read of them. */
type PlainValues = readonly (readonly [AttributeMap, string, Value])[];

interface Traced {
  readonly traces: ReadonlyMap<string, PlainValues>;
  readonly owners: ReadonlySet<Value>;
}

/** The traces of one `tf.function`, by signature. */
class TracedFunction implements Around, Mutable {
  private traces: ReadonlyMap<string, PlainValues> = new Map();
  /** The objects whose method was traced; null for a function of no class. */
  private owners: ReadonlySet<Value> = new Set();
  /** Objects that signatures name by their places here. */
  private readonly identities: PyObject[] = [];
  private readonly func: PyFunction;
  private readonly hasSignature: boolean;

  constructor(func: PyFunction, hasSignature: boolean) {
    this.func = func;
    this.hasSignature = hasSignature;
  }

  get count(): number {
    return this.traces.size;
  }

  call(py: Interpreter, args: Arguments, run: () => Value | Pending): Value | Pending {
    if (py.state(eagerFunctionsKey).current) return run();
    const signature = this.signatureOf(args);
    const known = signature === null ? undefined : this.traces.get(signature);
    const tracing: Tracing = known !== undefined ? 'repeats' : signature === null ? 'maybe' : 'traces';
    const before = new Map<Mutable, unknown>();
    const now = tracing === 'repeats' ? asTraced(known!) : [];
    const call = py.state(tracedCallKey);
    const outer = call.current;
    call.current ??= {
      first: tensorsMade(),
      given: new Set([...args.positional, ...(args.keywords?.values() ?? [])]),
    };
    const finish = (result: Value): Value => {
      call.current = outer;
      if (tracing === 'traces') this.keep(signature!, plainChanges(before));
      else leavePython(py, before, result, tracing);
      setPlain(now);
      return result;
    };
    const undo = () => {
      call.current = outer;
      setPlain(now);
    };
    const traced = () => new Observed(py, before, tracing === 'repeats').run(run, finish, undo);
    // Where it is not known whether a call traces, nothing is known of what it may make.
    if (tracing !== 'traces') return traced();
    const isLater = this.isTracedFor(args);
    return makingVariables(py, run, traced, isLater);
  }

  /** Whether a function, of a method that of the same object, has been traced before: TensorFlow keeps one for each. */
  private isTracedFor({ positional }: Arguments): boolean {
    const owner = this.func.owner === null ? null : (positional[0] ?? null);
    const known = this.owners.has(owner);
    if (!known) {
      touch(this);
      this.owners = new Set([...this.owners, owner]);
    }
    return known;
  }

  /** TensorFlow runs no operation whose result nobody uses: of an index that does not exist it never hears. */
  passesOver(error: PythonError, node: Expression | Statement): boolean {
    const { cls, attributes } = error.exception;
    const args = attributes?.get('args');
    const text = args instanceof PyTuple ? String(args.items[0]) : '';
    const isOfIndex =
      cls === invalidArgumentErrorClass && text.includes('] = ') && text.includes(' is not in [');
    const { node: definition } = this.func.code;
    if (!isOfIndex || definition.kind === 'Lambda') return false;
    let isUnused = false;
    walk(definition, below => {
      if (below.kind === 'Expr' && below.value === node) isUnused = true;
    });
    return isUnused;
  }

  private keep(signature: string, changed: PlainValues): void {
    touch(this);
    this.traces = new Map([...this.traces, [signature, changed]]);
  }

  /** Null where analysis does not know it. */
  private signatureOf({ positional, keywords }: Arguments): string | null {
    const { code, defaults, keywordDefaults } = this.func;
    const places = code.parameters.positional;
    const given = new Map<string, Value>(keywordDefaults);
    for (const [index, value] of defaults.entries())
      given.set(places[places.length - defaults.length + index].name, value);
    for (const [index, value] of positional.entries()) given.set(places[index]?.name ?? String(index), value);
    for (const [name, value] of keywords?.entries() ?? []) given.set(String(name), value);
    const names = [...given.keys()].sort();
    return this.describeAll(names.flatMap(name => [name, given.get(name) ?? null]));
  }

  private describe(value: Value): string | null {
    if (value instanceof Unknown) return null;
    if (value instanceof TensorObject) return this.describeTensor(value.tensor.dtype, value.shape);
    if (value instanceof NdArray) return this.describeTensor(value.dtype, value.shape);
    if (value instanceof PyFloat) return `float ${value.value}`;
    if (!(value instanceof PyObject)) return `${typeof value} ${String(value)}`;
    if (value instanceof PyList || value instanceof PyTuple) return this.describeAll(value.items);
    if (value instanceof PyDict) {
      const entries = [...value.entries()].flat();
      return this.describeAll(entries);
    }
    let place = this.identities.indexOf(value);
    if (place < 0) place = this.identities.push(value) - 1;
    return `object ${place}`;
  }

  private describeAll(values: readonly Value[]): string | null {
    const parts = values.map(value => this.describe(value));
    return parts.includes(null) ? null : `[${parts.join(', ')}]`;
  }

  private describeTensor(dtype: string, shape: readonly (number | null)[]): string | null {
    if (this.hasSignature) return 'tensor';
    return shape.includes(null) ? null : `${dtype} [${shape.join(', ')}]`;
  }

  capture(): Traced {
    return { traces: this.traces, owners: this.owners };
  }

  restore(state: unknown): void {
    Object.assign(this, state as Traced);
  }

  join(state: unknown): void {
    // What only one of two branches has traced may be traced again: it counts as not traced.
    const { traces, owners } = state as Traced;
    this.traces = new Map([...this.traces].filter(([signature]) => traces.has(signature)));
    this.owners = new Set([...this.owners].filter(owner => owners.has(owner)));
  }
}

/** Runs a body and notes which of Python's own objects the script's code changes in it. */
class Observed {
  private readonly py: Interpreter;
  private readonly before: Map<Mutable, unknown>;
  private readonly muted: boolean;

  constructor(py: Interpreter, before: Map<Mutable, unknown>, muted: boolean) {
    this.py = py;
    this.before = before;
    this.muted = muted;
  }

  run(body: () => Value | Pending, finish: (result: Value) => Value, undo: () => void): Value | Pending {
    let result: Value | Pending;
    try {
      result = this.watch(body);
    } catch (error) {
      undo();
      throw error;
    }
    return result instanceof Pending ? new Pending(this.rest(result, finish, undo)) : finish(result);
  }

  private *rest({ rest }: Pending, finish: (result: Value) => Value, undo: () => void): Suspendable<Value> {
    try {
      let step = this.watch(() => rest.next());
      while (!step.done) {
        let answer: () => ReturnType<typeof rest.next>;
        try {
          const value = yield step.value;
          answer = () => rest.next(value);
        } catch (error) {
          answer = () => rest.throw(error);
        }
        step = this.watch(answer);
      }
      return finish(step.value);
    } catch (error) {
      undo();
      throw error;
    }
  }

  private watch<Result>(body: () => Result): Result {
    const muted = this.py.state(mutedKey);
    const outer = setJournal(object => {
      outer?.(object);
      if (this.before.has(object) || !isPythons(object) || this.py.frame?.file.isScript === false) return;
      // What `tf.py_function` calls runs every time.
      if (currentTrace(this.py).eagerly) return;
      this.before.set(object, object.capture());
    });
    if (this.muted) muted.depth++;
    try {
      return body();
    } finally {
      if (this.muted) muted.depth--;
      setJournal(outer);
    }
  }
}

/** Variables, metrics and random streams belong to the graph, and change with every call. */
function isPythons(object: Mutable): boolean {
  return (
    object instanceof PyList ||
    object instanceof PyDict ||
    object instanceof PySet ||
    object instanceof AttributeMap ||
    object instanceof Cell
  );
}

/** Sets back what a call changed that did not trace. What it returns is its own. */
function leavePython(
  py: Interpreter,
  before: ReadonlyMap<Mutable, unknown>,
  result: Value,
  tracing: Tracing,
): void {
  const returned = new Set<unknown>();
  gather(result, returned);
  for (const [object, state] of before) {
    if (returned.has(object)) continue;
    touch(object);
    if (tracing === 'maybe') object.join(state, (a, b) => py.policy.join(a, b));
    else object.restore(state);
  }
}

/** A value and all that it holds. */
function gather(value: Value, into: Set<unknown>): void {
  if (!(value instanceof PyObject) || into.has(value)) return;
  into.add(value);
  if (value instanceof PyList || value instanceof PyTuple) for (const item of value.items) gather(item, into);
  if (value instanceof PyDict) for (const [, item] of value.entries()) gather(item, into);
  if (value.attributes !== null) into.add(value.attributes);
}

function isPlain(value: Value | undefined): value is Value {
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string';
}

function plainChanges(before: ReadonlyMap<Mutable, unknown>): PlainValues {
  return [...before].flatMap(([object, state]) => {
    if (!(object instanceof AttributeMap)) return [];
    return [...(state as ReadonlyMap<string, Value>)]
      .filter(([name, value]) => isPlain(value) && isPlain(object.get(name)) && object.get(name) !== value)
      .map(([name, value]) => [object, name, value] as const);
  });
}

/** Gives attributes the values that a trace read, and returns the ones they have now. */
function asTraced(traced: PlainValues): PlainValues {
  const now = traced.flatMap(([map, name]) => {
    const value = map.get(name);
    return value === undefined ? [] : [[map, name, value] as const];
  });
  setPlain(traced);
  return now;
}

function setPlain(values: PlainValues): void {
  for (const [map, name, value] of values) map.set(name, value);
}

/** The function that `tf.function` makes of one; of anything else the thing itself. */
export function tracedOnce(py: Interpreter, inner: Value, hasSignature: boolean): Value {
  if (!(inner instanceof PyFunction) || inner.around !== null) return inner;
  const made = inner.copy();
  const around = new TracedFunction(inner, hasSignature);
  made.around = around;
  const { map } = made.attributes;
  map.set('python_function', inner);
  map.set(
    'experimental_get_tracing_count',
    native('experimental_get_tracing_count()', () => around.count),
  );
  if (py.running)
    map.set(
      'get_concrete_function',
      native('get_concrete_function(*args, **kwargs)', () => made),
    );
  else {
    // Signatures and concrete functions are not modelled.
    for (const name of polymorphicAttributes)
      map.set(name, new Unknown(`${name} of a tf.function is not modelled`));
  }
  return made;
}

const polymorphicAttributes = [
  'get_concrete_function',
  'pretty_printed_concrete_signatures',
  'experimental_get_compiler_ir',
  'function_spec',
  'input_signature',
];

export const tensorflowFunction = native(
  'function(func=None, input_signature=None, *args, **kwargs)',
  ([callee, signature], py) => {
    const hasSignature = signature !== null;
    return callee === null
      ? native('decorator(func)', ([inner]) => tracedOnce(py, inner, hasSignature))
      : tracedOnce(py, callee, hasSignature);
  },
);

/** `tensorflow.config.run_functions_eagerly` and its question. */
export const eagerFunctions = [
  native('run_functions_eagerly(run_eagerly)', ([eagerly], py) => {
    py.state(eagerFunctionsKey).current = py.truth(eagerly);
    return null;
  }),
  native('functions_run_eagerly()', (_none, py) => py.state(eagerFunctionsKey).current),
].map(made => [made.name, made] as const);
