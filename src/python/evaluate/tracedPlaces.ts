/** Places that tracebacks mark otherwise than at the whole expression. */
import type { TracedPlace } from '../errors.ts';
import type { Attribute, Call, Expression } from '../syntax.ts';

/** From how many arguments on CPython calls a method like any other function. */
const MANY_ARGUMENTS = 30;

/** Whether CPython compiles a call as that of a method, which it places at the method's name. */
export function isMethodCall(node: Call): node is Call & { func: Attribute } {
  const { func, args, keywords } = node;
  if (func.kind !== 'Attribute') return false;
  const count = args.length + keywords.length + (keywords.length > 0 ? 1 : 0);
  return (
    count < MANY_ARGUMENTS &&
    args.every(arg => arg.kind !== 'Starred') &&
    keywords.every(keyword => keyword.arg !== null)
  );
}

/** An expression that reads an attribute in a later line than it begins in is marked from the attribute's name on. */
export function lastLineOf(node: Expression, attribute: Attribute): TracedPlace {
  const { start } = attribute.attrSpan;
  return start.line === node.span.start.line ? node : { kind: 'place', span: { start, end: node.span.end } };
}
