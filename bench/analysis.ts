/**
 * How soon an edit in the middle of a Keras script has new diagnostics, beside pyright's language server on the same
 * file, machine and edits, both warm. Drives the analysis as it is packaged (`npm run build` first).
 *
 *   npm run bench analysis
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Analyser as AnalyserClass } from '../src/analysis/index.ts';
import { NewestOnly } from '../src/editor/newestOnly.ts';
import { inSlices } from '../src/editor/slices.ts';
import { LanguageServer } from './analysis/languageServer.ts';
import { kerasScript, middleEdit, withOpenBracket } from './analysis/script.ts';

const WARM_UP = 15;
const EDITS = 25;

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const pyright = fileURLToPath(new URL('../node_modules/pyright/langserver.index.js', import.meta.url));

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The chunk that the packaged extension loads for its first Keras script. */
async function packagedAnalyser(): Promise<AnalyserClass> {
  const chunk = readdirSync(path.join(dist, 'chunks')).find(name => /^analysis-.*\.js$/.test(name));
  if (chunk === undefined) throw new Error('no packaged analysis: run `npm run build` first');
  const { Analyser } = (await import(pathToFileURL(path.join(dist, 'chunks', chunk)).href)) as {
    Analyser: typeof AnalyserClass;
  };
  return Analyser.create({
    runtimeWasm: readFileSync(path.join(dist, 'tree-sitter.wasm')),
    pythonWasm: readFileSync(path.join(dist, 'tree-sitter-python.wasm')),
  });
}

/** The texts of a typing session: the same place gets another number each time. */
function edits(text: string): { readonly texts: readonly string[]; readonly numbers: readonly string[] } {
  const { start, end } = middleEdit(text);
  const numbers = Array.from({ length: WARM_UP + EDITS }, (_, index) => String(20 + index));
  return { texts: numbers.map(number => text.slice(0, start) + number + text.slice(end)), numbers };
}

interface Timing {
  /** The analysis with all that is shown besides: models, layers, values. */
  readonly analysis: number;
  /** From the edit to its diagnostics, with the pause that the editor leaves before it. */
  readonly edit: number;
}

async function timeKerascope(analyser: AnalyserClass, text: string): Promise<Timing> {
  const { texts } = edits(text);
  const analysis: number[] = [];
  const whole: number[] = [];
  let current = text;
  let began = 0;
  let arrived = (): void => {};
  const options = {
    kerasVersion: 'auto',
    onFindings: () => void whole.push(performance.now() - began),
  } as const;
  const newest = new NewestOnly({
    stamp: () => current,
    run: isOvertaken => inSlices(analyser.analysing(current, 'script.py', options), isOvertaken),
    done: (_program, milliseconds) => {
      analysis.push(milliseconds);
      arrived();
    },
    failed: error => {
      throw error;
    },
  });
  for (const next of [text, ...texts]) {
    const analysed = new Promise<void>(resolve => {
      arrived = resolve;
    });
    began = performance.now();
    current = next;
    newest.changed();
    await analysed;
  }
  newest.dispose();
  return { analysis: median(analysis.slice(-EDITS)), edit: median(whole.slice(-EDITS)) };
}

async function timePyright(text: string): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kerascope-bench-'));
  writeFileSync(path.join(folder, 'script.py'), text);
  const server = await LanguageServer.open(process.execPath, [pyright, '--stdio'], folder, 'script.py', text);
  const { start, end } = middleEdit(text);
  const line = text.slice(0, start).split('\n').length - 1;
  const column = start - (text.lastIndexOf('\n', start) + 1);
  const times: number[] = [];
  let width = end - start;
  for (const number of edits(text).numbers) {
    times.push(await server.edit(line, column, column + width, number));
    width = number.length;
  }
  server.close();
  rmSync(folder, { recursive: true, force: true });
  return median(times.slice(-EDITS));
}

const version = JSON.parse(
  readFileSync(new URL('../node_modules/pyright/package.json', import.meta.url), 'utf8'),
).version;
const started = performance.now();
const analyser = await packagedAnalyser();
const loaded = performance.now();
analyser.analyse(kerasScript(300), 'script.py', { kerasVersion: 'auto' });
console.log(
  `cold: ${(loaded - started).toFixed(0)} ms to load, ${(performance.now() - loaded).toFixed(0)} ms for the first analysis`,
);
console.log(`an edit in the middle until its diagnostics, medians of ${EDITS} after ${WARM_UP} to warm up`);
for (const lines of [300, 1000]) {
  const whole = kerasScript(lines);
  for (const [name, text] of [
    [`${lines} lines`, whole],
    [`${lines} lines, a bracket left open`, withOpenBracket(whole)],
  ] as const) {
    const ours = await timeKerascope(analyser, text);
    const theirs = await timePyright(text);
    console.log(
      `  ${name}: Kerascope ${ours.edit.toFixed(1)} ms (${ours.analysis.toFixed(1)} ms with models and values), ` +
        `pyright ${version} ${theirs.toFixed(1)} ms: ${(theirs / ours.edit).toFixed(1)} times as fast`,
    );
  }
}
