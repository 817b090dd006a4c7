/** When callbacks that save every so many batches do so. */

/** Counts batches over epochs. */
export class BatchCounter {
  private readonly every: number;
  private seen = 0;
  private last = 0;

  constructor(every: number) {
    this.every = every;
  }

  /** Whether the batch with this number (from 0 in each epoch) completes a round. */
  isDue(batch: number): boolean {
    this.seen += batch <= this.last ? batch + 1 : batch - this.last;
    this.last = batch;
    if (this.seen < this.every) return false;
    this.seen = 0;
    return true;
  }

  /** The last batch that was seen. */
  get position(): number {
    return this.last;
  }

  beginEpoch(): void {
    this.last = 0;
  }
}
