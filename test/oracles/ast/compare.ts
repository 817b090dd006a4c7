/**
 * Compares our trees with CPython's, on the files named or on the whole standard library of `python3`.
 *
 * `node test/oracles/ast/compare.ts [--verbose] [FILE…]` prints how many files agree, positions included.
 */

import { execFileSync, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { problemMessage } from '../../../src/python/syntax.ts';
import { loadParser } from '../../python/parse/loadParser.ts';
import { firstDifference, normalised } from '../../python/parse/normalised.ts';

const here = import.meta.dirname;

/** Files whose encoding or syntax is broken on purpose are left out by CPython itself. */
function standardLibrary(): string[] {
  const root = dirname(
    execFileSync('python3', ['-c', 'import os; print(os.__file__)'], { encoding: 'utf8' }).trim(),
  );
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.py') && !name.startsWith('site-packages'))
    .map(name => join(root, name));
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const verbose = args.includes('--verbose');
  const named = args.filter(arg => !arg.startsWith('--'));
  const files = named.length > 0 ? named : standardLibrary();
  const parser = await loadParser();
  const oracle = spawn('python3', [join(here, 'dump.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  oracle.stdin.end(files.join('\n'));
  const counts = { agree: 0, differ: 0, rejectedByPython: 0 };
  for await (const line of createInterface({ input: oracle.stdout })) {
    const answer = JSON.parse(line);
    if (answer.error !== undefined) {
      counts.rejectedByPython++;
      if (verbose) console.log(`rejected by CPython: ${answer.path}: ${answer.error}`);
      continue;
    }
    let reason: string | null;
    try {
      const result = parser.parse(answer.text);
      const problem = result.errors[0];
      reason =
        problem === undefined || problemMessage(problem) === answer.rejected
          ? firstDifference(normalised(result.module), answer.tree)
          : `problem at ${problem.span.start.line}:${problem.span.start.column}: ${problem.template}`;
    } catch (error) {
      reason = `threw ${(error as Error).stack}`;
    }
    if (reason === null) counts.agree++;
    else {
      counts.differ++;
      console.log(`${answer.path}: ${reason}`);
    }
  }
  console.log(counts);
}

await main();
