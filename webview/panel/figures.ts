/**
 * The figures that the script drew with matplotlib, below what it printed.
 */
import { titleOf } from '../../src/figures/figure.ts';
import { seriesOf } from '../../src/figures/frame.ts';
import { plainWords } from '../../src/figures/words.ts';
import type { FigureReport } from '../../src/protocol.ts';
import { element, icon, iconButton, linkButton, setAttributes, setVisible, table } from './dom.ts';
import { drawFigure } from './figure-drawing.ts';
import { significant } from './format.ts';
import type { PanelActions } from './state.ts';
import { t } from './strings.ts';

/** Rows of a table; more would only slow the page down. */
const MOST_ROWS = 500;
/** Pixels of the page in a point: letters of 10 points are as large as the panel's own. */
const PIXELS = 1.1;
/** A figure is drawn smaller where there is no room, but not so small that nobody can read it. */
const SMALLEST = 0.6;

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
    const words = [...report.texts.map(({ text }) => text), ...report.axes.map(titleOf)].filter(
      text => text !== '',
    );
    const { drawn, drawing } = drawFigure(report, [name, ...words.map(plainWords)].join(': '));
    const sheet = element('div', { class: 'figure-sheet' }, drawn);
    sheet.style.maxWidth = `${Math.round(drawing.width * PIXELS)}px`;
    sheet.style.minWidth = `${Math.round(drawing.width * PIXELS * SMALLEST)}px`;
    const grid = element('div', { class: 'figure-frame', tabindex: 0 }, sheet);
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
    return element('figure', { class: 'drawn-figure' }, head, grid, data);
  }
}

function dataTable(report: FigureReport, name: string): HTMLTableElement {
  const rows: string[][] = [];
  for (const axes of report.axes) {
    for (const [position, series] of seriesOf(axes).entries()) {
      const values = series.kind === 'bars' ? series.height : series.y;
      const label = plainWords(series.label) || `${titleOf(axes)} ${position + 1}`.trim();
      for (let index = 0; index < values.length && rows.length < MOST_ROWS; index++) {
        rows.push([label, significant(series.x[index]!, 6), significant(values[index]!, 6)]);
      }
    }
  }
  return table(name, [t('series'), 'x', 'y'], rows);
}
