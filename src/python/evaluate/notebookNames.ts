/** The names that IPython adds to a notebook's programs. */
import { PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import { method, named, native, suspendable } from '../functions.ts';
import type { Suspendable } from '../suspension.ts';
import type { Statement } from '../syntax.ts';
import { objectClass } from '../types.ts';
import { PyInstance, PyList, type PyTuple, type Value } from '../values.ts';
import { NORMAL } from './code.ts';
import type { Frame } from './frame.ts';

const nothing = (signature: string) => method(signature, () => null);

/** What `get_ipython()` gives: its commands do nothing here. */
const shellClass = new PyClass(
  'InteractiveShell',
  [objectClass],
  named(
    nothing('run_line_magic(self, magic_name, line, _stack_depth=1)'),
    nothing('run_cell_magic(self, magic_name, line, cell)'),
    nothing('magic(self, arg_s)'),
    nothing('system(self, cmd)'),
    nothing('run_cell(self, raw_cell, store_history=False, silent=False, shell_futures=True, cell_id=None)'),
  ),
);

const display = suspendable('display(*objs, **kwargs)', function* ([objects], py) {
  const print = py.builtins.get('print') ?? null;
  for (const object of (objects as PyTuple).items) yield* py.callAndWait(print, [py.repr(object)]);
  return null;
});

/** Whether a program's path is a notebook's. */
export function isNotebook(path: string): boolean {
  return path.endsWith('.ipynb');
}

/** A notebook's cells as IPython counts them. */
export interface NotebookCells {
  /** The line of the text at which each cell begins, from 1. */
  readonly firstLines: readonly number[];
}

/** What a run adds: no outputs as yet, and the text of each cell. */
export function inputsOf(text: string, { firstLines }: NotebookCells): [string, Value][] {
  const lines = text.split(/\r\n|\r|\n/);
  const inputs = firstLines.map((line, index) =>
    lines.slice(line - 1, (firstLines[index + 1] ?? Infinity) - 1).join('\n'),
  );
  return [['In', new PyList(['', ...inputs])], ...OUTPUTS.map((name): [string, Value] => [name, ''])];
}

/** The newest output, the one before it, and the one before that. */
const OUTPUTS = ['_', '__', '___'];

/**
 * The cell, from 1, whose output an expression is: it stands last in the cell, without a semicolon behind it. Null for
 * other statements.
 */
export function outputCell(
  { firstLines }: NotebookCells,
  text: string,
  statement: Statement,
  next: Statement | undefined,
): number | null {
  if (statement.kind !== 'Expr') return null;
  const { end, start } = statement.span;
  if (/^[ \t]*;/.test(text.slice(end.offset))) return null;
  const cellOf = (line: number) => firstLines.findLastIndex(first => first <= line) + 1;
  const cell = cellOf(start.line);
  return next === undefined || cellOf(next.span.start.line) !== cell ? cell : null;
}

/** Shows what the last expression of a cell gives, and keeps it as `_`, `_3` and `Out[3]`. */
export function* showOutput(frame: Frame, cell: number, value: Value): Suspendable<0> {
  if (value === null) return NORMAL;
  const { py, globals } = frame;
  const names = globals.map;
  const outputs = names.get('Out');
  if (outputs instanceof PyDict) outputs.set(cell, value, py.keyRules);
  OUTPUTS.toReversed().forEach((name, index, all) => {
    const newer = all[index + 1];
    names.set(name, newer === undefined ? value : (names.get(newer) ?? ''));
  });
  names.set(`_${cell}`, value);
  yield* py.callAndWait(display, [value]);
  return NORMAL;
}

export function notebookNames(): [string, Value][] {
  return [
    ...named(
      display,
      native('get_ipython()', () => new PyInstance(shellClass)),
    ),
    ['In', new PyList([])],
    ['Out', new PyDict()],
  ];
}
