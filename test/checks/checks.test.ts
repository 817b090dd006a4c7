/** Every check: documented, triggered by its failing example at the drawn place, silent on the others. */
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { compare, readMarkers } from './markers.ts';
import { runProgram } from './running.ts';

test('codes are unique and well formed', () => {
  const codes = checks.map(check => check.code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
});

describe.each(checks.map(check => [check.code, check] as const))('%s', (code, check) => {
  test('is documented in both languages', () => {
    for (const text of [check.title, ...Object.values(check.documentation)]) expect(text).toMatch(/\S/);
    for (const text of [check.chinese.title, check.chinese.what, check.chinese.why, check.chinese.fix]) {
      expect(text).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('is found where it is drawn, and nothing else is', async () => {
    const { drawn } = readMarkers(check.examples.failing);
    expect(drawn.map(item => item.code)).toContain(code);
    expect(drawn.every(item => item.severity === check.severity || item.code !== code)).toBe(true);
    expect(await compare(check.examples.failing)).toEqual([]);
  });

  test('is silent on the corrected program, which runs', async () => {
    expect(readMarkers(check.examples.fixed).drawn).toEqual([]);
    expect(await compare(check.examples.fixed)).toEqual([]);
    expect((await runProgram(check.examples.fixed)).raises).toBe('');
  });

  test('is silent on the near miss', async () => {
    expect(readMarkers(check.examples.nearMiss).drawn).toEqual([]);
    expect(await compare(check.examples.nearMiss)).toEqual([]);
  });
});
