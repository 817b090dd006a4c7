/** Compiles expressions. */

import { assertNever } from '../assertNever.ts';
import { PyDict, PySet } from '../collections.ts';
import { PythonError, raise, type TracedPlace, TypeError } from '../errors.ts';
import { getAttribute } from '../operations/attributes.ts';
import { startNow } from '../operations/calls.ts';
import { getItem } from '../operations/items.ts';
import { binaryOperation } from '../operations/operators.ts';
import { truthOf } from '../operations/truth.ts';
import { unaryOperation } from '../operations/unary.ts';
import { Pending, type Suspendable, settle, whenSettled } from '../suspension.ts';
import type {
  Attribute,
  BinOp,
  BoolOp,
  ConstantValue,
  Dict,
  Expression,
  IfExp,
  Lambda,
  NamedExpr,
  Starred,
  Subscript,
  UnaryOp,
} from '../syntax.ts';
import { classOf } from '../types.ts';
import {
  ELLIPSIS,
  NotKnown,
  PyBytes,
  PyComplex,
  PyFloat,
  PyInstance,
  PyList,
  PySlice,
  PyTuple,
  Unknown,
  type Value,
} from '../values.ts';
import { compileCall } from './call.ts';
import { type Evaluate, RETURN } from './code.ts';
import { evaluateMany, evaluateOne, guardTwo } from './combine.ts';
import { compileComparison } from './comparisons.ts';
import type { Compiler } from './compiler.ts';
import { compileComprehension } from './comprehension.ts';
import { compileAwait } from './coroutines.ts';
import { compileFormatted, compileJoined } from './formattedStrings.ts';
import type { Frame } from './frame.ts';
import { compileFunction } from './functionDefinition.ts';
import { guard } from './guard.ts';
import { compileBinding, compileName } from './names.ts';
import { shortArithmetic } from './numberPaths.ts';
import type { Scope } from './scopes.ts';
import { placeTests } from './testPlaces.ts';
import { lastLineOf } from './tracedPlaces.ts';
import { gathered, isIterable, runsForItems, spread } from './unpack.ts';
import { compileYield, compileYieldFrom } from './yielding.ts';

/** Compiles any expression that is read (not a target). */
export function compileExpression(compiler: Compiler, node: Expression, scope: Scope): Evaluate {
  switch (node.kind) {
    case 'Constant': {
      const value = constantValue(node.value);
      return () => value;
    }
    case 'Name':
      return compileName(node, scope);
    case 'BinOp':
      return compileBinary(compiler, node, scope);
    case 'UnaryOp':
      return compileUnary(compiler, node, scope);
    case 'BoolOp':
      return compileBoolean(compiler, node, scope);
    case 'Compare':
      return compileComparison(compiler, node, scope);
    case 'Call':
      return compileCall(compiler, node, scope);
    case 'Attribute':
      return compileAttribute(compiler, node, scope);
    case 'Subscript':
      return compileSubscript(compiler, node, scope);
    case 'IfExp':
      return compileConditional(compiler, node, scope);
    case 'List':
      return compileSequence(compiler, node.elts, scope, items => new PyList(items));
    case 'Tuple':
      return compileSequence(compiler, node.elts, scope, items => new PyTuple(items));
    case 'Set':
      return guard(node, compileSequence(compiler, node.elts, scope, makeSet, false));
    case 'Dict':
      return compileDict(compiler, node, scope);
    case 'Slice':
      return evaluateMany(
        [node.lower, node.upper, node.step].map(part =>
          part ? compiler.expression(part, scope) : () => null,
        ),
        (_, [start, stop, step]) => new PySlice(start, stop, step),
      );
    case 'Lambda':
      return compileLambda(compiler, node, scope);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return compileComprehension(compiler, node, scope);
    case 'JoinedStr':
      return compileJoined(compiler, node, scope);
    case 'FormattedValue':
      return compileFormatted(compiler, node, scope);
    case 'NamedExpr':
      return compileNamed(compiler, node, scope);
    case 'Yield':
      return compileYield(compiler, node, scope);
    case 'YieldFrom':
      return compileYieldFrom(compiler, node, scope);
    case 'Await':
      return compileAwait(compiler, node, scope);
    case 'Starred':
      return compileStarred(compiler, node, scope);
    default:
      return assertNever(node);
  }
}

/** The value of a literal. */
export function constantValue(constant: ConstantValue): Value {
  switch (constant.type) {
    case 'int':
    case 'str':
    case 'bool':
      return constant.value;
    case 'float':
      return new PyFloat(constant.value);
    case 'complex':
      return new PyComplex(0, constant.imag);
    case 'bytes':
      return new PyBytes(constant.value);
    case 'None':
      return null;
    case 'Ellipsis':
      return ELLIPSIS;
    default:
      return assertNever(constant);
  }
}

function compileBinary(compiler: Compiler, node: BinOp, scope: Scope): Evaluate {
  const operator = node.op;
  return guardTwo(
    node,
    compiler.expression(node.left, scope),
    compiler.expression(node.right, scope),
    (frame, left, right) => {
      frame.py.site = null;
      return binaryOperation(frame.py, operator, left, right);
    },
    shortArithmetic(operator),
  );
}

function compileUnary(compiler: Compiler, node: UnaryOp, scope: Scope): Evaluate {
  const operator = node.op;
  return guard(
    node,
    evaluateOne(compiler.expression(node.operand, scope), (frame, value) =>
      unaryOperation(frame.py, operator, value),
    ),
    null,
    compiler.testPlaces.get(node) ?? node,
  );
}

function compileBoolean(compiler: Compiler, node: BoolOp, scope: Scope): Evaluate {
  const stopAt = node.op === 'Or';
  const parts = node.values.map(value => compiler.expression(value, scope));
  const places = node.values.map(value => compiler.testPlaces.get(value) ?? node);
  /** `before` covers what the value may be already, where earlier operands did not decide. */
  const from = (frame: Frame, start: number, before?: Value): Value | Pending => {
    let joined = before;
    for (let index = start; index < parts.length; index++) {
      const value = parts[index](frame);
      if (value instanceof Pending) return new Pending(booleanFrom(frame, index, value, joined));
      const truth = truthAt(frame, index, value);
      if (truth === stopAt || truth instanceof Unknown) {
        // Either this value or what follows: the value covers both.
        joined = joined === undefined ? value : frame.py.policy.join(joined, value);
        if (truth === stopAt) return joined;
        frame.isUndecided = true;
      }
    }
    return joined ?? null;
  };
  const truthAt = (frame: Frame, index: number, value: Value): boolean | Unknown =>
    index === parts.length - 1 ? stopAt : tracedTruth(frame, value, places[index]);
  function* booleanFrom(
    frame: Frame,
    index: number,
    pending: Pending,
    before: Value | undefined,
  ): Suspendable<Value> {
    const value = yield* pending.rest;
    const truth = truthAt(frame, index, value);
    if (truth !== stopAt && !(truth instanceof Unknown)) return yield* settle(from(frame, index + 1, before));
    const joined = before === undefined ? value : frame.py.policy.join(before, value);
    if (truth === stopAt) return joined;
    frame.isUndecided = true;
    return yield* settle(from(frame, index + 1, joined));
  }
  return guard(node, frame => from(frame, 0));
}

/** Truth whose failure is marked at a place of its own. */
function tracedTruth(frame: Frame, value: Value, place: TracedPlace): boolean | Unknown {
  try {
    return truthOf(frame.py, value);
  } catch (error) {
    if (error instanceof PythonError) error.place ??= place;
    throw error;
  }
}

function compileAttribute(compiler: Compiler, node: Attribute, scope: Scope): Evaluate {
  const name = node.attr;
  const evaluate = evaluateOne(compiler.expression(node.value, scope), (frame, object) =>
    getAttribute(frame.py, object, name),
  );
  return guard(node, evaluate, null, lastLineOf(node, node));
}

function compileSubscript(compiler: Compiler, node: Subscript, scope: Scope): Evaluate {
  return guardTwo(
    node,
    compiler.expression(node.value, scope),
    compiler.expression(node.slice, scope),
    (frame, object, key) => {
      frame.py.site = null;
      // A method of the script's own may wait for a file or a model.
      const own = object instanceof PyInstance ? object.cls.lookup('__getitem__') : undefined;
      if (own !== undefined && own !== null) return frame.py.callSuspendable(own, [object, key]);
      return getItem(frame.py, object, key);
    },
  );
}

function compileConditional(compiler: Compiler, node: IfExp, scope: Scope): Evaluate {
  const body = compiler.expression(node.body, scope);
  const otherwise = compiler.expression(node.orelse, scope);
  const traced = compiler.testPlaces.get(node.test) ?? placeTests(compiler, node.test, node);
  return evaluateOne(compiler.expression(node.test, scope), (frame, test) => {
    const truth = tracedTruth(frame, test, traced);
    if (truth === true) return body(frame);
    if (truth === false) return otherwise(frame);
    frame.isUndecided = true;
    return whenSettled(body(frame), a => whenSettled(otherwise(frame), b => frame.py.policy.join(a, b)));
  });
}

function makeSet(items: Value[], frame: Frame): Value {
  const set = new PySet();
  for (const item of items) set.add(item, frame.py.keyRules);
  return set;
}

/** What is spread: an iterator's items are gathered here, since each of them may have to be waited for. */
function compileStarred(compiler: Compiler, node: Starred, scope: Scope): Evaluate {
  return evaluateOne(compiler.expression(node.value, scope), (frame, value) => {
    if (!runsForItems(value)) return value;
    try {
      return startNow(gathered(frame.py, value, null));
    } catch (error) {
      if (error instanceof NotKnown) return new Unknown(error.reason);
      throw error;
    }
  });
}

/** List, tuple and set displays, with `*` unpacking; of ordered ones errors have words of their own. */
function compileSequence(
  compiler: Compiler,
  nodes: readonly Expression[],
  scope: Scope,
  make: (items: Value[], frame: Frame) => Value,
  ordered = true,
): Evaluate {
  const parts = nodes.map(node => compiler.expression(node, scope));
  if (!nodes.some(node => node.kind === 'Starred'))
    return evaluateMany(parts, (frame, values) => make(values, frame));
  const starred = nodes.map(node => node.kind === 'Starred');
  return evaluateMany(parts, (frame, values) => {
    const wrong = values.find((value, index) => starred[index] && !isIterable(value));
    if (ordered && wrong !== undefined)
      throw raise(TypeError, `Value after * must be an iterable, not ${classOf(wrong).name}`);
    try {
      return make(spread(frame.py, values, starred), frame);
    } catch (error) {
      if (error instanceof NotKnown) return new Unknown(error.reason);
      throw error;
    }
  });
}

function compileDict(compiler: Compiler, node: Dict, scope: Scope): Evaluate {
  const parts: Evaluate[] = [];
  node.keys.forEach((key, index) => {
    parts.push(key === null ? () => null : compiler.expression(key, scope));
    parts.push(compiler.expression(node.values[index], scope));
  });
  const evaluate = evaluateMany(parts, (frame, values) => {
    const dict = new PyDict();
    for (let index = 0; index < node.keys.length; index++) {
      const value = values[2 * index + 1];
      if (node.keys[index] === null) mergeInto(frame, dict, value);
      else if (values[2 * index] instanceof Unknown) dict.lost = values[2 * index] as Unknown;
      else dict.set(values[2 * index], value, frame.py.keyRules);
    }
    return dict;
  });
  return guard(node, evaluate);
}

function mergeInto(frame: Frame, dict: PyDict, mapping: Value): void {
  if (mapping instanceof Unknown) {
    dict.lost = mapping;
    return;
  }
  for (const key of frame.py.iterate(mapping))
    dict.set(key, getItem(frame.py, mapping, key), frame.py.keyRules);
}

function compileLambda(compiler: Compiler, node: Lambda, scope: Scope): Evaluate {
  const inner = compiler.scope(node);
  const body = compiler.expression(node.body, inner);
  return compileFunction(compiler, node, scope, {
    name: '<lambda>',
    documentation: null,
    body: frame => {
      frame.statement = node.body;
      return whenSettled(body(frame), value => {
        frame.returnValue = value;
        return RETURN;
      });
    },
  });
}

function compileNamed(compiler: Compiler, node: NamedExpr, scope: Scope): Evaluate {
  let target = scope;
  while (target.kind === 'comprehension' && target.parent && scope.cellIndex(node.target.id) < 0)
    target = target.parent;
  const bind = compileBinding(node.target.id, scope.cellIndex(node.target.id) >= 0 ? scope : target);
  return evaluateOne(compiler.expression(node.value, scope), (frame, value) => {
    let owner: Frame = frame;
    for (let at = scope; at !== target && at.kind === 'comprehension'; at = at.parent!) owner = owner.caller!;
    bind(owner, value);
    frame.py.policy.bound(node.target, value, owner);
    return value;
  });
}
