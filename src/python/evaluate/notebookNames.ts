/** The names that IPython adds to a notebook's programs. */
import { PyClass } from '../classes.ts';
import { PyDict } from '../collections.ts';
import { method, named, native, suspendable } from '../functions.ts';
import { objectClass } from '../types.ts';
import { PyInstance, PyList, type PyTuple, type Value } from '../values.ts';

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
