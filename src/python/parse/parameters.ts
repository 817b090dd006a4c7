/** Converts the parameters of functions and lambdas, and type parameters. */

import type { Arg, Arguments, Expression, TypeParameter } from '../syntax.ts';
import { type Concrete, contentOf, fieldOf, requiredField } from './concrete.ts';
import { expression, identifier, spanOf } from './expressions.ts';
import type { Source } from './source.ts';

interface Gathered {
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expression | null)[];
  kwarg: Arg | null;
  defaults: Expression[];
}

/** The parameters of a lambda, which has no node for them where there are none. */
export function lambdaArguments(source: Source, lambda: Concrete): Arguments {
  const list = fieldOf(lambda, 'parameters');
  if (list !== null) return parameters(source, list);
  const after = lambda.start + 'lambda'.length;
  return parameters(source, { type: 'lambda_parameters', start: after, end: after, field: '', children: [] });
}

export function parameters(source: Source, list: Concrete): Arguments {
  const found: Gathered = {
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  };
  const names = new Set<string>();
  let keywordOnly = false;
  for (const child of list.children) {
    if (child.type === ',' || child.type === '(' || child.type === ')') continue;
    if (found.kwarg !== null)
      source.fail(child.start, child.end, 'arguments cannot follow var-keyword argument');
    if (child.type === 'positional_separator') {
      if (found.posonlyargs.length > 0) source.fail(child.start, child.end, '/ may appear only once');
      if (keywordOnly) source.fail(child.start, child.end, '/ must be ahead of *');
      if (found.args.length === 0)
        source.fail(child.start, child.end, 'at least one argument must precede /');
      found.posonlyargs = found.args;
      found.args = [];
    } else if (child.type === 'keyword_separator') {
      if (keywordOnly) source.fail(child.start, child.end, '* argument may appear only once');
      keywordOnly = true;
    } else keywordOnly = parameter(source, child, found, keywordOnly, names);
  }
  const separator = list.children.filter(child => child.type !== ',' && child.type !== ')').at(-1);
  if (separator?.type === 'keyword_separator') {
    source.fail(separator.start, separator.end, 'named arguments must follow bare *');
  }
  return { kind: 'arguments', ...found, span: spanOf(source, list) };
}

/** Adds one parameter; answers whether those that follow are keyword-only. */
function parameter(
  source: Source,
  node: Concrete,
  found: Gathered,
  keywordOnly: boolean,
  names: Set<string>,
): boolean {
  const named = node.type === 'identifier' ? node : (fieldOf(node, 'name') ?? node.children[0]!);
  const target = node.type.endsWith('_splat_pattern') ? node : named;
  if (target.type === 'tuple_pattern') {
    source.fail(target.start, target.end, 'Function parameters cannot be parenthesized');
  }
  const arg = parameterName(source, node, target);
  if (names.has(arg.arg)) {
    source.report(node.start, node.end, "duplicate argument '{0}' in function definition", arg.arg);
  }
  names.add(arg.arg);
  if (target.type === 'dictionary_splat_pattern') {
    found.kwarg = arg;
    return true;
  }
  if (target.type === 'list_splat_pattern') {
    if (keywordOnly) source.fail(node.start, node.end, '* argument may appear only once');
    found.vararg = arg;
    return true;
  }
  const value = fieldOf(node, 'value');
  const standard = value === null ? null : expression(source, value);
  if (keywordOnly) {
    found.kwonlyargs.push(arg);
    found.kw_defaults.push(standard);
  } else {
    if (standard !== null) found.defaults.push(standard);
    else if (found.defaults.length > 0) {
      source.fail(node.start, node.end, 'parameter without a default follows parameter with a default');
    }
    found.args.push(arg);
  }
  return keywordOnly;
}

function parameterName(source: Source, node: Concrete, target: Concrete): Arg {
  const splat = target.type.endsWith('_splat_pattern');
  const name = splat ? target.children[1]! : target;
  if (name.type !== 'identifier') return source.fail(name.start, name.end, 'invalid syntax');
  const type = fieldOf(node, 'type');
  const annotation = type === null ? null : expression(source, type);
  const span = source.span(name.start, type?.end ?? name.end);
  return { kind: 'arg', arg: identifier(source, name), annotation, span };
}

/** `[T: int, *Ts, **P]` after the name of a function, class or type. */
export function typeParameters(source: Source, list: Concrete | null): TypeParameter[] {
  if (list === null) return [];
  return contentOf(list).map(type => typeParameter(source, type));
}

function typeParameter(source: Source, type: Concrete): TypeParameter {
  const node = type.type === 'type' ? type.children[0]! : type;
  const span = spanOf(source, node);
  if (node.type === 'constrained_type') {
    const [name, , bound] = node.children;
    return { kind: 'TypeVar', name: identifier(source, name!), bound: expression(source, bound!), span };
  }
  if (node.type === 'splat_type' || node.type === 'list_splat') {
    const name = identifier(source, node.children[1]!);
    return node.children[0]!.type === '**'
      ? { kind: 'ParamSpec', name, span }
      : { kind: 'TypeVarTuple', name, span };
  }
  if (node.type !== 'identifier') return source.fail(node.start, node.end, 'invalid syntax');
  return { kind: 'TypeVar', name: identifier(source, node), bound: null, span };
}

/** The type parameters of a definition. */
export function typeParametersOf(source: Source, definition: Concrete): TypeParameter[] {
  return typeParameters(source, fieldOf(definition, 'type_parameters'));
}

/** The parameters of a definition. */
export function parametersOf(source: Source, definition: Concrete): Arguments {
  return parameters(source, requiredField(definition, 'parameters'));
}
