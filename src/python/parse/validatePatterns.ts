/** Finds patterns that CPython's compiler rejects. */

import type { Expression, MatchCase, Pattern, Span } from '../syntax.ts';

type Report = (span: Span, template: string, ...args: string[]) => void;

export function checkCases(cases: readonly MatchCase[], report: Report): void {
  cases.forEach((each, index) => {
    if (each.guard === null && index < cases.length - 1) reportUnreachable(each.pattern, report);
    bindings(each.pattern, report);
  });
}

/** Reports a pattern that always matches, where others follow. */
function reportUnreachable(pattern: Pattern, report: Report): void {
  if (pattern.kind !== 'MatchAs' || pattern.pattern !== null) return;
  if (pattern.name === null) report(pattern.span, 'wildcard makes remaining patterns unreachable');
  else report(pattern.span, "name capture '{0}' makes remaining patterns unreachable", pattern.name);
}

/** The names that a pattern binds, and what is wrong with it. */
function bindings(pattern: Pattern, report: Report): Set<string> {
  const names = new Set<string>();
  const bind = (name: string | null, span: Span) => {
    if (name === null) return;
    if (names.has(name)) report(span, "multiple assignments to name '{0}' in pattern", name);
    names.add(name);
  };
  const below = (patterns: readonly Pattern[]) => {
    for (const each of patterns) for (const name of bindings(each, report)) bind(name, each.span);
  };
  switch (pattern.kind) {
    case 'MatchValue':
      checkComplex(pattern.value, report);
      break;
    case 'MatchAs':
      if (pattern.pattern !== null) below([pattern.pattern]);
      bind(pattern.name, pattern.span);
      break;
    case 'MatchStar':
      bind(pattern.name, pattern.span);
      break;
    case 'MatchSequence':
      if (pattern.patterns.filter(each => each.kind === 'MatchStar').length > 1) {
        report(pattern.span, 'multiple starred names in sequence pattern');
      }
      below(pattern.patterns);
      break;
    case 'MatchMapping':
      checkKeys(pattern.keys, pattern.span, report);
      below(pattern.patterns);
      bind(pattern.rest, pattern.span);
      break;
    case 'MatchClass':
      pattern.kwd_attrs.forEach((name, index) => {
        if (pattern.kwd_attrs.indexOf(name) < index) {
          report(pattern.kwd_patterns[index]!.span, 'attribute name repeated in class pattern: {0}', name);
        }
      });
      below([...pattern.patterns, ...pattern.kwd_patterns]);
      break;
    case 'MatchOr':
      return alternatives(pattern.patterns, pattern.span, report);
    default:
  }
  return names;
}

function alternatives(patterns: readonly Pattern[], span: Span, report: Report): Set<string> {
  for (const each of patterns.slice(0, -1)) reportUnreachable(each, report);
  const [first, ...rest] = patterns.map(each => bindings(each, report));
  if (rest.some(names => names.size !== first!.size || ![...names].every(name => first!.has(name)))) {
    const unreachable = patterns.slice(0, -1).some(each => each.kind === 'MatchAs' && each.pattern === null);
    if (!unreachable) report(span, 'alternative patterns bind different names');
  }
  return first!;
}

function checkKeys(keys: readonly Expression[], span: Span, report: Report): void {
  const seen = new Set<string>();
  for (const key of keys) {
    if (key.kind !== 'Constant' || (key.value.type !== 'int' && key.value.type !== 'str')) continue;
    const text = key.value.type === 'str' ? `'${key.value.value}'` : String(key.value.value);
    if (seen.has(text)) report(span, 'mapping pattern checks duplicate key ({0})', text);
    seen.add(text);
  }
}

function checkComplex(value: Expression, report: Report): void {
  if (value.kind !== 'BinOp' || value.right.kind !== 'Constant') return;
  if (value.right.value.type !== 'complex') {
    report(value.right.span, 'imaginary number required in complex literal');
  }
}
