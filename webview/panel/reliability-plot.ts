/**
 * A reliability diagram: how often predictions of each confidence are right, against the diagonal, with counts below.
 */
import type { CalibrationScores } from '../../src/calibration/index.ts';
import { element, icon, iconButton, setAttributes, setText, setVisible, svg, table } from './dom.ts';
import { count, percent, significant } from './format.ts';
import { t } from './strings.ts';

const SIZE = 168;
const LEFT = 36;
const TOP = 8;
const COUNTS = 28;
const HEIGHT = TOP + SIZE + COUNTS + 34;
const WIDTH = LEFT + SIZE + 10;

export class ReliabilityPlot {
  readonly element: HTMLElement;
  #title = element('h4', { class: 'minor-title' });
  #plot = element('div', { class: 'reliability-canvas' });
  #table = element('div', { class: 'scroll-area', tabindex: 0, hidden: true });
  #toggle: HTMLButtonElement;
  #scores: CalibrationScores | null = null;

  constructor() {
    this.#toggle = iconButton('table', t('Show as a table'), () => this.#toggleTable());
    setAttributes(this.#toggle, { 'aria-pressed': 'false' });
    this.element = element(
      'figure',
      { class: 'reliability' },
      element('figcaption', { class: 'chart-head' }, this.#title, this.#toggle),
      this.#plot,
      this.#table,
    );
  }

  update(title: string, scores: CalibrationScores): void {
    setText(this.#title, title);
    if (this.#scores === scores) {
      return;
    }
    this.#scores = scores;
    this.#plot.replaceChildren(draw(title, scores));
    if (!this.#table.hidden) {
      this.#fillTable();
    }
  }

  #toggleTable(): void {
    const shown = this.#table.hidden !== false;
    setVisible(this.#table, shown);
    setVisible(this.#plot, !shown);
    setAttributes(this.#toggle, { 'aria-pressed': String(shown) });
    this.#toggle.replaceChildren(icon(shown ? 'graph' : 'table'));
    if (shown) {
      this.#fillTable();
    }
  }

  #fillTable(): void {
    const rows = (this.#scores?.bins ?? [])
      .filter(bin => bin.count > 0)
      .map(bin => [
        `${significant(bin.from, 2)}–${significant(bin.to, 2)}`,
        count(bin.count),
        percent(bin.confidence),
        percent(bin.accuracy),
      ]);
    const columns = [t('bin'), t('samples'), t('confidence'), t('accuracy')];
    this.#table.replaceChildren(table(t('Reliability'), columns, rows));
  }
}

function x(share: number): number {
  return LEFT + share * SIZE;
}

function y(share: number): number {
  return TOP + (1 - share) * SIZE;
}

function draw(title: string, scores: CalibrationScores): SVGElement {
  const parts: SVGElement[] = [];
  for (const tick of [0, 0.5, 1]) {
    parts.push(
      svg('line', { class: 'grid', x1: x(0), x2: x(1), y1: y(tick), y2: y(tick) }),
      svg('text', { class: 'tick', x: LEFT - 6, y: y(tick) + 4, 'text-anchor': 'end' }, String(tick)),
      svg(
        'text',
        { class: 'tick', x: x(tick), y: TOP + SIZE + COUNTS + 14, 'text-anchor': 'middle' },
        String(tick),
      ),
    );
  }
  const most = scores.bins.reduce((high, bin) => Math.max(high, bin.count), 1);
  for (const bin of scores.bins) {
    if (bin.count > 0) {
      parts.push(...drawBin(bin, most));
    }
  }
  parts.push(
    svg('line', { class: 'diagonal', x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
    svg('text', { class: 'tick', x: x(0.5), y: HEIGHT - 3, 'text-anchor': 'middle' }, t('confidence')),
    svg(
      'text',
      { class: 'tick', 'text-anchor': 'middle', transform: `translate(9 ${y(0.5)}) rotate(-90)` },
      t('accuracy'),
    ),
  );
  const label = t('{0}: expected calibration error {1}', title, percent(scores.expectedCalibrationError));
  return svg(
    'svg',
    {
      class: 'plot',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: WIDTH,
      height: HEIGHT,
      role: 'img',
      'aria-label': label,
    },
    ...parts,
  );
}

function drawBin(bin: CalibrationScores['bins'][number], most: number): SVGElement[] {
  const left = x(bin.from) + 1;
  const width = x(bin.to) - x(bin.from) - 2;
  const top = Math.max(bin.accuracy, bin.confidence);
  const bottom = Math.min(bin.accuracy, bin.confidence);
  const strip = (bin.count / most) * (COUNTS - 6);
  const words = t(
    'says {0}, is right {1} ({2} samples)',
    percent(bin.confidence),
    percent(bin.accuracy),
    count(bin.count),
  );
  const group = svg(
    'g',
    {},
    svg('title', {}, words),
    svg('rect', {
      class: 'bin',
      x: left,
      width,
      y: y(bin.accuracy),
      height: Math.max(1, y(0) - y(bin.accuracy)),
    }),
    svg('rect', { class: 'gap', x: left, width, y: y(top), height: Math.max(0, y(bottom) - y(top)) }),
    svg('rect', { class: 'bin-count', x: left, width, y: TOP + SIZE + COUNTS - strip, height: strip }),
  );
  return [group];
}
