/**
 * The header: what runs on what, the buttons, and how far it is.
 */
import type { BackendChoice, BackendName, PreparingReport } from '../../src/protocol.ts';
import type { RunRecord } from '../../src/run-record.ts';
import { currentModel, isActive, newestLoop } from '../../src/run-record.ts';
import type { Button, Dropdown } from './controls.ts';
import { button, dropdown } from './controls.ts';
import { element, linkButton, setAttributes, setText, setVisible } from './dom.ts';
import { count, duration } from './format.ts';
import { LearningRates } from './learning-rates.ts';
import { lineText } from './places.ts';
import type { PanelActions, PanelState } from './state.ts';
import { t } from './strings.ts';
import { RunChoice } from './waiting-runs.ts';

export const BACKEND_NAMES: Record<BackendName, string> = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'CPU',
};

/** The backend menu's entry that is a command. */
const MEASURE_AGAIN = 'measureAgain';

export class Header {
  readonly element = element('header', { class: 'header' });
  #file = element('span', { class: 'file-name' });
  #model: HTMLButtonElement;
  #params = element('span', { class: 'hint' });
  #runs: RunChoice;
  #backend: Dropdown;
  #pause: Button;
  #stop: Button;
  #best: Button;
  #rates: LearningRates;
  #again: Button;
  #progress = element('div', { class: 'progress', role: 'progressbar' });
  #fill = element('div', { class: 'progress-fill' });
  #epoch = element('span', { class: 'progress-epoch' });
  #step = element('span', { class: 'progress-step hint' });
  #controls = element('div', { class: 'header-controls' });
  #modelLine: number | null = null;
  #paused = false;

  constructor(actions: PanelActions) {
    this.#model = linkButton('', () => {
      if (this.#modelLine !== null) {
        actions.reveal(this.#modelLine);
      }
    });
    this.#runs = new RunChoice(actions);
    this.#backend = dropdown(t('Backend'), false, value => {
      if (value === MEASURE_AGAIN) {
        this.#backend.restore();
        actions.measureAgain();
      } else {
        actions.chooseBackend(value as BackendChoice);
      }
    });
    this.#pause = button('secondary', t('Pause'), 'debug-pause', () =>
      this.#paused ? actions.resume() : actions.pause(),
    );
    this.#stop = button('secondary', t('Stop'), 'debug-stop', () => actions.stop(false));
    this.#best = button('secondary', t('End with the best weights'), 'debug-stop', () => actions.stop(true));
    this.#rates = new LearningRates(actions);
    this.#again = button('primary', t('Train again'), 'debug-restart', () => actions.runAgain());
    this.#progress.append(this.#fill);
    this.#controls.append(
      this.#pause.element,
      this.#stop.element,
      this.#best.element,
      this.#again.element,
      this.#epoch,
      this.#progress,
      this.#step,
      this.#rates.element,
    );
    const title = element('h1', { class: 'title' }, this.#file, this.#model, this.#params);
    this.element.append(
      element('div', { class: 'header-title' }, title, this.#backend.element, this.#runs.element),
      this.#controls,
    );
  }

  update(state: PanelState): void {
    const { record } = state;
    this.#updateTitle(state);
    this.#runs.update(state);
    this.#updateBackend(state);
    setVisible(this.#controls, record !== null);
    if (!record) {
      return;
    }
    const active = isActive(record.status);
    this.#paused = record.status === 'paused';
    this.#pause.setVisible(active);
    this.#pause.setLabel(this.#paused ? t('Resume') : t('Pause'));
    this.#pause.setEnabled(!state.stopping && record.status !== 'preparing');
    const pauseIcon = this.#pause.element.querySelector('.codicon');
    pauseIcon?.setAttribute('class', `codicon codicon-${this.#paused ? 'debug-continue' : 'debug-pause'}`);
    this.#stop.setVisible(active);
    this.#stop.setLabel(state.stopping ? t('Stopping…') : t('Stop'));
    this.#stop.setEnabled(!state.stopping);
    const fit = newestLoop(record) === null ? record.fits.at(-1)?.fit : undefined;
    this.#best.setVisible(active && fit?.keepsBest === true);
    this.#best.setEnabled(!state.stopping);
    this.#again.setVisible(!active);
    this.#rates.update(record);
    this.#updateProgress(state, record);
  }

  #updateTitle({ record, offer }: PanelState): void {
    const model = record ? currentModel(record) : null;
    const known = record?.run.model ?? offer?.model ?? null;
    setText(this.#file, record?.run.name ?? offer?.name ?? 'Kerascope');
    const name = model?.name ?? known?.name ?? '';
    this.#modelLine = model?.line ?? known?.line ?? null;
    setText(this.#model, name);
    setVisible(this.#model, name !== '');
    setAttributes(this.#model, { title: this.#modelLine === null ? null : lineText(this.#modelLine) });
    const params = model?.params ?? known?.params ?? null;
    setText(this.#params, params === null ? '' : t('{0} params', count(params)));
  }

  #updateBackend({ record, settings }: PanelState): void {
    const used = record?.backend ?? null;
    const automatic =
      used && settings.backend === 'auto' ? t('Auto: {0}', BACKEND_NAMES[used.name]) : t('Auto');
    this.#backend.set(
      [
        { value: 'auto', label: automatic },
        ...(Object.keys(BACKEND_NAMES) as BackendName[]).map(name => ({
          value: name,
          label: BACKEND_NAMES[name],
        })),
        ...(settings.backend === 'auto' ? [{ value: MEASURE_AGAIN, label: t('Measure again') }] : []),
      ],
      settings.backend,
    );
    const rejected = used?.rejected.map(other => `${BACKEND_NAMES[other.name]}: ${other.reason}`) ?? [];
    const lines = used
      ? [t('Computed on {0}: {1}', BACKEND_NAMES[used.name], used.reason), ...rejected]
      : [t('Backend')];
    setAttributes(this.#backend.element, { title: lines.join('\n') });
  }

  #updateProgress(state: PanelState, record: RunRecord): void {
    const loop = newestLoop(record);
    const progress = loop === null ? (record.fits.at(-1)?.progress ?? null) : null;
    const fit = loop === null ? record.fits.at(-1)?.fit : undefined;
    const preparing = record.status === 'preparing';
    const prepared = preparing ? record.preparing?.share : undefined;
    const indeterminate = preparing && prepared === undefined;
    // How long a loop of the script will go on nobody knows.
    setVisible(this.#progress, loop === null || preparing);
    setAttributes(this.#progress, { class: indeterminate ? 'progress indeterminate' : 'progress' });
    const trained = progress
      ? (progress.epoch - 1 + (progress.steps ? progress.step / progress.steps : 0)) / progress.epochs
      : 0;
    const percent = Math.min(1, prepared ?? trained) * 100;
    this.#fill.style.width = indeterminate ? '' : `${percent}%`;
    const epoch = progress
      ? t('epoch {0}/{1}', progress.epoch, progress.epochs)
      : fit
        ? t('epoch {0}/{1}', 0, fit.epochs)
        : '';
    const words =
      preparing && record.preparing ? preparationText(record.preparing) : statusWords(state, record);
    setText(this.#epoch, preparing ? '' : epoch);
    setText(this.#step, words);
    setAttributes(this.#step, { title: this.#step.textContent });
    setAttributes(this.#progress, {
      'aria-label': t('Training progress'),
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      'aria-valuenow': indeterminate ? null : Math.round(percent),
      'aria-valuetext': [epoch, words].filter(part => part !== '').join(', '),
    });
  }
}

/** What stands at the right of the progress bar. */
function statusWords(state: PanelState, record: RunRecord): string {
  const loop = newestLoop(record);
  const progress = loop === null ? (record.fits.at(-1)?.progress ?? null) : null;
  const took = record.seconds === null ? '' : duration(record.seconds);
  switch (record.status) {
    case 'preparing':
      return t('Preparing…');
    case 'paused':
      return t('paused');
    case 'running': {
      if (!progress) {
        return loop === null ? t('running') : t('step {0}', loop.steps);
      }
      const step =
        progress.steps === null
          ? t('step {0}', progress.step)
          : t('step {0}/{1}', progress.step, progress.steps);
      return progress.secondsLeft === null
        ? step
        : `${step} · ${t('{0} left', duration(progress.secondsLeft))}`;
    }
    case 'finished':
      return state.restored ? t('finished in {0}, restored', took) : t('finished in {0}', took);
    case 'stopped':
      return t('stopped after {0}', took);
    case 'failed':
      return t('failed after {0}', took);
    case 'lost':
      return t('lost after {0}', took);
  }
}

/** What is being prepared, in words. */
export function preparationText(report: PreparingReport): string {
  const stages: Record<PreparingReport['stage'], string> = {
    interpreter: t('Starting the interpreter'),
    imports: t('Loading libraries'),
    data: t('Reading data'),
    download: t('Downloading'),
    model: t('Building the model'),
    backend: t('Starting the backend'),
    probing: t('Measuring backends'),
    shaders: t('Compiling shaders'),
    checkpoint: t('Restoring the checkpoint'),
  };
  return report.detail === '' ? `${stages[report.stage]}…` : `${stages[report.stage]}: ${report.detail}…`;
}
