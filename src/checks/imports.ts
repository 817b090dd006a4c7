/** How the script can write a name of Keras or NumPy: what it has imported already, or the import to add. */
import type { Fix } from '../python/errors.ts';
import { addImport, importsByName, plainModule } from './importEdits.ts';
import type { SourceCode } from './sourceCode.ts';

/** An expression for a library's name, with the import that it needs. */
export interface Reference {
  readonly text: string;
  readonly edits: Fix['edits'];
}

const namesOf = new WeakMap<SourceCode, ReadonlyMap<string, string>>();

/** What names of the script stand for modules or what is in them: `K` -> `keras.backend`; `*` -> ` keras.layers`. */
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
        if (name !== '*') bound.set(asname ?? name, `${statement.module}.${name}`);
    }
  }
  namesOf.set(code, bound);
  return bound;
}

/** Whether a name of the script stands for anything else than what an import gave it. */
function isTaken(code: SourceCode, name: string): boolean {
  return (
    code.all('Name').some(node => node.id === name && node.ctx !== 'Load') ||
    code.all('arg').some(node => node.arg === name) ||
    code.all('FunctionDef').some(node => node.name === name) ||
    code.all('ClassDef').some(node => node.name === name)
  );
}

/** The shortest way in which names that are bound already lead to a module or to what is in it; null for none. */
export function throughBoundNames(code: SourceCode, target: string): string | null {
  let best: { text: string; start: string; length: number; own: boolean } | null = null;
  for (const [local, dotted] of boundNames(code)) {
    const prefix = dotted === 'tensorflow' ? 'keras' : plainModule(dotted);
    const start = dotted === 'tensorflow' ? `${local}.keras` : local;
    if (target !== prefix && !target.startsWith(`${prefix}.`)) continue;
    // A script that imports Keras itself means that one, not the one inside of TensorFlow.
    const own = !dotted.startsWith('tensorflow');
    const isBetter =
      best === null ||
      prefix.length > best.length ||
      (prefix.length === best.length && (own !== best.own ? own : start.length < best.start.length));
    if (!isBetter) continue;
    if (!isTaken(code, local))
      best = { text: start + target.slice(prefix.length), start, length: prefix.length, own };
  }
  return best?.text ?? null;
}

function hasAllOf(code: SourceCode, module: string): boolean {
  return code.module.body.some(
    item =>
      item.kind === 'ImportFrom' && item.names[0]?.name === '*' && plainModule(item.module ?? '') === module,
  );
}

/**
 * Writes `name` of `module` (`keras.layers`, `numpy`) in the script's own way.
 * @param before where it is used: imports behind that place do not serve
 */
export function reference(
  code: SourceCode,
  module: string,
  name: string,
  before = Number.POSITIVE_INFINITY,
): Reference {
  const target = `${module}.${name}`;
  const through = throughBoundNames(code, target);
  const meaning = boundNames(code).get(name);
  const canBeCalledSo = !isTaken(code, name) && (meaning === undefined || plainModule(meaning) === target);
  if (canBeCalledSo && hasAllOf(code, module)) return { text: name, edits: [] };
  if (module === 'keras.utils' && meaning === undefined) {
    // Scripts of Keras 2 go on with the module of Keras 1, which most of them know.
    const local = [...boundNames(code)].find(
      ([, dotted]) => plainModule(dotted) === 'keras.utils.np_utils',
    )?.[0];
    if (local !== undefined && !isTaken(code, local)) return { text: `${local}.${name}`, edits: [] };
  }
  // The name itself is at hand, or its very module is: `layers.Dense`.
  if (through !== null && (!canBeCalledSo || !importsByName(code) || isModuleBound(code, module, through)))
    return { text: through, edits: [] };
  if (module === 'numpy' && !isTaken(code, 'np') && !boundNames(code).has('np')) {
    const { edits } = addImport(code, { module, name: null, local: 'np' }, before);
    return { text: `np.${name}`, edits };
  }
  const local = canBeCalledSo ? null : `Keras${name.replace(/^./, letter => letter.toUpperCase())}`;
  const { edits } = addImport(code, { module: rootedModule(code, module), name, local }, before);
  return { text: local ?? name, edits };
}

/** Whether a text such as `layers.Dense` begins with a name for the module itself, or is a name alone. */
function isModuleBound(code: SourceCode, module: string, text: string): boolean {
  const [local, ...rest] = text.split('.');
  return rest.length === 0 || plainModule(boundNames(code).get(local!) ?? '') === module;
}

/** The module as this script writes those of Keras: in `tensorflow.keras` where it takes Keras from there alone. */
export function rootedModule(code: SourceCode, module: string): string {
  const names = [
    ...code.all('Import').flatMap(item => item.names.map(({ name }) => name)),
    ...code
      .all('ImportFrom')
      .flatMap(item => (item.level === 0 ? [`${item.module}.${item.names[0]?.name}`] : [])),
  ];
  const isInside =
    names.some(name => /^tensorflow\b/.test(name)) && !names.some(name => /^keras\b/.test(name));
  return isInside ? module.replace(/^keras\b/, 'tensorflow.keras') : module;
}
