/**
 * The NLL over T on a log axis, with the optimum marked and the present T as a line that can be dragged.
 */
import { element, setAttributes, svg } from './dom.ts';
import { temperature as formatTemperature } from './format.ts';
import { t } from './strings.ts';

export const LOWEST_TEMPERATURE = 0.05;
export const HIGHEST_TEMPERATURE = 20;
/** Space left of the plot for its y axis; the slider below is indented by it. */
export const PLOT_LEFT = 44;
export const PLOT_RIGHT = 12;

const HEIGHT = 168;
const TOP = 18;
const BOTTOM = 34;
const TICKS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
/** In a plot of fewer pixels only every second tick has its number: they would run into each other. */
const ROOM_FOR_NUMBERS = 240;

export interface LikelihoodPlotModel {
  temperatures: readonly number[];
  likelihoods: readonly number[];
  /** null where there is none at a finite T. */
  optimum: number | null;
  temperature: number;
  likelihood: number;
  /** Kept inside the y range: the NLL at T = 1 or in the code. */
  reference: number;
}

export class LikelihoodPlot {
  readonly element = element('div', { class: 'likelihood-plot' });
  #svg = svg('svg', { class: 'plot', height: HEIGHT, 'aria-hidden': 'true' });
  #static = svg('g');
  #cursor = svg('g', { class: 'cursor' });
  #cursorLine = svg('line', { class: 'cursor-line' });
  #cursorDot = svg('circle', { class: 'cursor-dot', r: 5 });
  #model: LikelihoodPlotModel | null = null;
  #width = 0;
  #staticKey: unknown[] = [];

  constructor(onDrag: (temperature: number) => void) {
    this.#cursor.append(this.#cursorLine, this.#cursorDot);
    this.#svg.append(this.#static, this.#cursor);
    this.element.append(this.#svg);
    new ResizeObserver(() => this.#draw()).observe(this.element);
    const drag = (event: PointerEvent): void => {
      const x = event.clientX - this.#svg.getBoundingClientRect().left;
      const share = (x - PLOT_LEFT) / this.#plotWidth();
      onDrag(temperatureAt(Math.min(1, Math.max(0, share))));
    };
    this.#svg.addEventListener('pointerdown', event => {
      if (event.button === 0) {
        this.#svg.setPointerCapture(event.pointerId);
        drag(event);
      }
    });
    this.#svg.addEventListener('pointermove', event => {
      if (this.#svg.hasPointerCapture(event.pointerId)) {
        drag(event);
      }
    });
  }

  update(model: LikelihoodPlotModel): void {
    this.#model = model;
    this.#draw();
  }

  #plotWidth(): number {
    return Math.max(60, this.#width - PLOT_LEFT - PLOT_RIGHT);
  }

  #draw(): void {
    const width = this.element.clientWidth;
    if (!this.#model || width === 0) {
      return;
    }
    const key = [this.#model.likelihoods, this.#model.optimum, this.#model.reference, width];
    if (!key.every((part, index) => part === this.#staticKey[index])) {
      this.#staticKey = key;
      this.#width = width;
      setAttributes(this.#svg, { width });
      this.#drawStatic(this.#model);
    }
    const [low, high] = yRange(this.#model);
    const x = this.#x(this.#model.temperature);
    const y = yOf(Math.min(high, this.#model.likelihood), low, high);
    setAttributes(this.#cursorLine, { x1: x, x2: x, y1: TOP, y2: HEIGHT - BOTTOM });
    setAttributes(this.#cursorDot, { cx: x, cy: y });
  }

  #x(temperature: number): number {
    return PLOT_LEFT + this.#plotWidth() * shareOf(temperature);
  }

  #drawStatic(model: LikelihoodPlotModel): void {
    const [low, high] = yRange(model);
    const bottom = HEIGHT - BOTTOM;
    const right = PLOT_LEFT + this.#plotWidth();
    const parts: SVGElement[] = [];
    for (const tick of yTicks(low, high)) {
      const y = yOf(tick, low, high);
      parts.push(
        svg('line', { class: 'grid', x1: PLOT_LEFT, x2: right, y1: y, y2: y }),
        svg('text', { class: 'tick', x: PLOT_LEFT - 6, y: y + 4, 'text-anchor': 'end' }, String(tick)),
      );
    }
    const every = this.#plotWidth() < ROOM_FOR_NUMBERS ? 2 : 1;
    for (const [index, tick] of TICKS.entries()) {
      const x = this.#x(tick);
      parts.push(svg('line', { class: 'grid', x1: x, x2: x, y1: TOP, y2: bottom }));
      if (index % every === 0)
        parts.push(svg('text', { class: 'tick', x, y: bottom + 14, 'text-anchor': 'middle' }, String(tick)));
    }
    parts.push(
      svg(
        'text',
        { class: 'tick', x: (PLOT_LEFT + right) / 2, y: HEIGHT - 4, 'text-anchor': 'middle' },
        t('temperature T (log scale)'),
      ),
      svg('text', { class: 'tick', x: 0, y: 10 }, t('NLL (nats)')),
    );
    const points: string[] = [];
    let previous: { x: number; value: number } | null = null;
    for (const [index, value] of model.likelihoods.entries()) {
      const x = this.#x(model.temperatures[index]!);
      const inside = value <= high;
      if (previous && inside !== previous.value <= high) {
        const share = (high - previous.value) / (value - previous.value);
        points.push(`${previous.x + share * (x - previous.x)},${yOf(high, low, high)}`);
      }
      if (inside) {
        points.push(`${x},${yOf(value, low, high)}`);
      }
      previous = { x, value };
    }
    parts.push(svg('polyline', { class: 'curve', points: points.join(' ') }));
    if (
      model.optimum !== null &&
      model.optimum >= LOWEST_TEMPERATURE &&
      model.optimum <= HIGHEST_TEMPERATURE
    ) {
      parts.push(...this.#optimumMark(model.optimum, right, bottom));
    }
    this.#static.replaceChildren(...parts);
  }

  #optimumMark(optimum: number, right: number, bottom: number): SVGElement[] {
    const x = this.#x(optimum);
    const anchor = x > right - 40 ? 'end' : x < PLOT_LEFT + 70 ? 'start' : 'middle';
    return [
      svg('line', { class: 'optimum', x1: x, x2: x, y1: TOP, y2: bottom }),
      svg('path', { class: 'optimum-mark', d: `M${x - 4},${bottom + 1} h8 l-4,-6 z` }),
      svg(
        'text',
        { class: 'optimum-label', x, y: 10, 'text-anchor': anchor },
        t('best T = {0}', formatTemperature(optimum)),
      ),
    ];
  }
}

/** 0..1 along the axis. */
export function shareOf(temperature: number): number {
  const clamped = Math.min(HIGHEST_TEMPERATURE, Math.max(LOWEST_TEMPERATURE, temperature));
  return Math.log(clamped / LOWEST_TEMPERATURE) / Math.log(HIGHEST_TEMPERATURE / LOWEST_TEMPERATURE);
}

/** The temperature at 0..1 along the axis. */
export function temperatureAt(share: number): number {
  return LOWEST_TEMPERATURE * (HIGHEST_TEMPERATURE / LOWEST_TEMPERATURE) ** share;
}

function yOf(value: number, low: number, high: number): number {
  return HEIGHT - BOTTOM - ((value - low) / (high - low)) * (HEIGHT - BOTTOM - TOP);
}

/** The dip is what matters; at low T the curve leaves through the top. */
function yRange(model: LikelihoodPlotModel): [number, number] {
  const least = model.likelihoods.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const atHighest = model.likelihoods.at(-1) ?? least;
  const most = Math.max(model.reference, atHighest, least + 0.05);
  const room = (most - least) * 0.15;
  return [Math.max(0, least - room), most + room];
}

function yTicks(low: number, high: number): number[] {
  const raw = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map(factor => factor * power).find(size => size >= raw)!;
  const ticks: number[] = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high; tick += step) {
    ticks.push(Number(tick.toPrecision(6)));
  }
  return ticks;
}
