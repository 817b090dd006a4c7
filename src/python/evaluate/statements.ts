/** Compiles statements. */
import { assertNever } from '../assertNever.ts';
import { PyClass } from '../classes.ts';
import type { TracedPlace } from '../errors.ts';
import { PyModule } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { getAttribute, setAttribute } from '../operations/attributes.ts';
import { callValue, startNow } from '../operations/calls.ts';
import { getItem, setItem } from '../operations/items.ts';
import { inPlaceOperation } from '../operations/operators.ts';
import { truthOf } from '../operations/truth.ts';
import { Pending, type Suspendable, settle, whenSettled } from '../suspension.ts';
import type {
  Assign,
  AsyncFunctionDef,
  Attribute,
  AugAssign,
  Expression,
  FunctionDef,
  If,
  Invalid,
  Statement,
  Subscript,
} from '../syntax.ts';
import { PyObject, Unknown, type Value } from '../values.ts';
import { compileAnnotation } from './annotations.ts';
import { compileClass } from './classDefinition.ts';
import { BREAK, CONTINUE, type Completion, type Execute, NORMAL, RETURN } from './code.ts';
import { guardTwo } from './combine.ts';
import type { Compiler } from './compiler.ts';
import { PyCoroutine, warnOfUnawaited } from './coroutines.ts';
import type { Frame } from './frame.ts';
import { compileFunction, documentationOf } from './functionDefinition.ts';
import { recover } from './guard.ts';
import { compileImport, compileImportFrom } from './imports.ts';
import { compileFor, compileWhile } from './loops.ts';
import { compileMatch } from './match.ts';
import { compileBinding } from './names.ts';
import { shortArithmetic } from './numberPaths.ts';
import { compileAssert, compileRaise } from './raising.ts';
import type { Scope } from './scopes.ts';
import { compileDelete, compileStore } from './targets.ts';
import { placeTests } from './testPlaces.ts';
import { compileTry, compileWith } from './trying.ts';

/** Compiles a sequence of statements. */
export function compileBlock(compiler: Compiler, statements: readonly Statement[], scope: Scope): Execute {
  return inSequence(
    statements,
    statements.map(statement => compileStatement(compiler, statement, scope)),
  );
}

/** From here on names may have been bound, and what the statement is about changed, unless that is a module or a class. */
function compileInvalid(compiler: Compiler, { touched, span }: Invalid, scope: Scope): Execute {
  const load = touched === null ? null : compiler.expression(touched, scope);
  const bind = touched === null ? null : compileBinding(touched.id, scope);
  return frame => {
    const unknown = new Unknown('a statement before it is not valid Python', null, span);
    frame.py.policy.openNamespace(unknown);
    const value = load?.(frame);
    const isObject = value instanceof PyObject && !(value instanceof PyModule) && !(value instanceof PyClass);
    if (isObject) bind?.(frame, unknown);
    return NORMAL;
  };
}

/** A block of statements that are compiled. */
export function inSequence(statements: readonly Statement[], codes: readonly Execute[]): Execute {
  const count = codes.length;
  return frame => {
    for (let index = 0; index < count; index++) {
      frame.statement = statements[index];
      const completion = codes[index](frame);
      if (completion === NORMAL) continue;
      if (completion instanceof Pending)
        return new Pending(blockRest(frame, statements, codes, index, completion));
      return completion;
    }
    return NORMAL;
  };
}

function* blockRest(
  frame: Frame,
  statements: readonly Statement[],
  codes: readonly Execute[],
  start: number,
  first: Pending<Completion>,
): Suspendable<Completion> {
  let completion = yield* first.rest;
  for (let index = start + 1; completion === NORMAL && index < codes.length; index++) {
    frame.statement = statements[index];
    completion = yield* settle(codes[index](frame));
  }
  return completion;
}

const nothing: Execute = () => NORMAL;

export function compileStatement(compiler: Compiler, node: Statement, scope: Scope): Execute {
  switch (node.kind) {
    case 'Expr':
      return compileExpressionStatement(compiler, node.value, scope);
    case 'Assign':
      return compileAssign(compiler, node, scope);
    case 'AugAssign':
      return compileAugmented(compiler, node, scope);
    case 'AnnAssign': {
      const annotate = compileAnnotation(compiler, node, scope);
      if (node.value === null) return annotate ?? nothing;
      const store = compileStore(compiler, node.target, scope);
      const value = compiler.expression(node.value, scope);
      const assign: Execute = frame => whenSettled(value(frame), result => storeThen(store(frame, result)));
      if (annotate === null) return assign;
      return frame => {
        annotate(frame);
        return assign(frame);
      };
    }
    case 'If':
      return compileIf(compiler, node, scope);
    case 'For':
    case 'AsyncFor':
      return compileFor(compiler, node, scope);
    case 'While':
      return compileWhile(compiler, node, scope);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return compileDefinition(compiler, node, scope);
    case 'ClassDef':
      return compileClass(compiler, node, scope);
    case 'Return': {
      const value = node.value ? compiler.expression(node.value, scope) : () => null;
      return frame =>
        whenSettled(value(frame), (result): Completion => {
          frame.returnValue = result;
          return RETURN;
        });
    }
    case 'Delete': {
      const parts = node.targets.map(target => compileDelete(compiler, target, scope));
      return frame => startNow(runAll(frame, parts));
    }
    case 'With':
    case 'AsyncWith':
      return compileWith(compiler, node, scope);
    case 'Try':
    case 'TryStar':
      return compileTry(compiler, node, scope);
    case 'Raise':
      return compileRaise(compiler, node, scope);
    case 'Assert':
      return compileAssert(compiler, node, scope);
    case 'Import':
      return compileImport(node, scope);
    case 'ImportFrom':
      return compileImportFrom(node, scope);
    case 'Match':
      return compileMatch(compiler, node, scope);
    case 'Break':
      return () => BREAK;
    case 'Continue':
      return () => CONTINUE;
    case 'Pass':
    case 'Global':
    case 'Nonlocal':
      return nothing;
    case 'Invalid':
      return compileInvalid(compiler, node, scope);
    case 'TypeAlias': {
      const store = compileStore(compiler, node.name, scope);
      return frame => storeThen(store(frame, new Unknown('a type alias')));
    }
    default:
      return assertNever(node);
  }
}

function* runAll(frame: Frame, parts: readonly Execute[]): Suspendable<Completion> {
  for (const part of parts) yield* settle(part(frame));
  return NORMAL;
}

/** A store as a statement. */
function storeThen(stored: void | Pending<void>): Completion | Pending<Completion> {
  return stored instanceof Pending ? whenSettled<void, Completion>(stored, () => NORMAL) : NORMAL;
}

function compileExpressionStatement(compiler: Compiler, node: Expression, scope: Scope): Execute {
  const evaluate = compiler.expression(node, scope);
  return frame => {
    const value = evaluate(frame);
    if (value instanceof Pending) return new Pending(discard(value));
    if (value instanceof PyCoroutine) warnOfUnawaited(frame, value);
    return NORMAL;
  };
}

export function* discard(pending: Pending): Suspendable<Completion> {
  yield* pending.rest;
  return NORMAL;
}

function compileAssign(compiler: Compiler, node: Assign, scope: Scope): Execute {
  const value = compiler.expression(node.value, scope);
  const stores = node.targets.map(target => compileStore(compiler, target, scope));
  if (stores.length === 1) {
    const store = stores[0];
    return frame => {
      const result = value(frame);
      if (result instanceof Pending)
        return whenSettled<Value, Completion>(result, settled => storeThen(store(frame, settled)));
      return storeThen(store(frame, result));
    };
  }
  function* assignAll(frame: Frame): Suspendable<Completion> {
    const result = yield* settle(value(frame));
    for (const store of stores) yield* settle(store(frame, result));
    return NORMAL;
  }
  return frame => startNow(assignAll(frame));
}

function compileAugmented(compiler: Compiler, node: AugAssign, scope: Scope): Execute {
  const target = node.target;
  if (target.kind === 'Attribute' || target.kind === 'Subscript') {
    const parts = target.kind === 'Attribute' ? [target.value] : [target.value, target.slice];
    if (!parts.every(isPlain)) return compileAugmentedPlace(compiler, node, target, scope);
  }
  // Reading and storing evaluate names and constants twice, which nobody can tell.
  const store = compileStore(compiler, target, scope);
  const read = compiler.expression(asLoad(target), scope);
  const combined = guardTwo(
    target,
    read,
    compiler.expression(node.value, scope),
    (frame, left, right) => {
      frame.py.site = null;
      return inPlaceOperation(frame.py, node.op, left, right);
    },
    shortArithmetic(node.op),
    node,
  );
  return frame => whenSettled(combined(frame), value => storeThen(store(frame, value)));
}

function isPlain(node: Expression): boolean {
  return node.kind === 'Name' || node.kind === 'Constant';
}

/** `f().x += 1`, `a[g()] += 1`: what owns the place, and its key, are evaluated once. */
function compileAugmentedPlace(
  compiler: Compiler,
  node: AugAssign,
  target: Attribute | Subscript,
  scope: Scope,
): Execute {
  const owner = compiler.expression(target.value, scope);
  const key = target.kind === 'Subscript' ? compiler.expression(target.slice, scope) : () => target.attr;
  const operand = compiler.expression(node.value, scope);
  const [read, write] =
    target.kind === 'Subscript'
      ? ([getItem, setItem] as const)
      : ([
          (py: Interpreter, object: Value, name: Value) => getAttribute(py, object, name as string),
          (py: Interpreter, object: Value, name: Value, value: Value) =>
            setAttribute(py, object, name as string, value),
        ] as const);
  function* run(frame: Frame): Suspendable<Completion> {
    const { py } = frame;
    const object = yield* settle(owner(frame));
    const place = yield* settle(key(frame));
    let result: Value;
    let traced: Expression | Statement = target;
    try {
      const current = read(py, object, place);
      traced = node;
      const value = yield* settle(operand(frame));
      py.site = null;
      result = inPlaceOperation(py, node.op, current, value);
    } catch (error) {
      result = recover(frame, target, error, null, traced);
    }
    try {
      write(py, object, place, result);
    } catch (error) {
      recover(frame, target, error);
    }
    return NORMAL;
  }
  return frame => startNow(run(frame));
}

function asLoad(target: Expression): Expression {
  if (target.kind === 'Name' || target.kind === 'Attribute' || target.kind === 'Subscript')
    return { ...target, ctx: 'Load' };
  return target;
}

function compileIf(compiler: Compiler, node: If, scope: Scope): Execute {
  const traced = placeTests(compiler, node.test, node);
  const test = compiler.expression(node.test, scope);
  const body = compiler.block(node.body, scope);
  const otherwise = node.orelse.length > 0 ? compiler.block(node.orelse, scope) : nothing;
  const decide = (frame: Frame, value: Value): Completion | Pending<Completion> => {
    const truth =
      value === true ? true : value === false ? false : safeTruth(frame, node.test, value, traced);
    if (truth === true) return body(frame);
    if (truth === false) return otherwise(frame);
    return frame.py.policy.branch(frame, truth, [() => body(frame), () => otherwise(frame)]);
  };
  return frame => {
    const value = test(frame);
    return value instanceof Pending
      ? whenSettled<Value, Completion>(value, settled => decide(frame, settled))
      : decide(frame, value);
  };
}

/** Truth with errors reported at the test expression. */
export function safeTruth(
  frame: Frame,
  node: Expression,
  value: Value,
  traced: TracedPlace,
): boolean | Unknown {
  try {
    return truthOf(frame.py, value);
  } catch (error) {
    const substitute = recover(frame, node, error, null, traced);
    return substitute instanceof Unknown ? substitute : new Unknown('its truth is not known');
  }
}

function compileDefinition(compiler: Compiler, node: FunctionDef | AsyncFunctionDef, scope: Scope): Execute {
  const inner = compiler.scope(node);
  const make = compileFunction(compiler, node, scope, {
    name: node.name,
    documentation: documentationOf(node.body),
    body: compiler.block(node.body, inner),
  });
  const bind = compileBinding(node.name, scope);
  const decorators = node.decorator_list.map(decorator => compiler.expression(decorator, scope));
  if (decorators.length === 0) {
    return frame =>
      whenSettled(make(frame), (func): Completion => {
        bind(frame, func);
        return NORMAL;
      });
  }
  function* define(frame: Frame): Suspendable<Completion> {
    const wrappers: Value[] = [];
    for (const decorator of decorators) wrappers.push(yield* settle(decorator(frame)));
    let value = yield* settle(make(frame));
    for (let index = wrappers.length - 1; index >= 0; index--) {
      try {
        frame.py.site = null;
        value = yield* settle(callValue(frame.py, wrappers[index], { positional: [value], keywords: null }));
      } catch (error) {
        value = recover(frame, node.decorator_list[index], error);
      }
    }
    bind(frame, value);
    return NORMAL;
  }
  return frame => startNow(define(frame));
}
