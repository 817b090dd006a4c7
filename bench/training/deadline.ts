// Ends what does not finish a piece of work in time, and measures the rest without it.
import type { Failed, PairingOptions, Part, Row } from './pairing.ts';

/** Where pairings are measured, and can be ended in the middle of a step. */
export interface Place {
  readonly name: string;
  run(options: PairingOptions, failed: Failed, hear: (part: Part) => void): Promise<Row>;
  /** Ends what runs; the next run begins afresh. */
  end(): Promise<void>;
  close?(): Promise<void>;
}

/** A part that took longer than the limit: its row says so, and that it is slower than this. */
export const notFinished = (limit: number): string => `no step in ${limit / 1000} s`;

/** @param limit milliseconds for a step, or for as many steps as a round has */
export async function measureWithin(place: Place, options: PairingOptions, limit: number): Promise<Row> {
  let failed: Failed = {};
  for (;;) {
    let working: Part = 'ours';
    const row = await new Promise<Row | null>((resolve, reject) => {
      let timer: NodeJS.Timeout;
      const hear = (part: Part): void => {
        working = part;
        clearTimeout(timer);
        timer = setTimeout(() => resolve(null), limit);
      };
      hear('ours');
      place
        .run(options, failed, hear)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
    if (row !== null) return row;
    await place.end();
    failed = { ...failed, [working]: notFinished(limit) };
  }
}
