/**
 * The figures that the script drew with matplotlib, below what it printed.
 */
import type { FigureAxes } from '../../src/figures/figure.ts';
import { seriesOf } from '../../src/figures/frame.ts';
import { inkOf } from '../../src/figures/seriesShapes.ts';
import { plainWords } from '../../src/figures/words.ts';
import type { FigureReport } from '../../src/protocol.ts';
import { element, icon, iconButton, linkButton, setAttributes, setVisible, table } from './dom.ts';
import { drawAxes, themed } from './figure-drawing.ts';
import { significant } from './format.ts';
import type { PanelActions } from './state.ts';
import { t } from './strings.ts';

/** Rows of a table; more would only slow the page down. */
const MOST_ROWS = 500;
/** The largest and smallest cell of a figure's axes, in points: larger ones would leave no room for others. */
const WIDEST = 360;
const NARROWEST = 84;
/** Pixels of the page in a point: letters of 10 points are as large as the panel's own. */
const PIXELS = 1.1;

export class Figures {
  readonly element = element('section', { class: 'figures', hidden: true });
  #actions: PanelActions;
  #drawn = new Map<FigureReport, HTMLElement>();

  constructor(actions: PanelActions) {
    this.#actions = actions;
    this.element.setAttribute('aria-label', t('Figures'));
  }

  update(reports: readonly FigureReport[]): void {
    setVisible(this.element, reports.length > 0);
    const same = reports.length === this.#drawn.size && reports.every(report => this.#drawn.has(report));
    if (same) {
      return;
    }
    const kept = this.#drawn;
    this.#drawn = new Map(reports.map(report => [report, kept.get(report) ?? this.#figure(report)]));
    this.element.replaceChildren(...this.#drawn.values());
  }

  #figure(report: FigureReport): HTMLElement {
    const name = t('Figure {0}', report.figure);
    const { line } = report;
    const title =
      line === null ? name : linkButton(t('{0} (line {1})', name, line), () => this.#actions.reveal(line));
    const grid = element(
      'div',
      { class: 'figure-grid' },
      ...report.axes.map(axes => drawnAxes(axes, axes.title || name, report)),
    );
    grid.style.setProperty('--columns', String(report.columns));
    const { wide } = cellOf(report);
    grid.style.maxWidth = `${report.columns * (wide * PIXELS + 8)}px`;
    const data = element('div', { class: 'scroll-area', tabindex: 0, hidden: true });
    const toggle = iconButton('table', t('Show as a table'), () => {
      const shown = data.hidden !== false;
      if (shown && data.childElementCount === 0) {
        data.append(dataTable(report, name));
      }
      setVisible(data, shown);
      setVisible(grid, !shown);
      setAttributes(toggle, { 'aria-pressed': String(shown) });
      toggle.replaceChildren(icon(shown ? 'graph' : 'table'));
    });
    setAttributes(toggle, { 'aria-pressed': 'false' });
    const head = element(
      'figcaption',
      { class: 'chart-head' },
      element('h4', { class: 'minor-title' }, title),
      toggle,
    );
    const words =
      report.title === '' ? [] : [element('div', { class: 'figure-title' }, plainWords(report.title))];
    return element('figure', { class: 'drawn-figure' }, head, ...words, grid, data);
  }
}

/** The size of one cell of the figure's grid, in points. */
function cellOf(report: FigureReport): { wide: number; high: number } {
  const [width, height] = [(report.width * 72) / report.columns, (report.height * 72) / report.rows];
  const wide = Math.max(NARROWEST, Math.min(WIDEST, width));
  return { wide, high: Math.max(wide * 0.4, Math.min(wide * 1.6, (wide * height) / width)) };
}

function drawnAxes(axes: FigureAxes, label: string, report: FigureReport): HTMLElement {
  const { wide, high } = cellOf(report);
  const { rows, columns } = axes.place;
  const holder = element(
    'div',
    { class: 'figure-axes' },
    drawAxes(axes, label, Math.round(wide * columns), Math.round(high * rows)),
  );
  holder.style.setProperty('--wide', `${wide * columns * PIXELS}px`);
  holder.style.setProperty('--span', String(columns));
  const entries = seriesOf(axes)
    .map((series, position) => ({ series, position }))
    .filter(({ series }) => series.label !== '');
  if (axes.legend && entries.length > 0) {
    const list = element('ul', { class: 'figure-legend' });
    for (const { series, position } of entries) {
      const mark = element('span', {
        class: `figure-mark ${series.kind === 'line' && series.dash !== 'solid' ? 'dashed' : series.kind}`,
        'aria-hidden': 'true',
      });
      mark.style.color = themed(inkOf(series.color, position));
      list.append(element('li', {}, mark, plainWords(series.label)));
    }
    holder.append(list);
  }
  return holder;
}

function dataTable(report: FigureReport, name: string): HTMLTableElement {
  const rows: string[][] = [];
  for (const axes of report.axes) {
    for (const [position, series] of seriesOf(axes).entries()) {
      const values = series.kind === 'bars' ? series.height : series.y;
      const label = series.label || `${axes.title} ${position + 1}`.trim();
      for (let index = 0; index < values.length && rows.length < MOST_ROWS; index++) {
        rows.push([label, significant(series.x[index]!, 6), significant(values[index]!, 6)]);
      }
    }
  }
  return table(name, [t('series'), 'x', 'y'], rows);
}
