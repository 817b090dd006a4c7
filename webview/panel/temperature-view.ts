/**
 * The Temperature tab: T over its NLL curve, the same sample's bars moving with it, scores, reliability diagrams,
 * and the way into the code.
 */
import type {
  CalibrationScores,
  Logits,
  TemperatureFit,
  TemperatureInterval,
} from '../../src/calibration/index.ts';
import { fitTemperature, likelihoodCurve, score, temperatureInterval } from '../../src/calibration/index.ts';
import type { PredictionsReport } from '../../src/protocol.ts';
import { ClassBars } from './class-bars.ts';
import type { Button, Slider } from './controls.ts';
import { button, slider } from './controls.ts';
import { element, linkButton, setAttributes, setText, setVisible } from './dom.ts';
import { temperature as formatTemperature, percent, significant } from './format.ts';
import { missingPredictions } from './head-notice.ts';
import type { Judged } from './judgement.ts';
import { judge, orderedRows } from './judgement.ts';
import { LikelihoodPlot, shareOf, temperatureAt } from './likelihood-plot.ts';
import { ReliabilityPlot } from './reliability-plot.ts';
import { SplitPicker, splitName } from './split-picker.ts';
import type { PanelActions, PanelState, View } from './state.ts';
import { chosenPredictions, codeTemperature, logitsOf, shownTemperature } from './state.ts';
import { t } from './strings.ts';
import { cautions, verdict } from './temperature-words.ts';

/** Fewer points of the curve where each costs much, within these limits. */
const CURVE_POINTS = { fewest: 33, most: 97 };
const CURVE_BUDGET = 1e7;
const SLIDER_STEPS = 1000;
/** Exponentials that an interval may cost; keeps the page responsive with many classes. */
const INTERVAL_BUDGET = 3e7;

interface Calibration {
  report: PredictionsReport;
  logits: Logits;
  fit: TemperatureFit;
  interval: TemperatureInterval | null;
  before: CalibrationScores;
  best: CalibrationScores | null;
  temperatures: number[];
  likelihoods: number[];
}

export class TemperatureView implements View {
  readonly element = element('div', { class: 'view temperature' });
  #actions: PanelActions;
  #picker: SplitPicker;
  #missing = element('p', { class: 'placeholder' });
  #content = element('div', { class: 'temperature-content' });
  #verdict = element('p', { class: 'verdict', 'aria-live': 'polite' });
  #plot: LikelihoodPlot;
  #slider: Slider;
  #value = element('output', { class: 'temperature-value' });
  #fitButton: Button;
  #writeButton: Button;
  #resetButton: HTMLButtonElement;
  #interval = element('p', { class: 'hint interval' });
  #barsHeading = element('h3', { class: 'pane-title' });
  #bars = new ClassBars();
  #scores = new Map<string, { before: HTMLElement; now: HTMLElement }>();
  #beforeHead = element('th', { scope: 'col' });
  #nowHead = element('th', { scope: 'col' });
  #before = new ReliabilityPlot();
  #now = new ReliabilityPlot();
  #cautions = element('ul', { class: 'cautions' });
  #calibration: Calibration | null = null;
  #current: CalibrationScores | null = null;
  #judged: Judged | null = null;
  #report: PredictionsReport | null = null;

  constructor(actions: PanelActions) {
    this.#actions = actions;
    this.#picker = new SplitPicker(actions);
    this.#plot = new LikelihoodPlot(value => this.#set(value));
    const range = { minimum: 0, maximum: SLIDER_STEPS, step: 1 };
    this.#slider = slider(t('Temperature'), range, value => this.#set(temperatureAt(value / SLIDER_STEPS)));
    this.#fitButton = button('primary', t('Fit T'), null, () => this.fit());
    this.#writeButton = button('secondary', '', 'edit', () => this.#write());
    this.#resetButton = linkButton('', () => actions.changeView({ temperature: null }));
    this.element.append(this.#missing, this.#content);
    this.#content.append(this.#picker.element, this.#verdict, this.#grid(), this.#cautions);
  }

  #grid(): HTMLElement {
    const controls = element(
      'div',
      { class: 'temperature-controls' },
      this.#value,
      this.#fitButton.element,
      this.#writeButton.element,
      this.#resetButton,
    );
    return element(
      'div',
      { class: 'temperature-grid' },
      element(
        'section',
        { class: 'curve-pane' },
        element('h3', { class: 'pane-title' }, t('Negative log-likelihood over T')),
        this.#plot.element,
        element('div', { class: 'temperature-slider' }, this.#slider.element),
        controls,
        this.#interval,
      ),
      element(
        'section',
        { class: 'bars-pane' },
        this.#barsHeading,
        this.#bars.element,
        element('h3', { class: 'pane-title scores-title' }, t('Scores')),
        this.#scoreTable(),
      ),
      element(
        'section',
        { class: 'reliability-pane' },
        element('h3', { class: 'pane-title' }, t('Reliability: says against is right')),
        element('div', { class: 'reliability-pair' }, this.#before.element, this.#now.element),
      ),
    );
  }

  update(state: PanelState): void {
    const missing = missingPredictions(state);
    const report = chosenPredictions(state);
    const shown = missing === null && report !== null;
    setText(this.#missing, missing ?? '');
    setVisible(this.#missing, !shown);
    setVisible(this.#content, shown);
    if (!shown || !report) {
      return;
    }
    this.#report = report;
    const temperature = shownTemperature(state, report);
    if (this.#calibration?.report !== report) {
      this.#calibration = calibrate(report);
      this.#current = null;
    }
    if (this.#current?.temperature !== temperature) {
      this.#current = score(this.#calibration.logits, report.labels, temperature);
    }
    this.#picker.update(state, report);
    this.#updateTemperature(this.#calibration, this.#current);
    this.#updateSample(state, report, temperature);
    this.#updateScores(this.#calibration.before, this.#current);
    this.#before.update(temperatureTitle(report, this.#calibration.before), this.#calibration.before);
    this.#now.update(t('Now, T = {0}', formatTemperature(temperature)), this.#current);
  }

  /** Moves T to the optimum and computes how sure that is. */
  fit(): void {
    const calibration = this.#calibration;
    if (!calibration || calibration.fit.outcome === 'empty') {
      return;
    }
    const size = Math.max(1, calibration.fit.samples * calibration.logits.columns * 5);
    const replicates = Math.min(200, Math.floor(INTERVAL_BUDGET / size));
    if (replicates >= 40 && calibration.fit.outcome === 'optimum') {
      calibration.interval ??= temperatureInterval(calibration.logits, calibration.report.labels, {
        replicates,
      });
    }
    this.#set(calibration.fit.temperature);
  }

  #set(temperature: number): void {
    this.#actions.changeView({ temperature });
  }

  #write(): void {
    const report = this.#report;
    if (report && this.#current) {
      const value = Number(formatTemperature(this.#current.temperature));
      const { temperature } = report;
      this.#actions.writeTemperature(
        report.model,
        temperature?.line ?? null,
        temperature?.range ?? null,
        value,
      );
    }
  }

  #updateTemperature(calibration: Calibration, now: CalibrationScores): void {
    const { fit, report } = calibration;
    const text = formatTemperature(now.temperature);
    setText(this.#verdict, verdict(now, calibration.best, fit));
    setText(this.#value, `T = ${text}`);
    this.#slider.set(Math.round(shareOf(now.temperature) * SLIDER_STEPS), `T = ${text}`);
    this.#plot.update({
      temperatures: calibration.temperatures,
      likelihoods: calibration.likelihoods,
      optimum: fit.outcome === 'optimum' ? fit.temperature : null,
      temperature: now.temperature,
      likelihood: now.negativeLogLikelihood,
      reference: calibration.before.negativeLogLikelihood,
    });
    this.#fitButton.setEnabled(fit.outcome === 'optimum');
    const inCode = codeTemperature(report);
    this.#writeButton.setLabel(t('Write T = {0} into the code', text));
    this.#writeButton.setEnabled(text !== formatTemperature(inCode));
    setText(
      this.#resetButton,
      report.temperature
        ? t('back to {0} as in line {1}', formatTemperature(inCode), report.temperature.line)
        : t('back to T = 1'),
    );
    // Its place stays, so that nothing below moves.
    this.#resetButton.style.visibility = now.temperature === inCode ? 'hidden' : 'visible';
    const { interval } = calibration;
    setText(
      this.#interval,
      interval
        ? t(
            'Fitted on {0}: T = {1}, 95 % of {2} resamples between {3} and {4}. Judged on the same samples.',
            splitName(report.split),
            formatTemperature(interval.temperature),
            interval.replicates,
            formatTemperature(interval.lower),
            formatTemperature(interval.upper),
          )
        : t('T > 1 softens, T < 1 sharpens; the predicted class never changes.'),
    );
    const sentences = cautions(report, now.samples, calibration.logits.raised);
    if (
      this.#cautions.childElementCount !== sentences.length ||
      this.#cautions.textContent !== sentences.join('')
    ) {
      this.#cautions.replaceChildren(...sentences.map(sentence => element('li', {}, sentence)));
    }
  }

  #updateSample(state: PanelState, report: PredictionsReport, temperature: number): void {
    this.#judged = judge(report, temperature, this.#judged);
    const row = state.view.sample ?? orderedRows(this.#judged, 'all', null)[0];
    if (row === undefined || row >= report.samples) {
      return;
    }
    setText(
      this.#barsHeading,
      t('Sample {0} at T = {1}', report.indices[row]!, formatTemperature(temperature)),
    );
    this.#bars.update(this.#judged.logits, row, report.labels[row]!, this.#judged.names, temperature);
  }

  #scoreTable(): HTMLElement {
    const names: [keyof CalibrationScores, string, string][] = [
      ['negativeLogLikelihood', t('NLL'), t('Negative log-likelihood, nats')],
      ['expectedCalibrationError', t('ECE'), t('Expected calibration error, 15 bins')],
      ['maximumCalibrationError', t('MCE'), t('Maximum calibration error of a bin')],
      ['adaptiveCalibrationError', t('Adaptive ECE'), t('Expected calibration error, bins of equal counts')],
      ['brierScore', t('Brier score'), t('Mean squared error of the probabilities, 0 to 2')],
      ['confidence', t('Confidence'), t('Mean probability of the predicted class')],
      ['accuracy', t('Accuracy'), t('Share of right predictions; T never changes it')],
    ];
    const rows = names.map(([key, name, explanation]) => {
      const cells = { before: element('td'), now: element('td', { class: 'now' }) };
      this.#scores.set(key, cells);
      return element(
        'tr',
        { title: explanation },
        element('th', { scope: 'row' }, name),
        cells.before,
        cells.now,
      );
    });
    return element(
      'table',
      { class: 'data-table scores' },
      element('caption', { class: 'visually-hidden' }, t('Scores before and now')),
      element(
        'thead',
        {},
        element('tr', {}, element('th', { scope: 'col' }, t('Score')), this.#beforeHead, this.#nowHead),
      ),
      element('tbody', {}, ...rows),
    );
  }

  #updateScores(before: CalibrationScores, now: CalibrationScores): void {
    setText(this.#beforeHead, `T = ${formatTemperature(before.temperature)}`);
    setText(this.#nowHead, t('now'));
    for (const [key, cells] of this.#scores) {
      for (const [cell, scores] of [
        [cells.before, before],
        [cells.now, now],
      ] as const) {
        const value = scores[key as 'negativeLogLikelihood'];
        const isShare = key === 'confidence' || key === 'accuracy';
        setText(cell, isShare ? percent(value) : significant(value));
        setAttributes(cell, { title: String(value) });
      }
    }
  }
}

function calibrate(report: PredictionsReport): Calibration {
  const logits = logitsOf(report);
  const fit = fitTemperature(logits, report.labels);
  const affordable = Math.floor(CURVE_BUDGET / Math.max(1, logits.rows * logits.columns));
  const points = Math.min(CURVE_POINTS.most, Math.max(CURVE_POINTS.fewest, affordable));
  const temperatures = Array.from({ length: points }, (_unused, index) =>
    temperatureAt(index / (points - 1)),
  );
  return {
    report,
    logits,
    fit,
    interval: null,
    before: score(logits, report.labels, codeTemperature(report)),
    best: fit.outcome === 'optimum' ? score(logits, report.labels, fit.temperature) : null,
    temperatures,
    likelihoods: likelihoodCurve(logits, report.labels, temperatures),
  };
}

function temperatureTitle(report: PredictionsReport, before: CalibrationScores): string {
  const value = formatTemperature(before.temperature);
  return report.temperature ? t('In the code, T = {0}', value) : t('Before, T = {0}', value);
}
