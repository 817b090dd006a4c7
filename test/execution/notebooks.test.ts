/** Notebooks: their cells wait at their top level, and what the last expression of a cell gives is shown. */
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../src/analysis/index.ts';
import { RunPolicy } from '../../src/execution/runPolicy.ts';
import { runScript } from '../../src/execution/runScript.ts';
import { allLibraries } from '../../src/library/index.ts';
import { testParser } from '../python/run.ts';

/** Runs cells as one text, as the editor joins them. */
async function run(cells: readonly string[], path = 'notebook.ipynb'): Promise<{ out: string; err: string }> {
  const said = { out: '', err: '' };
  let line = 1;
  const firstLines = cells.map(cell => {
    const first = line;
    line += cell.split('\n').length;
    return first;
  });
  await runScript({
    text: cells.join('\n'),
    parser: await testParser(),
    policy: new RunPolicy(),
    libraries: allLibraries(),
    cells: path.endsWith('.ipynb') ? { firstLines } : null,
    host: {
      write(stream, text) {
        said[stream === 'stdout' ? 'out' : 'err'] += text;
      },
      files: null,
      moduleSource: () => null,
      scriptPath: path,
      argv: [path],
      environment: () => undefined,
      now: () => Date.now(),
      monotonic: () => performance.now(),
    },
  });
  return said;
}

async function findings(text: string, path: string): Promise<string[]> {
  const { program } = followProgram(await testParser(), text, path, {
    kerasVersion: 'auto',
    moduleSource: () => null,
  });
  return program.findings.map(({ code, span }) => `${code} in line ${span.start.line}`);
}

const WAITING = `import asyncio
async def double(n):
    await asyncio.sleep(0.01)
    return 2 * n
async def count(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
class Door:
    async def __aenter__(self):
        return 'in'
    async def __aexit__(self, *error):
        print('out')
task = asyncio.create_task(double(21))
print(await double(4))
async for i in count(2):
    print('got', i)
async with Door() as where:
    print(where)
print([i async for i in count(3)], await task, await asyncio.gather(double(1), double(2)))
`;

describe('a notebook', () => {
  it('waits at the top level of its cells', async () => {
    const { out, err } = await run([WAITING]);
    expect(err).toBe('');
    expect(out).toBe('8\ngot 0\ngot 1\nin\nout\n[0, 1, 2] 42 [2, 4]\n');
    expect(await findings(WAITING, 'notebook.ipynb')).toEqual([]);
  });

  it('may not wait in a function that is not asynchronous, nor may a script', async () => {
    const inside = 'async def g(): pass\ndef f():\n    await g()\n';
    expect(await findings(inside, 'notebook.ipynb')).toEqual(['syntax-error in line 3']);
    const { err } = await run([WAITING], 'script.py');
    expect(err).toContain("SyntaxError: 'await' outside function");
  });

  it('shows the last expression of each cell and keeps it', async () => {
    const { out, err } = await run([
      'x = 20\nx + 1',
      'x\nprint(_)',
      '_ + 1;',
      '_ * 2\n# the end',
      'None',
      "'text'",
      'print(_, __, ___, _1, Out[4], sorted(Out), len(In), In[1])',
    ]);
    expect(err).toBe('');
    expect(out).toBe("21\n21\n42\n'text'\ntext 42 21 21 42 [1, 4, 6] 8 x = 20\nx + 1\n");
  });
});
