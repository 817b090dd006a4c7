/** How fast the interpreter runs a loop-heavy script, beside CPython on the same machine, as a ratio. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runPython } from '../test/python/run.ts';

const script = fileURLToPath(new URL('./interpreter/loops.py', import.meta.url));
const text = readFileSync(script, 'utf8');
const alternations = 5;

/** Seconds that CPython needs for the script, its own start subtracted. */
function timePython(): number {
  const seconds = (args: string[]) => {
    const start = performance.now();
    execFileSync('python3', args);
    return (performance.now() - start) / 1000;
  };
  return seconds([script]) - seconds(['-c', 'pass']);
}

async function timeKerascope(): Promise<number> {
  const start = performance.now();
  const { stderr } = await runPython(text);
  if (stderr !== '') throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const ours: number[] = [];
const theirs: number[] = [];
await timeKerascope();
for (let turn = 0; turn < alternations; turn++) {
  ours.push(await timeKerascope());
  theirs.push(timePython());
}
const version = execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim();
console.log('interpreter, loop-heavy script (median of', alternations, 'alternations)');
console.log(`  Kerascope ${median(ours).toFixed(3)} s, ${version} ${median(theirs).toFixed(3)} s`);
console.log(`  Kerascope takes ${(median(ours) / median(theirs)).toFixed(2)} times as long`);
