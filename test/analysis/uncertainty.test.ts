/** What depends on something unknown must not become a finding, nor a certainty. */
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../src/analysis/index.ts';
import { Unknown, type Value } from '../../src/python/values.ts';
import { testParser } from '../python/run.ts';

async function follow(text: string) {
  const { program, policy } = followProgram(await testParser(), text, 'script.py', { kerasVersion: 'auto' });
  const last = new Map<string, Value>();
  for (const { node, value } of policy.bindings) if (node.kind === 'Name') last.set(node.id, value);
  return {
    findings: program.findings.map(finding => finding.code),
    value: (name: string) => last.get(name),
    policy,
  };
}

describe('uncertain programs', () => {
  it('a recursion whose end is not known is unknown', async () => {
    const { findings, value } = await follow(
      'import mystery\ndef fact(n):\n    if n <= 1:\n        return 1\n    return n * fact(n - 1)\na = fact(mystery.n)\nb = fact(5)\n',
    );
    expect(findings).toEqual([]);
    expect(value('a')).toBeInstanceOf(Unknown);
    expect(value('b')).toBe(120);
  });

  it.each([
    ['a conditional expression', 'return 0 if n == 0 else n + fact(n - 1)'],
    ['two calls of a conditional expression', 'return n if n < 2 else fact(n - 1) + fact(n - 2)'],
    ['an `or`', 'return n < 1 or fact(n - 1)'],
    ['an `and`', 'return n > 1 and fact(n - 1)'],
  ])('a recursion that %s may end is unknown', async (_name, body) => {
    const { findings, value } = await follow(
      `import mystery\ndef fact(n):\n    ${body}\na = fact(mystery.n)\nb = 3\n`,
    );
    expect(findings).toEqual([]);
    expect(value('a')).toBeInstanceOf(Unknown);
    expect(value('b')).toBe(3);
  });

  it('an exception behind a possible return is not certain', async () => {
    const { findings } = await follow(
      "import mystery\ndef find(xs, k):\n    for x in xs:\n        if x == k:\n            return x\n    raise ValueError('no')\na = find(mystery.xs, 3)\n",
    );
    expect(findings).toEqual([]);
  });

  it('an exception that nothing can prevent is a finding', async () => {
    const { findings } = await follow("def find(k):\n    raise ValueError('no')\na = find(3)\n");
    expect(findings).toEqual(['raised']);
  });

  it('a generator over something unknown gives unknown items', async () => {
    const { findings, value } = await follow(
      'import mystery\ndef rows():\n    for line in mystery.lines:\n        yield line\nitems = []\nfor r in rows():\n    items.append(r)\nn = len(items)\nxs = list(rows())\nm = max(items)\n',
    );
    expect(findings).toEqual([]);
    expect(value('n')).toBeInstanceOf(Unknown);
    expect(value('xs')).toBeInstanceOf(Unknown);
  });

  it('the end of an iteration is no finding', async () => {
    const { findings, value } = await follow(
      'class It:\n    def __init__(self): self.i = iter([1, 2])\n    def __iter__(self): return self\n    def __next__(self): return next(self.i)\nn = len(list(It()))\n',
    );
    expect(findings).toEqual([]);
    expect(value('n')).toBe(2);
  });

  it('values that two branches leave alike stay known', async () => {
    const { value } = await follow(
      'import mystery\nif mystery.x:\n    a = 1\n    b = 2\nelse:\n    a = 1\n    b = 3\n',
    );
    expect(value('a')).toBe(1);
  });

  it('what a branch may have changed is unknown behind it', async () => {
    const { policy, value } = await follow(
      'import mystery\nb = [1]\nif mystery.x:\n    b.append(2)\nn = len(b)\nfor i in mystery.xs:\n    b = 5\nc = b\n',
    );
    expect(policy.faults).toEqual([]);
    expect(value('n')).toBeInstanceOf(Unknown);
    expect(value('c')).toBeInstanceOf(Unknown);
  });
});
