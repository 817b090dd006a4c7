/**
 * What stands in the panel before anything was trained: one sentence, one button, the example.
 */
import type { Button } from './controls.ts';
import { button } from './controls.ts';
import { element, linkButton, setText } from './dom.ts';
import { findingList } from './findings.ts';
import type { PanelActions, PanelState } from './state.ts';
import { t } from './strings.ts';

export class EmptyState {
  readonly element = element('main', { class: 'empty-state' });
  #actions: PanelActions;
  #sentence = element('p', {});
  #train: Button;
  #findings = element('div', { class: 'empty-findings' });
  #key = '';

  constructor(actions: PanelActions) {
    this.#actions = actions;
    this.#train = button('primary', '', 'play', () => actions.trainOffer());
    this.element.append(
      this.#sentence,
      this.#train.element,
      linkButton(t('Open the example'), () => actions.openExample()),
      this.#findings,
    );
  }

  update({ offer }: PanelState): void {
    setText(
      this.#sentence,
      offer
        ? t('Train this script and watch what it learns: loss, predictions, and how far to trust them.')
        : t('Open a Keras script to train it and watch what it learns.'),
    );
    this.#train.setVisible(offer !== null);
    this.#train.setLabel(offer ? t('Train {0}', offer.name) : '');
    const findings = offer?.findings ?? [];
    const key = JSON.stringify(findings);
    if (key !== this.#key) {
      this.#key = key;
      this.#findings.replaceChildren(
        ...(findings.length > 0
          ? [findingList(findings, line => this.#actions.reveal(line, offer?.path))]
          : []),
      );
    }
  }
}
