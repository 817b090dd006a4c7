/** Imports: library modules by their dotted names, and the user's own modules beside the script. */

import { PyClass } from './classes.ts';
import { PyDict } from './collections.ts';
import { ModuleNotFoundError, NotImplementedError, raise } from './errors.ts';
import { runLibrarySource } from './evaluate/librarySource.ts';
import { PyModule } from './functions.ts';
import type { Interpreter } from './interpreter.ts';
import type { ListedNames } from './listedNames.ts';
import type { Message } from './message.ts';
import { type Restorer, saveState } from './savedState.ts';
import { closestName } from './suggestions.ts';
import { setJournal, Unknown, type Value } from './values.ts';

/** A module that Kerascope provides. */
export interface LibraryModule {
  /** Dotted name: `numpy`, `keras.layers`. */
  readonly name: string;
  /** Other names it is imported by: `tensorflow.keras.layers`. */
  readonly aliases?: readonly string[];
  /** Its attributes, made once per program. */
  entries(py: Interpreter): Iterable<readonly [string, Value]>;
  /** More of the module, written in Python on top of `entries` and other modules; see {@link pythonModule}. */
  readonly source?: string;
  /** Names that another module of the registry defines, which is loaded when one of them is first read. */
  readonly elsewhere?: ReadonlyMap<string, string>;
  /**
   * Names the real module has and Kerascope does not model. Reading one is an unknown value under analysis and a
   * clear error under run; a name that is neither here nor in `entries` is an AttributeError as in Python.
   * `all`: the real module's names are not listed, every missing name counts as not modelled.
   */
  readonly unmodelled?: ReadonlySet<string> | 'all';
  /**
   * Modules that it imports under names of its own and so hands on by `import *`: their paths by these names.
   * `imported` is the path that the script wrote.
   */
  readonly handsOn?: (py: Interpreter, imported: string) => Readonly<Record<string, string>>;
  /** What the real module holds, for what is misspelt of a module whose names count as not modelled (`all`). */
  readonly names?: ListedNames;
  /** What objects of the text's classes hold, for the same. */
  readonly attributeNames?: ListedNames;
  /** Whether nobody has listed what the classes of the text lack; implied by `all`. */
  readonly openClasses?: boolean;
  /** What the real module's errors call it, where that is another name than scripts import it by. */
  readonly ownName?: string;
  /** Why a run does not offer what is not modelled, for the error that says so; left out where it may come. */
  readonly refusal?: string;
  /**
   * Options that functions of `source` take and that change nothing that they do here: by name, or with the function
   * before it (`concat.copy`). With this, every other option that a function takes and never reads is refused by its
   * name, unless it is given its default.
   */
  readonly withoutEffect?: readonly string[];
  /** What else the page of what is supported says of it. */
  readonly notes?: readonly string[];
  /** The modules and packages inside of the real one, in whatever version, but for private ones. */
  readonly parts?: ReadonlySet<string>;
  /** Whether submodules that are nowhere defined count as not modelled too. */
  readonly isPackage?: boolean;
  /** What the version of the library that the program is for has not: the module by a path, and names of it. */
  readonly lacks?: {
    module(py: Interpreter, path: string): boolean;
    /** `imported` is the path to the module that the script wrote, where it is known. */
    name(py: Interpreter, name: string, imported?: string): boolean;
    /** Whether the module, as the script imports it, holds more names than are listed. */
    holdsMore(imported: string): boolean;
    /** One sentence on why something of this name is not there. */
    why(py: Interpreter, name: string): Message;
  };
  /** The error for a name that the real module once had and removed, with its own words; undefined for others. */
  readonly removed?: (name: string) => Error | undefined;
}

/**
 * A library module written in Python: its functions then work under both policies by what they call. `unmodelled`
 * defaults to every name that the text does not define.
 */
export function pythonModule(
  name: string,
  source: string,
  options: Pick<LibraryModule, 'aliases' | 'attributeNames' | 'notes' | 'unmodelled' | 'withoutEffect'> = {},
): LibraryModule {
  return { name, source, entries: () => [], unmodelled: 'all', ...options };
}

/** Every library module by name and alias. */
export type LibraryRegistry = ReadonlyMap<string, LibraryModule>;

/** Builds a registry; throws when two modules claim one name. */
export function libraryRegistry(modules: Iterable<LibraryModule>): LibraryRegistry {
  const registry = new Map<string, LibraryModule>();
  for (const module of modules) {
    for (const name of [module.name, ...(module.aliases ?? [])]) {
      if (registry.has(name)) throw new Error(`two library modules are called ${name}`);
      registry.set(name, module);
    }
  }
  return registry;
}

/** `sys.modules` of one program. */
export class ModuleTable {
  private readonly py: Interpreter;
  private readonly libraries: LibraryRegistry;
  private readonly loaded = new Map<string, PyModule>();
  private readonly userModules = new Map<string, PyModule>();
  private readonly sources = new Map<string, string>();
  /** What modules hold that their versions lack, by whole names: another path to a module may have it after all. */
  private readonly lacking = new Map<string, Value>();

  constructor(py: Interpreter, libraries: LibraryRegistry) {
    this.py = py;
    this.libraries = libraries;
  }

  /** Remembers which modules are loaded; what is returned forgets those that came later. */
  save(): Restorer {
    const maps = [this.loaded, this.userModules, this.sources].map(map => saveState(map));
    return () => {
      for (const restore of maps) restore?.();
    };
  }

  get(name: string): PyModule | undefined {
    return this.loaded.get(name);
  }

  /** Whether a library, or any part of it, has been imported. */
  isLoaded(library: string): boolean {
    return [...this.loaded.keys()].some(name => name === library || name.startsWith(`${library}.`));
  }

  add(name: string, module: PyModule): void {
    this.loaded.set(name, module);
  }

  /** A module of the user's that has been imported. */
  user(name: string): PyModule | undefined {
    return this.userModules.get(name);
  }

  addUser(name: string, module: PyModule, path: string, text: string): void {
    this.userModules.set(name, module);
    this.sources.set(path, text);
  }

  /** The text of a user's module that was imported, for tracebacks. */
  sourceOf(path: string): string | null {
    return this.sources.get(path) ?? null;
  }

  /** The modules that are loaded now, for `sys.modules`. */
  asDict(): PyDict {
    return PyDict.fromStrings([...this.loaded, ...this.userModules]);
  }

  /** Whether a library module of this dotted name exists. */
  provides(name: string): boolean {
    return this.libraries.has(name);
  }

  /** The part of a dotted name that the version of a library lacks: the first module of it; null where it has all. */
  firstLacking(name: string): string | null {
    const lacks = this.libraries.get(name)?.lacks;
    const parts = name.split('.');
    const paths = parts.map((_part, index) => parts.slice(0, index + 1).join('.'));
    return paths.find(path => lacks?.module(this.py, path)) ?? null;
  }

  /** The part of a dotted name that no version of its package has, with the one that is meant; null where that is not sure. */
  misspeltPart(path: string): { readonly missing: string; readonly meant: string } | null {
    const [first, ...inside] = path.split('.');
    if (this.userModules.has(first)) return null;
    let around = first;
    for (const part of inside) {
      const whole = `${around}.${part}`;
      if (!this.libraries.has(whole)) {
        const parts = this.libraries.get(around)?.parts;
        if (parts === undefined || part.startsWith('_') || parts.has(part)) return null;
        const closest = closestName(part, this.partsOf(around));
        return closest === null ? null : { missing: whole, meant: `${around}.${closest}` };
      }
      around = whole;
    }
    return null;
  }

  /** The module that a misspelt path means, which from now on is found by that path; undefined for other paths. */
  meantBy(path: string): PyModule | undefined {
    const misspelt = this.misspeltPart(path);
    if (misspelt === null) return undefined;
    const { missing, meant } = misspelt;
    const around = this.load(missing.slice(0, missing.lastIndexOf('.')));
    const module = this.load(meant);
    if (around === undefined || module === undefined) return undefined;
    around.attributes.set(missing.slice(missing.lastIndexOf('.') + 1), module);
    return this.load(meant + path.slice(missing.length));
  }

  /** The modules inside of another that can be imported, by their last names. */
  private partsOf(path: string): string[] {
    const inside = [...this.libraries.keys()].filter(each => each.startsWith(`${path}.`));
    const names = inside.map(each => each.slice(path.length + 1)).filter(part => !/\.|^_/.test(part));
    return names.filter(name => this.firstLacking(`${path}.${name}`) === null);
  }

  /** Whether the version of a library has no such name in the module that a script imports by this path. */
  lacksName(imported: string, name: string): boolean {
    const isLacking = this.libraries.get(imported)?.lacks?.name(this.py, name, imported) ?? false;
    return isLacking && this.isAskedByScript;
  }

  /** Whether what a script imports by this path holds more names than are listed. */
  holdsMore(imported: string): boolean {
    return this.libraries.get(imported)?.lacks?.holdsMore(imported) ?? false;
  }

  /** A module that the version of a library has no longer, or not yet; undefined for others. */
  former(path: string): PyModule | undefined {
    return this.firstLacking(path) === null ? undefined : this.load(path);
  }

  /** What another version of a library holds by this name; undefined where the version has it, or none does. */
  formerName(imported: string, name: string): Value | undefined {
    const module = this.load(imported);
    const whole = `${imported}.${name}`;
    const isThere = [imported, whole].every(path => this.firstLacking(path) === null);
    if (module === undefined || (isThere && !this.lacksName(imported, name))) return undefined;
    return (
      (this.libraries.has(whole) ? this.load(whole) : undefined) ??
      module.attributes.map.get(name) ??
      this.lacking.get(`${module.name}.${name}`)
    );
  }

  /** Whether `from imported import name` gives something that is modelled, in the version that the program is for. */
  offers(imported: string, name: string): boolean {
    const module = this.library(imported);
    if (module === undefined || this.lacksName(imported, name)) return false;
    return module.attributes.map.has(name) || this.lacking.has(`${module.name}.${name}`);
  }

  /** What an error says of a name that the version of a library lacks, or of a module without one. */
  whyLacking(path: string, name?: string): { explanation?: Message } {
    const definition = this.libraries.get(path);
    const { lacks } = definition ?? {};
    const whole = name === undefined ? path : `${definition?.name}.${name}`;
    // What no version has, a misspelt name, is nothing that a version lacks.
    const isLacking =
      (this.libraries.has(whole) && lacks?.module(this.py, whole)) ||
      (name !== undefined && lacks?.name(this.py, name, path));
    return isLacking ? { explanation: lacks!.why(this.py, whole) } : {};
  }

  /** The name of the library module that is reached by a path, in whatever version. */
  homeOf(path: string): string | undefined {
    return this.libraries.get(path)?.name;
  }

  /** What errors call a module. */
  ownNameOf(module: PyModule): string {
    return this.libraries.get(module.name)?.ownName ?? module.name;
  }

  /** The names that a library module has and that are not modelled, where they are listed. */
  unmodelledNames(name: string): Iterable<string> {
    const names = this.libraries.get(name)?.unmodelled;
    return names === undefined || names === 'all' ? [] : names;
  }

  /** All that a module is known to hold, whether it is modelled or not. */
  namesIn(module: PyModule): string[] {
    const { name } = module;
    const names = new Set([
      ...module.attributes.map.keys(),
      ...this.unmodelledNames(name),
      ...(this.libraries.get(name)?.names ?? []),
      ...(this.libraries.get(name)?.elsewhere?.keys() ?? []),
      ...this.partsOf(name),
    ]);
    return [...names].filter(each => !this.lacksName(name, each)).sort();
  }

  /** The name of a module that is closest to one that it lacks: the class of a name in small letters is hardly meant. */
  meantName(module: PyModule, name: string): string | null {
    const isSmall = (each: string) => /^[a-z]/.test(each);
    const names = this.namesIn(module).filter(each => !each.startsWith('_'));
    const alike = names.filter(each => isSmall(each) === isSmall(name));
    return closestName(name, alike) ?? closestName(name, names);
  }

  /** The modules that `from name import *` brings besides, where the script has no such name. */
  handedOn(name: string): Readonly<Record<string, string>> {
    return this.libraries.get(name)?.handsOn?.(this.py, name) ?? {};
  }

  /** A library module, loaded at first use; undefined when there is none of that name in this version. */
  library(name: string): PyModule | undefined {
    const isLacking = this.isAskedByScript && this.libraries.get(name)?.lacks?.module(this.py, name);
    return isLacking ? undefined : this.load(name);
  }

  /** What a version lacks our own text uses all the same. */
  private get isAskedByScript(): boolean {
    return this.py.frame?.file.isLibrary !== true;
  }

  private load(name: string): PyModule | undefined {
    const loaded = this.loaded.get(name);
    if (loaded) return loaded;
    const definition = this.libraries.get(name) ?? this.unmodelledPart(name);
    if (!definition) return undefined;
    const shared = definition.name === name ? undefined : this.loaded.get(definition.name);
    if (shared) {
      this.loaded.set(name, shared);
      return shared;
    }
    const module: PyModule = new PyModule(definition.name, [], attribute =>
      this.missing(definition, attribute),
    );
    this.loaded.set(definition.name, module);
    this.loaded.set(name, module);
    // A module that is loaded stays loaded: no branch of the script takes back what is in it.
    const journal = setJournal(null);
    try {
      this.fill(module, definition);
    } finally {
      setJournal(journal);
    }
    return module;
  }

  private fill(module: PyModule, definition: LibraryModule): void {
    for (const [key, value] of definition.entries(this.py)) {
      if (definition.lacks?.name(this.py, key)) this.lacking.set(`${definition.name}.${key}`, value);
      else module.attributes.map.set(key, value);
    }
    if (definition.source !== undefined) {
      const { name, source: text, withoutEffect } = definition;
      runLibrarySource(this.py, { name, text, withoutEffect }, module);
      if (definition.unmodelled === 'all' || definition.openClasses === true)
        leaveClassesOpen(module, definition);
    }
  }

  /** A submodule of a package of which nobody has listed the parts. */
  private unmodelledPart(name: string): LibraryModule | undefined {
    const dot = name.indexOf('.');
    const whole = dot < 0 ? undefined : this.libraries.get(name.slice(0, dot));
    if (!whole?.isPackage) return undefined;
    return { name, entries: () => [], unmodelled: 'all', refusal: whole.refusal };
  }

  private missing(definition: LibraryModule, attribute: string): Value | undefined {
    const part = `${definition.name}.${attribute}`;
    const submodule = this.libraries.has(part) || this.loaded.has(part) ? this.library(part) : undefined;
    if (submodule) return submodule;
    if (this.isAskedByScript && definition.lacks?.name(this.py, attribute)) return undefined;
    const had = this.lacking.get(part);
    if (had !== undefined) return had;
    const home = definition.elsewhere?.get(attribute);
    if (home !== undefined) return this.library(home)?.attributes.map.get(attribute);
    const removed = definition.removed?.(attribute);
    if (removed) throw removed;
    const unmodelled = definition.unmodelled;
    const isMissing =
      unmodelled === 'all' ? definition.names?.isMisspelt(attribute) : !unmodelled?.has(attribute);
    if (isMissing) return undefined;
    const name = `${definition.name}.${attribute}`;
    if (!this.py.running) return new Unknown(`${name} is not modelled`);
    const { refusal } = definition;
    const ending = refusal === undefined ? ' yet' : `: ${refusal}`;
    throw raise(NotImplementedError, `${name} is not supported by Kerascope${ending}`);
  }

  /** Imports a library module by its whole dotted name. The user's modules are imported by the evaluator. */
  import(name: string): PyModule | Unknown {
    const module = this.load(name);
    if (module) return module;
    if (!this.py.running) return new Unknown(`module ${name} is not modelled`);
    throw raise(ModuleNotFoundError, `No module named '${name}'`);
  }
}

/** Where nobody has listed what a module lacks, nobody has for its classes either; but some answer for themselves. */
function leaveClassesOpen(module: PyModule, { attributeNames }: LibraryModule): void {
  for (const value of module.attributes.map.values()) {
    // A private class is a part of others.
    if (!(value instanceof PyClass) || value.module !== module.name || value.name.startsWith('_')) continue;
    value.listed ??= attributeNames ?? null;
    if (value.lookup('__getattr__') === undefined) value.unmodelled ??= 'all';
  }
}
