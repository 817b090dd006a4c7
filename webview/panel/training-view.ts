/**
 * The Training tab: the charts of the fit, how to look at them, and what was noticed.
 */
import type { NoticeReport, PanelFinding } from '../../src/protocol.ts';
import type { FitRecord, LoopRecord } from '../../src/run-record.ts';
import { currentModel } from '../../src/run-record.ts';
import { LineChart } from './chart.ts';
import type { Dropdown, Slider } from './controls.ts';
import { dropdown, slider } from './controls.ts';
import { element, icon, linkButton, setAttributes, setText, setVisible } from './dom.ts';
import { findingList, unsaidFindings } from './findings.ts';
import { lineText } from './places.ts';
import type { PanelActions, PanelState, View } from './state.ts';
import { t } from './strings.ts';
import { chartOf, metricNames } from './training-curves.ts';

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
  #chosenFit: number | null = null;
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
      this.#chosenFit = Number(value);
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
      this.#chosenFit = null;
    }
    const fit = this.#fit(state);
    setVisible(this.#placeholder, fit === null);
    setVisible(this.#options, fit !== null);
    setText(this.#placeholder, placeholderText(state));
    this.#smoothing.set(state.view.smoothing, state.view.smoothing.toFixed(2));
    setText(this.#smoothingValue, state.view.smoothing.toFixed(2));
    this.#log.checked = state.view.logScale;
    this.#axis.set(
      [
        { value: 'epoch', label: t('epoch') },
        { value: 'step', label: t('step') },
        { value: 'time', label: t('time (s)') },
      ],
      state.view.axis,
    );
    this.#updateFits(state, fit);
    this.#updateCharts(state, fit);
    this.#updateNotices(state);
  }

  themeChanged(): void {
    for (const chart of this.#byMetric.values()) {
      chart.redraw();
    }
  }

  #fit(state: PanelState): FitRecord | null {
    const fits = state.record?.fits ?? [];
    return fits.find(fit => fit.fit.fit === this.#chosenFit) ?? fits.at(-1) ?? null;
  }

  #updateFits(state: PanelState, chosen: FitRecord | null): void {
    const fits = state.record?.fits ?? [];
    this.#fits.setVisible(fits.length > 1);
    if (chosen && fits.length > 1) {
      const choices = fits.map(({ fit }) => ({
        value: String(fit.fit),
        label: fit.line === null ? `${fit.fit + 1}` : t('{0} (line {1})', fit.fit + 1, fit.line),
      }));
      this.#fits.set(choices, String(chosen.fit.fit));
    }
  }

  #updateCharts(state: PanelState, fit: FitRecord | null): void {
    const metrics = fit ? metricNames(fit) : [];
    const shown = metrics.length > 0 ? metrics : fit ? ['loss'] : [];
    for (const [name, chart] of this.#byMetric) {
      if (!shown.includes(name)) {
        chart.element.remove();
        this.#byMetric.delete(name);
      }
    }
    if (!fit || !state.record) {
      return;
    }
    const model =
      state.record.models.find(known => known.name === fit.fit.model) ?? currentModel(state.record);
    for (const [position, name] of shown.entries()) {
      let chart = this.#byMetric.get(name);
      if (!chart) {
        chart = this.#newChart();
        this.#byMetric.set(name, chart);
      }
      if (this.#charts.children[position] !== chart.element) {
        this.#charts.insertBefore(chart.element, this.#charts.children[position] ?? null);
      }
      chart.update(chartOf(fit, name, position, model, state.view), state.view.hiddenSeries);
    }
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
function loopText({ steps, seams }: LoopRecord): string {
  const words = t('The script trains in a loop of its own: step {0}.', steps);
  return seams.length === 0 ? words : `${words} ${t('It went on from step {0}.', seams.join(', '))}`;
}
