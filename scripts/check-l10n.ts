/**
 * Checks that every text a person reads has its translation: `node scripts/check-l10n.ts`.
 *
 * Texts are the literals in `l10n.t('…')` and `message('…')` calls of src/ and webview/worker, and the `%keys%` of
 * package.json. What the panel says of its own is listed in webview/panel/strings.ts and checked by its own test.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A text in the sources. */
export interface SourceText {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

export interface Extracted {
  readonly texts: readonly SourceText[];
  /** Calls whose text is not a literal, so that no translation can be looked up for them. */
  readonly faults: readonly string[];
}

const CALL = /(?<![\w$.#])(?:l10n\.t|message)\(\s*/y;
const STRING = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\$]|\$(?!\{))*`/y;
/** Other functions are called `message` as well. */
const IMPORTS_MESSAGE = /import\s*\{[^}]*\bmessage\b[^}]*\}\s*from\s*'[^']*\/message\.ts'/;
const QUOTED = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"/y;
/** From a backtick, or the end of a value, to the next one. */
const TEMPLATE_TEXT = /(?:\\[\s\S]|[^`\\$]|\$(?!\{))*(?:`|\$\{)/y;
const REGULAR_EXPRESSION = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const SPACE = /\s+/y;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** What a string literal stands for. */
function textOf(literal: string): string {
  const escapes: Record<string, string> = { n: '\n', t: '\t', '\n': '' };
  return literal
    .slice(1, -1)
    .replace(/\\u\{?([0-9a-fA-F]{4,6})\}?|\\([\s\S])/g, (_all, code?: string, letter?: string) =>
      code ? String.fromCodePoint(Number.parseInt(code, 16)) : (escapes[letter!] ?? letter!),
    );
}

/** The literal, or literals joined by `+`, that an argument consists of; null where it is anything else. */
function literalArgument(source: string, at: number): string | null {
  let position = at;
  let text = '';
  for (;;) {
    const literal = matchAt(STRING, source, position);
    if (literal === null) {
      return null;
    }
    text += textOf(literal);
    position += literal.length;
    position += matchAt(SPACE, source, position)?.length ?? 0;
    const next = source[position];
    if (next === ',' || next === ')') {
      return text;
    }
    if (next !== '+') {
      return null;
    }
    position++;
    position += matchAt(SPACE, source, position)?.length ?? 0;
  }
}

function lineAt(source: string, at: number): number {
  return source.slice(0, at).split('\n').length;
}

/** Whether the call at this place only defines or hands on: `function message(template`, `l10n.t(template)`, and
 * `message(problem.template)`, which is CPython's own sentence on a syntax error and stays as CPython says it.
 */
function isPlumbing(source: string, at: number, argument: number): boolean {
  return (
    /\bfunction\s+$/.test(source.slice(Math.max(0, at - 20), at)) ||
    /^(?:\w+\.)?template\b/.test(source.slice(argument))
  );
}

/**
 * Walks over a source and stops at code only: comments, strings and regular expressions are passed over, the values
 * inside templates are not.
 */
class CodeWalk {
  readonly #source: string;
  /** For each open template, how many braces of its present value are open. */
  readonly #templates: number[] = [];
  position = 0;
  /** The last character of code that was not space. */
  #before = '';

  constructor(source: string) {
    this.#source = source;
  }

  /** Moves over what is no code; true when it moved. */
  skip(): boolean {
    const literal = this.#literal();
    if (literal !== null) {
      this.position += literal.length;
      this.#before = literal.startsWith('/') && !literal.endsWith('/') ? this.#before : '"';
      return true;
    }
    const character = this.#source[this.position];
    if (character === '`') {
      this.position++;
      this.#templateText();
      return true;
    }
    if (character === '}' && this.#templates.at(-1) === 0) {
      this.#templates.pop();
      this.position++;
      this.#templateText();
      return true;
    }
    return false;
  }

  /** Moves over one character of code. */
  step(): void {
    const character = this.#source[this.position++]!;
    if (this.#templates.length > 0 && (character === '{' || character === '}')) {
      this.#templates[this.#templates.length - 1]! += character === '{' ? 1 : -1;
    }
    if (character.trim() !== '') {
      this.#before = character;
    }
  }

  #literal(): string | null {
    const at = this.position;
    const found = matchAt(COMMENT, this.#source, at) ?? matchAt(QUOTED, this.#source, at);
    // A slash after a value divides; anywhere else it begins a regular expression.
    return found ?? (/[\w$)\]"]/.test(this.#before) ? null : matchAt(REGULAR_EXPRESSION, this.#source, at));
  }

  /** Moves to the template's end or into its next value. */
  #templateText(): void {
    const text = matchAt(TEMPLATE_TEXT, this.#source, this.position) ?? '';
    this.position += text.length;
    if (text.endsWith('${')) {
      this.#templates.push(0);
      this.#before = '{';
    } else {
      this.#before = '"';
    }
  }
}

/** The texts of one file, outside comments and strings. */
export function extract(source: string, file: string): Extracted {
  const texts: SourceText[] = [];
  const faults: string[] = [];
  const walk = new CodeWalk(source);
  const ownsMessages = IMPORTS_MESSAGE.test(source);
  while (walk.position < source.length) {
    const call = matchAt(CALL, source, walk.position);
    if (call === null || (call.startsWith('message') && !ownsMessages)) {
      if (!walk.skip()) {
        walk.step();
      }
      continue;
    }
    const argument = walk.position + call.length;
    const text = literalArgument(source, argument);
    const line = lineAt(source, walk.position);
    if (text !== null) {
      texts.push({ text, file, line });
    } else if (!isPlumbing(source, walk.position, argument)) {
      faults.push(`${file}:${line}: the text of this call is not a literal`);
    }
    for (let moved = 0; moved < call.length; moved++) {
      walk.step();
    }
  }
  return { texts, faults };
}

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
}

/** All texts of the sources. */
export async function extractAll(folder: string): Promise<Extracted> {
  const found = await Promise.all(
    (await sourceFiles(folder)).map(async file => extract(await readFile(file, 'utf8'), file)),
  );
  return { texts: found.flatMap(({ texts }) => texts), faults: found.flatMap(({ faults }) => faults) };
}

/** The `{0}`, `{1}`, … of a template, sorted. */
function placeholders(template: string): string {
  return [...new Set(template.match(/\{\d+\}/g) ?? [])].sort().join(' ');
}

/** What is wrong with a bundle of translations for these texts, a sentence each. */
export function bundleFaults(
  texts: readonly SourceText[],
  bundle: Readonly<Record<string, string>>,
): string[] {
  const used = new Map(texts.map(found => [found.text, found]));
  const missing = [...used.values()]
    .filter(({ text }) => !Object.hasOwn(bundle, text))
    .map(({ text, file, line }) => `${file}:${line}: not translated: ${JSON.stringify(text)}`);
  const unused = Object.keys(bundle)
    .filter(text => !used.has(text))
    .map(text => `translated, but not used: ${JSON.stringify(text)}`);
  const different = Object.entries(bundle)
    .filter(([text, translation]) => placeholders(text) !== placeholders(translation))
    .map(([text]) => `placeholders differ: ${JSON.stringify(text)}`);
  return [...missing, ...unused, ...different];
}

/** What is wrong with the texts of package.json, a sentence each. */
export function manifestFaults(
  manifest: string,
  translations: Readonly<Record<string, Record<string, string>>>,
): string[] {
  const used = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(match => match[1]!));
  return Object.entries(translations).flatMap(([file, texts]) => [
    ...[...used].filter(key => !Object.hasOwn(texts, key)).map(key => `${file} lacks ${key}`),
    ...Object.keys(texts)
      .filter(key => !used.has(key))
      .map(key => `${file} has ${key}, which package.json does not use`),
  ]);
}

async function readTexts(file: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
}

/** Everything that is wrong with the repository's texts. */
export async function repositoryFaults(): Promise<string[]> {
  const sources = await Promise.all([extractAll('src'), extractAll('webview/worker')]);
  const texts = sources.flatMap(source => source.texts);
  const faults = sources.flatMap(source => source.faults);
  const manifest = await readFile('package.json', 'utf8');
  const manifestTexts = {
    'package.nls.json': await readTexts('package.nls.json'),
    'package.nls.zh-cn.json': await readTexts('package.nls.zh-cn.json'),
  };
  return [
    ...faults,
    ...bundleFaults(texts, await readTexts('l10n/bundle.l10n.zh-cn.json')),
    ...manifestFaults(manifest, manifestTexts),
  ];
}

if (import.meta.main) {
  const faults = await repositoryFaults();
  for (const fault of faults) {
    console.error(fault);
  }
  console.log(faults.length === 0 ? 'Every text has its translation.' : `${faults.length} faults.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
