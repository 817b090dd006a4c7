/** Running a file's text as a module. */
import { PyModule } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { startNow } from '../operations/calls.ts';
import { StateKey } from '../state.ts';
import { Pending, type Suspendable, whenSettled } from '../suspension.ts';
import { firstProblem, type Module, type Statement, walk } from '../syntax.ts';
import { syntaxError } from '../syntaxErrors.ts';
import type { Value } from '../values.ts';
import type { Completion, Execute } from './code.ts';
import { Compiler, type Watch } from './compiler.ts';
import { PyCoroutine } from './coroutines.ts';
import { Frame, type SourceFile } from './frame.ts';
import { runFrame } from './function.ts';
import { isNotebook, type NotebookCells, notebookNames, outputCell, showOutput } from './notebookNames.ts';
import { Scope } from './scopes.ts';
import { compileStatement, inSequence } from './statements.ts';

/** Executes a parsed module; its globals become the attributes of `module`. */
export function runModule(
  py: Interpreter,
  tree: Module,
  file: SourceFile,
  module: PyModule,
  options: ModuleOptions = {},
): Value | Pending {
  return moduleParts(py, tree, file, module, options)(0, tree.body.length);
}

/** Executes the statements of a module from one index up to another. */
export type RunPart = (start: number, end: number) => Value | Pending;

/** The code of top-level statements of one file. */
export type CompiledStatements = WeakMap<Statement, Execute>;

export interface ModuleOptions {
  /** What was compiled for the same `file` and `watch` before. */
  readonly compiled?: CompiledStatements;
  readonly watch?: Watch | null;
  /** Of a notebook that is run: what its cells give is shown. */
  readonly cells?: NotebookCells | null;
}

/** A module to be executed part by part, each once, in order. */
export function moduleParts(
  py: Interpreter,
  tree: Module,
  file: SourceFile,
  module: PyModule,
  { compiled = new WeakMap(), watch = null, cells = null }: ModuleOptions = {},
): RunPart {
  const scope = new Scope('module', null, '');
  const frame = new Frame({
    py,
    scope,
    file,
    globals: module.attributes,
    names: module.attributes,
    freeCells: [],
    caller: py.frame,
    func: null,
  });
  const isWaiting = isNotebook(file.path) && waits(tree);
  return (start, end) => {
    const statements = tree.body.slice(start, end);
    const codes = statements.map((statement, index) => {
      const next = tree.body[start + index + 1];
      const cell = cells === null ? null : outputCell(cells, file.text, statement, next);
      const code = compiled.get(statement) ?? compileAlone(statement, file, watch, cell);
      compiled.set(statement, code);
      return code;
    });
    const body = inSequence(statements, codes);
    return isWaiting ? runInLoop(py, frame, body) : runFrame(py, frame, body);
  };
}

const waiting = new WeakMap<Module, boolean>();

/** Whether something at the top level waits, so that all of the notebook runs inside of an event loop. */
function waits(tree: Module): boolean {
  let found = waiting.get(tree) ?? false;
  if (waiting.has(tree)) return found;
  walk(tree, node => {
    found ||=
      /^Await$|^Async(?:For|With)$/.test(node.kind) || (node.kind === 'comprehension' && node.is_async === 1);
    return !found && !/^(?:Async)?FunctionDef$|^ClassDef$|^Lambda$/.test(node.kind);
  });
  waiting.set(tree, found);
  return found;
}

/** The event loop that the cells of a notebook share. */
const notebookLoop = new StateKey<{ loop: Value }>('notebook loop', () => ({ loop: null }));

/** Runs statements as the body of a coroutine, as IPython runs cells. */
function runInLoop(py: Interpreter, frame: Frame, body: Execute): Value | Pending {
  const state = py.state(notebookLoop);
  state.loop ??= py.callMethod(py.importModule('asyncio'), 'new_event_loop');
  const method = py.getAttribute(state.loop, 'run_until_complete');
  return py.callSuspendable(method, [new PyCoroutine(frame, body)]);
}

/** Names of a module live in its dictionary, so that no statement of its top level depends on another. */
function compileAlone(
  statement: Statement,
  file: SourceFile,
  watch: Watch | null,
  cell: number | null,
): Execute {
  const alone: Module = { kind: 'Module', body: [statement], span: statement.span };
  const compiler = new Compiler(alone, file, watch);
  if (cell !== null && statement.kind === 'Expr') {
    const evaluate = compiler.expression(statement.value, compiler.scope(alone));
    return frame =>
      whenSettled<Value, Completion>(evaluate(frame), value => startNow(showOutput(frame, cell, value)));
  }
  return compileStatement(compiler, statement, compiler.scope(alone));
}

/** Makes the `__main__` module of a script. */
export function mainModule(py: Interpreter, file: SourceFile): PyModule {
  const module = new PyModule('__main__', [
    ['__name__', '__main__'],
    ['__file__', file.path],
    ['__doc__', null],
    ['__package__', null],
    ['__builtins__', null],
    ...(isNotebook(file.path) ? notebookNames() : []),
  ]);
  py.modules.add('__main__', module);
  return module;
}

/** A module of the user's beside the script, run at its first import; null when there is none. */
export function loadUserModule(py: Interpreter, name: string): Value | Pending | null {
  const loaded = py.modules.user(name);
  if (loaded !== undefined) return loaded;
  const source = py.host.moduleSource(name);
  if (source === null) return null;
  const parsed = py.parse(source.text);
  const module = new PyModule(name, [
    ['__name__', name],
    ['__file__', source.path],
    ['__package__', source.path.endsWith('__init__.py') ? name : name.split('.').slice(0, -1).join('.')],
  ]);
  py.modules.addUser(name, module, source.path, source.text);
  const problem = firstProblem(parsed.errors);
  if (problem !== undefined) {
    throw syntaxError(problem, source.path, source.text);
  }
  const result = runModule(
    py,
    parsed.module,
    { path: source.path, text: source.text, isScript: false },
    module,
  );
  const parent = name.includes('.') ? py.modules.user(name.slice(0, name.lastIndexOf('.'))) : undefined;
  parent?.attributes.map.set(name.slice(name.lastIndexOf('.') + 1), module);
  if (result instanceof Pending) return new Pending(moduleAfter(result, module));
  return module;
}

function* moduleAfter(pending: Pending, module: PyModule): Suspendable<Value> {
  yield* pending.rest;
  return module;
}
