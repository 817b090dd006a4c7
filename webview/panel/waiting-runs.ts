/**
 * The runs besides the shown one: a choice of those that are kept, and a line for each that waits for its turn.
 */
import type { RunSummary } from '../../src/protocol.ts';
import { dropdown } from './controls.ts';
import { element, icon, linkButton, setVisible } from './dom.ts';
import type { PanelActions, PanelState } from './state.ts';
import { t } from './strings.ts';

/** Chooses the run that is shown; there only where there are several. */
export class RunChoice {
  readonly #dropdown;
  readonly element: HTMLElement;

  constructor(actions: PanelActions) {
    this.#dropdown = dropdown(t('Shown run'), false, runId => actions.showRun(runId));
    this.element = this.#dropdown.element;
    this.element.classList.replace('dropdown', 'run-choice');
  }

  update({ record, runs }: PanelState): void {
    const kept = runs.filter(({ status }) => status !== 'waiting');
    this.#dropdown.setVisible(kept.length > 1 && record !== null);
    if (record !== null) {
      const choices = kept.map(run => ({ value: run.runId, label: `${run.name} · ${statusWord(run)}` }));
      this.#dropdown.set(choices, record.run.runId);
    }
  }
}

function statusWord({ status }: RunSummary): string {
  switch (status) {
    case 'preparing':
    case 'running':
      return t('training');
    case 'paused':
      return t('paused');
    case 'finished':
      return t('finished');
    case 'stopped':
      return t('stopped');
    case 'failed':
      return t('failed');
    case 'lost':
      return t('lost');
    case 'waiting':
      return t('waiting');
  }
}

/** Says which scripts train next, and takes them back. */
export class WaitingRuns {
  readonly element = element('ul', { class: 'waiting-runs', 'aria-label': t('Waiting for their turn') });
  #actions: PanelActions;
  #key = '';

  constructor(actions: PanelActions) {
    this.#actions = actions;
  }

  update({ runs }: PanelState): void {
    const waiting = runs.filter(({ status }) => status === 'waiting');
    const going = runs.find(({ status }) => ['preparing', 'running', 'paused'].includes(status));
    const key = JSON.stringify([waiting, going?.name]);
    if (key === this.#key) {
      return;
    }
    this.#key = key;
    setVisible(this.element, waiting.length > 0);
    this.element.replaceChildren(
      ...waiting.map(({ runId, name }) =>
        element(
          'li',
          {},
          icon('clock'),
          element('span', {}, t('{0} waits until {1} is done.', name, going?.name ?? '…')),
          linkButton(t('Do not train it'), () => this.#actions.withdraw(runId)),
        ),
      ),
    );
  }
}
