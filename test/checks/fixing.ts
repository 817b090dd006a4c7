/** What a test of quick fixes says: the titles, and that each leaves a clean program that trains. */
import { expect } from 'vitest';
import { formatMessage } from '../../src/python/message.ts';
import { analyse, applyFix, type KerasVersionOption } from './markers.ts';
import { runProgram } from './running.ts';

export interface FixCase {
  readonly program: string;
  readonly code: string;
  readonly titles: readonly string[];
  readonly kerasVersion?: KerasVersionOption;
  /** Whether the fixed program reads files that are not there: then it is analysed only. */
  readonly readsFiles?: true;
}

export async function expectFixes(given: FixCase): Promise<void> {
  const { program, code, titles, kerasVersion = '3' } = given;
  const { findings } = await analyse(program, kerasVersion);
  expect(findings.map(item => item.code)).toEqual([code]);
  const { fixes } = findings[0]!;
  expect(fixes.map(fix => formatMessage(fix.title))).toEqual(titles);
  expect(fixes.filter(fix => fix.preferred).length).toBe(1);
  for (const fix of fixes) {
    const after = applyFix(program, fix);
    const left = (await analyse(after, kerasVersion)).findings;
    expect(
      left.map(item => `${item.code}: ${formatMessage(item.message)}`),
      after,
    ).toEqual([]);
    if (given.readsFiles === undefined)
      expect((await runProgram(after, kerasVersion)).raises, after).toBe('');
  }
}
