/** Training loops of the script's own get the warnings that `fit` gets, once, however often the loop turns. */
import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/index.ts';
import { analyse, compare } from './markers.ts';
import { ownLoops } from './ownLoops.ts';
import { runProgram } from './running.ts';

describe.each(Object.entries(ownLoops))('%s', (code, { failing, fixed, nearMiss }) => {
  test('is found at its place, and nothing else', async () => {
    expect(checks.map(check => check.code)).toContain(code);
    for (const version of ['2', '3'] as const) expect(await compare(failing, version)).toEqual([]);
  });

  test('is silent on the corrected program, which runs, and on the near miss', async () => {
    for (const program of [fixed, nearMiss]) expect((await analyse(program, '3')).findings).toEqual([]);
    expect((await runProgram(fixed)).raises).toBe('');
  });
});
