/** Generated programs end as Python programs do: they print, or raise a Python exception, never a JavaScript error. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runPython } from './run.ts';

const atom = fc.constantFrom(
  ...[
    '0',
    '1',
    '-3',
    '7',
    '10**20',
    'True',
    'None',
    '2.5',
    '-0.0',
    "'ab'",
    "''",
    "b'xy'",
    '[1, 2, 3]',
    '[]',
    '(4,)',
  ],
  ...["{'a': 1}", '{1, 2}', 'range(5)', '2+3j', 'x', 'y', 'len', 'int', 'print', '...', "float('nan')"],
);
const operator = fc.constantFrom('+', '-', '*', '/', '//', '%', '==', '<', 'in', 'and', 'is', '|', '&', '^');
const format = fc.constantFrom('', '>8', '.2f', '05d', 'x', 'e', 's', '%', '^10', ',', 'n', '+.3g');
const name = fc.constantFrom(
  'len',
  'sum',
  'sorted',
  'list',
  'tuple',
  'set',
  'dict',
  'str',
  'repr',
  'int',
  'float',
  'abs',
  'max',
  'min',
  'bool',
  'any',
  'bytes',
  'iter',
  'hash',
  'type',
  'reversed',
  'enumerate',
  'round',
);
const methodName = fc.constantFrom(
  'upper',
  'split',
  'append',
  'pop',
  'items',
  'keys',
  'index',
  'count',
  'join',
  'format',
  'sort',
  'union',
  'real',
  'strip',
  'get',
);

const { expression } = fc.letrec<{ expression: string }>(tie => {
  const inner = tie('expression');
  return {
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      atom,
      fc.tuple(inner, operator, inner).map(([a, o, b]) => `(${a} ${o} ${b})`),
      fc.tuple(name, inner).map(([f, a]) => `${f}(${a})`),
      fc.tuple(inner, inner).map(([a, b]) => `(${a})[${b}]`),
      fc.tuple(inner, inner, inner).map(([a, b, c]) => `(${a})[${b}:${c}]`),
      fc.tuple(inner, inner).map(([a, b]) => `[${a}, *[${b}]]`),
      fc.tuple(inner, inner).map(([a, b]) => `{${a}: ${b}}`),
      fc.tuple(inner, inner).map(([a, b]) => `(${a} if ${b} else x)`),
      fc.tuple(inner, format).map(([a, f]) => `format(${a}, '${f}')`),
      fc.tuple(inner, format).map(([a, f]) => `'%${f.replace(/[^0-9.]/g, '')}s' % (${a},)`),
      fc.tuple(inner, methodName, inner).map(([a, m, b]) => `(${a}).${m}(${b})`),
      fc.tuple(inner, inner).map(([a, b]) => `[x for x in ${a} if ${b}]`),
    ),
  };
});

const statement = fc.oneof(
  expression.map(e => `print(${e})`),
  expression.map(e => `x = ${e}`),
  expression.map(e => `x += ${e}`),
  expression.map(e => `a, *b = ${e}`),
  expression.map(e => `y[0] = ${e}`),
  expression.map(e => `for i in ${e}:\n        print(i)\n        break`),
  expression.map(e => `del y[${e}]`),
);

describe('generated programs', () => {
  it('never raise anything but Python exceptions', async () => {
    const program = fc.array(statement, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(program, async statements => {
        const guarded = statements.map(
          text => `try:\n    ${text}\nexcept Exception as error:\n    print(type(error).__name__, error)\n`,
        );
        // An error of the interpreter itself makes the run reject.
        const run = await runPython(`x = 1\ny = [1, 2, 3]\n${guarded.join('')}`);
        expect(run.stderr).toBe('');
        expect(run.status).toBe(0);
      }),
      { numRuns: 250 },
    );
  });
});
