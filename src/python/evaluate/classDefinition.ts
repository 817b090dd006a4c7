/** Compiles class definitions. */
import { InconsistentBases, PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import { raise, TypeError } from '../errors.ts';
import { ClassMethod, NativeFunction } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { callValue, callWithSelf, startNow } from '../operations/calls.ts';
import { type Suspendable, settle } from '../suspension.ts';
import type { ClassDef, Expression } from '../syntax.ts';
import { classOf, objectClass, typeClass } from '../types.ts';
import { AttributeMap, PyObject, PyTuple, Unknown, type Value } from '../values.ts';
import { type Execute, NORMAL } from './code.ts';
import type { Compiler } from './compiler.ts';
import { Frame } from './frame.ts';
import { leaveByError, PyFunction } from './function.ts';
import { documentationOf } from './functionDefinition.ts';
import { recover } from './guard.ts';
import { compileBinding } from './names.ts';
import type { Scope } from './scopes.ts';

export function compileClass(compiler: Compiler, node: ClassDef, scope: Scope): Execute {
  const inner = compiler.scope(node);
  const bases = node.bases.map(base => compiler.expression(base, scope));
  const keywords = node.keywords.map(keyword => ({
    name: keyword.arg,
    value: compiler.expression(keyword.value, scope),
  }));
  const decorators = node.decorator_list.map(decorator => compiler.expression(decorator, scope));
  const body = compiler.block(node.body, inner);
  const cells = inner.freeNames.map(name => scope.cellIndex(name));
  const bind = compileBinding(node.name, scope);
  const documentation = documentationOf(node.body);

  function* define(frame: Frame): Suspendable<0> {
    const wrappers: Value[] = [];
    for (const decorator of decorators) wrappers.push(yield* settle(decorator(frame)));
    const baseValues: Value[] = [];
    for (const base of bases) baseValues.push(yield* settle(base(frame)));
    const options = new PyDict();
    for (const keyword of keywords) {
      const value = yield* settle(keyword.value(frame));
      if (keyword.name !== null) options.set(keyword.name, value, frame.py.keyRules);
    }
    const classFrame = new Frame({
      py: frame.py,
      scope: inner,
      file: frame.file,
      globals: frame.globals,
      names: new AttributeMap([
        ['__module__', frame.globals.map.get('__name__') ?? null],
        ['__qualname__', inner.name],
        ['__doc__', documentation],
      ]),
      freeCells: cells.map(index => frame.cells[index]),
      caller: frame,
      func: frame.func,
    });
    prepareNames(frame.py, node.name, baseValues, options, classFrame);
    yield* runBody(frame.py, classFrame, body);
    let value: Value;
    let traced: ClassDef | Expression = node;
    try {
      value = yield* settle(makeClass(frame.py, node.name, baseValues, classFrame, options));
      for (let index = wrappers.length - 1; index >= 0; index--) {
        traced = node.decorator_list[index];
        const wrapper = wrappers[index];
        frame.py.site = null;
        value = yield* settle(callValue(frame.py, wrapper, { positional: [value], keywords: null }));
      }
    } catch (error) {
      value = recover(frame, node, error, null, traced);
    }
    bind(frame, value);
    return NORMAL;
  }
  return frame => startNow(define(frame));
}

/** What a metaclass's `__prepare__` puts into the class body before it runs. */
function prepareNames(py: Interpreter, name: string, bases: Value[], options: PyDict, frame: Frame): void {
  const explicit = options.getString('metaclass');
  const inherited = bases.find(base => base instanceof PyClass && base.cls !== typeClass);
  const metaclass =
    explicit instanceof PyClass ? explicit : inherited instanceof PyClass ? inherited.cls : null;
  const prepare = metaclass?.userDefined ? metaclass.lookup('__prepare__') : undefined;
  if (!(prepare instanceof ClassMethod)) return;
  const namespace = py.call(prepare.func, [metaclass, name, new PyTuple(bases)]);
  if (!(namespace instanceof PyDict)) return;
  for (const [key, value] of namespace.entries()) {
    if (typeof key === 'string') frame.names!.set(key, value);
  }
}

function* runBody(py: Interpreter, classFrame: Frame, body: Execute): Suspendable<void> {
  const caller = py.frame;
  py.frame = classFrame;
  try {
    yield* settle(body(classFrame));
  } catch (error) {
    throw leaveByError(error, classFrame);
  } finally {
    py.frame = caller;
  }
}

function makeClass(py: Interpreter, name: string, bases: Value[], frame: Frame, options: PyDict) {
  const unknown = bases.find(base => base instanceof Unknown);
  if (unknown instanceof Unknown) return new Unknown(`a base of ${name} is unknown: ${unknown.reason}`);
  const metaclass = pickMetaclass(options, bases, py);
  if (metaclass !== typeClass && metaclass instanceof PyClass) {
    const namespace = PyDict.fromStrings(frame.names!.map);
    const made = callValue(py, metaclass, {
      positional: [name, new PyTuple(bases), namespace],
      keywords: options.size > 0 ? options : null,
    });
    if (made instanceof PyClass) adoptFunctions(made, frame.definitions);
    return made;
  }
  return buildClass(py, name, bases, frame.names!.map, options, frame.definitions, metaclass);
}

function pickMetaclass(options: PyDict, bases: readonly Value[], py: Interpreter): PyClass {
  const explicit = options.getString('metaclass');
  if (explicit !== undefined) {
    options.delete('metaclass', py.keyRules);
    if (explicit instanceof PyClass) return explicit;
  }
  for (const base of bases) if (base instanceof PyClass && base.cls !== typeClass) return base.cls;
  return typeClass;
}

/** Makes a class object: what `type(name, bases, namespace)` does. */
export function buildClass(
  py: Interpreter,
  name: string,
  bases: readonly Value[],
  namespace: ReadonlyMap<string, Value>,
  options: PyDict,
  definitions: readonly PyFunction[],
  metaclass: PyClass,
): PyClass {
  const parents = bases.length === 0 ? [objectClass] : bases.map(base => requireClass(base));
  for (const parent of parents) {
    if (!parent.subclassable) throw raise(TypeError, `type '${parent.name}' is not an acceptable base type`);
  }
  const qualifiedName = namespace.get('__qualname__');
  const module = namespace.get('__module__');
  let cls: PyClass;
  try {
    cls = new PyClass(name, parents, namespace, {
      qualifiedName: typeof qualifiedName === 'string' ? qualifiedName : name,
      module: typeof module === 'string' ? module : '__main__',
      userDefined: true,
      documentation:
        typeof namespace.get('__doc__') === 'string' ? (namespace.get('__doc__') as string) : undefined,
    });
  } catch (error) {
    if (error instanceof InconsistentBases) throw raise(TypeError, error.message);
    throw error;
  }
  cls.attributes.map.delete('__qualname__');
  if (metaclass !== typeClass) cls.cls = metaclass;
  adoptFunctions(cls, definitions);
  for (const [attribute, value] of namespace) announceName(py, cls, attribute, value);
  const hook = superLookup(cls, '__init_subclass__');
  if (hook !== undefined) {
    const func = hook instanceof ClassMethod ? hook.func : hook;
    py.settleNow(
      callWithSelf(py, func, cls, { positional: [], keywords: options.size > 0 ? options : null }),
    );
  }
  return cls;
}

function requireClass(base: Value): PyClass {
  if (base instanceof PyClass) return base;
  throw raise(TypeError, `bases must be types, not '${classOf(base).name}'`);
}

/** Functions of the class body learn their class, for `super()`. */
function adoptFunctions(cls: PyClass, definitions: readonly PyFunction[]): void {
  for (const func of definitions) func.owner = cls;
}

function announceName(py: Interpreter, cls: PyClass, name: string, value: Value): void {
  if (!(value instanceof PyObject) || value instanceof PyFunction || value instanceof NativeFunction) return;
  const hook = value.cls.userDefined ? value.cls.lookup('__set_name__') : undefined;
  if (hook !== undefined) py.call(hook, [value, cls, name]);
}

function superLookup(cls: PyClass, name: string): Value | undefined {
  for (const parent of cls.mro.slice(1)) {
    const value = parent.attributes.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}
