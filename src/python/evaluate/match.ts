/** Compiles `match`. */
import { assertNever } from '../assertNever.ts';
import { PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import { raise, TypeError } from '../errors.ts';
import { getAttributeOrUndefined } from '../operations/attributes.ts';
import { startNow } from '../operations/calls.ts';
import { truthOf } from '../operations/truth.ts';
import { type Pending, type Suspendable, settle } from '../suspension.ts';
import type { Match, MatchClass, MatchMapping, MatchSequence, Pattern, Statement } from '../syntax.ts';
import {
  boolClass,
  bytesClass,
  classOf,
  dictClass,
  floatClass,
  intClass,
  listClass,
  setClass,
  strClass,
  tupleClass,
} from '../types.ts';
import { PyList, PyTuple, Unknown, type Value } from '../values.ts';
import { type Completion, type Evaluate, type Execute, NORMAL } from './code.ts';
import type { Compiler } from './compiler.ts';
import { constantValue } from './expressions.ts';
import type { Frame } from './frame.ts';
import { recover } from './guard.ts';
import { compileBinding } from './names.ts';
import type { Scope } from './scopes.ts';

/** Whether a pattern matches; captures are bound on the way. Unknown when it cannot be decided. */
type Test = (frame: Frame, subject: Value) => boolean | Unknown;

/** The answer of a pattern, with its errors reported at its place. */
function tried(frame: Frame, test: Test, subject: Value, place: Statement): boolean | Unknown {
  try {
    return test(frame, subject);
  } catch (error) {
    const answer = recover(frame, place, error);
    return answer instanceof Unknown ? answer : new Unknown('whether the pattern matches is not known');
  }
}

export function compileMatch(compiler: Compiler, node: Match, scope: Scope): Execute {
  const subject = compiler.expression(node.subject, scope);
  const cases = node.cases.map(item => ({
    test: compilePattern(compiler, item.pattern, scope),
    guard: item.guard ? compiler.expression(item.guard, scope) : null,
    body: compiler.block(item.body, scope),
  }));

  const places = node.cases.map(({ pattern }): Statement => ({ kind: 'Pass', span: pattern.span }));

  function* from(frame: Frame, value: Value, start: number): Suspendable<Completion> {
    for (let index = start; index < cases.length; index++) {
      const { test, guard, body } = cases[index];
      let matched = tried(frame, test, value, places[index]);
      if (matched === true && guard !== null) matched = truthOf(frame.py, yield* settle(guard(frame)));
      if (matched === true) return yield* settle(body(frame));
      if (matched instanceof Unknown) {
        return yield* settle(
          frame.py.policy.branch(frame, matched, [
            () => body(frame),
            () => startNow(from(frame, value, index + 1)),
          ]),
        );
      }
    }
    return NORMAL;
  }
  function* run(frame: Frame): Suspendable<Completion> {
    return yield* from(frame, yield* settle(subject(frame)), 0);
  }
  return frame => startNow(run(frame));
}

function compilePattern(compiler: Compiler, node: Pattern, scope: Scope): Test {
  switch (node.kind) {
    case 'MatchValue': {
      const expected = compiler.expression(node.value, scope);
      return (frame, subject) => equals(frame, subject, expected);
    }
    case 'MatchSingleton': {
      const expected = constantValue(node.value);
      return (_, subject) => (subject instanceof Unknown ? subject : subject === expected);
    }
    case 'MatchSequence':
      return compileSequencePattern(compiler, node, scope);
    case 'MatchMapping':
      return compileMappingPattern(compiler, node, scope);
    case 'MatchClass':
      return compileClassPattern(compiler, node, scope);
    case 'MatchStar':
      return capture(node.name, scope);
    case 'MatchAs': {
      const inner = node.pattern ? compilePattern(compiler, node.pattern, scope) : null;
      const bind = capture(node.name, scope);
      return (frame, subject) => {
        const matched = inner === null ? true : inner(frame, subject);
        if (matched !== false) bind(frame, subject);
        return matched;
      };
    }
    case 'MatchOr': {
      const tests = node.patterns.map(pattern => compilePattern(compiler, pattern, scope));
      return (frame, subject) => anyOf(tests.map(test => () => test(frame, subject)));
    }
    default:
      return assertNever(node);
  }
}

function capture(name: string | null, scope: Scope): Test {
  if (name === null) return () => true;
  const bind = compileBinding(name, scope);
  return (frame, subject) => {
    bind(frame, subject);
    return true;
  };
}

function equals(frame: Frame, subject: Value, expected: Evaluate): boolean | Unknown {
  const value = frame.py.settleNow(expected(frame) as Value | Pending);
  return truthOf(frame.py, frame.py.compare('Eq', subject, value));
}

function anyOf(tests: readonly (() => boolean | Unknown)[]): boolean | Unknown {
  let unknown: Unknown | null = null;
  for (const test of tests) {
    const result = test();
    if (result === true) return unknown ?? true;
    if (result instanceof Unknown) unknown = result;
  }
  return unknown ?? false;
}

function allOf(tests: readonly (() => boolean | Unknown)[]): boolean | Unknown {
  let unknown: Unknown | null = null;
  for (const test of tests) {
    const result = test();
    if (result === false) return false;
    if (result instanceof Unknown) unknown = result;
  }
  return unknown ?? true;
}

function compileSequencePattern(compiler: Compiler, node: MatchSequence, scope: Scope): Test {
  const tests = node.patterns.map(pattern => compilePattern(compiler, pattern, scope));
  const star = node.patterns.findIndex(pattern => pattern.kind === 'MatchStar');
  return (frame, subject) => {
    if (subject instanceof Unknown) return subject;
    if (!(subject instanceof PyList || subject instanceof PyTuple)) return false;
    if (subject instanceof PyList && subject.lost) return subject.lost;
    const items = subject.items;
    if (star < 0 ? items.length !== tests.length : items.length < tests.length - 1) return false;
    const after = tests.length - 1 - star;
    return allOf(
      tests.map((test, index) => () => {
        if (star < 0 || index < star) return test(frame, items[index]);
        if (index === star) return test(frame, new PyList(items.slice(star, items.length - after)));
        return test(frame, items[items.length - (tests.length - index)]);
      }),
    );
  };
}

function compileMappingPattern(compiler: Compiler, node: MatchMapping, scope: Scope): Test {
  const keys = node.keys.map(key => compiler.expression(key, scope));
  const tests = node.patterns.map(pattern => compilePattern(compiler, pattern, scope));
  const bindRest = node.rest === null ? null : compileBinding(node.rest, scope);
  return (frame, subject) => {
    if (subject instanceof Unknown) return subject;
    if (!(subject instanceof PyDict)) return false;
    if (subject.lost) return subject.lost;
    const rules = frame.py.keyRules;
    const found: Value[] = [];
    for (const key of keys) {
      const name = frame.py.settleNow(key(frame) as Value | Pending);
      if (subject.get(name, rules) === undefined) return false;
      found.push(name);
    }
    const matched = allOf(tests.map((test, index) => () => test(frame, subject.get(found[index], rules)!)));
    if (matched !== false && bindRest) {
      const rest = new PyDict();
      for (const [key, value] of subject.entries()) {
        if (!found.some(name => frame.py.equal(name, key))) rest.set(key, value, rules);
      }
      bindRest(frame, rest);
    }
    return matched;
  };
}

/** These match their subject itself with one positional pattern. */
const selfMatching: ReadonlySet<PyClass> = new Set([
  boolClass,
  bytesClass,
  dictClass,
  floatClass,
  intClass,
  listClass,
  setClass,
  strClass,
  tupleClass,
]);

function compileClassPattern(compiler: Compiler, node: MatchClass, scope: Scope): Test {
  const cls = compiler.expression(node.cls, scope);
  const positional = node.patterns.map(pattern => compilePattern(compiler, pattern, scope));
  const named = node.kwd_patterns.map(pattern => compilePattern(compiler, pattern, scope));
  return (frame, subject) => {
    const type = frame.py.settleNow(cls(frame) as Value | Pending);
    if (subject instanceof Unknown) return subject;
    if (type instanceof Unknown) return type;
    if (!(type instanceof PyClass)) throw raise(TypeError, 'called match pattern must be a class');
    if (!classOf(subject).mro.includes(type)) return false;
    const names = positional.length > 0 ? positionalNames(type, positional.length) : [];
    return allOf([
      ...positional.map((test, index) => () => {
        const name = names[index];
        return name === null ? test(frame, subject) : attribute(frame, subject, name, test);
      }),
      ...named.map((test, index) => () => attribute(frame, subject, node.kwd_attrs[index], test)),
    ]);
  };
}

/** Attribute names for positional sub-patterns; null stands for the subject itself. */
function positionalNames(type: PyClass, count: number): (string | null)[] {
  if (
    [...selfMatching].some(builtin => type.isSubclassOf(builtin)) &&
    type.lookup('__match_args__') === undefined
  ) {
    if (count > 1) {
      throw raise(TypeError, `${type.name}() accepts 1 positional sub-pattern (${count} given)`);
    }
    return [null];
  }
  const names = type.lookup('__match_args__');
  const list = names instanceof PyTuple ? names.items.map(String) : [];
  if (list.length < count) {
    throw raise(
      TypeError,
      `${type.name}() accepts ${list.length} positional sub-pattern${list.length === 1 ? '' : 's'} (${count} given)`,
    );
  }
  return list;
}

function attribute(frame: Frame, subject: Value, name: string, test: Test): boolean | Unknown {
  const value = getAttributeOrUndefined(frame.py, subject, name);
  return value === undefined ? false : test(frame, value);
}
