/** Analysis never contradicts the run: every value it gives a name is compared with the value at run. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../src/analysis/index.ts';
import { allLibraries } from '../../src/library/index.ts';
import type { Value } from '../../src/python/values.ts';
import { memoryFiles } from '../corpus/memoryFiles.ts';
import { runPython, testParser } from '../python/run.ts';
import { covers } from './covers.ts';

interface RecordedProgram {
  readonly name: string;
  readonly source: string;
  readonly error?: string;
}

interface Agreement {
  agrees: number;
  unknown: number;
  readonly contradictions: string[];
}

/** The values bound at each place of the text, in order. */
type Bindings = Map<string, Value[]>;

function add(bindings: Bindings, key: string, value: Value): void {
  const list = bindings.get(key);
  if (list) list.push(value);
  else bindings.set(key, [value]);
}

async function compare(program: RecordedProgram, total: Agreement): Promise<void> {
  const atRun: Bindings = new Map();
  await runPython(program.source, {
    libraries: allLibraries(),
    files: memoryFiles(),
    observer: {
      bound(node, value, frame) {
        if (frame.file.isScript) add(atRun, `${node.span.start.line}:${node.span.start.column}`, value);
      },
    },
  });
  const followed = followProgram(await testParser(), program.source, 'script.py', { kerasVersion: 'auto' });
  const analysed: Bindings = new Map();
  for (const { node, value } of followed.policy.bindings) {
    add(analysed, `${node.span.start.line}:${node.span.start.column}`, value);
  }
  for (const [place, values] of analysed) {
    const real = atRun.get(place);
    if (real === undefined) continue;
    // Where a loop was widened the turns no longer correspond; the first one always does.
    const pairs = real.length === values.length ? values.length : 1;
    for (let index = 0; index < pairs; index++) {
      const verdict = covers(values[index], real[index]);
      if (verdict === 'agrees') total.agrees++;
      else if (verdict === 'unknown') total.unknown++;
      else total.contradictions.push(`${program.name}, line ${place}: ${verdict.contradiction}`);
    }
  }
  for (const fault of followed.policy.faults)
    total.contradictions.push(`${program.name}: fault ${String(fault)}`);
  const error = followed.program.findings.find(finding => finding.severity === 'error');
  // A program of the corpus that runs to its end must have no error.
  if (program.error === undefined && error !== undefined) {
    total.contradictions.push(
      `${program.name}: error ${error.code} at line ${error.span.start.line}: ${error.raises}`,
    );
  }
}

const folder = fileURLToPath(new URL('../fixtures/corpus/', import.meta.url));

describe('analysis and run', () => {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.jsonl'))) {
    it(`agree on ${file.replace('.jsonl', '')}`, async () => {
      const total: Agreement = { agrees: 0, unknown: 0, contradictions: [] };
      for (const line of readFileSync(folder + file, 'utf8')
        .trim()
        .split('\n')) {
        await compare(JSON.parse(line) as RecordedProgram, total);
      }
      console.log(
        `${file.replace('.jsonl', '')}: ${total.agrees} values agree, ${total.unknown} unknown, ${total.contradictions.length} contradictions`,
      );
      expect(total.contradictions).toEqual([]);
    }, 180_000);
  }
});
