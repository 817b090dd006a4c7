/** A Python list of numbers that grows with every epoch and is seldom read: plain numbers until someone looks. */
import { PyFloat, PyList, type Value } from '../../../python/values.ts';

const FIRST_CAPACITY = 64;

/** Floats or ints of one kind; anything else, and any look at `items`, makes it an ordinary list. */
export class NumberList extends PyList {
  private numbers: Float64Array | null = new Float64Array(FIRST_CAPACITY);
  private isFloat: boolean | null = null;
  private count = 0;
  private made: Value[] = [];

  constructor() {
    super([]);
    Object.defineProperty(this, 'items', {
      get: () => this.ordinary(),
      set: (items: Value[]) => {
        this.numbers = null;
        this.made = items;
      },
    });
  }

  append(value: Value): void {
    const isFloat = value instanceof PyFloat;
    const number = isFloat ? value.value : value;
    if (this.numbers === null || typeof number !== 'number' || (this.isFloat ?? isFloat) !== isFloat) {
      this.ordinary().push(value);
      return;
    }
    this.isFloat = isFloat;
    if (this.count === this.numbers.length) {
      const grown = new Float64Array(2 * this.count);
      grown.set(this.numbers);
      this.numbers = grown;
    }
    this.numbers[this.count++] = number;
  }

  private ordinary(): Value[] {
    if (this.numbers !== null) {
      const numbers = this.numbers.subarray(0, this.count);
      this.made = Array.from(numbers, number => (this.isFloat ? new PyFloat(number) : number));
      this.numbers = null;
    }
    return this.made;
  }
}
