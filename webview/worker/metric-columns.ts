/** Gathers points of curves into columns, so that a message carries many. */

export interface MetricColumns {
  at: number[];
  seconds: number[];
  columns: Record<string, (number | null)[]>;
}

export class ColumnBuffer {
  #at: number[] = [];
  #seconds: number[] = [];
  #columns = new Map<string, (number | null)[]>();

  get isEmpty(): boolean {
    return this.#at.length === 0;
  }

  /** A metric that a point lacks, and one that only later points have, is null there: NaN is a value. */
  push(at: number, seconds: number, values: ReadonlyMap<string, number>): void {
    for (const [name, value] of values) {
      let column = this.#columns.get(name);
      if (column === undefined) {
        column = new Array<number | null>(this.#at.length).fill(null);
        this.#columns.set(name, column);
      }
      column.push(value);
    }
    this.#at.push(at);
    this.#seconds.push(seconds);
    for (const column of this.#columns.values()) {
      if (column.length < this.#at.length) {
        column.push(null);
      }
    }
  }

  /** What was gathered; the buffer is empty afterwards. */
  take(): MetricColumns {
    const taken = { at: this.#at, seconds: this.#seconds, columns: Object.fromEntries(this.#columns) };
    this.#at = [];
    this.#seconds = [];
    this.#columns = new Map();
    return taken;
  }
}
