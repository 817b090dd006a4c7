/** Adds a name to the imports of a script as a person would: to the import of its module, else on a line of its own. */
import type { Fix } from '../python/errors.ts';
import type { Node, NodeOf, Statement } from '../python/syntax.ts';
import { children } from '../python/syntax.ts';
import type { SourceCode } from './sourceCode.ts';

type Edit = Fix['edits'][number];
type FromImport = NodeOf<'ImportFrom'>;

/** `from module import name as local`, or `import module as local` where the name is null. */
export interface WantedImport {
  readonly module: string;
  readonly name: string | null;
  readonly local: string | null;
}

/** A line longer than this is not made by adding a name to it. */
const WIDTH = 88;
const standardModules = /^(?:os|sys|math|random|json|time|csv|pickle|glob|re|collections|pathlib)$/;

/** `tensorflow.keras.layers` -> `keras.layers`. */
export function plainModule(dotted: string): string {
  return dotted.replace(/^tensorflow\.(python\.)?keras\b/, 'keras').replace(/^tf_keras\b/, 'keras');
}

/** The statement that the import would be on a line of its own. */
export function importStatement({ module, name, local }: WantedImport): string {
  const suffix = local === null ? '' : ` as ${local}`;
  return name === null ? `import ${module}${suffix}` : `from ${module} import ${name}${suffix}`;
}

/** An import as it is added, with the edits that do so. */
export interface AddedImport {
  readonly statement: string;
  readonly edits: readonly Edit[];
}

/** Imports a name for what stands behind `before`. */
export function addImport(code: SourceCode, wanted: WantedImport, before: number): AddedImport {
  return (
    extension(code, wanted, before) ?? {
      statement: importStatement(wanted),
      edits: [ownLine(code, wanted, before)],
    }
  );
}

/** Whether the script names what it takes out of Keras's modules one by one. */
export function importsByName(code: SourceCode): boolean {
  return code.module.body.some(
    item => item.kind === 'ImportFrom' && /^keras\.\w/.test(plainModule(item.module ?? '')),
  );
}

/** The name added to an import of its module; null where there is none to extend. */
function extension(
  code: SourceCode,
  { module, name, local }: WantedImport,
  before: number,
): AddedImport | null {
  if (name === null) return null;
  const target = plainModule(module);
  for (const block of blocksAround(code, before)) {
    const present = block.filter(
      (item): item is FromImport =>
        item.kind === 'ImportFrom' &&
        item.level === 0 &&
        plainModule(item.module ?? '') === target &&
        item.names[0]?.name !== '*' &&
        item.span.end.offset <= before,
    );
    const last = present.at(-1);
    if (last === undefined) continue;
    const statement = importStatement({ module: last.module!, name, local });
    // A line for each name is a style, too.
    if (present.length > 2 && present.every(item => item.names.length === 1))
      return { statement, edits: [behindLine(code, last, indentOf(code, last), statement)] };
    const edits = extended(code, last, local === null ? name : `${name} as ${local}`);
    return edits === null ? null : { statement, edits };
  }
  return null;
}

/** The bodies of the functions around a place, the innermost first, then the module's. */
function* blocksAround(code: SourceCode, offset: number): Generator<readonly Statement[]> {
  const blocks: (readonly Statement[])[] = [code.module.body];
  let inside: readonly Node[] = code.module.body;
  for (;;) {
    const node = inside.find(({ span }) => span.start.offset <= offset && offset < span.end.offset);
    if (node === undefined) break;
    if (node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef') blocks.push(node.body);
    inside = children(node);
  }
  yield* blocks.reverse();
}

/** The name put where the order of the names wants it, in the form that the import has. */
function extended(code: SourceCode, statement: FromImport, added: string): Edit[] | null {
  const { names } = statement;
  const last = names.at(-1)!;
  const isClosed = code.text[statement.span.end.offset - 1] === ')';
  const lines = new Set(names.map(item => item.span.start.line));
  const isColumn =
    isClosed &&
    lines.size === names.length &&
    (names.length > 1 || last.span.start.line !== statement.span.start.line);
  const at = names[placeAmong(names, added)];
  if (isColumn) {
    if (at === undefined) return belowLast(code, statement, added);
    return [insertion(at.span.start, `${added},\n${indentOf(code, at)}`)];
  }
  const beside = (at ?? last).span.start.line;
  const onLine = names.filter(item => item.span.start.line === beside);
  const column = onLine.at(-1)!.span.end.column;
  const isFull = column <= WIDTH && column + added.length + 3 > WIDTH;
  const indent = indentOf(code, onLine[0]!);
  if (at !== undefined && (!isFull || isClosed))
    return [insertion(at.span.start, isFull ? `${added},\n${indent}` : `${added}, `)];
  if (!isFull) return [insertion(last.span.end, `, ${added}`)];
  if (isClosed) return [insertion(last.span.end, `,\n${indent}${added}`)];
  if (lines.size > 1) return [insertion(last.span.end, `, \\\n${indent}${added}`)];
  const span = { start: names[0]!.span.start, end: last.span.end };
  return [{ span, text: `(${code.at(span)},\n${' '.repeat(span.start.column + 1)}${added})` }];
}

/** Another line below the last name of a column, whose comment stays where it is. */
function belowLast(code: SourceCode, statement: FromImport, added: string): Edit[] | null {
  const last = statement.names.at(-1)!;
  const { end } = last.span;
  const line = `\n${indentOf(code, last)}${added}`;
  const rest = code.text.slice(end.offset, statement.span.end.offset - 1);
  const lineEnd = rest.search(/[ \t]*\r?\n/);
  if (/^[ \t]*,/.test(rest))
    return [
      insertion(
        lineEnd < 0 ? end : code.position(end.offset + lineEnd),
        lineEnd < 0 ? `,${line}` : `${line},`,
      ),
    ];
  if (/^[ \t]*,/m.test(rest)) return null;
  if (lineEnd <= 0) return [insertion(end, `,${line}`)];
  return [insertion(end, ','), insertion(code.position(end.offset + lineEnd), `${line},`)];
}

/** Where a name belongs among names in alphabetical order; behind the last where they are in none. */
function placeAmong(names: FromImport['names'], added: string): number {
  if (names.length < 3) return names.length;
  const orders: ((name: string) => string)[] = [name => name, name => name.toLowerCase()];
  for (const key of orders) {
    const keys = names.map(({ name }) => key(name));
    if (!keys.every((name, index) => index === 0 || keys[index - 1]! < name)) continue;
    const index = keys.findIndex(name => key(added) < name);
    return index < 0 ? names.length : index;
  }
  return names.length;
}

/** What a line that continues at a node's place begins with. */
function indentOf(code: SourceCode, { span: { start } }: Pick<Statement, 'span'>): string {
  const before = code.text.slice(start.offset - start.column, start.offset);
  return before.trim() === '' ? before : ' '.repeat(start.column);
}

function insertion(at: Edit['span']['start'], text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** A line behind the last import of the same library, else where imports of its kind begin. */
function ownLine(code: SourceCode, wanted: WantedImport, before: number): Edit {
  const line = importStatement(wanted);
  const imports = leadingImports(code.module.body, before);
  const library = libraryOf(wanted.module);
  const related = imports.filter(item => modulesOf(item).some(module => libraryOf(module) === library));
  const [first, last] = [imports[0], imports.at(-1)];
  if (first === undefined || last === undefined) return aboveAll(code, line);
  if (wanted.name !== null) return behindLine(code, related.at(-1) ?? last, '', line);
  // Modules stand above names: the standard ones first, Keras last.
  const next = standardModules.test(wanted.module)
    ? first
    : (related[0] ?? imports.find(item => modulesOf(item).some(module => libraryOf(module) === 'keras')));
  return next === undefined
    ? behindLine(code, last, '', line)
    : insertion(code.position(next.span.start.offset - next.span.start.column), `${line}\n`);
}

/** A new line below the one on which a statement ends, its comment included. */
function behindLine(code: SourceCode, { span }: Pick<Statement, 'span'>, indent: string, line: string): Edit {
  const found = /\r?\n|$/g;
  found.lastIndex = span.end.offset;
  const at = code.position(found.exec(code.text)!.index);
  return insertion(at, `\n${indent}${line}`);
}

/** The imports at the top of the file: settings may stand between them, definitions and loops end them. */
function leadingImports(body: readonly Statement[], before: number): Statement[] {
  const found: Statement[] = [];
  let others = 0;
  for (const item of body) {
    if (item.span.end.offset > before || others > 3) break;
    if (item.kind === 'Import' || (item.kind === 'ImportFrom' && item.module !== '__future__')) {
      found.push(item);
      others = 0;
    } else if (item.kind === 'Expr' || item.kind === 'Assign' || item.kind === 'Try' || item.kind === 'If') {
      others += found.length > 0 ? 1 : 0;
    } else if (item.kind !== 'ImportFrom') break;
  }
  return found;
}

/** Behind docstring and `__future__` imports, with an empty line to what follows. */
function aboveAll(code: SourceCode, line: string): Edit {
  const next = code.module.body.find(item => {
    const isText = item.kind === 'Expr' && item.value.kind === 'Constant';
    return !isText && !(item.kind === 'ImportFrom' && item.module === '__future__');
  });
  const { start } = (next ?? code.module).span;
  const at = next === undefined ? start : code.position(start.offset - start.column);
  return insertion(at, `${line}\n\n`);
}

function modulesOf(item: Statement): string[] {
  if (item.kind === 'Import') return item.names.map(({ name }) => name);
  return item.kind === 'ImportFrom' && item.level === 0 ? [item.module ?? ''] : [];
}

/** What is imported together: Keras and TensorFlow are one. */
function libraryOf(module: string): string {
  const top = module.split('.')[0]!;
  return top === 'tensorflow' || top === 'tf_keras' ? 'keras' : top;
}
