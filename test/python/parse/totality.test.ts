import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walk } from '../../../src/python/syntax.ts';
import { corpus } from './corpus.ts';
import { loadParser } from './loadParser.ts';

const parser = await loadParser();

/** Parses, and checks what holds for every text. */
function parsed(text: string) {
  const result = parser.parse(text);
  let nodes = 0;
  walk(result.module, node => {
    nodes++;
    expect(node.span.start.offset).toBeLessThanOrEqual(node.span.end.offset);
    expect(node.span.end.offset).toBeLessThanOrEqual(text.length);
    if (node.kind === 'Invalid') expect(result.errors).toContain(node.problem);
  });
  // Bounded work: no text has more nodes than a few for each character.
  expect(nodes).toBeLessThanOrEqual(4 * text.length + 4);
  return result;
}

const fragment = fc.constantFrom(
  ...[
    'def f(',
    'class A',
    ':',
    '\n',
    '\n  ',
    '\n\t',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '"""',
    'f"{',
    '}"',
    '\\',
  ],
  ...[
    'if x',
    'else',
    'x',
    '=',
    ' ',
    'lambda',
    'print ',
    'match x',
    'case ',
    '*',
    '**',
    ',',
    '1.',
    '0x',
    '#',
    ';',
    '@',
  ],
  ...[
    'try:',
    'except',
    'for',
    ' in ',
    'not ',
    'async ',
    'await ',
    'yield',
    'with ',
    ' as ',
    '\r',
    '\f',
    '\ufeff',
    'type ',
  ],
);

describe('parsing', () => {
  it('gives a tree for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => void parsed(text)),
      { numRuns: 150 },
    );
  });

  it('gives a tree for any sequence of fragments of Python', () => {
    const texts = fc.array(fragment, { maxLength: 25 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(texts, text => void parsed(text)),
      { numRuns: 300 },
    );
  });

  it('gives a tree for truncated and spliced programs', () => {
    const whole = Object.values(corpus).join('\n');
    const place = fc.nat({ max: whole.length });
    const spliced = fc
      .tuple(place, place, place)
      .map(([a, b, c]) => whole.slice(a, a + 400) + whole.slice(b, b + (c % 200)));
    fc.assert(
      fc.property(spliced, text => void parsed(text)),
      { numRuns: 100 },
    );
  });

  it('finds the same after edits as from scratch', () => {
    const whole = Object.values(corpus).join('\n');
    const edit = fc.tuple(fc.nat({ max: whole.length }), fc.nat({ max: 20 }), fragment);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), edits => {
        const changing = parser.changing();
        changing.parse(whole);
        let text = whole;
        for (const [at, removed, inserted] of edits) {
          const before = text;
          text = text.slice(0, at) + inserted + text.slice(at + removed);
          // Forth, back and forth again, so that statements move both ways.
          for (const next of [text, before, text]) expect(changing.parse(next)).toEqual(parser.parse(next));
        }
        changing.dispose();
      }),
      { numRuns: 30 },
    );
  });

  it('finds the same while lines are typed as from scratch', () => {
    const whole = Object.values(corpus).join('\n');
    const breaks = [...whole.matchAll(/\n/g)].map(({ index }) => index);
    const typed = fc.constantFrom(
      'model.compile(loss="mse", metrics=[f(x), y[0]])  # (',
      "name = f('a', {'b': '''c\\\n'''})",
      'def made(a, *b):\n    return [c for c in a]',
      'if made(1) and x.y[2]:\n    pass\nelse:\n    x.y = (1, 2',
      'for a, b in zip(x, y):\n    print(f"{a!r}: {b}") )',
      'async def later():\n    await x\nreturn 3\nnonlocal y',
    );
    fc.assert(
      fc.property(fc.constantFrom(...breaks), typed, (at, lines) => {
        const changing = parser.changing();
        changing.parse(whole);
        for (let length = 1; length <= lines.length; length++) {
          const text = `${whole.slice(0, at + 1)}${lines.slice(0, length)}${whole.slice(at)}`;
          expect(changing.parse(text)).toEqual(parser.parse(text));
        }
        expect(changing.parse(whole)).toEqual(parser.parse(whole));
        changing.dispose();
      }),
      { numRuns: 6 },
    );
  });

  it('reads sums of thousands of terms', () => {
    const { errors } = parsed(`x = ${Array(5000).fill('a').join(' + ')}\n`);
    expect(errors).toEqual([]);
  });

  it.each(['(', '[', '-', 'not ', 'f(', 'lambda: ', '{1:'])(
    'reports rather than overflows on nested %s',
    opening => {
      const { errors } = parsed(`x = ${opening.repeat(3000)}1\ny = 2\n`);
      expect(errors.length).toBeGreaterThan(0);
    },
  );

  it('reports blocks that nest too deeply', () => {
    const text = Array.from({ length: 150 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n');
    const { errors } = parsed(`${text}\n${' '.repeat(150)}pass\n`);
    expect(errors.map(error => error.template)).toContain('too many levels of indentation');
  });
});
