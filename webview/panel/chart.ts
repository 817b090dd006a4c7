/**
 * One live chart: a title, a clickable legend with values, uPlot's curves, and the table behind them.
 */
import uPlot from 'uplot';
import { drawBaselineNames, drawBaselines } from './baselines.ts';
import { chartCsv, chartPng, chartTable } from './chart-export.ts';
import type { ChartModel, ChartSeries } from './chart-model.ts';
import { element, icon, iconButton, setAttributes, setText, setVisible, svg } from './dom.ts';
import { significant, trimmed } from './format.ts';
import { t } from './strings.ts';
import { fade, themeColor } from './theme.ts';

export interface ChartActions {
  toggle(key: string): void;
  exportFile(name: string, bytes: Uint8Array): void;
  copy(text: string): void;
}

const HEIGHT = 196;

export class LineChart {
  readonly element: HTMLElement;
  #actions: ChartActions;
  #heading = element('h3', { class: 'chart-title' });
  #legend = element('div', { class: 'chart-legend', role: 'group' });
  #canvas = element('div', { class: 'chart-canvas', role: 'img' });
  #tableArea = element('div', { class: 'chart-table', tabindex: 0, hidden: true });
  #tableButton: HTMLButtonElement;
  #model: ChartModel | null = null;
  #hidden: readonly string[] = [];
  #plot: uPlot | null = null;
  #structure = '';
  #zoom: [number, number] | null = null;
  #hover: number | null = null;
  #legendNames = '';
  #entries = new Map<string, { button: HTMLButtonElement; value: Element; best: Element }>();

  constructor(actions: ChartActions) {
    this.#actions = actions;
    this.#tableButton = iconButton('table', t('Show as a table'), () => this.#toggleTable());
    setAttributes(this.#tableButton, { 'aria-pressed': 'false' });
    const tools = element(
      'div',
      { class: 'chart-tools' },
      this.#tableButton,
      iconButton('copy', t('Copy as CSV'), () => this.#actions.copy(chartCsv(this.#model!))),
      iconButton('export', t('Save as CSV'), () => this.#saveCsv()),
      iconButton('file-media', t('Save as PNG'), () => this.#savePng()),
    );
    this.element = element(
      'section',
      { class: 'chart' },
      element('div', { class: 'chart-head' }, this.#heading, tools),
      this.#legend,
      element('div', { class: 'chart-body' }, this.#canvas, this.#tableArea),
    );
    new ResizeObserver(() => this.#resize()).observe(this.#canvas);
  }

  update(model: ChartModel, hidden: readonly string[]): void {
    this.#model = model;
    this.#hidden = hidden;
    setText(this.#heading, model.title);
    this.#updateLegend();
    setAttributes(this.#canvas, { 'aria-label': this.#summary() });
    if (!this.#tableArea.hidden) {
      this.#fillTable();
    }
    const structure = JSON.stringify([
      model.hue,
      model.xLabel,
      model.logScale,
      model.smoothing,
      model.series.map(series => [series.key, series.label, series.hue]),
    ]);
    if (structure !== this.#structure || !this.#plot) {
      this.#structure = structure;
      this.#rebuild();
      return;
    }
    this.#plot.batch(() => {
      this.#plot!.setData(this.#data(), false);
      model.series.forEach((series, index) => {
        for (const position of [index * 2 + 1, index * 2 + 2]) {
          const shown = !hidden.includes(series.key);
          if (this.#plot!.series[position]!.show !== shown) {
            this.#plot!.setSeries(position, { show: shown });
          }
        }
      });
      this.#rescale();
    });
  }

  /** Colours changed: canvas has to be drawn anew. */
  redraw(): void {
    if (this.#model) {
      this.#rebuild();
    }
  }

  #updateLegend(): void {
    const model = this.#model!;
    const names = model.series.map(series => `${series.key} ${series.label}`).join();
    if (names !== this.#legendNames) {
      this.#legendNames = names;
      this.#entries.clear();
      this.#legend.replaceChildren(...model.series.map(series => this.#legendEntry(series)));
    }
    setAttributes(this.#legend, { 'aria-label': t('Curves of {0}', model.title) });
    for (const series of model.series) {
      const entry = this.#entries.get(series.key)!;
      setAttributes(entry.button, { 'aria-pressed': String(!this.#hidden.includes(series.key)) });
      const index = this.#hover ?? lastIndex(series);
      const value = series.raw[index];
      setText(entry.value, shownValue(value));
      setAttributes(entry.value, { title: value === undefined || value === null ? null : String(value) });
      setText(
        entry.best,
        series.best ? t('best {0} @{1}', significant(series.best.value), trimmed(series.best.at)) : '',
      );
    }
  }

  #legendEntry(series: ChartSeries): HTMLElement {
    const value = element('span', { class: 'legend-value' });
    const best = element('span', { class: 'legend-best' });
    const swatch = svg(
      'svg',
      { class: 'legend-swatch', viewBox: '0 0 16 8', width: 16, height: 8, 'aria-hidden': 'true' },
      svg('line', { x1: 0, y1: 4, x2: 16, y2: 4, class: series.dashed ? 'dashed' : '' }),
    );
    swatch.style.stroke = `var(${series.hue ?? this.#model!.hue})`;
    const button = element(
      'button',
      { class: 'legend-entry', type: 'button', title: t('Show or hide this curve') },
      swatch,
      element('span', {}, series.label),
      value,
    );
    button.addEventListener('click', () => this.#actions.toggle(series.key));
    this.#entries.set(series.key, { button, value, best });
    return element('span', { class: 'legend-group' }, button, best);
  }

  #data(): uPlot.AlignedData {
    const model = this.#model!;
    const usable = (value: number | null): number | null =>
      value !== null && Number.isFinite(value) && (!model.logScale || value > 0) ? value : null;
    // A value that is no number is a gap; where a curve has points only here and there, it is joined over the rest.
    const drawn = ({ sparse }: ChartSeries, values: readonly (number | null)[]) =>
      values.map(value => (sparse && value === null ? undefined : usable(value)));
    const columns = model.series.flatMap(series => [
      drawn(series, series.raw),
      drawn(series, series.smoothed),
    ]);
    return [model.x, ...columns] as uPlot.AlignedData;
  }

  #rebuild(): void {
    const model = this.#model!;
    this.#plot?.destroy();
    const muted = themeColor('--vscode-descriptionForeground');
    const grid = fade(themeColor('--vscode-foreground'), 0.12);
    const font = `11px ${themeColor('--vscode-font-family') || 'sans-serif'}`;
    const axis = { stroke: muted, font, ticks: { stroke: grid, size: 4 }, grid: { stroke: grid, width: 1 } };
    const options: uPlot.Options = {
      width: Math.max(120, this.#canvas.clientWidth),
      height: HEIGHT,
      legend: { show: false },
      padding: [8, 16, 0, 0],
      cursor: { drag: { x: true, y: false, setScale: false }, y: false, points: { size: 6 } },
      scales: {
        x: { time: false, range: (): [number, number] => this.#zoom ?? this.#model!.xRange },
        y: { distr: model.logScale ? 3 : 1, range: () => this.#yRange() },
      },
      axes: [
        {
          ...axis,
          size: 22,
          label: model.xLabel,
          labelSize: 14,
          labelFont: font,
          labelGap: 0,
          gap: 4,
          incrs: model.xLabel === t('time (s)') ? undefined : wholeSteps,
          values: (_plot, splits) => splits.map(trimmed),
        },
        {
          ...axis,
          size: 48,
          gap: 4,
          values: (_plot, splits) => splits.map(value => (value === null ? '' : trimmed(value))),
        },
      ],
      series: [{}, ...model.series.flatMap(series => this.#lines(series))],
      hooks: {
        drawClear: [plot => drawBaselines(plot, this.#model!, muted)],
        draw: [plot => drawBaselineNames(plot, this.#model!, muted)],
        setCursor: [plot => this.#setHover(plot.cursor.idx ?? null)],
        setSelect: [plot => this.#zoomToSelection(plot)],
      },
    };
    this.#canvas.replaceChildren();
    this.#plot = new uPlot(options, this.#data(), this.#canvas);
    this.#plot.over.addEventListener('dblclick', () => {
      this.#zoom = null;
      this.#rescale();
    });
  }

  #lines(series: ChartSeries): uPlot.Series[] {
    const model = this.#model!;
    const hue = themeColor(series.hue ?? model.hue);
    const show = !this.#hidden.includes(series.key);
    const background = themeColor('--vscode-editor-background');
    // One or two points are no line to see; a curve may have them far apart.
    const points = (plot: uPlot, index: number): boolean => {
      const values = plot.data[index];
      return plot.data[0].length <= 2 || (series.sparse && countUpTo(values, 3) < 3);
    };
    const dash = series.dashed ? [5, 4] : [];
    return [
      {
        show,
        stroke: fade(hue, model.smoothing ? 0.3 : 0),
        width: 1,
        dash,
        points: { show: false },
      },
      {
        show,
        stroke: hue,
        width: 2,
        dash,
        // Hollow as the curve is dashed.
        points: { show: points, size: 6, fill: series.dashed ? background : hue, stroke: hue, width: 2 },
      },
    ];
  }

  /** Room for the data, the baselines that are near them, and a margin; the same for log scale in ratios. */
  #yRange(): [number, number] {
    const model = this.#model!;
    if (model.yRange && !model.logScale) {
      return model.yRange;
    }
    const values = model.series
      .filter(series => !this.#hidden.includes(series.key))
      .flatMap(series => series.raw)
      .filter((value): value is number => value !== null && Number.isFinite(value))
      .filter(value => !model.logScale || value > 0);
    const baselines = model.baselines
      .map(baseline => baseline.value)
      .filter(value => value > 0 || !model.logScale);
    let [low, high] = extent(
      values.length > 0 ? values : baselines.length > 0 ? [0.5, ...baselines] : [0.5, 1.5],
    );
    const reach = Math.max(high - low, Math.abs(high) * 0.1);
    for (const value of baselines) {
      if (value > low - 3 * reach && value < high + 3 * reach) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    if (model.logScale) {
      return [Math.max(low, high * 1e-12) * 0.9, high * 1.1];
    }
    const margin = Math.max((high - low) * 0.08, Math.abs(high) * 1e-3, 1e-6);
    return [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
  }

  #rescale(): void {
    const [low, high] = this.#zoom ?? this.#model!.xRange;
    this.#plot?.setScale('x', { min: low, max: high });
    const [bottom, top] = this.#yRange();
    this.#plot?.setScale('y', { min: bottom, max: top });
  }

  #zoomToSelection(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width < 4) {
      return;
    }
    this.#zoom = [plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')];
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    this.#rescale();
  }

  #setHover(index: number | null): void {
    if (this.#hover !== index) {
      this.#hover = index;
      this.#updateLegend();
    }
  }

  #resize(): void {
    const width = this.#canvas.clientWidth;
    if (this.#plot && width > 0 && Math.abs(this.#plot.width - width) >= 1) {
      this.#plot.setSize({ width, height: HEIGHT });
    }
  }

  #summary(): string {
    const model = this.#model!;
    const parts = model.series.map(series => {
      const value = series.raw[lastIndex(series)];
      return `${series.label} ${shownValue(value)}`;
    });
    return t('Chart of {0} over {1}: {2}', model.title, model.xLabel, parts.join(', '));
  }

  #toggleTable(): void {
    const shown = this.#tableArea.hidden !== false;
    setVisible(this.#tableArea, shown);
    setVisible(this.#canvas, !shown);
    setAttributes(this.#tableButton, { 'aria-pressed': String(shown) });
    this.#tableButton.replaceChildren(icon(shown ? 'graph-line' : 'table'));
    if (shown) {
      this.#fillTable();
    }
  }

  #fillTable(): void {
    this.#tableArea.replaceChildren(chartTable(this.#model!));
  }

  #saveCsv(): void {
    const { title } = this.#model!;
    this.#actions.exportFile(`${title}.csv`, new TextEncoder().encode(chartCsv(this.#model!)));
  }

  async #savePng(): Promise<void> {
    if (this.#plot) {
      const { title } = this.#model!;
      this.#actions.exportFile(`${title}.png`, await chartPng(this.#model!, this.#plot.ctx.canvas));
    }
  }
}

/** How many values there are, counted no further than a limit. */
function countUpTo(values: ArrayLike<unknown> | undefined, limit: number): number {
  let count = 0;
  for (let index = 0; values !== undefined && index < values.length && count < limit; index++) {
    count += values[index] === null || values[index] === undefined ? 0 : 1;
  }
  return count;
}

const wholeSteps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6];

function extent(values: readonly number[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

/** The newest value; of a curve that has points only here and there, its last point. A loss that is NaN says so. */
function lastIndex(series: ChartSeries): number {
  let index = series.raw.length - 1;
  while (series.sparse && index > 0 && series.raw[index] === null) {
    index--;
  }
  return Math.max(0, index);
}

/** A value in a legend; a dash where there is none. */
function shownValue(value: number | null | undefined): string {
  return value === undefined || value === null ? '–' : significant(value);
}
