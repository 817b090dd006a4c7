/**
 * The confusion matrix: rows are true classes, columns predicted ones; a cell filters the samples.
 */
import { element } from './dom.ts';
import { count } from './format.ts';
import { t } from './strings.ts';

/** Beyond this many classes a matrix is unreadable in a panel, and the most frequent confusions are listed. */
const MOST_CLASSES = 20;
const MOST_PAIRS = 15;

export interface ConfusionCell {
  truth: number;
  predicted: number;
}

/** Counts by true and predicted class; samples without a label are left out. */
export function countConfusions(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let index = 0; index < labels.length; index++) {
    const label = labels[index]!;
    if (label >= 0 && label < classes) {
      counts[label]![predicted[index]!]!++;
    }
  }
  return counts;
}

/** The table; `chosen` is drawn as pressed, and pressing it again clears the filter (null). */
export function confusionMatrix(
  counts: readonly (readonly number[])[],
  names: readonly string[],
  chosen: ConfusionCell | null,
  choose: (cell: ConfusionCell | null) => void,
): HTMLElement {
  return counts.length > MOST_CLASSES
    ? pairs(counts, names, chosen, choose)
    : matrix(counts, names, chosen, choose);
}

function cellButton(
  value: number,
  cell: ConfusionCell,
  names: readonly string[],
  chosen: ConfusionCell | null,
  choose: (cell: ConfusionCell | null) => void,
): HTMLButtonElement {
  const pressed = chosen?.truth === cell.truth && chosen.predicted === cell.predicted;
  const label = t(
    '{0} samples of {1} predicted as {2}',
    count(value),
    names[cell.truth]!,
    names[cell.predicted]!,
  );
  const button = element(
    'button',
    {
      type: 'button',
      class: `cell ${cell.truth === cell.predicted ? 'right' : 'wrong'}${value === 0 ? ' none' : ''}`,
      title: label,
      'aria-label': label,
      'aria-pressed': String(pressed),
    },
    count(value),
  );
  button.addEventListener('click', () => choose(pressed ? null : cell));
  return button;
}

function matrix(
  counts: readonly (readonly number[])[],
  names: readonly string[],
  chosen: ConfusionCell | null,
  choose: (cell: ConfusionCell | null) => void,
): HTMLElement {
  const head = element(
    'thead',
    {},
    element(
      'tr',
      {},
      element('th', { class: 'corner' }, t('true / predicted')),
      ...names.map(name => element('th', { scope: 'col', title: name }, name)),
    ),
  );
  const rows = counts.map((row, truth) => {
    const total = row.reduce((sum, value) => sum + value, 0);
    const cells = row.map((value, predicted) => {
      const button = cellButton(value, { truth, predicted }, names, chosen, choose);
      button.style.setProperty('--weight', total === 0 ? '0%' : `${Math.round((value / total) * 70)}%`);
      return element('td', {}, button);
    });
    return element('tr', {}, element('th', { scope: 'row', title: names[truth]! }, names[truth]!), ...cells);
  });
  const caption = element('caption', { class: 'visually-hidden' }, t('Confusion matrix'));
  const content = element('table', { class: 'confusion' }, caption, head, element('tbody', {}, ...rows));
  return element('div', { class: 'scroll-area' }, content);
}

function pairs(
  counts: readonly (readonly number[])[],
  names: readonly string[],
  chosen: ConfusionCell | null,
  choose: (cell: ConfusionCell | null) => void,
): HTMLElement {
  const found: { cell: ConfusionCell; value: number }[] = [];
  for (const [truth, row] of counts.entries()) {
    for (const [predicted, value] of row.entries()) {
      if (truth !== predicted && value > 0) {
        found.push({ cell: { truth, predicted }, value });
      }
    }
  }
  found.sort((first, second) => second.value - first.value);
  return element(
    'ul',
    { class: 'confusion-pairs', 'aria-label': t('Most frequent confusions') },
    ...found
      .slice(0, MOST_PAIRS)
      .map(({ cell, value }) =>
        element(
          'li',
          {},
          cellButton(value, cell, names, chosen, choose),
          element('span', {}, `${names[cell.truth]} → ${names[cell.predicted]}`),
        ),
      ),
  );
}
