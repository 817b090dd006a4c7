/**
 * The Training tab: the charts of the fit, how to look at them, and what was noticed.
 */
import type { NoticeReport, PanelFinding } from '../../src/protocol.ts';
import type { FitRecord, LoopRecord } from '../../src/run-record.ts';
import { currentModel, newestLoop } from '../../src/run-record.ts';
import { LineChart } from './chart.ts';
import type { ChartModel } from './chart-model.ts';
import type { Dropdown, Slider } from './controls.ts';
import { dropdown, slider } from './controls.ts';
import { element, icon, linkButton, setAttributes, setText, setVisible } from './dom.ts';
import { findingList, unsaidFindings } from './findings.ts';
import { chartsOfLoop } from './loop-curves.ts';
import { lineText } from './places.ts';
import type { PanelActions, PanelState, View } from './state.ts';
import { t } from './strings.ts';
import { chartOf, metricNames } from './training-curves.ts';

/** What the charts show: a fit, or the script's own loop. */
type Shown =
  | { readonly kind: 'fit'; readonly fit: FitRecord }
  | { readonly kind: 'loop'; readonly loop: LoopRecord };

/** The entry of the menu of fits that is none. */
const OWN_LOOP = 'loop';

export class TrainingView implements View {
  readonly element = element('div', { class: 'view training' });
  #actions: PanelActions;
  #options = element('div', { class: 'view-options' });
  #smoothing: Slider;
  #smoothingValue = element('span', { class: 'control-value' });
  #log: HTMLInputElement;
  #axis: Dropdown;
  #fits: Dropdown;
  #charts = element('div', { class: 'charts' });
  #placeholder = element('p', { class: 'placeholder' });
  #notices = element('div', { class: 'notices' });
  #noticeKey = '';
  #byMetric = new Map<string, LineChart>();
  #chosen: string | null = null;
  #runId = '';
  #state: PanelState | null = null;

  constructor(actions: PanelActions) {
    this.#actions = actions;
    this.#smoothing = slider(t('Smoothing'), { minimum: 0, maximum: 0.99, step: 0.01 }, value =>
      actions.changeView({ smoothing: value }),
    );
    this.#log = element('input', { type: 'checkbox', id: 'log-scale' });
    this.#log.addEventListener('change', () => actions.changeView({ logScale: this.#log.checked }));
    this.#axis = dropdown(t('x axis'), true, value => {
      if (value === 'epoch' || value === 'step' || value === 'time') {
        actions.changeView({ axis: value });
      }
    });
    this.#fits = dropdown(t('Fit'), true, value => {
      this.#chosen = value;
      if (this.#state) {
        this.update(this.#state);
      }
    });
    this.#options.append(
      element(
        'label',
        { class: 'option' },
        element('span', { class: 'control-label' }, t('Smoothing')),
        this.#smoothing.element,
        this.#smoothingValue,
      ),
      element('label', { class: 'option', for: 'log-scale' }, this.#log, t('Log scale')),
      this.#axis.element,
      this.#fits.element,
    );
    this.element.append(this.#placeholder, this.#charts, this.#options, this.#notices);
  }

  update(state: PanelState): void {
    this.#state = state;
    if (state.record?.run.runId !== this.#runId) {
      this.#runId = state.record?.run.runId ?? '';
      this.#chosen = null;
    }
    const shown = this.#shown(state);
    const words = shown === null ? placeholderText(state) : shown.kind === 'loop' ? seamText(shown.loop) : '';
    setVisible(this.#placeholder, words !== '');
    setVisible(this.#options, shown !== null);
    setText(this.#placeholder, words);
    this.#smoothing.set(state.view.smoothing, state.view.smoothing.toFixed(2));
    setText(this.#smoothingValue, state.view.smoothing.toFixed(2));
    this.#log.checked = state.view.logScale;
    const isLoop = shown?.kind === 'loop';
    this.#axis.set(
      [
        ...(isLoop ? [] : [{ value: 'epoch', label: t('epoch') }]),
        { value: 'step', label: t('step') },
        { value: 'time', label: t('time (s)') },
      ],
      isLoop && state.view.axis === 'epoch' ? 'step' : state.view.axis,
    );
    this.#updateFits(state, shown);
    this.#updateCharts(state, shown);
    this.#updateNotices(state);
  }

  themeChanged(): void {
    for (const chart of this.#byMetric.values()) {
      chart.redraw();
    }
  }

  /** What was chosen, else what trains now or did last. */
  #shown({ record }: PanelState): Shown | null {
    if (!record) {
      return null;
    }
    const loop = hasCurves(record.loop) ? record.loop : null;
    const fit = record.fits.find(({ fit: known }) => String(known.fit) === this.#chosen);
    if (fit) {
      return { kind: 'fit', fit };
    }
    const newest = record.fits.at(-1);
    if (loop && (this.#chosen === OWN_LOOP || newestLoop(record) === loop || !newest)) {
      return { kind: 'loop', loop };
    }
    return newest ? { kind: 'fit', fit: newest } : null;
  }

  #updateFits(state: PanelState, shown: Shown | null): void {
    const fits = state.record?.fits ?? [];
    const loop = hasCurves(state.record?.loop ?? null) ? [{ value: OWN_LOOP, label: t('own loop') }] : [];
    const choices = [
      ...fits.map(({ fit }) => ({
        value: String(fit.fit),
        label: fit.line === null ? `${fit.fit + 1}` : t('{0} (line {1})', fit.fit + 1, fit.line),
      })),
      ...loop,
    ];
    this.#fits.setVisible(choices.length > 1);
    if (shown && choices.length > 1) {
      this.#fits.set(choices, shown.kind === 'fit' ? String(shown.fit.fit.fit) : OWN_LOOP);
    }
  }

  #updateCharts(state: PanelState, shown: Shown | null): void {
    const models = this.#chartsOf(state, shown);
    for (const [name, chart] of this.#byMetric) {
      if (!models.has(name)) {
        chart.element.remove();
        this.#byMetric.delete(name);
      }
    }
    for (const [position, name] of [...models.keys()].entries()) {
      let chart = this.#byMetric.get(name);
      if (!chart) {
        chart = this.#newChart();
        this.#byMetric.set(name, chart);
      }
      if (this.#charts.children[position] !== chart.element) {
        this.#charts.insertBefore(chart.element, this.#charts.children[position] ?? null);
      }
    }
    // Once all have their places, and with them their widths.
    for (const [name, model] of models) {
      this.#byMetric.get(name)!.update(model, state.view.hiddenSeries);
    }
  }

  /** The charts to draw, by name. */
  #chartsOf({ record, view }: PanelState, shown: Shown | null): Map<string, ChartModel> {
    if (!record || !shown) {
      return new Map();
    }
    if (shown.kind === 'loop') {
      return new Map(chartsOfLoop(shown.loop, record.models, view).map(chart => [chart.title, chart]));
    }
    const { fit } = shown;
    const metrics = metricNames(fit);
    const model = record.models.find(known => known.name === fit.fit.model) ?? currentModel(record);
    return new Map(
      (metrics.length > 0 ? metrics : ['loss']).map((name, position) => [
        name,
        chartOf(fit, name, position, model, view),
      ]),
    );
  }

  #newChart(): LineChart {
    return new LineChart({
      toggle: key => {
        const hidden = this.#state?.view.hiddenSeries ?? [];
        this.#actions.changeView({
          hiddenSeries: hidden.includes(key) ? hidden.filter(other => other !== key) : [...hidden, key],
        });
      },
      exportFile: (name, bytes) => this.#actions.exportFile(name, bytes),
      copy: text => this.#actions.copy(text),
    });
  }

  #updateNotices(state: PanelState): void {
    const notices = state.record?.notices ?? [];
    const findings = unsaidFindings(state.record);
    const key = JSON.stringify([notices, findings]);
    if (key === this.#noticeKey) {
      return;
    }
    this.#noticeKey = key;
    this.#notices.replaceChildren(
      ...notices.map(notice => this.#noticeRow(notice)),
      ...this.#findingRows(findings),
    );
    setAttributes(this.#notices, { 'aria-label': t('What was noticed') });
  }

  #noticeRow(notice: NoticeReport): HTMLElement {
    const row = element(
      'div',
      { class: `notice ${notice.severity}` },
      icon(notice.severity === 'warning' ? 'warning' : 'info'),
      element('span', { class: 'notice-text' }, notice.message),
    );
    const { line } = notice;
    if (line !== null) {
      row.append(linkButton(lineText(line), () => this.#actions.reveal(line)));
    }
    return row;
  }

  #findingRows(findings: readonly PanelFinding[]): HTMLElement[] {
    return findings.length === 0 ? [] : [findingList(findings, line => this.#actions.reveal(line))];
  }
}

function hasCurves(loop: LoopRecord | null): loop is LoopRecord {
  return loop !== null && loop.curves.at.length > 0;
}

function placeholderText(state: PanelState): string {
  if (!state.record) {
    return '';
  }
  if (state.record.loop) {
    return loopText(state.record.loop);
  }
  switch (state.record.status) {
    case 'preparing':
      return t('Loss and accuracy appear here with the first epoch.');
    case 'running':
    case 'paused':
      return t('The script has not called fit yet.');
    case 'finished':
    case 'stopped':
    case 'failed':
    case 'lost':
      return t('This run did not train a model.');
  }
}

/** What is known of a script that trains without fit: its steps, and where it went on after a loss. */
function loopText(loop: LoopRecord): string {
  return `${t('The script trains in a loop of its own: step {0}.', loop.steps)} ${seamText(loop)}`.trimEnd();
}

function seamText({ seams }: LoopRecord): string {
  return seams.length === 0 ? '' : t('It went on from step {0}.', seams.join(', '));
}
