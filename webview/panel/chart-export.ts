/**
 * A chart's numbers as a table and as CSV, and its drawing as PNG.
 */
import type { ChartModel } from './chart-model.ts';
import { element, table } from './dom.ts';
import { significant, trimmed } from './format.ts';
import { themeColor } from './theme.ts';

/** A longer table would only slow the page down; the CSV has all rows. */
const MOST_ROWS = 500;

/** The newest rows of the chart's numbers. */
export function chartTable(model: ChartModel): HTMLTableElement {
  const { columns, rows } = cells(model);
  const shown = rows
    .slice(-MOST_ROWS)
    .map(([x, ...values]) => [
      trimmed(Number(x)),
      ...values.map(cell => (cell === '' ? '' : significant(Number(cell), 4))),
    ]);
  return table(model.title, columns, shown);
}

/** All numbers in full, one column for each curve; a missing value is empty. */
export function chartCsv(model: ChartModel): string {
  const { columns, rows } = cells(model);
  return `${[columns, ...rows].map(row => row.join(',')).join('\n')}\n`;
}

/** The drawn chart on the theme's background, under its title. */
export async function chartPng(model: ChartModel, source: HTMLCanvasElement): Promise<Uint8Array> {
  const ratio = devicePixelRatio;
  const picture = element('canvas', { width: source.width, height: source.height + 24 * ratio });
  const context = picture.getContext('2d')!;
  context.fillStyle = themeColor('--vscode-editor-background') || 'white';
  context.fillRect(0, 0, picture.width, picture.height);
  context.fillStyle = themeColor('--vscode-foreground') || 'black';
  context.font = `${13 * ratio}px ${themeColor('--vscode-font-family') || 'sans-serif'}`;
  const names = model.series.map(series => series.label).join(' / ');
  context.fillText(`${model.title}: ${names}`, 12 * ratio, 17 * ratio);
  context.drawImage(source, 0, 24 * ratio);
  const blob = await new Promise<Blob | null>(resolve => {
    picture.toBlob(resolve, 'image/png');
  });
  return blob ? new Uint8Array(await blob.arrayBuffer()) : new Uint8Array();
}

function cells(model: ChartModel): { columns: string[]; rows: string[][] } {
  return {
    columns: [model.xLabel, ...model.series.map(series => series.key)],
    rows: model.x.map((x, index) => [
      String(x),
      ...model.series.map(series => {
        const value = series.raw[index];
        return value === undefined || value === null ? '' : String(value);
      }),
    ]),
  };
}
