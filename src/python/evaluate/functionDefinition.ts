/** Compiles function definitions: `def` and `lambda`. */
import type { Arguments, AsyncFunctionDef, Expression, FunctionDef, Lambda, Statement } from '../syntax.ts';
import type { Value } from '../values.ts';
import type { Evaluate, Execute } from './code.ts';
import { evaluateMany } from './combine.ts';
import type { Compiler } from './compiler.ts';
import { type FunctionCode, PyFunction, placeParameters } from './function.ts';
import type { Scope } from './scopes.ts';

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
    body: parts.body,
    documentation: parts.documentation,
  };
  const cells = inner.freeNames.map(name => scope.cellIndex(name));
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
    frame.definitions.push(func);
    frame.py.policy.defined(func, frame);
    return func;
  });
}

function defaultParts(compiler: Compiler, args: Arguments, scope: Scope): Evaluate[] {
  const nodes: Expression[] = [...args.defaults];
  for (const value of args.kw_defaults) if (value !== null) nodes.push(value);
  return nodes.map(node => compiler.expression(node, scope));
}

/** The docstring of a body, or null. */
export function documentationOf(body: readonly Statement[]): string | null {
  const first = body[0];
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant' || first.value.value.type !== 'str')
    return null;
  return first.value.value.value;
}
