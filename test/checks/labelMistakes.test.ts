/** examples/label_mistakes.py: each mistake at its place, each gone after its quick fix. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatMessage } from '../../src/python/message.ts';
import { analyse, applyFix } from './markers.ts';

const program = readFileSync('examples/label_mistakes.py', 'utf8');
const lines = program.split('\n');

/** The marked text, the code, and how many ways there are to fix it. */
const mistakes = [
  ['labels', 'error', 'label-shape', 2],
  ['wide', 'error', 'label-shape', 1],
  ['Dense(3)', 'warning', 'crossentropy-on-logits', 2],
  ['from_logits=True', 'warning', 'from-logits-after-softmax', 2],
  ['softmax', 'error', 'unknown-argument', 1],
  ["'softmax'", 'warning', 'softmax-single-unit', 1],
] as const;

test('each mistake is found at its place, and nothing else', async () => {
  const { findings } = await analyse(program);
  const found = findings.map(({ span, severity, code, fixes }) => {
    expect(span.start.line).toBe(span.end.line);
    const text = lines[span.start.line - 1]!.slice(span.start.column, span.end.column);
    return [text, severity, code, fixes.length];
  });
  expect(found.map(item => item.slice(0, 3))).toEqual(mistakes.map(item => item.slice(0, 3)));
  for (const [index, item] of found.entries()) expect(item[3]).toBeGreaterThanOrEqual(mistakes[index]![3]);
});

test.each(mistakes.map((mistake, index) => [index, mistake[2]] as const))(
  'mistake %i (%s): each fix removes it and adds none',
  async (index, code) => {
    const { findings } = await analyse(program);
    const finding = findings[index]!;
    expect(finding.code).toBe(code);
    const others = findings
      .filter(item => item !== finding)
      .map(item => `${item.code} ${formatMessage(item.message)}`);
    for (const fix of finding.fixes) {
      const after = applyFix(program, fix);
      const left = (await analyse(after)).findings.map(item => `${item.code} ${formatMessage(item.message)}`);
      expect(left, formatMessage(fix.title)).toEqual(others);
    }
  },
);

test('the preferred fixes together leave a clean program', async () => {
  let text = program;
  for (let round = 0; round < 12; round++) {
    const [first] = (await analyse(text)).findings;
    if (first === undefined) break;
    const fix = first.fixes.find(item => item.preferred) ?? first.fixes[0];
    expect(fix, `${first.code} has a fix`).toBeDefined();
    text = applyFix(text, fix!);
  }
  expect((await analyse(text)).findings).toEqual([]);
});
