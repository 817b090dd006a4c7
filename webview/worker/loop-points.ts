/** Gathers the points of the curves of a script's own training: one at each step, fewer of steps that take no time. */
import type { LoopCurve } from '../../src/library/keras/monitor.ts';
import { ColumnBuffer, type MetricColumns } from './metric-columns.ts';

/** So many points a report are more than a chart shows, and so few are too few. */
const MANY = 60;
const FEW = 20;

interface Row {
  readonly at: number;
  readonly seconds: number;
  readonly values: Map<string, number>;
}

/** A model's variable in the script; else what the script calls it where it trains it, else Keras's name. */
export function writtenModel(
  model: string,
  written: string | null,
  nameOf: (model: string) => string,
): string {
  const name = nameOf(model);
  return name === model ? (written ?? model) : name;
}

export class LoopPoints {
  readonly #nameOf: (model: string) => string;
  readonly #names = new Map<LoopCurve, string>();
  /** Points of each curve so far: thinned by itself, since the networks of a GAN take turns. */
  readonly #counts = new Map<LoopCurve, number>();
  readonly #buffer = new ColumnBuffer();
  #row: Row | null = null;
  #rows = 0;
  #stride = 1;

  /** @param nameOf the script's name of a model */
  constructor(nameOf: (model: string) => string) {
    this.#nameOf = nameOf;
  }

  /** A step's losses; of the steps between those that are kept nothing is told. */
  step(at: number, seconds: number, point: ReadonlyMap<LoopCurve, number>): void {
    for (const [curve, value] of point) {
      const count = this.#counts.get(curve) ?? 0;
      this.#counts.set(curve, count + 1);
      if (count % this.#stride === 0) {
        this.add(at, seconds, curve, value);
      }
    }
  }

  /** A point that is kept in any case. */
  add(at: number, seconds: number, curve: LoopCurve, value: number): void {
    if (this.#row !== null && this.#row.at !== at) {
      this.#endRow();
    }
    this.#row ??= { at, seconds, values: new Map() };
    this.#row.values.set(this.#keyOf(curve), value);
  }

  take(): MetricColumns {
    this.#endRow();
    if (this.#rows > MANY) {
      this.#stride *= 2;
    } else if (this.#rows < FEW && this.#stride > 1) {
      this.#stride /= 2;
    }
    this.#rows = 0;
    return this.#buffer.take();
  }

  #endRow(): void {
    if (this.#row !== null) {
      this.#buffer.push(this.#row.at, this.#row.seconds, this.#row.values);
      this.#rows++;
      this.#row = null;
    }
  }

  /** `critic.loss`, or the plain name where it belongs to no model. */
  #keyOf(curve: LoopCurve): string {
    const known = this.#names.get(curve);
    if (known !== undefined) {
      return known;
    }
    const { model, modelWritten, name } = curve;
    const key = model === null ? name : `${writtenModel(model, modelWritten, this.#nameOf)}.${name}`;
    this.#names.set(curve, key);
    return key;
  }
}
