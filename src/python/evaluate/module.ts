/** Running a file's text as a module. */
import { raise, SyntaxError } from '../errors.ts';
import { PyModule } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import { Pending, type Suspendable } from '../suspension.ts';
import { type Module, problemMessage } from '../syntax.ts';
import type { Value } from '../values.ts';
import { Compiler, type Watch } from './compiler.ts';
import { Frame, type SourceFile } from './frame.ts';
import { runFrame } from './function.ts';
import { isNotebook, notebookNames } from './notebookNames.ts';

/** Executes a parsed module; its globals become the attributes of `module`. */
export function runModule(
  py: Interpreter,
  tree: Module,
  file: SourceFile,
  module: PyModule,
): Value | Pending {
  return moduleParts(py, tree, file, module)(0, tree.body.length);
}

/** Executes the statements of a module from one index up to another. */
export type RunPart = (start: number, end: number) => Value | Pending;

/** A module to be executed part by part, each once, in order. */
export function moduleParts(
  py: Interpreter,
  tree: Module,
  file: SourceFile,
  module: PyModule,
  watch: Watch | null = null,
): RunPart {
  const compiler = new Compiler(tree, file, watch);
  const scope = compiler.scope(tree);
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
  return (start, end) => runFrame(py, frame, compiler.block(tree.body.slice(start, end), scope));
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
  const problem = parsed.errors[0];
  if (problem !== undefined) {
    throw raise(SyntaxError, `${problemMessage(problem)} (${source.path}, line ${problem.span.start.line})`);
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
