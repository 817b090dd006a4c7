/** The behaviour corpus: every program prints and ends as it did under CPython. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allLibraries } from '../../src/library/index.ts';
import { runPython } from '../python/run.ts';
import { memoryFiles } from './memoryFiles.ts';

interface RecordedProgram {
  readonly name: string;
  readonly source: string;
  readonly stdout: string;
  readonly status?: number;
  /** The last line of the traceback. */
  readonly error?: string;
  /** All that it wrote to standard error, where that is what the program is about. */
  readonly stderr?: string;
}

const folder = fileURLToPath(new URL('../fixtures/corpus/', import.meta.url));

/** The first difference, for the report; null when the program agrees. */
async function disagreement(program: RecordedProgram): Promise<string | null> {
  let run: Awaited<ReturnType<typeof runPython>>;
  try {
    run = await runPython(program.source, { libraries: allLibraries(), files: memoryFiles() });
  } catch (error) {
    return `interpreter failed: ${error instanceof Error ? error.stack?.slice(0, 600) : String(error)}`;
  }
  if (run.stdout !== program.stdout) {
    const [ours, theirs] = [run.stdout.split('\n'), program.stdout.split('\n')];
    const line = theirs.findIndex((text, index) => text !== ours[index]);
    const at = line < 0 ? theirs.length : line;
    return `line ${at + 1}: expected ${JSON.stringify(theirs[at])}, got ${JSON.stringify(ours[at])}${ours[at] === undefined ? `; stderr ${run.stderr.trim().split('\n').at(-1)}` : ''}`;
  }
  const last = run.stderr.trim().split('\n').at(-1) ?? '';
  if (program.error !== undefined && last !== program.error) return `expected ${program.error}, got ${last}`;
  if (program.stderr !== undefined && run.stderr !== program.stderr)
    return `expected\n${program.stderr}got\n${run.stderr}`;
  if ((program.status ?? 0) !== run.status)
    return `expected status ${program.status ?? 0}, got ${run.status}: ${last}`;
  return null;
}

describe('behaviour corpus', () => {
  for (const file of readdirSync(folder).filter(name => name.endsWith('.jsonl'))) {
    it(`agrees with CPython: ${file.replace('.jsonl', '')}`, async () => {
      const programs = readFileSync(folder + file, 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as RecordedProgram);
      const problems: string[] = [];
      for (const program of programs) {
        const problem = await disagreement(program);
        if (problem !== null) problems.push(`${program.name}: ${problem}`);
      }
      console.log(
        `${file.replace('.jsonl', '')}: ${programs.length - problems.length} of ${programs.length} programs agree`,
      );
      expect(problems).toEqual([]);
    }, 180_000);
  }
});
