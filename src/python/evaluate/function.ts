/** The user's functions: parameters and frames. */
import type { PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import { PythonError, RecursionError, raise, TypeError, UnboundLocalError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import { type Arguments, missingMessage } from '../operations/calls.ts';
import { refuseOther } from '../operations/olderKeywords.ts';
import { Pending, type Signal, type Suspendable, settle } from '../suspension.ts';
import type {
  Arguments as ArgumentsNode,
  AsyncFunctionDef,
  Expression,
  FunctionDef,
  Lambda,
  Statement,
} from '../syntax.ts';
import { functionClass } from '../types.ts';
import { AttributeMap, PyObject, PyTuple, type Value } from '../values.ts';
import { type Completion, type Execute, RETURN } from './code.ts';
import { PyAsyncGenerator, PyCoroutine } from './coroutines.ts';
import { type Cell, Frame, type SourceFile } from './frame.ts';
import { PyGenerator } from './generators.ts';
import { isStackOverflow } from './guard.ts';
import type { Scope } from './scopes.ts';
import { publicTitle, refuseUnread } from './unreadOptions.ts';

/** Where a parameter's value goes in the frame. */
interface ParameterPlace {
  readonly name: string;
  readonly slot: number;
  readonly cell: number;
}

/** The compiled, shareable part of a function. */
export interface FunctionCode {
  readonly name: string;
  readonly scope: Scope;
  readonly file: SourceFile;
  readonly node: FunctionDef | AsyncFunctionDef | Lambda;
  readonly parameters: {
    readonly positional: readonly ParameterPlace[];
    readonly positionalOnlyCount: number;
    readonly variadic: ParameterPlace | null;
    readonly keywordOnly: readonly ParameterPlace[];
    readonly keywords: ParameterPlace | null;
  };
  readonly body: Execute;
  /** Options that the body never reads and that must keep their defaults; null where there are none. */
  readonly unread: ReadonlySet<string> | null;
  readonly documentation: string | null;
}

/** Works out where each parameter lives. */
export function placeParameters(args: ArgumentsNode, scope: Scope): FunctionCode['parameters'] {
  const place = (name: string): ParameterPlace => {
    const location = scope.locate(name);
    return {
      name,
      slot: location.kind === 'slot' ? location.index : -1,
      cell: location.kind === 'cell' ? location.index : -1,
    };
  };
  return {
    positional: [...args.posonlyargs, ...args.args].map(arg => place(arg.arg)),
    positionalOnlyCount: args.posonlyargs.length,
    variadic: args.vararg ? place(args.vararg.arg) : null,
    keywordOnly: args.kwonlyargs.map(arg => place(arg.arg)),
    keywords: args.kwarg ? place(args.kwarg.arg) : null,
  };
}

/** What a library puts around the calls of a function of the script, as `tf.function` does. */
export interface Around {
  call(py: Interpreter, args: Arguments, run: () => Value | Pending): Value | Pending;
  /** Whether an exception at this node of the function's body never happens. */
  passesOver(error: PythonError, node: Expression | Statement): boolean;
}

/** A function defined in Python. */
export class PyFunction extends PyObject {
  declare cls: PyClass;
  readonly code: FunctionCode;
  readonly globals: AttributeMap;
  readonly closure: readonly Cell[];
  /** Values of the last positional parameters' defaults. */
  readonly defaults: readonly Value[];
  /** By name; only those that have one. */
  readonly keywordDefaults: ReadonlyMap<string, Value>;
  /** The class in whose body the function stands: where `super()` starts. */
  owner: PyClass | null;
  override attributes: AttributeMap = new AttributeMap();
  /** Evaluates the annotations when they are asked for; null where there are none. */
  annotate: (() => [string, Value][]) | null = null;
  around: Around | null = null;

  constructor(options: {
    code: FunctionCode;
    globals: AttributeMap;
    closure: readonly Cell[];
    defaults: readonly Value[];
    keywordDefaults: ReadonlyMap<string, Value>;
    owner: PyClass | null;
  }) {
    super();
    this.code = options.code;
    this.globals = options.globals;
    this.closure = options.closure;
    this.defaults = options.defaults;
    this.keywordDefaults = options.keywordDefaults;
    this.owner = options.owner;
    this.attributes.map.set('__name__', options.code.name);
    this.attributes.map.set('__qualname__', options.code.scope.name);
    this.attributes.map.set('__module__', options.globals.map.get('__name__') ?? null);
    this.attributes.map.set('__doc__', options.code.documentation);
  }

  /** Another function object that does the same. */
  copy(): PyFunction {
    const { code, globals, closure, defaults, keywordDefaults, owner } = this;
    const copy = new PyFunction({ code, globals, closure, defaults, keywordDefaults, owner });
    for (const [name, value] of this.attributes.map) copy.attributes.map.set(name, value);
    copy.annotate = this.annotate;
    return copy;
  }
}
PyFunction.prototype.cls = functionClass;

/** CPython's default limit; ours too, since each Python call takes several JavaScript frames. */
const RECURSION_LIMIT = 1000;

/** Deeper calls do not pause at their start: each call that waits takes JavaScript frames whenever it goes on. */
const PAUSING_DEPTH = 100;

/** Calls a Python function. */
export function callFunction(py: Interpreter, func: PyFunction, args: Arguments): Value | Pending {
  const { around } = func;
  return around === null
    ? runFunction(py, func, args)
    : around.call(py, args, () => runFunction(py, func, args));
}

function runFunction(py: Interpreter, func: PyFunction, args: Arguments): Value | Pending {
  py.policy.enter(func, py.frame);
  const frame = new Frame({
    py,
    scope: func.code.scope,
    file: func.code.file,
    globals: func.globals,
    names: null,
    freeCells: func.closure,
    caller: py.frame,
    func,
  });
  frame.calledBy = py.site;
  if (frame.depth > RECURSION_LIMIT) throw raise(RecursionError, 'maximum recursion depth exceeded');
  bindParameters(py, func, args, frame);
  const { isGenerator } = func.code.scope;
  if (func.code.node.kind === 'AsyncFunctionDef') {
    return isGenerator ? new PyAsyncGenerator(frame, func.code.body) : new PyCoroutine(frame, func.code.body);
  }
  if (isGenerator) return new PyGenerator(frame, func.code.body);
  const rest = frame.depth < PAUSING_DEPTH ? (py.policy.rest?.() ?? null) : null;
  return rest === null
    ? runFrame(py, frame, func.code.body)
    : new Pending(afterRest(rest, py, frame, func.code.body));
}

/** Recursions let others have their turn as loops do. */
function* afterRest(rest: Promise<void>, py: Interpreter, frame: Frame, body: Execute): Suspendable<Value> {
  yield { kind: 'wait', promise: rest, optional: true };
  return yield* settle(runFrame(py, frame, body));
}

/** Runs a function's body in its frame and gives what it returns. */
export function runFrame(py: Interpreter, frame: Frame, body: Execute): Value | Pending {
  const caller = py.frame;
  py.frame = frame;
  let completion: Completion | Pending<Completion>;
  try {
    completion = body(frame);
  } catch (error) {
    return returnedInstead(py, frame, error);
  } finally {
    py.frame = caller;
  }
  if (completion instanceof Pending) return new Pending(finishFrame(py, frame, completion));
  return frameResult(py, frame, completion);
}

function* finishFrame(py: Interpreter, frame: Frame, pending: Pending<Completion>): Suspendable<Value> {
  const rest = pending.rest;
  let input: { kind: 'next' | 'throw'; value: unknown } = { kind: 'next', value: undefined };
  for (;;) {
    // The frame is current only while its own code runs: others run while it waits.
    const caller = py.frame;
    py.frame = frame;
    let step: IteratorResult<Signal, Completion>;
    try {
      step = input.kind === 'next' ? rest.next(input.value) : rest.throw(input.value);
    } catch (error) {
      return returnedInstead(py, frame, error);
    } finally {
      py.frame = caller;
    }
    if (step.done) return frameResult(py, frame, step.value);
    try {
      input = { kind: 'next', value: yield step.value };
    } catch (error) {
      input = { kind: 'throw', value: error };
    }
  }
}

function frameResult(py: Interpreter, frame: Frame, completion: Completion): Value {
  const result = completion === RETURN ? frame.returnValue : null;
  if (frame.possibleReturns === null) return result;
  return frame.possibleReturns.reduce((joined, value) => py.policy.join(joined, value), result);
}

/**
 * An exception at the end of a function that may have returned before is not certain: analysis goes on with what it may
 * have returned. Otherwise the exception leaves the frame.
 */
function returnedInstead(py: Interpreter, frame: Frame, error: unknown): Value {
  if (frame.possibleReturns !== null && error instanceof PythonError) {
    return frame.possibleReturns.reduce((joined, value) => py.policy.join(joined, value));
  }
  throw leaveByError(error, frame);
}

/** Adds the frame to the traceback of an exception that leaves it. */
export function leaveByError(error: unknown, frame: Frame): unknown {
  if (isStackOverflow(error)) {
    return leaveByError(raise(RecursionError, 'maximum recursion depth exceeded'), frame);
  }
  if (error instanceof PythonError) noteFrame(error, frame);
  return error;
}

/** Adds the frame to the traceback of an exception, unless that ends with it and was only passed on. */
export function noteFrame(error: PythonError, frame: Frame): void {
  const place = error.place ?? frame.statement;
  error.place = null;
  if (error.noted === frame) return;
  error.noted = frame;
  const span = place?.span ?? null;
  error.traceback.push({
    path: frame.file.path,
    line: span?.start.line ?? 0,
    functionName: frame.title,
    span,
    place,
  });
}

// --- parameters --------------------------------------------------------------------------------------------------

function store(frame: Frame, place: ParameterPlace, value: Value): void {
  if (place.slot >= 0) frame.slots[place.slot] = value;
  else frame.cells[place.cell].value = value;
}

function bindParameters(py: Interpreter, func: PyFunction, args: Arguments, frame: Frame): void {
  const { positional, variadic, keywordOnly, keywords } = func.code.parameters;
  const given = args.positional;
  const count = Math.min(given.length, positional.length);
  for (let index = 0; index < count; index++) store(frame, positional[index], given[index]);
  if (positional.length > 0 && given.length > 0) frame.firstArgument = given[0];
  if (variadic) store(frame, variadic, new PyTuple(given.slice(count)));
  else if (given.length > positional.length) {
    refuseOtherOf(py, func, null);
    throw tooManyArguments(func, given.length, args.keywords, frame);
  }
  const named = args.keywords !== null && args.keywords.size > 0;
  if (named || keywords) {
    const rest = new PyDict();
    if (named) bindNamed(py, func, args.keywords!, count, frame, rest);
    if (keywords) store(frame, keywords, rest);
  }
  if (count < positional.length || keywordOnly.length > 0) fillDefaults(func, count, frame);
  if (func.code.unread !== null) refuseUnread(func, unreadValues(func.code, frame), frame);
}

function bindNamed(
  py: Interpreter,
  func: PyFunction,
  named: PyDict,
  count: number,
  frame: Frame,
  rest: PyDict,
): void {
  const { positional, positionalOnlyCount, keywordOnly, keywords } = func.code.parameters;
  for (const [key, value] of named.entries()) {
    const name = key as string;
    const index = positional.findIndex((item, at) => item.name === name && at >= positionalOnlyCount);
    if (index >= 0 && index < count) {
      throw raise(TypeError, `${displayName(func, frame)}() got multiple values for argument '${name}'`);
    }
    const place = index >= 0 ? positional[index] : keywordOnly.find(item => item.name === name);
    if (!place && !keywords && positional.some(item => item.name === name)) {
      throw positionalOnly(func, named, frame);
    }
    if (place) store(frame, place, value);
    else if (keywords) rest.set(name, value, py.keyRules);
    else {
      refuseOtherOf(py, func, name);
      throw raise(TypeError, `${displayName(func, frame)}() got an unexpected keyword argument '${name}'`, {
        code: 'unknown-argument',
        blame: { kind: 'keyword', name },
      });
    }
    if (index === 0) frame.firstArgument = value;
  }
}

/** Only a library's functions have versions. */
function refuseOtherOf(py: Interpreter, func: PyFunction, keyword: string | null): void {
  if (!func.code.file.isLibrary) return;
  refuseOther(py, String(func.globals.get('__name__')), func.code.scope.name, keyword);
}

function positionalOnly(func: PyFunction, named: PyDict, frame: Frame): PythonError {
  const { positional, positionalOnlyCount } = func.code.parameters;
  const passed = positional
    .slice(0, positionalOnlyCount)
    .filter(({ name }) => named.getString(name) !== undefined)
    .map(({ name }) => name);
  const text = `${displayName(func, frame)}() got some positional-only arguments passed as keyword arguments: '${passed.join(', ')}'`;
  return raise(TypeError, text);
}

function isBound(frame: Frame, place: ParameterPlace): boolean {
  return (place.slot >= 0 ? frame.slots[place.slot] : frame.cells[place.cell].value) !== undefined;
}

function fillDefaults(func: PyFunction, count: number, frame: Frame): void {
  const { positional, keywordOnly } = func.code.parameters;
  const firstDefault = positional.length - func.defaults.length;
  const missing: string[] = [];
  for (let index = count; index < positional.length; index++) {
    if (isBound(frame, positional[index])) continue;
    if (index >= firstDefault) store(frame, positional[index], func.defaults[index - firstDefault]);
    else missing.push(positional[index].name);
  }
  if (missing.length > 0)
    throw raise(TypeError, missingMessage(displayName(func, frame), 'positional', missing));
  for (const place of keywordOnly) {
    if (isBound(frame, place)) continue;
    const value = func.keywordDefaults.get(place.name);
    if (value === undefined) missing.push(place.name);
    else store(frame, place, value);
  }
  if (missing.length > 0)
    throw raise(TypeError, missingMessage(displayName(func, frame), 'keyword-only', missing));
}

/** What the options hold that the body never reads. */
function unreadValues({ parameters, unread }: FunctionCode, frame: Frame): Map<string, Value> {
  const { positional, variadic, keywordOnly, keywords } = parameters;
  const values = new Map<string, Value>();
  for (const place of [...positional, variadic, ...keywordOnly, keywords]) {
    if (place === null || !unread!.has(place.name)) continue;
    const value = frame.slots[place.slot];
    if (value !== undefined) values.set(place.name, value);
  }
  return values;
}

function displayName(func: PyFunction, frame: Frame): string {
  return publicTitle(func, frame.firstArgument);
}

function tooManyArguments(func: PyFunction, given: number, named: PyDict | null, frame: Frame): PythonError {
  const { positional, keywordOnly } = func.code.parameters;
  const required = positional.length - func.defaults.length;
  const takes =
    func.defaults.length > 0 ? `from ${required} to ${positional.length}` : `${positional.length}`;
  const plural = positional.length === 1 && func.defaults.length === 0 ? '' : 's';
  const byName = keywordOnly.filter(({ name }) => named?.getString(name) !== undefined).length;
  const ending = (count: number) => (count === 1 ? '' : 's');
  const passed =
    byName === 0
      ? `${given}`
      : `${given} positional argument${ending(given)} (and ${byName} keyword-only argument${ending(byName)})`;
  const were = given === 1 && byName === 0 ? 'was' : 'were';
  return raise(
    TypeError,
    `${displayName(func, frame)}() takes ${takes} positional argument${plural} but ${passed} ${were} given`,
  );
}

/** The error for reading a local variable before it is bound. */
export function unboundLocal(name: string): PythonError {
  return raise(
    UnboundLocalError,
    `cannot access local variable '${name}' where it is not associated with a value`,
  );
}
