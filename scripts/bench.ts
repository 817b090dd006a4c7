/**
 * Runs the benchmarks in bench/ one after the other: all, or those whose name holds one of the first arguments. What
 * begins with the first option (`--models CNN`) is handed to each of them.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const given = process.argv.slice(2);
const options = given.slice(given.findIndex(word => word.startsWith('--')) >>> 0);
const wanted = given.slice(0, given.length - options.length);
const all = readdirSync('bench').filter(name => name.endsWith('.ts'));
const chosen = all.filter(name => wanted.length === 0 || wanted.some(word => name.includes(word))).sort();
if (chosen.length === 0) {
  console.error(`No benchmark matches ${wanted.join(', ')}. There are: ${all.join(', ') || 'none'}.`);
  process.exit(1);
}

const failed: string[] = [];
for (const name of chosen) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [`bench/${name}`, ...options], { stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
