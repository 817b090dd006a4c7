/** The modules that a Python text imports, by the names that files beside it would have. */

const IMPORT = /^[ \t]*import[ \t]+([^\n#;]+)/gm;
const FROM = /^[ \t]*from[ \t]+(\w[\w.]*)[ \t]+import\b[ \t]*\(?([\w \t,]*)/gm;

/** Dotted names, each once: `import a.b as c, d` gives a.b and d; `from p import q` gives p and p.q. */
export function importedNames(text: string): string[] {
  const names = new Set<string>();
  for (const [, list] of text.matchAll(IMPORT)) {
    for (const part of list!.split(',')) {
      const name = /^\s*(\w[\w.]*)/.exec(part)?.[1];
      if (name) {
        names.add(name);
      }
    }
  }
  for (const [, module, list] of text.matchAll(FROM)) {
    names.add(module!);
    for (const part of list!.split(',')) {
      const name = /^\s*(\w+)/.exec(part)?.[1];
      if (name) {
        names.add(`${module}.${name}`);
      }
    }
  }
  return [...names];
}

/** Where the text of a module may stand, relative to the script's folder. */
export function moduleFiles(name: string): string[] {
  const path = name.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__init__.py`];
}
