/** A notebook's cells parsed as one program: every place is where the cell stands, whatever is wrong in others. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCells, parsingCells } from '../../../src/python/parse/cells.ts';
import { atOnce } from '../../../src/python/pauses.ts';
import { walk } from '../../../src/python/syntax.ts';
import { loadParser } from './loadParser.ts';

const parser = await loadParser();

const sound = [
  'x = 1',
  'for i in (1, 2):\n    y = i  # two\n',
  'def f(a):\n    return a\n\nf(3)',
  '',
  "t = '''a\nb'''",
  'b = b"bytes"\r\nc = 2',
];
const broken = ['z = """open', '(', 'if x:', 'else:\n    x = 1', '  x = 1', 'return 1', 'x = 1 \\', "'"];

function startsOf(cells: readonly string[]): number[] {
  let offset = 0;
  return cells.map(cell => {
    const start = offset;
    offset += cell.length + 1;
    return start;
  });
}

it('puts every name where it stands, and every error into a broken cell', () => {
  const cells = fc.array(fc.oneof(fc.constantFrom(...sound), fc.constantFrom(...broken)), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(cells, all => {
      const text = all.join('\n');
      const starts = startsOf(all);
      const { module, errors, comments } = parseCells(parser, text, starts);
      const cellAt = (offset: number): string => all[starts.findLastIndex(start => start <= offset)]!;
      const lineOf = (offset: number): number => text.slice(0, offset).split(/\r\n|\r|\n/).length;
      walk(module, node => {
        // `<…>` stands for what cannot be read.
        if (node.kind === 'Name' && !node.id.startsWith('<')) {
          const { start, end } = node.span;
          expect(text.slice(start.offset, end.offset)).toBe(node.id);
          expect(start.line).toBe(lineOf(start.offset));
        }
        return true;
      });
      for (const { span, text: comment } of comments) {
        expect(text.slice(span.start.offset, span.end.offset)).toBe(comment);
      }
      for (const { span } of errors) expect(broken).toContain(cellAt(span.start.offset));
      const names = module.body.flatMap(statement =>
        statement.kind === 'FunctionDef' ? [cellAt(statement.span.start.offset)] : [],
      );
      expect(names).toEqual(all.filter(cell => cell.startsWith('def ')));
    }),
    { numRuns: 200 },
  );
});

it('keeps bytes bytes beside a broken cell', () => {
  const all = ['b = b"bytes"', '('];
  const { module } = parseCells(parser, all.join('\n'), startsOf(all));
  const [assignment] = module.body;
  expect(
    assignment?.kind === 'Assign' && assignment.value.kind === 'Constant' && assignment.value.value,
  ).toEqual({ type: 'bytes', value: new TextEncoder().encode('bytes') });
});

it('reads a text without cells as it is', () => {
  expect(parseCells(parser, 'x = (').errors).toEqual(parser.parse('x = (').errors);
});

it('reads the states of a notebook, one after the other and dropped in pauses, as each by itself', () => {
  const cell = fc.oneof(fc.constantFrom(...sound), fc.constantFrom(...broken));
  const state = fc.record({ cells: fc.array(cell, { minLength: 1, maxLength: 5 }), pauses: fc.nat(6) });
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 5 }), states => {
      const [changing, kept] = [parser.changing(), new Map()];
      for (const { cells, pauses } of states) {
        const [text, starts] = [cells.join('\n'), startsOf(cells)];
        const dropped = parsingCells(parser, text, starts, changing, kept);
        for (let pause = 0; pause < pauses && !dropped.next().done; pause++);
        dropped.return(null as never);
        const read = atOnce(parsingCells(parser, text, starts, changing, kept));
        expect(read).toEqual(parseCells(parser, text, starts));
      }
      changing.dispose();
    }),
    { numRuns: 100 },
  );
});

it('reads only the cell anew that has changed in a broken notebook', () => {
  const [changing, kept] = [parser.changing(), new Map()];
  const read = (cells: readonly string[]) =>
    atOnce(parsingCells(parser, cells.join('\n'), startsOf(cells), changing, kept)).module.body;
  const before = read(['a = 1', '(', 'b = 2']);
  const after = read(['a = 1', ')', 'b = 2']);
  expect([after[0] === before[0], after.at(-1) === before.at(-1)]).toEqual([true, true]);
  changing.dispose();
});
