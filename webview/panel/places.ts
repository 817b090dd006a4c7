/** How places of the code are named: by their line, in a notebook by the cell and the line in it. */
import type { NotebookCell } from '../../src/protocol.ts';
import { t } from './strings.ts';

let cells: readonly NotebookCell[] = [];

/** The cells of what is shown; none where that is a file. */
export function nameCells(shown: readonly NotebookCell[]): void {
  cells = shown;
}

/** `line 9`; `cell 3, line 1` in a notebook. */
export function lineText(line: number): string {
  const cell = cells.findLast(({ firstLine }) => firstLine <= line);
  return cell === undefined
    ? t('line {0}', line)
    : t('cell {0}, line {1}', cell.number, line - cell.firstLine + 1);
}
