/**
 * Every code of an error is documented and has examples: one program that raises it, marked where it is told; the same put
 * right; one that only looks alike. The last two are clean and run.
 */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readErrorExamples } from '../../scripts/error-examples.ts';
import { errorCodes } from '../../src/checks/errors/index.ts';
import { checks } from '../../src/checks/index.ts';
import { compare, readMarkers } from './markers.ts';
import { runProgram } from './running.ts';

/** Codes that never reach a person: a value that is not known, an exception that was told elsewhere. */
const internal = new Set(['unknown', 'reported']);

const examples = readErrorExamples();

test('codes are unique, those of checks included', () => {
  const codes = [...errorCodes, ...checks].map(item => item.code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test('every code in the sources is documented', () => {
  const known = new Set([...errorCodes, ...checks].map(item => item.code));
  const used = globSync(['src/python/**/*.ts', 'src/library/**/*.ts', 'src/analysis/**/*.ts']).flatMap(file =>
    [
      ...readFileSync(file, 'utf8').matchAll(/\bcode: (?:[^,\n]*\? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g),
    ].flatMap(match => [match[1]!, ...(match[2] ? [match[2]] : [])]),
  );
  expect(used.length).toBeGreaterThan(40);
  expect([...new Set(used)].filter(code => !known.has(code) && !internal.has(code))).toEqual([]);
});

test('every code has examples, and they are of no other', () => {
  const wanted = errorCodes.filter(item => !item.onlyInPanel).map(item => item.code);
  expect([...examples.keys()].toSorted()).toEqual(wanted.toSorted());
});

describe.each([...examples])('%s', (code, { failing, fixed, nearMiss, kerasVersion, toldBy }) => {
  test('is told where it is drawn, and nothing else is', async () => {
    const { program, drawn } = readMarkers(failing);
    expect(await compare(failing, kerasVersion)).toEqual([]);
    const run = await runProgram(program, kerasVersion);
    if (toldBy === 'notice') return expect(run.notices).toContain(code);
    expect(run.code).toBe(code);
    if (toldBy === 'analysis') expect(drawn.map(item => item.code)).toContain(code);
  });

  test.each([
    ['the corrected program', fixed],
    ['the near miss', nearMiss],
  ])('%s is clean and runs', async (_name, program) => {
    expect(await compare(program, kerasVersion)).toEqual([]);
    expect(await runProgram(program, kerasVersion)).toEqual({ raises: '', code: null, notices: [] });
  });
});
