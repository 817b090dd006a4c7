/**
 * How soon a mistake that is typed in the middle of a script is underlined in a real VS Code, and how long its extension
 * host is busy for one key; beside it the same with a probe in the extension's place that underlines the word at once.
 * Drives the packaged extension in Chromium (`npm run package` first; the first run installs VS Code's server).
 *
 *   npm run bench typing [-- --rounds 15]
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import manifest from '../package.json' with { type: 'json' };
import { kerasScript } from './analysis/script.ts';
import { inLiveEditor, type KeyPress, type LiveEditor } from './typing/liveEditor.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '15' } },
  allowPositionals: true,
});
const ROUNDS = Number(values.rounds);
const WARM_UP = 3;

const vsix = process.env.KERASCOPE_VSIX || `${manifest.name}-${manifest.version}.vsix`;
if (!existsSync(vsix)) throw new Error(`There is no ${vsix}: run "npm run package" first.`);

const lengths = [300, 1000] as const;
/** What is typed into: the name of an activation, a letter too many. */
const WORD = 'relux';

/** As many lines without Keras. */
function plainScript(lines: number): string {
  const part = (number: number) =>
    `def area_${number}(width, height):\n    label = 'relu'\n    return {label: width * height}\n\n\n`;
  return Array.from({ length: Math.ceil(lines / 5) }, (_, index) => part(index)).join('');
}

/** Behind `relu` in the middle of a text, as VS Code counts. */
function middle(text: string): { readonly line: number; readonly column: number } {
  const offset = text.indexOf("'relu'", text.length / 2) + "'relu".length;
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function row(title: string, presses: readonly KeyPress[]): void {
  const of = (part: keyof KeyPress) => median(presses.map(press => press[part]));
  const worst = Math.max(...presses.map(press => press.longest));
  const cells = [of('shown'), of('busy'), of('longest'), worst].map(value => value.toFixed(1).padStart(12));
  console.log(`${title.padEnd(52)}${cells.join('')}`);
}

/** A letter and its removal, again and again. */
async function typed(
  editor: LiveEditor,
  { file, text, selector, shows }: { file: string; text: string; selector: string; shows: string },
): Promise<KeyPress[]> {
  const { line, column } = middle(text);
  await editor.workbench.open(file);
  await editor.workbench.goTo(line, column);
  const presses: KeyPress[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const press = await editor.press('x', selector, shows, true);
    await editor.press('Backspace', selector, shows, false);
    if (round >= WARM_UP) presses.push(press);
  }
  return presses;
}

const underlined = { selector: '.squiggly-error', shows: '' };
const written = { selector: '.view-line', shows: WORD };

async function measure(installed: string | null): Promise<string> {
  const name = installed === null ? 'the probe alone' : 'Kerascope';
  const scripts = lengths.map(lines => [`keras${lines}.py`, kerasScript(lines)] as const);
  const plain = lengths.map(lines => [`plain${lines}.py`, plainScript(lines)] as const);
  const files = Object.fromEntries([...scripts, ...plain]);
  return inLiveEditor(installed, files, async editor => {
    // Plain files first: nothing has brought the analysis in yet.
    for (const [file, text] of plain)
      row(
        `${text.split('\n').length - 1} plain lines, the letter: ${name}`,
        await typed(editor, { file, text, ...written }),
      );
    const activation = (await editor.workbench.runningExtensions()).get(manifest.displayName) ?? 'not active';
    if (installed === null) await editor.host(WORD);
    for (const [file, text] of scripts)
      row(
        `${text.split('\n').length - 1} lines of Keras, the squiggle: ${name}`,
        await typed(editor, { file, text, ...underlined }),
      );
    return activation;
  });
}

const heads = ['shown', 'busy', 'longest', 'worst'].map(head => head.padStart(12)).join('');
console.log(
  `Milliseconds, medians of ${ROUNDS} keys: from the key to the frame that shows it; busy time of the`,
);
console.log('extension host for it; its longest piece of work, and the longest of all keys.\n');
console.log(`${''.padEnd(52)}${heads}`);
await measure(null);
const activation = await measure(vsix);
console.log(`\nIn a folder of plain Python files: ${activation}`);
