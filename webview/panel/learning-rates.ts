/**
 * The learning rate of the training that goes on, to be changed on the way: one for a fit, one for each optimizer of a
 * script's own loop, under the optimizer's name where there are several.
 */
import { isActive, newestLoop, type RunRecord } from '../../src/run-record.ts';
import { element, setVisible } from './dom.ts';
import type { PanelActions } from './state.ts';
import { t } from './strings.ts';

/** A rate that is offered. */
interface Offered {
  readonly label: string;
  readonly rate: number;
  /** Which optimizer of the script's own loop; null for that of the fit. */
  readonly optimizer: number | null;
  /** Stays the same as long as the rate belongs to the same training. */
  readonly key: string;
}

interface Field {
  readonly element: HTMLElement;
  readonly label: HTMLElement;
  readonly input: HTMLInputElement;
  offered: Offered | null;
}

export class LearningRates {
  readonly element = element('span', { class: 'learning-rates' });
  #actions: PanelActions;
  #fields: Field[] = [];

  constructor(actions: PanelActions) {
    this.#actions = actions;
  }

  update(record: RunRecord): void {
    const offered = isActive(record.status) ? offeredRates(record) : [];
    while (this.#fields.length < offered.length) {
      this.#fields.push(this.#newField());
    }
    for (const [index, field] of this.#fields.entries()) {
      const next = offered[index] ?? null;
      setVisible(field.element, next !== null);
      if (next !== null) {
        show(field, next);
      }
    }
    setVisible(this.element, offered.length > 0);
  }

  #newField(): Field {
    const label = element('span', { class: 'control-label' });
    const input = element('input', { type: 'number', min: 0, step: 'any', class: 'number-input' });
    const field: Field = {
      element: element('label', { class: 'learning-rate' }, label, input),
      label,
      input,
      offered: null,
    };
    input.addEventListener('change', () => {
      const value = input.valueAsNumber;
      if (value > 0 && field.offered !== null) {
        this.#actions.setLearningRate(value, field.offered.optimizer);
      }
    });
    this.element.append(field.element);
    return field;
  }
}

/** What the training began with, or has come to, stands there until someone types something else. */
function show(field: Field, next: Offered): void {
  const before = field.offered;
  field.offered = next;
  field.label.textContent = next.label;
  const isNew = before?.key !== next.key || before.rate !== next.rate;
  if (isNew && document.activeElement !== field.input) {
    field.input.value = String(Number(next.rate.toPrecision(6)));
  }
}

function offeredRates(record: RunRecord): Offered[] {
  const { runId } = record.run;
  const loop = newestLoop(record);
  if (loop !== null) {
    const known = loop.optimizers.flatMap(({ name, learningRate }, optimizer) =>
      learningRate === null ? [] : [{ name, rate: learningRate, optimizer }],
    );
    return known.map(({ name, rate, optimizer }) => ({
      label: loop.optimizers.length === 1 ? t('Learning rate') : t('Learning rate of {0}', name),
      rate,
      optimizer,
      key: `${runId} loop ${optimizer}`,
    }));
  }
  const fit = record.fits.at(-1)?.fit;
  const rate = fit?.learningRate ?? null;
  return fit === undefined || rate === null
    ? []
    : [{ label: t('Learning rate'), rate, optimizer: null, key: `${runId} ${fit.fit}` }];
}
