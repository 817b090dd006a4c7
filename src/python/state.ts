/** State that belongs to one program, by key. */

/** A key for state that a library keeps per program (random generators, name counters…). */
export class StateKey<T> {
  readonly name: string;
  readonly create: () => T;
  constructor(name: string, create: () => T) {
    this.name = name;
    this.create = create;
  }
}
