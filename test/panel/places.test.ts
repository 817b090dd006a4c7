import { expect, test } from 'vitest';
import { lineText, nameCells } from '../../webview/panel/places.ts';

test('a line is named by its cell where the script is a notebook', () => {
  expect(lineText(9)).toBe('line 9');
  nameCells([
    { number: 2, firstLine: 1 },
    { number: 5, firstLine: 8 },
  ]);
  expect([1, 7, 8, 9].map(lineText)).toEqual([
    'cell 2, line 1',
    'cell 2, line 7',
    'cell 5, line 1',
    'cell 5, line 2',
  ]);
  nameCells([]);
  expect(lineText(9)).toBe('line 9');
});
