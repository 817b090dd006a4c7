/** Temperatures of a softmax in the graph and in the text: which numbers divide its logits, and where they stand. */
import { ops } from '../graph/index.ts';
import type { Tensor } from '../graph/tensor.ts';
import type { Expression, NodeOf } from '../python/syntax.ts';
import type { CheckContext } from './check.ts';
import { argumentOf } from './edits.ts';
import { throughReshapes } from './layers.ts';
import { knownGraph } from './outputs.ts';
import { dottedName, type FunctionNode, literalNumber, type SourceCode } from './sourceCode.ts';

/** A softmax that ends a model. */
export interface HeadTemperature {
  /** Constants that divide the logits, from the softmax inwards. */
  readonly before: readonly number[];
  /** Constants that divide the probabilities. */
  readonly after: readonly number[];
}

/** The constants around the softmax that a graph ends in; null where it ends in none. */
export function temperaturesOf(output: Tensor): HeadTemperature | null {
  const outside = divisors(output);
  if (outside.rest.op !== 'softmax') return null;
  const inside = divisors(outside.rest.inputs[0]!);
  return { before: inside.divisors, after: outside.divisors };
}

/** The constants that a model divides its logits by, with or without a softmax behind them. */
export function temperaturesInside(output: Tensor): readonly number[] {
  return temperaturesOf(output)?.before ?? divisors(output).divisors;
}

function divisors(from: Tensor): { rest: Tensor; divisors: number[] } {
  const found: number[] = [];
  let current = throughReshapes(from);
  while (current.op === 'div') {
    const value = ops.uniformConstant(constantBehind(current.inputs[1]!));
    if (value === undefined) break;
    found.push(value);
    current = throughReshapes(current.inputs[0]!);
  }
  return { rest: current, divisors: found };
}

function constantBehind(tensor: Tensor): Tensor {
  let current = tensor;
  while (
    current.op === 'cast' ||
    current.op === 'broadcastTo' ||
    current.op === 'reshape' ||
    current.op === 'identity'
  )
    current = current.inputs[0]!;
  return current;
}

/** A number in the text that divides logits. */
export interface TemperatureLiteral {
  readonly node: Expression;
  readonly value: number;
}

/** The numbers in the text that divide something, among those whose value is wanted. */
export function dividingLiterals(code: SourceCode, wanted: (value: number) => boolean): TemperatureLiteral[] {
  return literalsOf(
    code,
    code
      .all('BinOp')
      .filter(node => node.op === 'Div')
      .map(node => node.right),
    wanted,
  );
}

/** The numbers that divide the argument of a call of softmax: `softmax(logits / T)`. */
export function softmaxTemperatures(code: SourceCode): TemperatureLiteral[] {
  const divided: Expression[] = [];
  for (const { func, args } of code.all('Call')) {
    const [argument] = args;
    if (argument?.kind !== 'BinOp' || argument.op !== 'Div') continue;
    if (/(^|[._])softmax$/i.test(dottedName(func) ?? '')) divided.push(argument.right);
  }
  return literalsOf(code, divided, value => value > 0);
}

function literalsOf(
  code: SourceCode,
  places: readonly Expression[],
  wanted: (value: number) => boolean,
): TemperatureLiteral[] {
  const found = new Map<Expression, TemperatureLiteral>();
  for (const place of places) {
    for (const node of sourcesOf(code, place, 0)) {
      const value = literalNumber(node);
      if (value !== null && wanted(value)) found.set(node, { node, value });
    }
  }
  return [...found.values()];
}

/** The literals that an expression may get its value from: assignments, defaults and arguments of calls. */
function sourcesOf(code: SourceCode, node: Expression, depth: number): Expression[] {
  if (depth > 6) return [];
  if (literalNumber(node) !== null) return [node];
  if (node.kind === 'Name') return sourcesOfName(code, node, depth + 1);
  if (node.kind === 'Attribute') {
    const text = code.at(node.span);
    return assignments(code, text, null).flatMap(value => sourcesOf(code, value, depth + 1));
  }
  const isConversion =
    node.kind === 'Call' &&
    /(^|\.)(float|float32|constant|variable|convert_to_tensor|array)$/.test(dottedName(node.func) ?? '');
  return isConversion && node.args[0] ? sourcesOf(code, node.args[0], depth + 1) : [];
}

function sourcesOfName(code: SourceCode, node: NodeOf<'Name'>, depth: number): Expression[] {
  for (let scope = code.functionAround(node); ; scope = code.functionAround(scope)) {
    if (scope === null)
      return assignments(code, node.id, null).flatMap(value => sourcesOf(code, value, depth));
    const passed = sourcesOfParameter(code, scope, node.id, depth);
    if (passed !== null) return passed;
    const local = assignments(code, node.id, scope);
    if (local.length > 0) return local.flatMap(value => sourcesOf(code, value, depth));
  }
}

/** What is assigned to a name (or `self.attribute`) in a function, or at the top of the module. */
function assignments(code: SourceCode, text: string, scope: FunctionNode | null): Expression[] {
  return code.all('Assign').flatMap(statement => {
    const matches = statement.targets.some(target => code.at(target.span) === text);
    return matches && (text.includes('.') || code.functionAround(statement) === scope)
      ? [statement.value]
      : [];
  });
}

/** What calls pass for a parameter, and its default where a call passes nothing; null where it is no parameter. */
function sourcesOfParameter(
  code: SourceCode,
  scope: FunctionNode,
  name: string,
  depth: number,
): Expression[] | null {
  const { args: positional, posonlyargs, kwonlyargs, kw_defaults, defaults } = scope.args;
  const ordered = [...posonlyargs, ...positional];
  const place = ordered.findIndex(item => item.arg === name);
  const keywordOnly = kwonlyargs.findIndex(item => item.arg === name);
  if (place < 0 && keywordOnly < 0) return null;
  const standard =
    place < 0 ? kw_defaults[keywordOnly] : defaults[place - (ordered.length - defaults.length)];
  const shift = ordered[0]?.arg === 'self' ? 1 : 0;
  const calls = callsOf(code, scope);
  const passed = calls.map(call => argumentOf(call, name, place < 0 ? null : place - shift));
  const found = passed.flatMap(value => (value === null ? [] : sourcesOf(code, value, depth)));
  const usesDefault = calls.length === 0 || passed.includes(null);
  return usesDefault && standard != null ? [...found, ...sourcesOf(code, standard, depth)] : found;
}

function callsOf(code: SourceCode, scope: FunctionNode): NodeOf<'Call'>[] {
  if (scope.kind === 'Lambda') {
    const parent = code.parent(scope);
    const name = parent?.kind === 'Assign' ? code.at(parent.targets[0]!.span) : null;
    return name === null ? [] : code.all('Call').filter(call => code.at(call.func.span) === name);
  }
  const owner = code.enclosing(scope, (node): node is NodeOf<'ClassDef'> => node.kind === 'ClassDef');
  const name = owner !== null && scope.name === '__init__' ? owner.name : scope.name;
  return code.all('Call').filter(call => (dottedName(call.func) ?? '').split('.').at(-1) === name);
}

/** Whether names or comments around a number say that it softens the probabilities. */
export function saysSoften(code: SourceCode, node: Expression): boolean {
  const statement = code.statementAround(node);
  const around = code.functionAround(node);
  const names = [
    statement?.kind === 'Assign' ? code.at(statement.targets[0]!.span) : '',
    around !== null && around.kind !== 'Lambda' ? around.name : '',
  ].join(' ');
  const text = `${code.commentsNear(statement?.span ?? node.span)} ${code.commentsNear(node.span)} ${names}`;
  return (
    /smooth|soften|softer|flatter|more uniform|less confident|平滑|软化|更平|柔和/i.test(text) &&
    !/sharpen|sharper|below 1|锐化|更尖/i.test(text)
  );
}

/** Equal up to float32. */
export function isNumber(value: number, wanted: number): boolean {
  return Math.abs(value - wanted) <= 1e-6 * Math.max(1, Math.abs(wanted));
}

/** Temperatures below 1 that divide the logits of a softmax, in the text. */
export function sharpeningLiterals(context: CheckContext): TemperatureLiteral[] {
  const { code } = context;
  const heads = context.record.models.size === 0 ? [] : headDivisors(context);
  const found = new Map<Expression, TemperatureLiteral>();
  for (const literal of softmaxTemperatures(code)) if (literal.value < 1) found.set(literal.node, literal);
  if (heads.length > 0) {
    for (const literal of dividingLiterals(code, value => heads.some(head => isNumber(head, value)))) {
      found.set(literal.node, literal);
    }
  }
  return [...found.values()];
}

/** Temperatures between 0 and 1 in the heads of models. */
function headDivisors(context: CheckContext): number[] {
  const found: number[] = [];
  for (const model of context.record.models) {
    for (const output of knownGraph(model)?.outputs ?? []) {
      const temperatures = temperaturesOf(output.tensor);
      if (temperatures !== null) found.push(...temperatures.before.filter(value => value > 0 && value < 1));
    }
  }
  return found;
}
