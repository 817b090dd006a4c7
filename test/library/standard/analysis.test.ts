/** Coroutines, patterns and files of the workspace as analysis follows them. */
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../../src/analysis/index.ts';
import { Unknown, type Value } from '../../../src/python/values.ts';
import { testParser } from '../../python/run.ts';

async function follow(text: string, files: Readonly<Record<string, string>> = {}) {
  const { program, policy, interpreter } = followProgram(await testParser(), text, 'script.py', {
    kerasVersion: 'auto',
    glimpse(path) {
      const found = files[path];
      if (found === undefined) return 'missing';
      const head = new TextEncoder().encode(found);
      return { size: head.length, head };
    },
  });
  const last = new Map<string, Value>();
  for (const { node, value } of policy.bindings) if (node.kind === 'Name') last.set(node.id, value);
  return {
    errors: program.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ span, code }) => `${span.start.line}: ${code}`),
    faults: policy.faults,
    text: (name: string) => {
      const value = last.get(name);
      return value === undefined || value instanceof Unknown ? 'unknown' : interpreter.repr(value);
    },
  };
}

describe('coroutines under analysis', () => {
  it('give what they return, through tasks and gather', async () => {
    const { errors, text } = await follow(`
import asyncio
import numpy as np
async def load(n):
    await asyncio.sleep(1)
    return np.zeros((2, n))
async def main():
    first, second = await asyncio.gather(load(3), load(4))
    return first.shape, second.shape
shapes = asyncio.run(main())
asyncio.run(load(5)) @ np.ones((2, 2))
`);
    expect(text('shapes')).toBe('((2, 3), (2, 4))');
    expect(errors).toEqual(['11: value-error']);
  });

  it('are followed on behind an await that depends on a condition', async () => {
    const { errors, text, faults } = await follow(`
import asyncio, mystery
async def work():
    await asyncio.sleep(1)
    return 7
async def main():
    if mystery.flag:
        await asyncio.sleep(1)
        got = await work()
    else:
        got = await work()
    for _ in mystery.items:
        await asyncio.create_task(work())
    return got
answer = asyncio.run(main())
1 + 'a'
`);
    expect(text('answer')).toBe('7');
    expect(errors).toEqual(['16: type-error']);
    expect(faults).toEqual([]);
  });

  it('tell of an error in a task where it was raised, and of none that is asked for', async () => {
    const { errors } = await follow(`
import asyncio
async def fails():
    return 1 + 'a'
async def main():
    await asyncio.gather(fails(), return_exceptions=True)
    try:
        await asyncio.create_task(fails())
    except TypeError:
        pass
asyncio.run(main())
async def other():
    await asyncio.create_task(fails())
asyncio.run(other())
`);
    expect(errors).toEqual(['4: type-error']);
  });

  it('are followed when nobody calls them', async () => {
    const { errors } = await follow(`
import asyncio
async def never(queue):
    async with asyncio.timeout(3):
        item = await queue.get()
    return [] + 1
`);
    expect(errors).toEqual(['6: type-error']);
  });
});

describe('patterns that raise', () => {
  it('do not end what follows', async () => {
    const { errors } = await follow(`
match 3:
    case int(a, b):
        pass
match 3:
    case len():
        pass
1 + 'a'
`);
    expect(errors).toEqual(['3: type-error', '6: type-error', '8: type-error']);
  });
});

describe('files of the workspace under analysis', () => {
  it('are read where the host shows them whole', async () => {
    const { errors, text } = await follow(
      `
import json
with open('settings.json') as file:
    settings = json.load(file)
lines = open('names.txt').read().splitlines()
count = sum(1 for line in open('names.txt'))
data = open('names.txt', 'rb').read()
settings['layers'] + 'a'
`,
      { 'settings.json': '{"layers": 3}', 'names.txt': 'a\nb\n' },
    );
    expect([text('settings'), text('lines'), text('count'), text('data')]).toEqual([
      "{'layers': 3}",
      "['a', 'b']",
      '2',
      "b'a\\nb\\n'",
    ]);
    expect(errors).toEqual(['8: type-error']);
  });

  it('are missing only where nothing could have made them', async () => {
    const missing = await follow("text = open('none.txt').read()\n");
    expect(missing.errors).toEqual(['1: file-not-found-error']);
    const written = await follow("open('none.txt', 'w').write('x')\ntext = open('none.txt').read()\n");
    expect([written.errors, written.text('text')]).toEqual([[], 'unknown']);
  });
});
