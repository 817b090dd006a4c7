/** What a run's record says in a few words: the epoch and the newest loss, or the step of a script's own loop. */
import { newestLoop, type RunRecord } from '../run-record.ts';

export interface Progress {
  readonly paused: boolean;
  /** What is being downloaded and how far it is, before there is a fit; null for nothing. */
  readonly download: string | null;
  /** From 1; null before the first step. */
  readonly epoch: number | null;
  readonly epochs: number;
  /** Of the script's own loop, where that is what trains; else null. */
  readonly step: number | null;
  /** Three significant digits; null before there is one. */
  readonly loss: string | null;
}

export function progressOf(record: RunRecord): Progress {
  const loop = newestLoop(record);
  const fit = loop === null ? record.fits.at(-1) : undefined;
  const loss = fit?.epochs.columns.loss?.at(-1) ?? fit?.steps.columns.loss?.at(-1) ?? null;
  return {
    paused: record.status === 'paused',
    download: record.preparing?.stage === 'download' ? record.preparing.detail : null,
    epoch: fit?.progress?.epoch ?? null,
    epochs: fit?.progress?.epochs ?? fit?.fit.epochs ?? 0,
    step: loop?.steps ?? null,
    loss: loss === null ? null : significant(loss),
  };
}

/** `1.07`, `1.10`, `0.000310`, `12345`, `NaN`: as wide one time as the other. */
function significant(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) {
    return String(value);
  }
  if (size >= 1000) {
    return size < 1e6 ? value.toFixed(0) : value.toExponential(2);
  }
  return size >= 1e-4 || value === 0 ? value.toPrecision(3) : value.toExponential(2);
}
