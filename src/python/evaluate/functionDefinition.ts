/** Compiles function definitions: `def` and `lambda`. */

import { PythonError } from '../errors.ts';
import {
  type Arguments,
  type AsyncFunctionDef,
  children,
  type Expression,
  type FunctionDef,
  type Lambda,
  type Statement,
  walk,
} from '../syntax.ts';
import { NotKnown, type Value } from '../values.ts';
import type { Evaluate, Execute } from './code.ts';
import { evaluateMany } from './combine.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './frame.ts';
import { type FunctionCode, PyFunction, placeParameters } from './function.ts';
import type { Scope } from './scopes.ts';
import { unreadOptions } from './unreadOptions.ts';

/** An expression that makes the function object, evaluating its defaults. */
export function compileFunction(
  compiler: Compiler,
  node: FunctionDef | AsyncFunctionDef | Lambda,
  scope: Scope,
  parts: { name: string; documentation: string | null; body: Execute },
): Evaluate {
  const inner = compiler.scope(node);
  const code: FunctionCode = {
    name: parts.name,
    scope: inner,
    file: compiler.file,
    node,
    parameters: placeParameters(node.args, inner),
    body: watchedBody(compiler, node, inner, parts.body),
    unread: unreadOptions(node.args, inner, compiler.file),
    documentation: parts.documentation,
  };
  const cells = inner.freeNames.map(name => scope.cellIndex(name));
  const annotations = annotationParts(compiler, node, scope);
  const annotationNames = compiler.postponesAnnotations ? [] : namesInAnnotations(compiler, node, scope);
  const keywordNames = node.args.kwonlyargs.map(arg => arg.arg);
  return evaluateMany(defaultParts(compiler, node.args, scope), (frame, values) => {
    const defaults = values.slice(0, node.args.defaults.length);
    const keywordDefaults = new Map<string, Value>();
    let next = defaults.length;
    node.args.kw_defaults.forEach((value, index) => {
      if (value !== null) keywordDefaults.set(keywordNames[index], values[next++]);
    });
    const func = new PyFunction({
      code,
      globals: frame.globals,
      closure: cells.map(index => frame.cells[index]),
      defaults,
      keywordDefaults,
      owner: frame.func?.owner ?? null,
    });
    if (annotations.length > 0) {
      // What is not modelled of an annotation does no harm until somebody asks for it; a name that is missing does.
      for (const name of annotationNames) name(frame);
      func.annotate = () =>
        annotations.map(({ name, text, evaluate }) => [name, annotation(frame, evaluate, text)]);
    }
    frame.definitions.push(func);
    frame.py.policy.defined(func, frame);
    return func;
  });
}

/** The body, which first tells the value of a parameter that is watched. */
function watchedBody(
  compiler: Compiler,
  { args }: FunctionDef | AsyncFunctionDef | Lambda,
  inner: Scope,
  body: Execute,
): Execute {
  const { watch } = compiler;
  const parameter = watch?.node;
  if (watch === null || parameter?.kind !== 'arg' || !children(args).includes(parameter)) return body;
  const place = inner.locate(parameter.arg);
  return frame => {
    const value = place.kind === 'slot' ? frame.slots[place.index] : undefined;
    if (value !== undefined) watch.see(value);
    return body(frame);
  };
}

function defaultParts(compiler: Compiler, args: Arguments, scope: Scope): Evaluate[] {
  const nodes: Expression[] = [...args.defaults];
  for (const value of args.kw_defaults) if (value !== null) nodes.push(value);
  return nodes.map(node => compiler.expression(node, scope));
}

interface Annotation {
  readonly name: string;
  readonly text: string;
  readonly evaluate: Evaluate;
}

function annotationParts(
  compiler: Compiler,
  node: FunctionDef | AsyncFunctionDef | Lambda,
  scope: Scope,
): Annotation[] {
  return annotationsOf(node).map(({ name, expression }) => ({
    name,
    text: compiler.file.text.slice(expression.span.start.offset, expression.span.end.offset),
    evaluate: compiler.expression(expression, scope),
  }));
}

/** The annotations of a function in the order in which Python evaluates them. */
function annotationsOf(
  node: FunctionDef | AsyncFunctionDef | Lambda,
): { name: string; expression: Expression }[] {
  if (node.kind === 'Lambda') return [];
  const { args, posonlyargs, vararg, kwonlyargs, kwarg } = node.args;
  const all = [
    ...args,
    ...posonlyargs,
    ...(vararg ? [vararg] : []),
    ...kwonlyargs,
    ...(kwarg ? [kwarg] : []),
  ];
  const found = [...all.map(item => [item.arg, item.annotation] as const), ['return', node.returns] as const];
  return found.flatMap(([name, expression]) => (expression === null ? [] : [{ name, expression }]));
}

/** Reads the names that Python reads of the annotations when the function is defined. */
function namesInAnnotations(
  compiler: Compiler,
  node: FunctionDef | AsyncFunctionDef | Lambda,
  scope: Scope,
): Evaluate[] {
  const names: Evaluate[] = [];
  for (const { expression } of annotationsOf(node)) {
    walk(expression, each => {
      if (each.kind === 'Name') names.push(compiler.expression(each, scope));
      return PLAIN_ANNOTATION.has(each.kind);
    });
  }
  return names;
}

/** The kinds of expressions that evaluate all of their parts, in this scope. */
const PLAIN_ANNOTATION: ReadonlySet<string> = new Set([
  ...['Attribute', 'Subscript', 'Tuple', 'List', 'BinOp', 'Call', 'Slice', 'Starred', 'keyword'],
]);

/** An annotation's value; its text where it names what is not there (`from __future__ import annotations`). */
function annotation(frame: Frame, evaluate: Evaluate, text: string): Value {
  try {
    return frame.py.settleNow(evaluate(frame));
  } catch (error) {
    if (error instanceof PythonError || error instanceof NotKnown) return text;
    throw error;
  }
}

/** The docstring of a body, or null. */
export function documentationOf(body: readonly Statement[]): string | null {
  const first = body[0];
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant' || first.value.value.type !== 'str')
    return null;
  return first.value.value.value;
}
