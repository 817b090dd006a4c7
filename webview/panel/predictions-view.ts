/**
 * The Predictions tab: samples at the left, wrong ones first; the chosen one with its input and bars at the right;
 * the confusion matrix below.
 */
import type { PredictionsReport } from '../../src/protocol.ts';
import { ClassBars } from './class-bars.ts';
import type { ConfusionCell } from './confusion-matrix.ts';
import { confusionMatrix, countConfusions } from './confusion-matrix.ts';
import type { Dropdown } from './controls.ts';
import { dropdown } from './controls.ts';
import { element, setText, setVisible } from './dom.ts';
import { percent, temperature } from './format.ts';
import { missingPredictions } from './head-notice.ts';
import type { Judged } from './judgement.ts';
import { judge, orderedRows } from './judgement.ts';
import { sampleInput } from './sample-input.ts';
import { SplitPicker } from './split-picker.ts';
import type { PanelActions, PanelState, View } from './state.ts';
import { chosenPredictions, codeTemperature, shownTemperature } from './state.ts';
import { t } from './strings.ts';
import { VirtualList } from './virtual-list.ts';

export class PredictionsView implements View {
  readonly element = element('div', { class: 'view predictions' });
  #actions: PanelActions;
  #picker: SplitPicker;
  #filter: Dropdown;
  #missing = element('p', { class: 'placeholder' });
  #tools = element('div', { class: 'view-options' });
  #content = element('div', { class: 'predictions-grid' });
  #summary = element('p', { class: 'summary' });
  #list: VirtualList;
  #heading = element('h3', { class: 'pane-title' });
  #input = element('div');
  #bars = new ClassBars();
  #matrix = element('div');
  #rows: number[] = [];
  #judged: Judged | null = null;
  #cell: ConfusionCell | null = null;
  #inputKey: PredictionsReport | null = null;
  #inputRow = -1;
  #matrixKey: unknown[] = [];
  #state: PanelState | null = null;

  constructor(actions: PanelActions) {
    this.#actions = actions;
    this.#picker = new SplitPicker(actions);
    this.#filter = dropdown(t('Show'), true, value => {
      if (value === 'all' || value === 'wrong' || value === 'right') {
        actions.changeView({ sampleFilter: value });
      }
    });
    this.#list = new VirtualList(
      t('Samples'),
      index => this.#row(index),
      index => actions.changeView({ sample: this.#rows[index] ?? null }),
    );
    const listPane = element(
      'section',
      { class: 'sample-pane' },
      element(
        'div',
        { class: 'sample-row sample-head', 'aria-hidden': 'true' },
        element('span', {}, '#'),
        element('span', {}, t('true')),
        element('span', {}, t('predicted')),
        element('span', { class: 'number' }, t('confidence')),
      ),
      this.#list.element,
    );
    const detail = element(
      'section',
      { class: 'sample-detail' },
      this.#heading,
      this.#bars.element,
      this.#input,
    );
    const matrixPane = element(
      'section',
      { class: 'matrix-pane' },
      element('h3', { class: 'pane-title' }, t('Confusion matrix')),
      this.#matrix,
    );
    this.#content.append(listPane, detail, matrixPane);
    this.#tools.append(this.#picker.element, this.#filter.element);
    this.element.append(this.#missing, this.#tools, this.#summary, this.#content);
  }

  update(state: PanelState): void {
    this.#state = state;
    const missing = missingPredictions(state);
    const report = chosenPredictions(state);
    const shown = missing === null && report !== null;
    setText(this.#missing, missing ?? '');
    setVisible(this.#missing, !shown);
    for (const part of [this.#tools, this.#summary, this.#content]) {
      setVisible(part, shown);
    }
    if (!shown || !report) {
      return;
    }
    this.#judged = judge(report, shownTemperature(state, report), this.#judged);
    this.#picker.update(state, report);
    this.#filter.set(
      [
        { value: 'all', label: t('all samples') },
        { value: 'wrong', label: t('wrong ones') },
        { value: 'right', label: t('right ones') },
      ],
      state.view.sampleFilter,
    );
    this.#rows = orderedRows(this.#judged, state.view.sampleFilter, this.#cell);
    const selected = Math.max(0, this.#rows.indexOf(state.view.sample ?? -1));
    this.#list.update(this.#rows.length, selected);
    this.#updateSummary(this.#judged);
    this.#updateDetail(this.#judged, this.#rows[selected] ?? null);
    this.#updateMatrix(this.#judged);
  }

  #row(index: number): HTMLElement {
    const judged = this.#judged!;
    const row = this.#rows[index]!;
    const label = judged.report.labels[row]!;
    const predicted = judged.predicted[row]!;
    const wrong = label >= 0 && label !== predicted;
    return element(
      'div',
      { class: `sample-row${wrong ? ' wrong' : ''}` },
      element('span', { class: 'hint' }, String(judged.report.indices[row]!)),
      element('span', {}, label < 0 ? '–' : judged.names[label]!),
      element(
        'span',
        { class: 'predicted' },
        element(
          'span',
          { class: 'mark', title: wrong ? t('wrong') : t('right') },
          label < 0 ? '' : wrong ? '✗' : '✓',
        ),
        judged.names[predicted]!,
      ),
      element('span', { class: 'number' }, percent(judged.confidence[row]!)),
    );
  }

  #updateSummary({ report, predicted, temperature: shown }: Judged): void {
    let labelled = 0;
    let wrong = 0;
    report.labels.forEach((label, row) => {
      labelled += label >= 0 ? 1 : 0;
      wrong += label >= 0 && label !== predicted[row] ? 1 : 0;
    });
    const atTemperature =
      shown === codeTemperature(report) ? '' : ` ${t('Confidences at T = {0}.', temperature(shown))}`;
    const epoch = report.epoch === null ? '' : t('After epoch {0}: ', report.epoch);
    setText(
      this.#summary,
      labelled === 0
        ? epoch + t('these samples have no labels.')
        : epoch +
            t('{0} of {1} wrong, accuracy {2}.', wrong, labelled, percent(1 - wrong / labelled)) +
            atTemperature,
    );
  }

  #updateDetail(judged: Judged, row: number | null): void {
    setVisible(this.#bars.element, row !== null);
    setVisible(this.#input, row !== null);
    if (row === null) {
      setText(this.#heading, t('No sample matches.'));
      return;
    }
    setText(this.#heading, t('Sample {0}', judged.report.indices[row]!));
    this.#bars.update(judged.logits, row, judged.report.labels[row]!, judged.names, judged.temperature);
    if (this.#inputKey !== judged.report || this.#inputRow !== row) {
      this.#inputKey = judged.report;
      this.#inputRow = row;
      this.#input.replaceChildren(sampleInput(judged.report.inputs, row));
    }
  }

  #updateMatrix(judged: Judged): void {
    const key = [judged.report, this.#cell];
    if (key.every((part, index) => part === this.#matrixKey[index])) {
      return;
    }
    this.#matrixKey = key;
    const counts = countConfusions(judged.report.labels, judged.predicted, judged.names.length);
    this.#matrix.replaceChildren(
      confusionMatrix(counts, judged.names, this.#cell, cell => {
        this.#cell = cell;
        this.#actions.changeView({ sample: null, sampleFilter: 'all' });
        this.update(this.#state!);
      }),
    );
  }
}
