/** What a test of quick fixes says: which are offered, and that each leaves a clean program that trains. */
import { expect } from 'vitest';
import type { Finding, Fix } from '../../src/analysis/program.ts';
import { editsToFixAll } from '../../src/editor/edits.ts';
import type { FixKind } from '../../src/python/fixKinds.ts';
import { formatMessage } from '../../src/python/message.ts';
import { analyse, applyFix, type KerasVersionOption } from './markers.ts';
import { runProgram } from './running.ts';

export interface FixCase {
  readonly program: string;
  readonly code: string;
  /** The fixes of the first finding; left out where another test says what is found. */
  readonly titles?: readonly string[];
  /** What stands in the program after each fix of the first finding. */
  readonly written?: readonly string[];
  readonly kerasVersion?: KerasVersionOption;
  /** What the fixed program reads. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

const sentence = (finding: Finding): string => `${finding.code}: ${formatMessage(finding.message)}`;

/** A program without a finding runs to its end. */
async function expectToRun(program: string, { kerasVersion = '3', files }: FixCase): Promise<void> {
  expect((await runProgram(program, kerasVersion, files)).raises, program).toBe('');
}

/** What is found after a change of the program. */
async function leftAfter(
  program: string,
  change: Pick<Fix, 'title' | 'edits'>,
  { kerasVersion = '3' }: FixCase,
) {
  const after = applyFix(program, change);
  return { after, left: (await analyse(after, kerasVersion)).findings.map(sentence) };
}

/**
 * Applies each fix of a program's findings by itself, and all preferred ones at once.
 * @returns the kinds of fixes after which the program was clean and ran to its end.
 */
export async function tryFixes(given: FixCase): Promise<FixKind[]> {
  const { program, code, titles } = given;
  const { findings } = await analyse(program, given.kerasVersion ?? '3');
  expect(findings.map(item => item.code)).toContain(code);
  if (titles !== undefined) expectTitles(findings, code, titles);
  const { fixes } = findings[0]!;
  for (const [index, text] of given.written?.entries() ?? [])
    expect(applyFix(program, fixes[index]!)).toContain(text);
  const tried: FixKind[] = [];
  for (const finding of findings) {
    const others = findings.filter(item => item !== finding).map(sentence);
    for (const fix of finding.fixes) {
      const { after, left } = await leftAfter(program, fix, given);
      const shown = `${fix.kind}\n${after}`;
      for (const item of left) expect(others, shown).toContain(item);
      if (left.length > 0) continue;
      await expectToRun(after, given);
      tried.push(fix.kind);
    }
  }
  if (findings.length > 1 && findings.every(item => item.fixes.length > 0))
    await expectFixAll(findings, given);
  return tried;
}

function expectTitles(findings: readonly Finding[], code: string, titles: readonly string[]): void {
  expect(new Set(findings.map(item => item.code))).toEqual(new Set([code]));
  const { fixes } = findings[0]!;
  expect(fixes.map(fix => formatMessage(fix.title))).toEqual(titles);
  expect(fixes.filter(fix => fix.preferred).length).toBe(1);
}

/** "Fix all" of a file leaves nothing, however often one has to ask for it. */
async function expectFixAll(findings: readonly Finding[], given: FixCase): Promise<void> {
  const title = findings[0]!.fixes[0]!.title;
  let { program } = given;
  let left = findings;
  for (let round = 0; round < findings.length && left.length > 0; round++) {
    program = applyFix(program, { title, edits: editsToFixAll(left) });
    left = (await analyse(program, given.kerasVersion ?? '3')).findings;
  }
  expect(left.map(sentence), program).toEqual([]);
  await expectToRun(program, given);
}
