/** Finds the user's own modules that a script imports, beside it and in packages there, before it starts. */

import type { ParsedModule } from '../python/interpreter.ts';
import type { LibraryRegistry } from '../python/modules.ts';
import { type Module, walk } from '../python/syntax.ts';

/** A module of the user's: its path as tracebacks show it, and its text. */
export interface LocalModule {
  readonly path: string;
  readonly text: string;
}

/** The folder of the script. Paths are relative to it, with forward slashes; '' is the folder itself. */
export interface ScriptFolder {
  /** Names of what is inside a folder; null where there is no such folder or it may not be read. */
  list(path: string): Promise<ReadonlySet<string> | null>;
  /** Text of a file; null when it cannot be read. */
  text(path: string): Promise<string | null>;
  /** How tracebacks name a path. */
  shown(path: string): string;
}

/** A folder without `__init__.py` is a package too, of no text. */
const NAMESPACE_TEXT = '';

/** Every local module that the script imports, directly or through other modules, by dotted name. */
export async function collectLocalModules(
  script: Module,
  folder: ScriptFolder,
  parse: (text: string) => ParsedModule,
  libraries: LibraryRegistry,
): Promise<ReadonlyMap<string, LocalModule>> {
  const search = new ModuleSearch(folder, libraries);
  const open = importedNames(script, '');
  for (const name of open) {
    const found = await search.find(name);
    if (found === null) continue;
    const inside = found.isPackage ? name : parentOf(name);
    for (const other of importedNames(parse(found.module.text).module, inside)) open.add(other);
  }
  return search.found;
}

class ModuleSearch {
  readonly found = new Map<string, LocalModule>();
  private readonly packages = new Set<string>(['']);
  private readonly folder: ScriptFolder;
  private readonly libraries: LibraryRegistry;
  private readonly listings = new Map<string, ReadonlySet<string> | null>();

  constructor(folder: ScriptFolder, libraries: LibraryRegistry) {
    this.folder = folder;
    this.libraries = libraries;
  }

  /** The module of this name when it is new and local; a package is looked for before a file, as Python does. */
  async find(name: string): Promise<{ module: LocalModule; isPackage: boolean } | null> {
    if (this.found.has(name) || !this.packages.has(parentOf(name))) return null;
    const path = name.replaceAll('.', '/');
    const last = name.slice(name.lastIndexOf('.') + 1);
    const beside = await this.list(path.slice(0, Math.max(0, path.length - last.length - 1)));
    const inside = beside?.has(last) ? await this.list(path) : null;
    if (inside?.has('__init__.py')) return this.take(name, `${path}/__init__.py`, true);
    if (beside?.has(`${last}.py`)) return this.take(name, `${path}.py`, false);
    if (inside === null || this.libraries.has(name)) return null;
    const module = { path: this.folder.shown(`${path}/__init__.py`), text: NAMESPACE_TEXT };
    this.found.set(name, module);
    this.packages.add(name);
    return { module, isPackage: true };
  }

  private async take(name: string, path: string, isPackage: boolean) {
    const text = await this.folder.text(path);
    if (text === null) return null;
    const module = { path: this.folder.shown(path), text };
    this.found.set(name, module);
    if (isPackage) this.packages.add(name);
    return { module, isPackage };
  }

  private async list(path: string): Promise<ReadonlySet<string> | null> {
    const known = this.listings.get(path);
    if (known !== undefined) return known;
    const names = await this.folder.list(path);
    this.listings.set(path, names);
    return names;
  }
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}

/**
 * Dotted names that the statements of a module import, parents before their submodules. `from a import b` may mean
 * the module `a.b`, so it counts as well.
 * @param inside the package that relative imports start from
 */
export function importedNames(module: Module, inside: string): Set<string> {
  const names = new Set<string>();
  const add = (name: string) => {
    const parts = name.split('.').filter(part => part !== '');
    for (let count = 1; count <= parts.length; count++) names.add(parts.slice(0, count).join('.'));
  };
  walk(module, node => {
    if (node.kind === 'Import') {
      for (const alias of node.names) add(alias.name);
    } else if (node.kind === 'ImportFrom') {
      const base = node.level === 0 ? '' : ancestor(inside, node.level - 1);
      const start = [base, node.module ?? ''].filter(part => part !== '').join('.');
      add(start);
      for (const alias of node.names) if (alias.name !== '*') add(`${start}.${alias.name}`);
    }
    return true;
  });
  return names;
}

function ancestor(name: string, levels: number): string {
  const parts = name.split('.');
  return parts.slice(0, Math.max(0, parts.length - levels)).join('.');
}
