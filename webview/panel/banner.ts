/**
 * The banner under the header: what went wrong or was restored, with its line and what can be done.
 */
import type { RunRecord } from '../../src/run-record.ts';
import { button } from './controls.ts';
import { element, icon, linkButton, setVisible } from './dom.ts';
import { BACKEND_NAMES } from './header.ts';
import { lineText } from './places.ts';
import type { PanelActions, PanelState } from './state.ts';
import { t } from './strings.ts';

interface Notice {
  severity: 'error' | 'warning' | 'information';
  text: string;
  details: string[];
  actions: HTMLElement[];
}

const ICONS = { error: 'error', warning: 'warning', information: 'info' } as const;

export class Banner {
  readonly element = element('div', { class: 'banner', role: 'status', hidden: true });
  #actions: PanelActions;
  #key = '';

  constructor(actions: PanelActions) {
    this.#actions = actions;
  }

  update(state: PanelState): void {
    const { record } = state;
    const key = record
      ? JSON.stringify([
          record.run.runId,
          record.status,
          record.reason,
          record.traceback,
          record.deviceLost,
          state.stuck,
          record.checkpoint?.fit,
          record.checkpoint?.epoch,
          record.checkpoint?.fit === null ? record.checkpoint.step : 0,
        ])
      : '';
    if (key === this.#key) {
      return;
    }
    this.#key = key;
    const notice = record ? this.#notice(state, record) : null;
    setVisible(this.element, notice !== null);
    this.element.className = `banner ${notice?.severity ?? ''}`;
    this.element.replaceChildren(...(notice ? this.#content(notice) : []));
  }

  #content(notice: Notice): HTMLElement[] {
    const body = element('div', { class: 'banner-body' }, element('p', {}, notice.text));
    if (notice.details.length > 0) {
      body.append(element('ul', {}, ...notice.details.map(detail => element('li', {}, detail))));
    }
    if (notice.actions.length > 0) {
      body.append(element('div', { class: 'banner-actions' }, ...notice.actions));
    }
    return [icon(ICONS[notice.severity]), body];
  }

  #notice(state: PanelState, record: RunRecord): Notice | null {
    if (state.stuck) {
      return {
        severity: 'warning',
        text: t('The run does not answer. It may be in a long computation.'),
        details: [],
        actions: [button('secondary', t('End it'), null, () => this.#actions.giveUp()).element],
      };
    }
    if (record.status === 'failed') {
      return this.#failure(record);
    }
    if (record.status === 'lost') {
      return this.#loss(record);
    }
    if (record.status === 'stopped' && record.checkpoint !== null) {
      return {
        severity: 'information',
        text: record.reason || t('Training was stopped.'),
        details: [],
        actions: this.#goOn(record),
      };
    }
    const lost = record.deviceLost;
    if (lost) {
      return {
        severity: 'warning',
        text:
          lost.fallback === null
            ? t('The {0} device was lost.', BACKEND_NAMES[lost.backend])
            : t(
                'The {0} device was lost; training went on with {1} from the last checkpoint.',
                BACKEND_NAMES[lost.backend],
                BACKEND_NAMES[lost.fallback],
              ),
        details: [],
        actions: [],
      };
    }
    return null;
  }

  #failure(record: RunRecord): Notice {
    const { traceback } = record;
    const text = traceback
      ? `${traceback.exception}: ${traceback.message}`
      : record.reason || t('The script failed.');
    return {
      severity: 'error',
      text,
      details: traceback?.suggestions ?? [],
      actions: this.#tracebackLinks(record),
    };
  }

  #tracebackLinks({ traceback, run }: RunRecord): HTMLElement[] {
    const actions: HTMLElement[] = [];
    const own = traceback?.frames.findLast(frame => frame.path === run.path) ?? traceback?.frames.at(-1);
    if (own) {
      actions.push(
        linkButton(own.path === run.path ? lineText(own.line) : t('line {0}', own.line), () =>
          this.#actions.reveal(own.line, own.path),
        ),
      );
    }
    if (traceback) {
      actions.push(linkButton(t('Show the traceback'), () => this.#actions.showTab('output')));
    }
    return actions;
  }

  #loss(record: RunRecord): Notice {
    const { checkpoint } = record;
    return {
      severity: 'error',
      text: record.reason || t('The run was lost.'),
      details: [
        ...(checkpoint ? [] : [t('No checkpoint was written yet, so training has to start again.')]),
        ...(record.traceback?.suggestions ?? []),
      ],
      actions: [...this.#goOn(record), ...this.#tracebackLinks(record)],
    };
  }

  #goOn({ checkpoint }: RunRecord): HTMLElement[] {
    if (checkpoint === null) {
      return [];
    }
    const label =
      checkpoint.fit === null
        ? t('Go on from step {0}', checkpoint.step)
        : t('Go on from epoch {0}', checkpoint.epoch);
    return [button('primary', label, 'debug-continue', () => this.#actions.continueRun()).element];
  }
}
