import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fix } from '../../src/analysis/program.ts';
import { editsToFixAll, preferredFix } from '../../src/editor/edits.ts';
import { message } from '../../src/python/message.ts';
import type { Span } from '../../src/python/syntax.ts';
import { finding } from './analysedProgram.ts';

const span = (start: number, end: number): Span => ({
  start: { line: 1, column: start, offset: start },
  end: { line: 1, column: end, offset: end },
});

const fix = (edits: [number, number, string][], preferred = true): Fix => ({
  kind: 'correct-name',
  title: message('Change'),
  preferred,
  edits: edits.map(([start, end, text]) => ({ span: span(start, end), text })),
});

const texts = (...fixes: Fix[][]): string[] =>
  editsToFixAll(fixes.map(of => finding(span(0, 1), of))).map(edit => edit.text);

describe('editsToFixAll', () => {
  it('joins imports that are added at one place', () => {
    const line = (text: string) => [fix([[3, 3, text]])];
    expect(
      texts(line('\nfrom a import b'), line('\nimport c'), line('\nfrom a import d'), line(', e')),
    ).toEqual(['\nfrom a import b, d\nimport c', ', e']);
    expect(texts(line('import c\n\n'), line('import d\n\n'))).toEqual(['import c\nimport d\n\n']);
  });

  it('takes preferred fixes only', () => {
    expect(texts([fix([[0, 1, 'a']], false), fix([[2, 3, 'b']])], [fix([[4, 5, 'c']], false)])).toEqual([
      'b',
    ]);
    expect(preferredFix(finding(span(0, 1), [fix([[0, 1, 'a']], false)]))).toBeNull();
  });

  it('leaves out a fix of which any edit overlaps an earlier one', () => {
    expect(
      texts(
        [fix([[0, 4, 'a']])],
        [
          fix([
            [9, 10, 'b'],
            [3, 5, 'c'],
          ]),
        ],
        [fix([[4, 6, 'd']])],
      ),
    ).toEqual(['a', 'd']);
  });

  it('makes an edit that two fixes share once', () => {
    expect(
      texts(
        [
          fix([
            [0, 0, 'import x\n'],
            [5, 6, 'a'],
          ]),
        ],
        [
          fix([
            [0, 0, 'import x\n'],
            [7, 8, 'b'],
          ]),
        ],
      ),
    ).toEqual(['import x\n', 'a', 'b']);
  });

  it('keeps different insertions at one place', () => {
    expect(texts([fix([[0, 0, 'a']])], [fix([[0, 0, 'b']])])).toEqual(['a', 'b']);
  });

  it('never returns edits that overlap', () => {
    const edit = fc.tuple(fc.nat(50), fc.nat(10), fc.constantFrom('x', 'y'));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), raw => {
        const edits = editsToFixAll(
          raw.map(([start, length, text]) => finding(span(0, 1), [fix([[start, start + length, text]])])),
        );
        const sorted = edits
          .map(({ span: { start, end } }) => [start.offset, end.offset] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        return sorted.every(([, end], index) => index + 1 >= sorted.length || end <= sorted[index + 1]![0]);
      }),
    );
  });
});
