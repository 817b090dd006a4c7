/** Which call of the script led into another file, as a library of ours that is written in Python. */
import type { Frame } from '../python/evaluate/frame.ts';
import { type Call, type Span, walk } from '../python/syntax.ts';
import { classOf } from '../python/types.ts';

/** The call of the script while another file's code runs, else its statement; null in the script itself. */
export function scriptSpan(frame: Frame): Span | null {
  if (frame.file.isScript) return null;
  for (let at = frame; at.caller !== null; at = at.caller)
    if (at.caller.file.isScript) return scriptCall(at) ?? at.caller.span;
  return null;
}

/**
 * The call in the script's statement that entered a frame, by the name of what it enters; null where none or several
 * have it, and where something else led there, such as an operator.
 */
function scriptCall({ func, firstArgument, caller }: Frame): Span | null {
  const statement = caller!.statement;
  if (func === null || statement === null) return null;
  const { name } = func.code;
  const title = name === '__init__' && firstArgument !== undefined ? classOf(firstArgument).name : name;
  const calls: Call[] = [];
  walk(statement, node => {
    if (node.kind === 'Call' && calledName(node) === title) calls.push(node);
  });
  if (calls.length !== 1) return null;
  const [call] = calls as [Call];
  return call.span.start.line === call.span.end.line ? call.span : call.func.span;
}

function calledName({ func }: Call): string | null {
  return func.kind === 'Name' ? func.id : func.kind === 'Attribute' ? func.attr : null;
}
