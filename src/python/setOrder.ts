/** The order in which CPython walks over a set of small integers: that of its hash table. */

const LINEAR_PROBES = 9;

class IntegerTable {
  private mask = 7;
  private slots: (number | undefined)[] = new Array(8).fill(undefined);
  private used = 0;

  add(key: number): void {
    this.insert(key);
    this.used++;
    if (this.used * 5 < this.mask * 3) return;
    const wanted = this.used > 50000 ? this.used * 2 : this.used * 4;
    let size = 8;
    while (size <= wanted) size *= 2;
    const before = this.slots;
    this.mask = size - 1;
    this.slots = new Array(size).fill(undefined);
    for (const slot of before) if (slot !== undefined) this.insert(slot);
  }

  private insert(key: number): void {
    const hash = key === -1 ? -2n : BigInt(key);
    let perturb = BigInt.asUintN(64, hash);
    let index = Number(perturb & BigInt(this.mask));
    for (;;) {
      const last = index + LINEAR_PROBES <= this.mask ? index + LINEAR_PROBES : index;
      for (let at = index; at <= last; at++) {
        if (this.slots[at] !== undefined) continue;
        this.slots[at] = key;
        return;
      }
      perturb >>= 5n;
      index = Number((BigInt(index) * 5n + 1n + perturb) & BigInt(this.mask));
    }
  }

  keys(): number[] {
    return this.slots.filter(slot => slot !== undefined);
  }
}

/** Beyond this size the order is left as the keys were added: nobody reads it. */
const LARGEST = 5000;

/** The keys in CPython's order when all are ints that hash to themselves; else as they are. */
export function setOrder<T>(keys: T[]): T[] {
  if (keys.length < 2 || keys.length > LARGEST) return keys;
  if (!keys.every(key => typeof key === 'number' && Math.abs(key) < 2 ** 52)) return keys;
  const table = new IntegerTable();
  for (const key of keys) table.add(key as number);
  return table.keys() as T[];
}
