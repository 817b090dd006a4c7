/** Code in strings: `eval`, `exec` and `compile`, interpreted like any other text of the program. */
import { raise, TypeError } from '../errors.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Pending } from '../suspension.ts';
import { firstProblem, type Module, type Span, type Statement } from '../syntax.ts';
import { syntaxError } from '../syntaxErrors.ts';
import type { AttributeMap, Value } from '../values.ts';
import { Compiler } from './compiler.ts';
import { Frame } from './frame.ts';
import { runFrame } from './function.ts';

export type CodeMode = 'eval' | 'exec' | 'single';

/** A parsed text, ready to be run. */
export interface ParsedCode {
  readonly tree: Module;
  readonly text: string;
  readonly path: string;
  readonly mode: CodeMode;
}

export function parseCode(py: Interpreter, text: string, path: string, mode: CodeMode): ParsedCode {
  const source = mode === 'eval' ? text.replace(/^[ \t]+/, '') : text;
  const { module, errors } = py.parse(source);
  const problem = firstProblem(errors);
  if (problem !== undefined) {
    throw syntaxError(problem, path, source);
  }
  const only = module.body[0];
  if (mode === 'eval' && (module.body.length !== 1 || only?.kind !== 'Expr')) {
    throw syntaxError(
      { type: 'SyntaxError', template: 'invalid syntax', args: [], span: placeInEval(only, module) },
      path,
      source,
    );
  }
  return { tree: module, text: source, path, mode };
}

/** Where `eval` finds that a text is no expression. */
function placeInEval(first: Statement | undefined, { span }: Module): Span {
  if (first === undefined) return { start: span.end, end: span.end };
  switch (first.kind) {
    case 'Assign': {
      const [target] = first.targets;
      const { end } = target!.span;
      const equals = { line: end.line, column: end.column + 1, offset: end.offset + 1 };
      return { start: equals, end: equals };
    }
    default:
      return first.span;
  }
}

/** Runs the code with these variables. An `eval` gives its value, anything else None. */
export function runCode(
  py: Interpreter,
  code: ParsedCode,
  globals: AttributeMap,
  names: AttributeMap,
): Value | Pending {
  const file = { path: code.path, text: code.text, isScript: false };
  const compiler = new Compiler(code.tree, file);
  const scope = compiler.scope(code.tree);
  const frame = new Frame({ py, scope, file, globals, names, freeCells: [], caller: py.frame, func: null });
  const [only] = code.tree.body;
  if (code.mode !== 'eval' || only?.kind !== 'Expr') {
    return runFrame(py, frame, compiler.block(code.tree.body, scope));
  }
  const value = { kind: 'Return', value: only.value, span: only.span } as const;
  return runFrame(py, frame, compiler.block([value], scope));
}

/** Raises the TypeError for what is no code. */
export function requireText(value: Value, name: string): string {
  if (typeof value === 'string') return value;
  throw raise(TypeError, `${name}() arg 1 must be a string, bytes or code object`);
}
