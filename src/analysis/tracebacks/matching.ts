/** What of a script a pasted error is about where it names no line: by its words, its numbers, its names, its layers. */
import type { Finding } from '../program.ts';

/** Words without line breaks and spaces that copying changes. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The class that an error names: the last one, since a traceback tells of others on its way. */
const CLASSES = /\b([A-Z]\w*(?:Error|Exception|Iteration))\b(?=:|$)/gm;

function classOf(text: string): string | null {
  return [...text.matchAll(CLASSES)].at(-1)?.[1] ?? null;
}

/** Names in quotes, shapes and numbers: what two texts about the same mistake have in common. */
function tokensOf(text: string): Set<string> {
  const shapes = [...text.matchAll(/[([][\d, ?None-]*\d[\d, ?None-]*[)\]]/g)].map(match =>
    match[0].replace(/[\s()[\]]|None|\?/g, '').replace(/^,+|,+$/g, ''),
  );
  const names = [...text.matchAll(/['"`]([^'"`\n]{1,60})['"`]/g)].map(match => match[1]!);
  return new Set([...shapes, ...names].filter(token => token !== ''));
}

/** The finding whose own words stand in the text; those said nearest to its end where several do. */
export function findingWithWords(text: string, findings: readonly Finding[]): Finding | null {
  const whole = plain(text);
  let best: { finding: Finding; at: number; length: number } | null = null;
  for (const finding of findings) {
    if (finding.raises === null) continue;
    const [first] = finding.raises.replace(/\. Did you mean: .*$/s, '').split('\n');
    const said = plain(first!);
    const at = said.length < SHORTEST_WORDS ? -1 : whole.lastIndexOf(said);
    if (at >= 0 && (best === null || at > best.at || (at === best.at && said.length > best.length)))
      best = { finding, at, length: said.length };
  }
  return best?.finding ?? null;
}

/** `KeyError: 1` may be anybody's. */
const SHORTEST_WORDS = 12;

/** The finding of the same exception that has most in common with the text; null where nothing speaks for one. */
export function findingAlike(text: string, findings: readonly Finding[]): Finding | null {
  const cls = classOf(text);
  if (cls === null) return null;
  const tokens = tokensOf(text.slice(text.lastIndexOf(cls)));
  const alike = findings
    .filter(({ severity, raises }) => severity === 'error' && raises?.startsWith(`${cls}:`))
    .map(finding => ({
      finding,
      common: [...tokensOf(finding.raises!)].filter(token => tokens.has(token)).length,
    }))
    .filter(({ common }) => common > 0)
    .sort((a, b) => b.common - a.common);
  return alike.length > 0 && alike[0]!.common > (alike[1]?.common ?? 0) ? alike[0]!.finding : null;
}

const isCode = (line: string): boolean =>
  line.length >= TELLING && !/^(#|import |from |super\(|return|raise|class |def )/.test(line);

/** A line that says less may stand in any text. */
const TELLING = 8;

/** The line of the script whose text stands in what was pasted: behind an arrow, else the last one. */
export function lineQuoted(text: string, script: string): number | null {
  const lines = script.split('\n').map(line => line.trim());
  const pointed = [...text.matchAll(/-+> ?\d+ /g)]
    .map(match => text.slice(match.index + match[0].length))
    .reverse();
  for (const behind of pointed) {
    const found = lines.findIndex(line => isCode(line) && behind.trimStart().startsWith(line));
    if (found >= 0) return found + 1;
  }
  let best = { at: -1, line: 0 };
  for (const [index, line] of lines.entries()) {
    if (!isCode(line) || lines.indexOf(line) !== lines.lastIndexOf(line)) continue;
    const at = text.lastIndexOf(line);
    if (at > best.at) best = { at, line: index + 1 };
  }
  return best.at < 0 ? null : best.line;
}

/** `lstm_1` -> `LSTM` and 1, `conv2d` -> `Conv2D` and 0, by the layers that the script makes. */
function layerLine(name: string, lines: readonly string[]): number | null {
  const [, stem, number] = /^(.*?)(?:_(\d+))?(?:_input)?$/.exec(name)!;
  const cls = stem!.replaceAll('_', '');
  if (cls.length < 3) return null;
  const calls = lines.flatMap((line, index) =>
    [...line.matchAll(/\b([A-Z]\w*)\(/g)]
      .filter(match => match[1]!.toLowerCase() === cls)
      .map(() => index + 1),
  );
  // TensorFlow's Keras counts from `conv2d`, the first Keras from `conv2d_1`.
  const place =
    number === undefined ? 0 : calls.length > Number(number) ? Number(number) : Number(number) - 1;
  return calls.length === 1 ? calls[0]! : (calls[place] ?? null);
}

/** What errors say of a method, and how the script calls it. */
const METHODS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bfit\(\)|train_function|training\/testing|in fit\b/, /\.(fit|fit_generator|train_on_batch)\(/],
  [/test_function|in evaluate\b/, /\.evaluate\(/],
  [/predict_function|in predict\b/, /\.predict\(/],
  [
    /\b(?:loss|metrics?|optimizer)\b.*(?:identifier|function|Unknown|argument)|Unknown (?:loss|metric|optimizer)/,
    /\.compile\(/,
  ],
];

/** The line that an error's names lead to: a misspelt argument, a name in quotes, a layer, a method. */
export function lineNamed(text: string, script: string): number | null {
  const lines = script.split('\n');
  const cls = classOf(text);
  const words = cls === null ? text : text.slice(text.lastIndexOf(cls));
  const names = [...words.matchAll(/['"`]([A-Za-z_][\w./-]*)['"`]/g)].map(match => match[1]!);
  const bare = [...words.matchAll(/\b(?:layer:?|argument|keyword|name) '?"?([a-z]\w+)/g)].map(
    match => match[1]!,
  );
  // An import is where a name is missing from a module.
  if (cls === 'ImportError' || cls === 'ModuleNotFoundError') {
    const imports = lines.flatMap((line, index) => (/^\s*(?:from|import)\b/.test(line) ? [index] : []));
    const found = imports.filter(index =>
      names.some(name => new RegExp(`(?<![\\w.])${name.replaceAll('.', '\\.')}(?!\\w)`).test(lines[index]!)),
    );
    const whole = found.filter(index =>
      names.every(name => name.includes('/') || lines[index]!.includes(name)),
    );
    const best = whole[0] ?? found[0];
    return best === undefined ? null : best + 1;
  }
  const firsts = [/^\w+: (\w+) is deprecated/, /expected (\w+) to have/].flatMap(
    form => form.exec(words)?.[1] ?? [],
  );
  for (const name of [...names, ...firsts, ...bare]) {
    const exact = new RegExp(`(?<![\\w.])${name.replace(/[.\\/-]/g, '\\$&')}(?:\\s*=[^=]|['"(.\\]])`);
    const found = lines.flatMap((line, index) =>
      exact.test(line) && isCode(line.trim()) ? [index + 1] : [],
    );
    if (found.length === 1) return found[0]!;
    const layer = layerLine(name, lines);
    if (layer !== null) return layer;
  }
  for (const [says, calls] of METHODS) {
    if (!says.test(text)) continue;
    const found = lines.flatMap((line, index) => (calls.test(line) ? [index + 1] : []));
    if (found.length === 1) return found[0]!;
  }
  return null;
}
