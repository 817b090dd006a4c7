/**
 * The probabilities of one sample as bars, one a class; the true class marked by a diamond and a word as well as by
 * colour. The order never changes with the temperature, so bars only grow and shrink.
 */
import type { Logits } from '../../src/calibration/index.ts';
import { argmax, softmaxRow } from '../../src/calibration/index.ts';
import { element, setAttributes, setText } from './dom.ts';
import { percent } from './format.ts';
import { t } from './strings.ts';

const MOST_BARS = 12;

interface Bar {
  row: HTMLElement;
  fill: HTMLElement;
  value: HTMLElement;
  column: number;
}

export class ClassBars {
  readonly element = element('div', { class: 'class-bars' });
  #list = element('ul', { class: 'bars' });
  #rest = element('p', { class: 'hint' });
  #bars: Bar[] = [];
  #key = '';

  constructor() {
    this.element.append(this.#list, this.#rest);
  }

  /** `label` -1: the true class is not known. */
  update(logits: Logits, row: number, label: number, names: readonly string[], temperature: number): void {
    const predicted = argmax(logits, row);
    const columns = barColumns(logits, row, label);
    const key = JSON.stringify([columns, label, predicted, names]);
    if (key !== this.#key) {
      this.#key = key;
      this.#build(columns, label, predicted, names);
    }
    const probabilities = softmaxRow(logits, row, temperature);
    let shown = 0;
    for (const bar of this.#bars) {
      const probability = probabilities[bar.column]!;
      shown += probability;
      bar.fill.style.width = `${probability * 100}%`;
      setText(bar.value, percent(probability));
      setAttributes(bar.row, { title: String(probability) });
    }
    const left = logits.columns - columns.length;
    setText(
      this.#rest,
      left > 0 ? t('{0} more classes share {1}', left, percent(Math.max(0, 1 - shown))) : '',
    );
  }

  #build(columns: readonly number[], label: number, predicted: number, names: readonly string[]): void {
    this.#bars = columns.map(column => {
      const isTrue = column === label;
      const isPredicted = column === predicted;
      const fill = element('span', { class: 'bar-fill' });
      const value = element('span', { class: 'bar-value' });
      const role = isTrue ? (isPredicted ? t('right') : t('true class')) : isPredicted ? t('predicted') : '';
      const row = element(
        'li',
        { class: `bar${isTrue ? ' is-true' : ''}${isPredicted ? ' is-predicted' : ''}` },
        element('span', { class: 'bar-mark', 'aria-hidden': 'true' }, isTrue ? '◆' : ''),
        element('span', { class: 'bar-name', title: names[column]! }, names[column]!),
        element('span', { class: 'bar-track', 'aria-hidden': 'true' }, fill),
        value,
        element('span', { class: 'bar-role' }, role),
      );
      return { row, fill, value, column };
    });
    this.#list.replaceChildren(...this.#bars.map(bar => bar.row));
  }
}

/** All classes in their order, or the likeliest ones (and the true one) where there are many. */
function barColumns(logits: Logits, row: number, label: number): number[] {
  const columns = Array.from({ length: logits.columns }, (_unused, column) => column);
  if (columns.length <= MOST_BARS) {
    return columns;
  }
  const start = row * logits.columns;
  columns.sort((first, second) => logits.values[start + second]! - logits.values[start + first]!);
  const likeliest = columns.slice(0, MOST_BARS);
  return label < 0 || likeliest.includes(label) ? likeliest : [...likeliest.slice(0, -1), label];
}
