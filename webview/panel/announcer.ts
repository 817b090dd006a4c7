/**
 * Tells screen readers, politely and not too often, how training goes.
 */
import type { RunRecord } from '../../src/run-record.ts';
import { element, setText } from './dom.ts';
import { significant } from './format.ts';
import { t } from './strings.ts';

const QUIET_MILLISECONDS = 8000;

export class Announcer {
  readonly element = element('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  #status = '';
  #epoch = 0;
  #spokenAt = Number.NEGATIVE_INFINITY;

  update(record: RunRecord | null): void {
    if (!record) {
      return;
    }
    const now = performance.now();
    const key = `${record.run.runId} ${record.status}`;
    const fit = record.fits.at(-1);
    const epoch = fit?.epochs.at.at(-1) ?? 0;
    const changed = key !== this.#status;
    if (!changed && (epoch === this.#epoch || now - this.#spokenAt < QUIET_MILLISECONDS)) {
      return;
    }
    this.#status = key;
    this.#epoch = epoch;
    this.#spokenAt = now;
    const metrics = Object.entries(fit?.epochs.columns ?? {}).flatMap(([name, values]) => {
      const value = values.at(-1) ?? null;
      return value === null ? [] : [`${name} ${significant(value)}`];
    });
    const where =
      fit && epoch > 0 ? t('Epoch {0} of {1}: {2}', epoch, fit.fit.epochs, metrics.join(', ')) : '';
    setText(this.element, [changed ? statusText(record) : '', where].filter(part => part !== '').join('. '));
  }
}

function statusText(record: RunRecord): string {
  switch (record.status) {
    case 'preparing':
      return t('Preparing…');
    case 'running':
      return t('Training');
    case 'paused':
      return t('Paused');
    case 'finished':
      return t('Training finished');
    case 'stopped':
      return t('Training stopped');
    case 'failed':
      return t('Training failed');
    case 'lost':
      return t('The run was lost.');
  }
}
