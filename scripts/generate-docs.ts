/** Writes docs/diagnostics.md (English and Chinese) and docs/supported.md: `node scripts/generate-docs.ts`. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { AnalysisPolicy } from '../src/analysis/analysisPolicy.ts';
import type { Check } from '../src/checks/check.ts';
import { type ErrorCode, errorChapters } from '../src/checks/errors/index.ts';
import { checks } from '../src/checks/index.ts';
import { allLibraries } from '../src/library/index.ts';
import { insideNames } from '../src/library/keras/modules/insideNames.ts';
import { listsName } from '../src/library/keras/modules/nameHistory.ts';
import { publicNames } from '../src/library/keras/modules/publicNames.ts';
import { refusalOf } from '../src/library/keras/modules/refusals.ts';
import { constructorOf } from '../src/library/keras/objects/kerasObject.ts';
import { PyClass } from '../src/python/classes.ts';
import { PyFunction } from '../src/python/evaluate/function.ts';
import { NativeFunction, PyModule } from '../src/python/functions.ts';
import { Interpreter } from '../src/python/interpreter.ts';
import type { LibraryModule } from '../src/python/modules.ts';
import { createParser } from '../src/python/parse/parser.ts';
import type { Value } from '../src/python/values.ts';
import { readErrorExamples } from './error-examples.ts';

type Language = 'en' | 'zh-cn';

const errorExamples = readErrorExamples();
const require = createRequire(import.meta.url);
const wasmFolder = path.dirname(require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter.wasm'));
const parser = await createParser({
  runtimeWasm: await readFile(path.join(wasmFolder, 'tree-sitter.wasm')),
  pythonWasm: await readFile(path.join(wasmFolder, 'tree-sitter-python.wasm')),
});

const words = {
  en: {
    title: 'Diagnostics',
    intro:
      'Every finding of Kerascope has a code. **Errors** are shown where Keras or Python will raise, and never for a program that runs. **Warnings** are shown where it runs and the result is meaningless or surely not meant; **hints** are worth knowing.',
    generated:
      'This page is generated from the checks and the registry of errors: `node scripts/generate-docs.ts`.',
    warnings: 'Warnings and hints',
    errors: 'Errors',
    why: 'Why',
    fix: 'What to do',
    says: 'Keras or Python says',
    example: 'Example',
    instead: 'Instead',
    severity: { warning: 'warning', hint: 'hint', information: 'information' },
  },
  'zh-cn': {
    title: '诊断',
    intro:
      'Kerascope 的每个检查结果都有一个代码。**错误**标在 Keras 或 Python 会引发异常的地方，能运行的程序绝不会出现。**警告**标在能运行但结果没有意义或显然不是本意的地方；**提示**是值得了解的信息。',
    generated: '本页由检查和错误登记表生成：`node scripts/generate-docs.ts`。',
    warnings: '警告与提示',
    errors: '错误',
    why: '原因',
    fix: '处理方法',
    says: 'Keras 或 Python 的原文',
    example: '示例',
    instead: '改为',
    severity: { warning: '警告', hint: '提示', information: '信息' },
  },
} as const;

function codeBlock(program: string): string {
  return `\`\`\`python\n${program.trim()}\n\`\`\``;
}

function checkSection(check: Check, language: Language): string {
  const text = words[language];
  const documentation = language === 'en' ? check.documentation : check.chinese;
  const title = language === 'en' ? check.title : check.chinese.title;
  return [
    `### ${check.code}`,
    `**${title}** (${text.severity[check.severity]})`,
    documentation.what,
    `*${text.why}.* ${documentation.why}`,
    `*${text.fix}.* ${documentation.fix}`,
    `${text.example}:`,
    codeBlock(check.examples.failing),
    `${text.instead}:`,
    codeBlock(check.examples.fixed),
  ].join('\n\n');
}

function errorSection(error: ErrorCode, language: Language): string {
  const examples = errorExamples.get(error.code);
  const text = words[language];
  const side = language === 'en' ? 0 : 1;
  return [
    `### ${error.code}`,
    `**${error.title[side]}**`,
    ...(error.says === null ? [] : [`${text.says}:`, `\`\`\`text\n${error.says}\n\`\`\``]),
    `*${text.why}.* ${error.why[side]}`,
    `*${text.fix}.* ${error.fix[side]}`,
    ...(examples === undefined
      ? []
      : [`${text.example}:`, codeBlock(examples.failing), `${text.instead}:`, codeBlock(examples.fixed)]),
  ].join('\n\n');
}

/** The page of all codes. */
export function diagnosticsPage(language: Language): string {
  const text = words[language];
  const side = language === 'en' ? 0 : 1;
  const titleOf = (check: Check) => (language === 'en' ? check.title : check.chinese.title);
  const sorted = [...checks].sort((a, b) => (a.code < b.code ? -1 : 1));
  const list = [
    `- ${text.warnings}`,
    ...sorted.map(check => `  - [${check.code}](#${check.code}): ${titleOf(check)}`),
    ...errorChapters.flatMap(chapter => [
      `- ${text.errors}: ${chapter.title[side]}`,
      ...chapter.codes.map(error => `  - [${error.code}](#${error.code}): ${error.title[side]}`),
    ]),
  ].join('\n');
  return `${[
    `# ${text.title}`,
    text.intro,
    text.generated,
    list,
    `## ${text.warnings}`,
    ...sorted.map(check => checkSection(check, language)),
    ...errorChapters.flatMap(chapter => [
      `## ${text.errors}: ${chapter.title[side]}`,
      ...chapter.codes.map(error => errorSection(error, language)),
    ]),
  ].join('\n\n')}\n`;
}

/** An interpreter that only lists modules. */
function listing(): Interpreter {
  return new Interpreter({
    policy: new AnalysisPolicy(() => null),
    host: {
      write() {},
      files: null,
      moduleSource: () => null,
      scriptPath: '',
      argv: [],
      environment: () => undefined,
      now: () => 0,
      monotonic: () => 0,
    },
    libraries: allLibraries(),
    // Modules that others are made of may be written in Python.
    parse: text => parser.parse(text),
  });
}

/** `name(parameters)` without `self`, or null for what is not called. */
function signatureOf(name: string, value: Value): string | null {
  if (value instanceof PyFunction) {
    return `${name}(${value.code.parameters.positional.map(parameter => parameter.name).join(', ')})`;
  }
  const signature =
    value instanceof NativeFunction
      ? value.signature
      : value instanceof PyClass
        ? constructorSignature(value)
        : null;
  if (signature === null) return value instanceof PyClass ? `${name}(…)` : null;
  const parameters = signature.text.slice(signature.text.indexOf('(') + 1, signature.text.lastIndexOf(')'));
  return `${name}(${parameters.replace(/^(self|cls)(, |$)/, '')})`;
}

function constructorSignature(cls: PyClass) {
  const init = cls.lookup('__init__');
  return constructorOf(cls) ?? (init instanceof NativeFunction ? init.signature : null);
}

function documentationOf(value: Value): string {
  const text = value instanceof NativeFunction || value instanceof PyClass ? value.documentation : null;
  return typeof text === 'string' ? text.split('\n')[0]!.trim() : '';
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\n */g, ' ');
}

/** The public functions and classes of a module's Python text, with their parameters. */
function writtenInPython(module: LibraryModule): Iterable<RegExpMatchArray> {
  return module.source?.matchAll(/^(?:def|class) ([A-Za-z]\w*)(\([\s\S]*?\))?:/gm) ?? [];
}

/** What a module's Python text defines, assigns or imports at its top level. */
function namesInText({ source = '' }: LibraryModule): Set<string> {
  const defined = [...source.matchAll(/^(?:async def|def|class) (\w+)/gm)].map(([, name]) => name!);
  const assigned = [...source.matchAll(/^((?:[\w, ]+ = )+)/gm)].flatMap(([, targets]) =>
    targets!.split(/ = |, /),
  );
  const imported = [...source.matchAll(/^(?:from \S+ )?import \(?([^)\n]+)/gm)].flatMap(([, names]) =>
    names!.split(', ').map(part => part.replace(/^.* as /, '')),
  );
  return new Set([...defined, ...assigned, ...imported]);
}

/** Lists that several modules of a library share are told once. */
const told = new Set<readonly string[]>();

function withoutEffectNote(names: readonly string[]): string {
  told.add(names);
  const shown = names.filter(name => !name.startsWith('_')).map(name => `\`${name}\``);
  return `Accepted without changing anything, here and in the other modules of this library that are written in Python: ${shown.join(', ')}. Every other option that a function takes and does not use is refused by its name when the script runs.`;
}

/** Python's own switches of syntax, which modules of Keras 1 and 2 held as names. */
const FUTURES = new Set(['absolute_import', 'division', 'print_function']);

/** Whether a name of a module has a section of its own, or is only something that the module imports. */
function isElsewhere({ name: path, elsewhere }: LibraryModule, name: string): boolean {
  const libraries = allLibraries();
  return (
    FUTURES.has(name) ||
    listsName(insideNames[path], name) ||
    libraries.has(`${path}.${name}`) ||
    libraries.has(name) ||
    elsewhere?.has(name) === true
  );
}

/** Whether a module is only a part of others, which scripts import in its place. */
function isInternal(path: string): boolean {
  return path.split('.').some(part => part.startsWith('_'));
}

/** The functions and classes that a module defines, by name, as rows of a table; and its other values. */
function definitionsIn(module: LibraryModule, py: Interpreter) {
  const rows = new Map<string, string>();
  const values: string[] = [];
  for (const [name, value] of [...module.entries(py)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (name.startsWith('_') || value instanceof PyModule) continue;
    const signature = signatureOf(name, value);
    if (signature === null) values.push(name);
    else rows.set(name, `| \`${cell(signature)}\` | ${cell(documentationOf(value))} |`);
  }
  for (const [, name, parameters] of writtenInPython(module))
    rows.set(name!, `| \`${cell(name! + (parameters ?? ''))}\` | |`);
  return { rows, values };
}

/** The row of a name that a module has from another one: what it is, or the section that tells it. */
function rowFrom(home: string, name: string, py: Interpreter): string {
  const module = allLibraries().get(home);
  if (!isInternal(home) || module === undefined) return `| \`${name}\` | see \`${home}\` |`;
  const row = definitionsIn(module, py).rows.get(name);
  if (row !== undefined) return row;
  const next =
    module.elsewhere?.get(name) ?? takenFromInternal(module).find(([taken]) => taken === name)?.[1];
  return next === undefined ? `| \`${name}\` | |` : rowFrom(next, name, py);
}

/** The names that a module's Python text takes from internal modules, with where they come from. */
function takenFromInternal({ source = '' }: LibraryModule): [name: string, home: string][] {
  return [...source.matchAll(/^from (\S+) import (?:\(([^)]*)\)|(.*))$/gm)].flatMap(([, home, many, few]) =>
    isInternal(home!)
      ? (many ?? few!).split(',').map((part): [string, string] => [part.trim().replace(/^.* as /, ''), home!])
      : [],
  );
}

/** Whether a module takes a name from one of its own parts for scripts, rather than for its own use. */
function isHandedOn({ name: path }: LibraryModule, name: string, home: string): boolean {
  const isPart = home.startsWith(`${path}.`) && !home.endsWith('._support');
  return isPart && !name.startsWith('_') && !listsName(insideNames[path], name);
}

function moduleSection(module: LibraryModule, py: Interpreter): string {
  const { rows: defined, values: constants } = definitionsIn(module, py);
  const taken = takenFromInternal(module)
    .filter(([name, home]) => isHandedOn(module, name, home) && !defined.has(name))
    .map(([name, home]) => rowFrom(home, name, py));
  const rows = [...defined.values(), ...taken.sort()];
  if (module.elsewhere !== undefined)
    rows.push(...[...module.elsewhere].sort().map(([name, home]) => rowFrom(home, name, py)));
  const { aliases, unmodelled } = module;
  const known = new Set([...namesInText(module), ...[...module.entries(py)].map(([name]) => name)]);
  const missing =
    unmodelled instanceof Set
      ? [...unmodelled].filter(name => !known.has(name) && !isElsewhere(module, name)).sort()
      : [];
  return [
    `## ${module.name}`,
    ...(aliases?.length ? [`Also imported as ${aliases.map(alias => `\`${alias}\``).join(', ')}.`] : []),
    ...(rows.length > 0 ? [['| name | |', '| --- | --- |', ...rows].join('\n')] : []),
    ...(constants.length > 0 ? [`Values: ${constants.map(name => `\`${name}\``).join(', ')}.`] : []),
    ...(module.notes ?? []),
    ...(module.withoutEffect?.length && !told.has(module.withoutEffect)
      ? [withoutEffectNote(module.withoutEffect)]
      : []),
    ...(unmodelled === undefined
      ? []
      : unmodelled === 'all'
        ? ['Everything else of the module is not modelled: unknown while typing, one clear error when run.']
        : missing.length === 0
          ? []
          : [`Not modelled: ${missing.map(name => `\`${name}\``).join(', ')}.`]),
  ].join('\n\n');
}

/** One module of Keras's public API: what is there, and what is not. */
function publicModule(path: string, names: readonly string[], py: Interpreter): string {
  const module = allLibraries().get(path);
  const values = new Map(module?.entries(py) ?? []);
  // A module written in Python: its text says what it defines.
  for (const name of module === undefined ? [] : namesInText(module)) values.set(name, null);
  for (const name of module?.elsewhere?.keys() ?? []) values.set(name, null);
  const [modules, supported, none]: string[][] = [[], [], []];
  for (const name of names) {
    const value = values.get(name);
    const below = `${path}.${name}` in publicNames;
    if (below) modules.push(`[\`${name}\`](#${path.replaceAll('.', '')}${name})`);
    else if (value === undefined) none.push(`\`${name}\``);
    else if (value instanceof NativeFunction && refusalOf(value) !== undefined)
      none.push(`\`${name}\` (${refusalOf(value)})`);
    else supported.push(`\`${name}\``);
  }
  return [
    `### ${path}`,
    ...(modules.length > 0 ? [`Modules: ${modules.join(', ')}.`] : []),
    ...(supported.length > 0 ? [`Supported: ${supported.join(', ')}.`] : []),
    ...(none.length > 0 ? [`Not supported: ${none.join(', ')}.`] : []),
  ].join('\n\n');
}

/** Every name that Keras 3.3.3 exports, and whether it is supported. */
function publicSection(py: Interpreter): string {
  const paths = Object.keys(publicNames).sort();
  return [
    '## The public API of Keras 3.3.3',
    'Every name that Keras exports, module by module.',
    'Tensors of `float16` and `bfloat16`, and layers with a mixed policy, compute as on a processor: every operation rounds to 16 bits. `float64` is double precision throughout: values, weights, optimizers, losses, metrics and files. Graphics devices have no doubles, so such a model trains on the processor, whatever backend is chosen. Integers keep to their own bits and wrap around; `int64` and `uint64` are exact up to 2^53, and on graphics devices all integers have 32 bits. Tensors of complex numbers are not supported.',
    "Of the methods of models `export` is not supported: it writes a SavedModel, a graph of TensorFlow's own operations. `quantize` knows `'int8'`; `'float8'` needs a graphics card that computes with floats of 8 bits.",
    ...paths.map(path => publicModule(path, publicNames[path]!.split(' '), py)),
  ].join('\n\n');
}

/** A module of the standard library that is known by its name alone. */
function isEmpty({ isPackage, source, aliases, entries }: LibraryModule): boolean {
  return (
    isPackage === true &&
    source === undefined &&
    aliases === undefined &&
    [...entries(listing())].length === 0
  );
}

/** The page of all modules, functions and classes. */
export function supportedPage(): string {
  const py = listing();
  const modules = [...new Set(allLibraries().values())];
  return `${[
    '# What is supported',
    'The modules that scripts can import, with the signatures that Kerascope knows. A name that is not modelled is unknown while typing (it never causes a finding) and one clear error when the script runs. This page is generated: `node scripts/generate-docs.ts`.',
    publicSection(py),
    ...modules
      .filter(module => !isEmpty(module) && !isInternal(module.name))
      .map(module => moduleSection(module, py)),
    '## Modules that are not provided',
    `They can be imported; what is used of them is unknown while typing, and one clear error when the script runs: ${modules
      .filter(isEmpty)
      .filter(({ name }) => !name.startsWith('_'))
      .map(({ name }) => `\`${name}\``)
      .sort()
      .join(', ')}.`,
  ].join('\n\n')}\n`;
}

/** Every generated page by its path. */
export function generatedPages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/diagnostics.md', diagnosticsPage('en')],
    ['docs/diagnostics.zh-cn.md', diagnosticsPage('zh-cn')],
    ['docs/supported.md', supportedPage()],
  ]);
}

if (import.meta.main) {
  for (const [path, text] of generatedPages()) {
    await writeFile(path, text);
    console.log(`${path}: ${text.length} characters`);
  }
}
