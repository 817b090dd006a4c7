/** Compiles imports: the user's modules beside the script, then the libraries. */
import { ImportError, ModuleNotFoundError, raise } from '../errors.ts';
import { PyModule } from '../functions.ts';
import { message } from '../message.ts';
import { getAttributeOrUndefined } from '../operations/attributes.ts';
import { startNow } from '../operations/calls.ts';
import { type Suspendable, settle } from '../suspension.ts';
import type { Import, ImportFrom, Span } from '../syntax.ts';
import { NotKnown, Unknown, type Value } from '../values.ts';
import { type Completion, type Execute, NORMAL } from './code.ts';
import type { Frame } from './frame.ts';
import { recover } from './guard.ts';
import { loadUserModule } from './module.ts';
import { compileBinding } from './names.ts';
import type { Scope } from './scopes.ts';

export function compileImport(node: Import, scope: Scope): Execute {
  const names = node.names.map(alias => ({
    alias,
    bind: compileBinding(alias.asname ?? alias.name.split('.')[0], scope),
  }));
  function* run(frame: Frame): Suspendable<Completion> {
    for (const { alias, bind } of names) {
      const whole = yield* importDotted(frame, alias.name, node);
      const first = alias.name.split('.')[0];
      const value =
        alias.asname !== null || first === alias.name ? whole : yield* importDotted(frame, first, node);
      bind(frame, value);
    }
    return NORMAL;
  }
  return frame => startNow(run(frame));
}

export function compileImportFrom(node: ImportFrom, scope: Scope): Execute {
  const names = node.names.map(alias => ({
    alias,
    bind: alias.name === '*' ? null : compileBinding(alias.asname ?? alias.name, scope),
  }));
  function* run(frame: Frame): Suspendable<Completion> {
    const moduleName = node.level === 0 ? node.module! : relativeName(frame, node);
    if (moduleName === '__future__') return NORMAL;
    const module = yield* importDotted(frame, moduleName, node);
    for (const { alias, bind } of names) {
      if (bind === null) importAll(frame, module, moduleName);
      else bind(frame, yield* importName(frame, module, moduleName, alias.name, node));
    }
    return NORMAL;
  }
  return frame => startNow(run(frame));
}

function relativeName(frame: Frame, node: ImportFrom): string {
  const own = frame.globals.map.get('__package__');
  const parts = typeof own === 'string' && own !== '' ? own.split('.') : [];
  const kept = parts.slice(0, parts.length - (node.level - 1));
  return [...kept, ...(node.module ? [node.module] : [])].join('.');
}

/** Where a statement names the module. */
export function moduleSpan(node: Import | ImportFrom, name: string): Span {
  if (node.kind === 'Import') return node.names.find(alias => alias.name === name)?.span ?? node.span;
  if (node.level > 0) return node.span;
  const { start } = node.span;
  const at = (columns: number) => ({
    line: start.line,
    column: start.column + columns,
    offset: start.offset + columns,
  });
  return { start: at('from '.length), end: at('from '.length + name.length) };
}

/** Imports `a.b.c` and gives the innermost module; errors are reported at the statement. */
function* importDotted(frame: Frame, name: string, node: Import | ImportFrom): Suspendable<Value> {
  const py = frame.py;
  try {
    // Like sys.path[0], the script's folder comes first: a user's keras.py hides the library.
    const own = loadUserModule(py, name);
    if (own !== null) return yield* settle<Value>(own);
    const library = py.modules.library(name);
    if (library) return library;
    const lacking = py.modules.firstLacking(name);
    if (lacking !== null) {
      throw raise(ModuleNotFoundError, `No module named '${lacking}'`, {
        code: 'import-name',
        blame: { kind: 'span', span: moduleSpan(node, name) },
        ...py.modules.whyLacking(name),
      });
    }
    const misspelt = py.modules.misspeltPart(name);
    if (misspelt !== null) throw missingPart(misspelt, moduleSpan(node, name));
    return py.policy.unknownModule(name, node.span);
  } catch (error) {
    // The error told, analysis goes on with what the script means.
    const substitute = recover(frame, node, error);
    return py.modules.former(name) ?? py.modules.meantBy(name) ?? substitute;
  }
}

function missingPart({ missing, meant }: { missing: string; meant: string }, span: Span): Error {
  return raise(ModuleNotFoundError, `No module named '${missing}'`, {
    code: 'import-name',
    blame: { kind: 'span', span },
    explanation: message('There is no module `{0}`; did you mean `{1}`?', missing, meant),
  });
}

function* importName(
  frame: Frame,
  module: Value,
  moduleName: string,
  name: string,
  node: ImportFrom,
): Suspendable<Value> {
  if (module instanceof Unknown) return new Unknown(module.reason, null, node.span);
  try {
    const { modules } = frame.py;
    // Of a module that is not there itself enough has been told.
    if (modules.firstLacking(moduleName) !== null)
      return modules.formerName(moduleName, name) ?? new Unknown(`what ${moduleName} held`, null, node.span);
    const isLacking = modules.lacksName(moduleName, name);
    const value = isLacking ? undefined : getAttributeOrUndefined(frame.py, module, name);
    if (value !== undefined) return value;
    const own = loadUserModule(frame.py, `${moduleName}.${name}`);
    if (own !== null) return yield* settle<Value>(own);
    const submodule = isLacking ? undefined : modules.library(`${moduleName}.${name}`);
    if (submodule) return submodule;
    if (modules.holdsMore(moduleName)) throw new NotKnown(`${moduleName}.${name} is not modelled`);
    const meant = module instanceof PyModule ? modules.meantName(module, name) : null;
    throw raise(ImportError, `cannot import name '${name}' from '${moduleName}' (unknown location)`, {
      code: 'import-name',
      blame: { kind: 'span', span: node.names.find(alias => alias.name === name)?.span ?? node.span },
      explanation:
        meant === null
          ? message('`{0}` has no `{1}`.', moduleName, name)
          : message('`{0}` has no `{1}`; did you mean `{2}`?', moduleName, name, meant),
      ...modules.whyLacking(moduleName, name),
    });
  } catch (error) {
    const substitute = recover(frame, node, error);
    return frame.py.modules.formerName(moduleName, name) ?? substitute;
  }
}

/** The names that a library's module has and nothing is known of, where nothing else has them. */
function importUnmodelled(frame: Frame, module: PyModule): void {
  for (const name of frame.py.modules.unmodelledNames(module.name)) {
    if (name.startsWith('_') || frame.globals.has(name) || frame.py.builtins.has(name)) continue;
    frame.globals.set(name, new Unknown(`${module.name}.${name} is not modelled`));
  }
}

function importAll(frame: Frame, module: Value, path: string): void {
  if (module instanceof Unknown) frame.py.policy.openNamespace(module);
  if (!(module instanceof PyModule)) return;
  const all = module.attributes.map.get('__all__');
  const names =
    all === undefined
      ? [...module.attributes.map.keys()].filter(name => !name.startsWith('_'))
      : frame.py.collect(all);
  for (const name of names) {
    const value = getAttributeOrUndefined(frame.py, module, name as string);
    if (value !== undefined) frame.globals.set(name as string, value);
  }
  for (const [name, handed] of Object.entries(frame.py.modules.handedOn(path))) {
    const value = frame.globals.has(name) ? undefined : frame.py.modules.library(handed);
    if (value !== undefined) frame.globals.set(name, value);
  }
  if (!frame.py.running) importUnmodelled(frame, module);
}
