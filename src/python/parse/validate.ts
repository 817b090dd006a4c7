/** Finds what CPython's compiler rejects in a tree that its grammar accepts. */

import {
  type AsyncFunctionDef,
  children,
  type Node,
  type Span,
  type Statement,
  type SyntaxProblem,
} from '../syntax.ts';
import { checkComprehension } from './validateComprehensions.ts';
import { checkNames } from './validateNames.ts';
import { checkCases } from './validatePatterns.ts';

interface Place {
  readonly inFunction: boolean;
  readonly inAsync: boolean;
  readonly inLoop: boolean;
  readonly inClass: boolean;
}

const moduleLevel: Place = { inFunction: false, inAsync: false, inLoop: false, inClass: false };

/** What only asynchronous functions do, and cells of notebooks. */
const WAITING = /^(?:await|async for|async with|asynchronous comprehension)\b/;

/** Nodes that are looked at between two pauses. */
const NODES = 10_000;

/** Of statements of the top level, with pauses. */
export function* checkingProgram(body: readonly Statement[]): Generator<void, SyntaxProblem[]> {
  const problems: SyntaxProblem[] = [];
  const pending: { node: Node; place: Place }[] = body.map(node => ({ node, place: moduleLevel }));
  let current = moduleLevel;
  const report = (span: Span, template: string, ...args: string[]) => {
    const inCell = WAITING.test(args[0] ?? template) && !current.inFunction && !current.inClass;
    problems.push({ type: 'SyntaxError', template, args, span, late: true, ...(inCell ? { inCell } : {}) });
  };
  let declares = false;
  for (let count = 1; pending.length > 0; count++) {
    if (count % NODES === 0) yield;
    const { node, place } = pending.pop()!;
    current = place;
    declares ||= node.kind === 'Global' || node.kind === 'Nonlocal';
    checkNode(node, place, report);
    descend(node, place, (below, inside) => pending.push({ node: below, place: inside }));
  }
  if (declares) checkNames(body, report);
  return problems;
}

type Report = (span: Span, template: string, ...args: string[]) => void;

function checkNode(node: Node, place: Place, report: Report): void {
  switch (node.kind) {
    case 'Return':
      if (!place.inFunction) report(node.span, "'{0}' outside function", 'return');
      break;
    case 'Yield':
    case 'YieldFrom':
      if (!place.inFunction) report(node.span, "'{0}' outside function", 'yield');
      else if (place.inAsync && node.kind === 'YieldFrom') {
        report(node.span, "'{0}' inside async function", 'yield from');
      }
      break;
    case 'AsyncFunctionDef':
      checkAsyncGenerator(node, report);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      checkComprehension(node, place, report);
      break;
    case 'Match':
      checkCases(node.cases, report);
      break;
    case 'arg':
      if (node.arg === '__debug__') report(node.span, 'cannot assign to {0}', node.arg);
      break;
    case 'keyword':
      if (node.arg === '__debug__') report(node.span, 'cannot assign to {0}', node.arg);
      break;
    case 'alias':
      if ((node.asname ?? node.name) === '__debug__') report(node.span, 'cannot assign to {0}', '__debug__');
      break;
    case 'Await':
      if (!place.inFunction) report(node.span, "'{0}' outside function", 'await');
      else if (!place.inAsync) report(node.span, "'{0}' outside async function", 'await');
      break;
    case 'AsyncFor':
    case 'AsyncWith':
      if (!place.inAsync) {
        report(
          node.span,
          "'{0}' outside async function",
          node.kind === 'AsyncFor' ? 'async for' : 'async with',
        );
      }
      break;
    case 'Break':
      if (!place.inLoop) report(node.span, "'{0}' outside loop", 'break');
      break;
    case 'Continue':
      if (!place.inLoop) report(node.span, "'{0}' not properly in loop", 'continue');
      break;
    case 'Nonlocal':
      if (!place.inFunction && !place.inClass)
        report(node.span, 'nonlocal declaration not allowed at module level');
      break;
    case 'ImportFrom':
      if (node.names.some(name => name.name === '*') && (place.inFunction || place.inClass)) {
        report(node.names[0]!.span, 'import * only allowed at module level');
      }
      if (node.module === '__future__') {
        const unknown = node.names.find(({ name }) => !features.has(name));
        if (unknown?.name === 'braces') report(node.span, 'not a chance');
        else if (unknown !== undefined) report(node.span, 'future feature {0} is not defined', unknown.name);
      }
      break;
    case 'Try':
    case 'TryStar':
      node.handlers.forEach((handler, index) => {
        if (handler.type === null && index < node.handlers.length - 1) {
          report(handler.span, "default 'except:' must be last");
        }
      });
      break;
    case 'Expr':
    case 'Assign':
      if (node.value.kind === 'Starred') report(node.value.span, "can't use starred expression here");
      break;
    case 'List':
    case 'Tuple':
      if (node.ctx === 'Store' && node.elts.filter(element => element.kind === 'Starred').length > 1) {
        report(node.span, 'multiple starred expressions in assignment');
      }
      break;
    case 'Name':
      if (node.ctx !== 'Load' && node.id === '__debug__')
        report(node.span, 'cannot assign to {0}', '__debug__');
      break;
    default:
  }
}

const features: ReadonlySet<string> = new Set(
  (
    'nested_scopes generators division absolute_import with_statement print_function unicode_literals ' +
    'barry_as_FLUFL generator_stop annotations'
  ).split(' '),
);

/** The imports from `__future__` that stand behind other statements. */
export function lateFutureImports(body: readonly Statement[]): SyntaxProblem[] {
  const isFuture = (node: Statement) => node.kind === 'ImportFrom' && node.module === '__future__';
  const first = body.findIndex(
    (node, index) =>
      !isFuture(node) &&
      !(
        index === 0 &&
        node.kind === 'Expr' &&
        node.value.kind === 'Constant' &&
        node.value.value.type === 'str'
      ),
  );
  if (first < 0) return [];
  const template = 'from __future__ imports must occur at the beginning of the file';
  return body
    .slice(first)
    .filter(isFuture)
    .map(({ span }) => ({ type: 'SyntaxError', template, args: [], span }));
}

/** A generator that waits gives nothing back at its end. */
function checkAsyncGenerator(node: AsyncFunctionDef, report: Report): void {
  const returns: Span[] = [];
  let yields = false;
  const pending: Node[] = [...node.body];
  while (pending.length > 0) {
    const next = pending.pop()!;
    if (/^(?:Async)?FunctionDef$|^ClassDef$|^Lambda$/.test(next.kind)) continue;
    if (next.kind === 'Yield') yields = true;
    if (next.kind === 'Return' && next.value !== null) returns.push(next.span);
    pending.push(...children(next));
  }
  if (!yields) return;
  for (const span of returns) report(span, "'{0}' with value in async generator", 'return');
}

function descend(node: Node, place: Place, visit: (node: Node, place: Place) => void): void {
  switch (node.kind) {
    case 'FunctionDef':
    case 'AsyncFunctionDef': {
      const inAsync = node.kind === 'AsyncFunctionDef';
      const body: Place = { inFunction: true, inAsync, inLoop: false, inClass: false };
      for (const outside of [...node.decorator_list, ...node.type_params]) visit(outside, place);
      visit(node.args, place);
      if (node.returns !== null) visit(node.returns, place);
      for (const statement of node.body) visit(statement, body);
      return;
    }
    case 'Lambda':
      visit(node.args, place);
      visit(node.body, { inFunction: true, inAsync: false, inLoop: false, inClass: false });
      return;
    case 'GeneratorExp': {
      // An await makes it an asynchronous generator; only its first iterable is evaluated outside of it.
      const inside: Place = { ...place, inFunction: true, inAsync: true };
      visit(node.elt, inside);
      node.generators.forEach((generator, index) => {
        visit(generator.target, inside);
        visit(generator.iter, index === 0 ? place : inside);
        for (const condition of generator.ifs) visit(condition, inside);
      });
      return;
    }
    case 'ClassDef': {
      const body: Place = { inFunction: false, inAsync: false, inLoop: false, inClass: true };
      for (const outside of [...node.decorator_list, ...node.bases, ...node.keywords]) visit(outside, place);
      for (const statement of node.body) visit(statement, body);
      return;
    }
    case 'For':
    case 'AsyncFor':
    case 'While': {
      const outside = node.kind === 'While' ? [node.test] : [node.target, node.iter];
      for (const below of [...outside, ...node.orelse]) visit(below, place);
      for (const statement of node.body) visit(statement, { ...place, inLoop: true });
      return;
    }
    default:
      for (const below of children(node)) visit(below, place);
  }
}
