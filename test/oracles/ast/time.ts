/** Prints how long parsing takes, on the first 300 and 1,000 lines of a file: `node test/oracles/ast/time.ts FILE`. */

import { readFileSync } from 'node:fs';
import { loadParser } from '../../python/parse/loadParser.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('name a Python file');
const parser = await loadParser();
const lines = readFileSync(file, 'utf8').split('\n');

function median(times: number[]): string {
  return `${times.sort((a, b) => a - b)[times.length >> 1]!.toFixed(2)} ms`;
}

function timed(text: string): number {
  const start = performance.now();
  parser.parse(text);
  return performance.now() - start;
}

for (const count of [300, 1000]) {
  // Cut where a statement of the module starts, so that nothing is left open.
  const cut = lines.findIndex((line, index) => index >= count && /^(?:def|class) /.test(line));
  const text = `${lines.slice(0, cut < 0 ? count : cut).join('\n')}\n`;
  const fresh: number[] = [];
  const edited: number[] = [];
  const first = timed(text);
  for (let round = 0; round < 60; round++) {
    parser.parse('');
    fresh.push(timed(text));
    const place = text.indexOf('\n', Math.floor((text.length * (round % 10)) / 10)) + 1;
    edited.push(timed(`${text.slice(0, place)}# edited ${round}\n${text.slice(place)}`));
  }
  console.log(
    `${cut} lines: first ${first.toFixed(2)} ms, from scratch ${median(fresh)}, after an edit ${median(edited)}`,
  );
}
