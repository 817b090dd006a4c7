/**
 * Chooses the split that predictions and temperature look at, and says what it is.
 */
import type { PredictionsReport } from '../../src/protocol.ts';
import type { Dropdown } from './controls.ts';
import { dropdown } from './controls.ts';
import { element, setText } from './dom.ts';
import { count } from './format.ts';
import type { PanelActions, PanelState } from './state.ts';
import { splitKey } from './state.ts';
import { t } from './strings.ts';

/** A split's name: those of Keras in the user's language, those of the script as they are. */
export function splitName(split: string): string {
  switch (split) {
    case 'training':
      return t('train');
    case 'validation':
      return t('validation');
    default:
      return split;
  }
}

export class SplitPicker {
  readonly element = element('div', { class: 'split-picker' });
  #dropdown: Dropdown;
  #text = element('span', { class: 'hint' });

  constructor(actions: PanelActions) {
    this.#dropdown = dropdown(t('Split'), true, value => actions.changeView({ split: value, sample: null }));
    this.element.append(this.#dropdown.element, this.#text);
  }

  update(state: PanelState, chosen: PredictionsReport): void {
    const reports = (state.record?.predictions ?? []).filter(report => report.head !== 'none');
    const severalModels = new Set(reports.map(report => report.model)).size > 1;
    this.#dropdown.set(
      reports.map(report => ({
        value: splitKey(report),
        label: severalModels ? `${splitName(report.split)} · ${report.model}` : splitName(report.split),
      })),
      splitKey(chosen),
    );
    const size =
      chosen.samples < chosen.total
        ? t('{0} of {1} samples', count(chosen.samples), count(chosen.total))
        : t('{0} samples', count(chosen.samples));
    setText(this.#text, chosen.trainedOn ? t('{0}, trained on', size) : t('{0}, held out', size));
  }
}
