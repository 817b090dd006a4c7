/** Every code of an error is documented, and its example raises it. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../src/checks/errors/index.ts';
import { checks } from '../../src/checks/index.ts';
import { analyse } from './markers.ts';

/** Codes that never reach a person: a value that is not known, an exception that was told elsewhere. */
const internal = new Set(['unknown', 'reported']);

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

describe.each(errorCodes.filter(item => item.example).map(item => [item.code, item.example!] as const))(
  '%s',
  (code, example) => {
    test('is found in its failing example, and not in the corrected one', async () => {
      const errors = async (text: string) =>
        (await analyse(text)).findings.filter(item => item.severity === 'error').map(item => item.code);
      expect(await errors(example.failing)).toContain(code);
      expect(await errors(example.fixed)).toEqual([]);
    });
  },
);
