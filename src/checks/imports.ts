/** How the script can write a name of Keras or NumPy: what it has imported already, or the import to add. */
import type { Fix } from '../python/errors.ts';
import type { Statement } from '../python/syntax.ts';
import type { SourceCode } from './sourceCode.ts';

/** An expression for a library's name, with the import that it needs. */
export interface Reference {
  readonly text: string;
  readonly edits: Fix['edits'];
}

const namesOf = new WeakMap<SourceCode, ReadonlyMap<string, string>>();

/** What names of the script stand for modules or what is in them: `K` -> `keras.backend`. */
function boundNames(code: SourceCode): ReadonlyMap<string, string> {
  const known = namesOf.get(code);
  if (known) return known;
  const bound = new Map<string, string>();
  for (const statement of code.module.body) {
    if (statement.kind === 'Import') {
      for (const { name, asname } of statement.names) {
        const top = name.split('.')[0]!;
        bound.set(asname ?? top, asname === null ? top : name);
      }
    } else if (statement.kind === 'ImportFrom' && statement.module !== null && statement.level === 0) {
      for (const { name, asname } of statement.names)
        bound.set(asname ?? name, `${statement.module}.${name}`);
    }
  }
  namesOf.set(code, bound);
  return bound;
}

/** `tensorflow.keras.layers` -> `keras.layers`. */
function plain(dotted: string): string {
  return dotted.replace(/^tensorflow\.(python\.)?keras\b/, 'keras').replace(/^tf_keras\b/, 'keras');
}

/** Writes `name` of `module` (`keras.layers`, `numpy`) in the script's own way. */
export function reference(code: SourceCode, module: string, name: string): Reference {
  const target = `${module}.${name}`;
  let best: { text: string; length: number } | null = null;
  for (const [local, dotted] of boundNames(code)) {
    const there = plain(dotted);
    const prefix = dotted === 'tensorflow' ? 'keras' : there;
    const start = dotted === 'tensorflow' ? `${local}.keras` : local;
    if (target !== prefix && !target.startsWith(`${prefix}.`)) continue;
    if (best === null || prefix.length > best.length)
      best = { text: start + target.slice(prefix.length), length: prefix.length };
  }
  if (best !== null) return { text: best.text, edits: [] };
  const root = usesTensorflow(code) ? module.replace(/^keras\b/, 'tensorflow.keras') : module;
  return { text: name, edits: [importEdit(code, `from ${root} import ${name}`)] };
}

function usesTensorflow(code: SourceCode): boolean {
  return code.module.body.some(
    statement => statement.kind === 'ImportFrom' && (statement.module ?? '').startsWith('tensorflow.'),
  );
}

function isImport(statement: Statement): boolean {
  return statement.kind === 'Import' || statement.kind === 'ImportFrom';
}

/** A line behind the imports at the top of the file. */
function importEdit(code: SourceCode, line: string): Fix['edits'][number] {
  const first = code.module.body.findIndex(isImport);
  let last = first;
  while (last >= 0 && last + 1 < code.module.body.length && isImport(code.module.body[last + 1]!)) last++;
  if (last < 0) {
    const start = code.position(0);
    return { span: { start, end: start }, text: `${line}\n` };
  }
  const { end } = code.module.body[last]!.span;
  return { span: { start: end, end }, text: `\n${line}` };
}
