/** The logs of a fit's epochs in columns of numbers: a few bytes for each epoch, whatever the length of the run. */

/** One log: its number at each epoch, and whether that epoch had it. */
interface Column {
  values: Float64Array;
  present: Uint8Array;
}

const FIRST_CAPACITY = 64;

/** Grows at its end only, so that a snapshot shares the columns. */
export class EpochLogs {
  private readonly columns: Map<string, Column>;
  private count: number;

  constructor(columns: ReadonlyMap<string, Column> = new Map(), count = 0) {
    this.columns = new Map([...columns].map(([name, column]) => [name, { ...column }]));
    this.count = count;
  }

  /** From columns of equal length; null where an epoch lacks the log. */
  static from(columns: Readonly<Record<string, readonly (number | null)[]>>, count: number): EpochLogs {
    const made = Object.entries(columns).map(([name, list]): [string, Column] => [
      name,
      {
        values: Float64Array.from(list, value => value ?? 0),
        present: Uint8Array.from(list, value => (value === null ? 0 : 1)),
      },
    ]);
    return new EpochLogs(new Map(made), count);
  }

  /** Epochs so far. */
  get length(): number {
    return this.count;
  }

  get names(): string[] {
    return [...this.columns.keys()];
  }

  push(logs: ReadonlyMap<string, number>): void {
    for (const [name, value] of logs) {
      const column = this.roomIn(name);
      column.values[this.count] = value;
      column.present[this.count] = 1;
    }
    this.count++;
  }

  private roomIn(name: string): Column {
    const known = this.columns.get(name);
    if (known !== undefined && known.values.length > this.count) return known;
    const capacity = Math.max(FIRST_CAPACITY, 2 * this.count);
    const column = { values: new Float64Array(capacity), present: new Uint8Array(capacity) };
    if (known !== undefined) {
      column.values.set(known.values);
      column.present.set(known.present);
    }
    this.columns.set(name, column);
    return column;
  }

  /** The logs of one epoch, counted from 0. */
  at(index: number): Map<string, number> {
    const logs = new Map<string, number>();
    if (index < 0 || index >= this.count) return logs;
    for (const [name, { values, present }] of this.columns) {
      if (index < present.length && present[index] === 1) logs.set(name, values[index]);
    }
    return logs;
  }

  last(): Map<string, number> {
    return this.at(this.count - 1);
  }

  /** One log over all epochs; null where an epoch lacks it. */
  column(name: string): (number | null)[] {
    const column = this.columns.get(name);
    return Array.from({ length: this.count }, (_, index) =>
      column !== undefined && column.present[index] === 1 ? column.values[index] : null,
    );
  }

  /** The logs so far; what is pushed later does not show in it. */
  snapshot(): EpochLogs {
    return new EpochLogs(this.columns, this.count);
  }

  clear(): void {
    this.columns.clear();
    this.count = 0;
  }
}
