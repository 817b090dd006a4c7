/** Calling Python values: argument binding with CPython's messages, functions, classes, bound methods, `__call__`. */
import { PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import { PythonError, raise, TypeError } from '../errors.ts';
import type { SourceFile } from '../evaluate/frame.ts';
import { callFunction, PyFunction } from '../evaluate/function.ts';
import { BoundMethod, ClassMethod, type NativeBody, NativeFunction, StaticMethod } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { message } from '../message.ts';
import type { Parameter, Signature } from '../signature.ts';
import { Pending, type Signal, type Suspendable, settle } from '../suspension.ts';
import type { Call, Span } from '../syntax.ts';
import { classOf, objectClass, typeClass } from '../types.ts';
import { NotKnown, PyObject, PyTuple, Unknown, type Value } from '../values.ts';
import { unexpectedKeyword, wrongCount } from './argumentCounts.ts';
import { missingDetail, presentKeyword, refuseOther, tooManyError } from './olderKeywords.ts';

/** The arguments of a call as passed. */
export interface Arguments {
  readonly positional: readonly Value[];
  /** String keys in the order written; null when there are none. */
  readonly keywords: PyDict | null;
}

/** Where a call stands in the source: lets an error point at one argument. */
export class CallSite {
  readonly node: Call;
  readonly file: SourceFile;
  /** The signature being bound, set when the callee is known; `self` is not counted among the arguments. */
  signature: Signature | null = null;
  /** Parameters that what is called knows by another name than the library's code behind it. */
  private otherNames: Map<string, string> | null = null;

  constructor(node: Call, file: SourceFile) {
    this.node = node;
    this.file = file;
  }

  /** The file's text. */
  get source(): string {
    return this.file.text;
  }

  /** The path of the file. */
  get path(): string {
    return this.file.path;
  }

  /** Makes `name` mean what the call passes for the parameter `written`. */
  standsFor(name: string, written: string): void {
    this.otherNames ??= new Map();
    this.otherNames.set(name, written);
  }

  /** The expression passed for a parameter, or null (default, `*args`, `**kwargs`). */
  argument(parameter: string, signature = this.signature): Call['args'][number] | null {
    const name = this.otherNames?.get(parameter) ?? parameter;
    const keyword = this.node.keywords.find(item => item.arg === name);
    if (keyword) return keyword.value;
    if (signature === null || this.node.args.some(item => item.kind === 'Starred')) return null;
    const parameters = signature.parameters.filter(item => item.name !== 'self' && item.name !== 'cls');
    const index = parameters.findIndex(item => item.name === name);
    if (index < 0 || parameters[index].kind === 'keywordOnly') return null;
    return this.node.args[index] ?? null;
  }

  /**
   * Where an argument stands; null where the call does not stand in the script itself.
   * @param signature of what was called, where it is asked for later: the same call calls other things too
   */
  argumentSpan(name: string, signature = this.signature): Span | null {
    return this.file.isScript ? (this.argument(name, signature)?.span ?? null) : null;
  }

  /** The source text of the expression passed for a parameter. */
  argumentText(name: string): string | null {
    const span = this.argument(name)?.span ?? null;
    return span === null ? null : this.source.slice(span.start.offset, span.end.offset);
  }

  /** The place of a keyword's name: `activaton` in `activaton='relu'`. */
  keywordSpan(name: string): Span | null {
    const keyword = this.node.keywords.find(item => item.arg === name);
    if (!keyword || !this.file.isScript) return null;
    const start = keyword.span.start;
    const end = { line: start.line, column: start.column + name.length, offset: start.offset + name.length };
    return { start, end };
  }
}

/** Calls any Python value. */
export function callValue(py: Interpreter, callee: Value, args: Arguments): Value | Pending {
  if (callee instanceof NativeFunction) return callNative(py, callee, args, undefined);
  if (callee instanceof PyFunction) return callFunction(py, callee, args);
  if (callee instanceof BoundMethod) return callBound(py, callee, args);
  if (callee instanceof PyClass) return instantiate(py, callee, args);
  if (callee instanceof StaticMethod) return callValue(py, callee.func, args);
  if (callee instanceof Unknown) return py.policy.callUnknown(callee, args);
  const method = classOf(callee).lookup('__call__');
  if (method === undefined || method === null || method instanceof ClassMethod) {
    throw raise(TypeError, `'${classOf(callee).errorName}' object is not callable`);
  }
  return callWithSelf(py, method, callee, args);
}

function callBound(py: Interpreter, bound: BoundMethod, args: Arguments): Value | Pending {
  return callWithSelf(py, bound.func, bound.self, args);
}

/** Calls a function found on a class with its instance put first. */
export function callWithSelf(py: Interpreter, func: Value, self: Value, args: Arguments): Value | Pending {
  if (func instanceof NativeFunction) return callNative(py, func, args, self);
  if (func instanceof StaticMethod) return callValue(py, func.func, args);
  if (func instanceof ClassMethod) return callWithSelf(py, func.func, classOf(self), args);
  if (!(func instanceof PyFunction) && !(func instanceof PyClass)) return callValue(py, func, args);
  if (func instanceof PyClass) return callValue(py, func, args);
  return callFunction(py, func, { positional: [self, ...args.positional], keywords: args.keywords });
}

function callNative(
  py: Interpreter,
  func: NativeFunction,
  args: Arguments,
  self: Value | undefined,
): Value | Pending {
  py.policy.step();
  // Natives that this one calls share the site; the arguments in the text are the outer one's.
  if (py.site !== null) py.site.signature ??= func.signature;
  const bound = bindArguments(py, func.signature, args, self);
  if (func.body !== null) return py.running ? func.body(bound, py) : callCarefully(func.body, bound, py);
  return startNow(func.suspendableBody!(bound, py));
}

/**
 * Calls a library function under analysis. A complaint about the type of an argument says nothing where an argument is
 * unknown: unknown must never cause an error, whatever a single function does with it.
 */
function callCarefully(body: NativeBody, bound: readonly Value[], py: Interpreter): Value {
  try {
    return body(bound, py);
  } catch (error) {
    if (!(error instanceof PythonError) || error.detail.code !== undefined) throw error;
    if (!error.exception.cls.isSubclassOf(TypeError)) throw error;
    const unknown = bound.find(value => value instanceof Unknown);
    throw unknown instanceof Unknown ? new NotKnown(unknown.reason) : error;
  }
}

/** Runs a native generator until it really waits, so that functions which need not wait return at once. */
export function startNow<T>(computation: Suspendable<T>): T | Pending<T> {
  const step = computation.next();
  return step.done ? step.value : new Pending(resumeFrom(computation, step.value));
}

function* resumeFrom<T>(computation: Suspendable<T>, first: Signal): Suspendable<T> {
  let signal = first;
  for (;;) {
    let step: IteratorResult<Signal, T>;
    try {
      const answer: unknown = yield signal;
      step = computation.next(answer);
    } catch (error) {
      step = computation.throw(error);
    }
    if (step.done) return step.value;
    signal = step.value;
  }
}

/** `cls(...)`: `__new__`, then `__init__`. */
export function instantiate(py: Interpreter, cls: PyClass, args: Arguments): Value | Pending {
  const metaCall = cls.cls === typeClass ? undefined : cls.cls.lookup('__call__');
  if (
    metaCall instanceof PyFunction ||
    (metaCall instanceof NativeFunction && metaCall !== typeClass.lookup('__call__'))
  ) {
    return callWithSelf(py, metaCall, cls, args);
  }
  return construct(py, cls, args);
}

/** `type.__call__`: allocation and initialisation without asking the metaclass. */
export function construct(py: Interpreter, cls: PyClass, args: Arguments): Value | Pending {
  const site = py.site;
  const make = cls.lookup('__new__');
  const plain = make === undefined || make === objectClass.attributes.get('__new__');
  const made = plain
    ? cls.allocate()
    : callValue(py, make instanceof StaticMethod ? make.func : make, {
        positional: [cls, ...args.positional],
        keywords: args.keywords,
      });
  if (made instanceof Pending) return new Pending(finishConstruction(py, cls, args, made));
  // Allocation may have called other things; the constructor's errors belong to this call.
  py.site = site;
  return initialise(py, cls, args, made, !plain);
}

function* finishConstruction(
  py: Interpreter,
  cls: PyClass,
  args: Arguments,
  made: Pending,
): Suspendable<Value> {
  const object = yield* made.rest;
  return yield* settle(initialise(py, cls, args, object, true));
}

function initialise(
  py: Interpreter,
  cls: PyClass,
  args: Arguments,
  object: Value,
  hasNew: boolean,
): Value | Pending {
  if (object instanceof Unknown || !classOf(object).mro.includes(cls)) return object;
  const init = classOf(object).lookup('__init__');
  if (init === undefined || init === objectClass.attributes.get('__init__')) {
    if (!hasNew && (args.positional.length > 0 || (args.keywords?.size ?? 0) > 0)) {
      throw raise(TypeError, `${cls.name}() takes no arguments`);
    }
    return object;
  }
  if (cls.userDefined && object instanceof PyObject) object.noteArguments(args);
  const result = callWithSelf(py, init, object, args);
  if (result instanceof Pending) return new Pending(returnAfter(result, object));
  return object;
}

function* returnAfter(result: Pending, object: Value): Suspendable<Value> {
  yield* result.rest;
  return object;
}

/** Distributes arguments over a native signature; raises TypeError in CPython's words. */
export function bindArguments(
  py: Interpreter,
  signature: Signature,
  args: Arguments,
  self: Value | undefined | null,
): Value[] {
  const parameters = signature.parameters;
  const bound: Value[] = new Array(parameters.length);
  let given = 0;
  let next = 0;
  if (self !== undefined && self !== null) bound[next++] = self;
  const positional = args.positional;
  let extra: Value[] | null = null;
  for (; given < positional.length; given++) {
    const parameter = parameters[next];
    if (parameter === undefined || parameter.kind === 'keywordOnly' || parameter.kind === 'keywords') {
      throw (
        tooManyError(signature, positional, py) ??
        wrongCount(signature, positional.length, self) ??
        tooMany(signature, positional.length + (self === undefined || self === null ? 0 : 1))
      );
    }
    if (parameter.kind === 'variadic') {
      extra = positional.slice(given);
      break;
    }
    bound[next++] = positional[given];
  }
  const rest =
    args.keywords !== null && args.keywords.size > 0
      ? bindKeywords(py, signature, args.keywords, bound)
      : null;
  for (let index = 0; index < parameters.length; index++) {
    if (bound[index] !== undefined) continue;
    const parameter = parameters[index];
    if (parameter.kind === 'variadic') bound[index] = new PyTuple(extra ?? []);
    else if (parameter.kind === 'keywords') bound[index] = rest ?? new PyDict();
    else if (parameter.default !== undefined) bound[index] = parameter.default;
    else throw wrongCount(signature, positional.length, self) ?? missingArguments(py, signature, bound, rest);
  }
  return bound;
}

function bindKeywords(
  py: Interpreter,
  signature: Signature,
  keywords: PyDict,
  bound: Value[],
): PyDict | null {
  const parameters = signature.parameters;
  const takesRest = parameters.some(parameter => parameter.kind === 'keywords');
  let rest: PyDict | null = null;
  for (const [key, value] of keywords.entries()) {
    const name = key as string;
    let index = parameters.findIndex(item => item.name === name && isNamed(item));
    if (index < 0) {
      const present = presentKeyword(signature, name, py);
      if (present !== name) index = parameters.findIndex(item => item.name === present && isNamed(item));
    }
    if (index >= 0) {
      if (bound[index] !== undefined) {
        if (parameters[index].name !== name && !py.running)
          throw new NotKnown(`what else \`${signature.name}\` took before \`${name}\` is not modelled`);
        throw raise(TypeError, `${signature.name}() got multiple values for argument '${name}'`);
      }
      bound[index] = value;
    } else if (takesRest) {
      rest ??= new PyDict();
      rest.set(name, value, py.keyRules);
    } else {
      refuseOther(py, '', signature.name, name);
      throw raise(TypeError, unexpectedKeyword(signature, name), {
        code: 'unknown-argument',
        blame: { kind: 'keyword', name },
      });
    }
  }
  return rest;
}

function isNamed(parameter: Parameter): boolean {
  return parameter.kind === 'ordinary' || parameter.kind === 'keywordOnly';
}

function tooMany(signature: Signature, given: number) {
  const accepted = signature.parameters.filter(
    item => item.kind === 'ordinary' || item.kind === 'positionalOnly',
  );
  const required = accepted.filter(item => item.default === undefined).length;
  const count = required === accepted.length ? `${required}` : `from ${required} to ${accepted.length}`;
  const plural = accepted.length === 1 ? '' : 's';
  return raise(
    TypeError,
    `${signature.name}() takes ${count} positional argument${plural} but ${given} ${given === 1 ? 'was' : 'were'} given`,
  );
}

function missingArguments(
  py: Interpreter,
  signature: Signature,
  bound: readonly Value[],
  rest: PyDict | null,
) {
  const missing = signature.parameters.filter(
    (item, index) =>
      bound[index] === undefined &&
      item.default === undefined &&
      item.kind !== 'variadic' &&
      item.kind !== 'keywords',
  );
  const kind = missing.every(item => item.kind === 'keywordOnly') ? 'keyword-only' : 'positional';
  const shown = missing.filter(item => (item.kind === 'keywordOnly') === (kind === 'keyword-only'));
  const names = shown.map(item => item.name);
  const detail = missingDetail(signature, names, [...(rest?.keys() ?? [])].map(String), py);
  return raise(
    TypeError,
    detail?.words ?? missingMessage(signature.name, kind, names),
    detail ?? {
      explanation: message(
        '`{0}` needs {1}, and the call does not pass it.',
        signature.name.replace(/\.__init__$/, ''),
        names.map(name => `\`${name}\``).join(', '),
      ),
    },
  );
}

/** "f() missing 2 required positional arguments: 'a' and 'b'". */
export function missingMessage(name: string, kind: string, missing: readonly string[]): string {
  const quoted = missing.map(item => `'${item}'`);
  const last = quoted.length > 2 ? `, and ${quoted[quoted.length - 1]}` : ` and ${quoted[quoted.length - 1]}`;
  const list = quoted.length === 1 ? quoted[0] : quoted.slice(0, -1).join(', ') + last;
  return `${name}() missing ${missing.length} required ${kind} argument${missing.length === 1 ? '' : 's'}: ${list}`;
}
