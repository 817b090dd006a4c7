/** The order of samples in an epoch. */

/** A repeatable stream of numbers in [0, 1) (mulberry32), for shuffling. */
export class ShuffleRandom {
  readonly seed: number;
  state: number;

  constructor(seed: number) {
    this.seed = seed | 0;
    this.state = this.seed;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    const { state } = this;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
}

/** The numbers below `count` in a random order. */
export function shuffled(count: number, random: ShuffleRandom): Int32Array {
  const order = new Int32Array(count);
  for (let index = 0; index < count; index++) order[index] = index;
  for (let index = count - 1; index > 0; index--) {
    const other = Math.floor(random.next() * (index + 1));
    const kept = order[index];
    order[index] = order[other];
    order[other] = kept;
  }
  return order;
}
