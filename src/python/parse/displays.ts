/** Converts calls, dictionaries and comprehensions. */

import type { Comprehension, Expression, Keyword } from '../syntax.ts';
import { type Concrete, contentOf, hasToken, requiredField } from './concrete.ts';
import { expression, identifier, place, spanOf } from './expressions.ts';
import type { Source } from './source.ts';

export function dictionary(source: Source, node: Concrete): Expression {
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  for (const child of contentOf(node)) {
    if (child.type === 'dictionary_splat') {
      keys.push(null);
      values.push(expression(source, child.children[1]!));
    } else {
      keys.push(expression(source, requiredField(child, 'key')));
      values.push(expression(source, requiredField(child, 'value')));
    }
  }
  return { kind: 'Dict', keys, values, span: spanOf(source, node) };
}

export function comprehension(source: Source, node: Concrete): Expression {
  const body = requiredField(node, 'body');
  const span = spanOf(source, node);
  const generators = comprehensionClauses(source, node);
  if (node.type === 'dictionary_comprehension') {
    return {
      kind: 'DictComp',
      key: expression(source, requiredField(body, 'key')),
      value: expression(source, requiredField(body, 'value')),
      generators,
      span,
    };
  }
  const elt = expression(source, body);
  if (elt.kind === 'Starred') {
    source.fail(body.start, body.end, 'iterable unpacking cannot be used in comprehension');
  }
  if (node.type === 'list_comprehension') return { kind: 'ListComp', elt, generators, span };
  if (node.type === 'set_comprehension') return { kind: 'SetComp', elt, generators, span };
  return { kind: 'GeneratorExp', elt, generators, span };
}

function comprehensionClauses(source: Source, node: Concrete): Comprehension[] {
  const clauses: (Comprehension & { ifs: Expression[] })[] = [];
  for (const child of node.children) {
    if (child.type === 'if_clause') {
      const clause = clauses[clauses.length - 1]!;
      clause.ifs.push(expression(source, child.children[1]!));
    } else if (child.type === 'for_in_clause') {
      // Python 2 allowed `for x in 1, 2` here; in a call the second is an argument too many.
      if (hasToken(child, ',') && child.children.filter(part => part.field === 'right').length > 1) {
        source.fail(node.start, node.end, 'Generator expression must be parenthesized');
      }
      clauses.push({
        kind: 'comprehension',
        target: place(source, requiredField(child, 'left'), 'Store'),
        iter: expression(source, requiredField(child, 'right')),
        ifs: [],
        is_async: hasToken(child, 'async') ? 1 : 0,
        span: spanOf(source, child),
      });
    }
  }
  return clauses;
}

export function call(source: Source, node: Concrete): Expression {
  const func = expression(source, requiredField(node, 'function'));
  const list = requiredField(node, 'arguments');
  if (list.type === 'generator_expression') {
    return { kind: 'Call', func, args: [expression(source, list)], keywords: [], span: spanOf(source, node) };
  }
  return { kind: 'Call', func, ...callArguments(source, list), span: spanOf(source, node) };
}

/** The arguments between the parentheses of a call or class definition. */
export function callArguments(source: Source, list: Concrete): { args: Expression[]; keywords: Keyword[] } {
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  for (const child of contentOf(list)) {
    if (child.type === 'keyword_argument') {
      const arg = identifier(source, requiredField(child, 'name'));
      if (keywords.some(keyword => keyword.arg === arg)) {
        source.report(child.start, child.end, 'keyword argument repeated: {0}', arg);
      }
      const value = expression(source, requiredField(child, 'value'));
      keywords.push({ kind: 'keyword', arg, value, span: spanOf(source, child) });
    } else if (child.type === 'dictionary_splat') {
      const value = expression(source, child.children[1]!);
      keywords.push({ kind: 'keyword', arg: null, value, span: spanOf(source, child) });
    } else {
      const value = expression(source, child);
      if (value.kind === 'Starred') {
        if (keywords.some(keyword => keyword.arg === null)) {
          source.report(
            child.start,
            child.end,
            'iterable argument unpacking follows keyword argument unpacking',
          );
        }
      } else if (keywords.some(keyword => keyword.arg === null)) {
        source.report(list.end - 1, list.end, 'positional argument follows keyword argument unpacking');
      } else if (keywords.length > 0) {
        source.report(list.end - 1, list.end, 'positional argument follows keyword argument');
      }
      args.push(value);
    }
  }
  return { args, keywords };
}
