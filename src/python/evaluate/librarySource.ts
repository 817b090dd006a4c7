/** Runs library modules that are written in Python; each text is parsed and compiled once. */
import type { PyModule } from '../functions.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Module } from '../syntax.ts';
import { setJournal } from '../values.ts';
import type { Execute } from './code.ts';
import { Compiler } from './compiler.ts';
import { Frame, type SourceFile } from './frame.ts';
import { runFrame } from './function.ts';
import type { Scope } from './scopes.ts';

interface CompiledSource {
  readonly body: Execute;
  readonly scope: Scope;
  readonly file: SourceFile;
}

/** The Python text of a library module. */
export interface LibrarySource {
  readonly name: string;
  readonly text: string;
  /** Options that its functions take and need not read; undefined where it does not keep count of them. */
  readonly withoutEffect: readonly string[] | undefined;
}

/** By text: compiled code holds no state of a program. */
const compiledSources = new Map<string, CompiledSource>();

function compileSource(
  py: Interpreter,
  name: string,
  text: string,
  withoutEffect: readonly string[] | undefined,
): CompiledSource {
  const parsed = py.parse(text);
  if (parsed.errors.length > 0) throw new Error(`${name} is not valid Python: ${parsed.errors[0].template}`);
  const tree: Module = parsed.module;
  const file: SourceFile = {
    path: `${name.replaceAll('.', '/')}.py`,
    text,
    isScript: false,
    isLibrary: true,
    ...(withoutEffect && { withoutEffect: new Set(withoutEffect) }),
  };
  const compiler = new Compiler(tree, file);
  const scope = compiler.scope(tree);
  return { body: compiler.block(tree.body, scope), scope, file };
}

/** Executes the text with the module's attributes as its globals. It must not wait. */
export function runLibrarySource(
  py: Interpreter,
  { name, text, withoutEffect }: LibrarySource,
  module: PyModule,
): void {
  let compiled = compiledSources.get(text);
  if (!compiled) compiledSources.set(text, (compiled = compileSource(py, name, text, withoutEffect)));
  module.attributes.map.set('__name__', name);
  const frame = new Frame({
    py,
    scope: compiled.scope,
    file: compiled.file,
    globals: module.attributes,
    names: module.attributes,
    freeCells: [],
    caller: py.frame,
    func: null,
  });
  // Once loaded it stays, also where a branch asks for it first: nothing of it is put back behind the branch.
  const outer = setJournal(null);
  try {
    py.settleNow(runFrame(py, frame, compiled.body));
  } finally {
    setJournal(outer);
  }
}
