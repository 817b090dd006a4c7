/** Compiles f-strings. */
import { assertNever } from '../assertNever.ts';
import type { TracedPlace } from '../errors.ts';
import { formatOf } from '../operations/format.ts';
import { reprOf, stringRepr, strOf } from '../operations/text.ts';
import type { FormattedValue, JoinedStr } from '../syntax.ts';
import { NotKnown, Unknown, type Value } from '../values.ts';
import type { Evaluate } from './code.ts';
import { evaluateMany, evaluateTwo } from './combine.ts';
import type { Compiler } from './compiler.ts';
import type { Frame } from './frame.ts';
import { guard } from './guard.ts';
import type { Scope } from './scopes.ts';

export function compileJoined(compiler: Compiler, node: JoinedStr, scope: Scope): Evaluate {
  // Where formatting fails CPython marks the whole string.
  const parts = node.values.map(value =>
    value.kind === 'FormattedValue'
      ? compileFormatted(compiler, value, scope, node)
      : compiler.expression(value, scope),
  );
  return evaluateMany(parts, (_, values) => {
    const unknown = values.find(value => value instanceof Unknown);
    return unknown instanceof Unknown ? new Unknown(unknown.reason, 'str') : values.join('');
  });
}

export function compileFormatted(
  compiler: Compiler,
  node: FormattedValue,
  scope: Scope,
  traced: TracedPlace = node,
): Evaluate {
  const spec = node.format_spec ? compiler.expression(node.format_spec, scope) : () => '';
  const evaluate = evaluateTwo(compiler.expression(node.value, scope), spec, (frame, value, format) => {
    if (value instanceof Unknown || format instanceof Unknown) throw new NotKnown((value as Unknown).reason);
    return formatOf(frame.py, convert(frame, node.conversion, value), format as string);
  });
  return guard(node, evaluate, null, traced);
}

function convert(frame: Frame, conversion: FormattedValue['conversion'], value: Value): Value {
  switch (conversion) {
    case -1:
      return value;
    case 115:
      return strOf(frame.py, value);
    case 114:
      return reprOf(frame.py, value);
    case 97:
      return escapeNonAscii(typeof value === 'string' ? stringRepr(value) : reprOf(frame.py, value));
    default:
      return assertNever(conversion);
  }
}

/** What `ascii()` does to the repr. */
function escapeNonAscii(text: string): string {
  return text.replace(/[\u{80}-\u{10ffff}]/gu, character => {
    const code = character.codePointAt(0)!;
    if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
    if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
    return `\\U${code.toString(16).padStart(8, '0')}`;
  });
}
