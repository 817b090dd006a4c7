// Variables: named state that outlives a program's run; engines keep their current values.
import type { HostData } from './attributes.ts';
import type { DType } from './dtypes.ts';
import { roundNumbers } from './precision.ts';
import { hostData, newHostData, Tensor } from './tensor.ts';

export interface VariableOptions {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype?: DType;
  readonly trainable?: boolean;
  /** Contents, a number for every element, or a function called when an engine first needs them. */
  readonly initial: HostData | number | (() => HostData);
}

let nextVariable = 0;

export class Variable {
  readonly id = nextVariable++;
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly size: number;
  trainable: boolean;
  private initial: HostData | number | (() => HostData);
  private tensor: Tensor | undefined;

  constructor(options: VariableOptions) {
    this.name = options.name;
    this.shape = options.shape;
    this.dtype = options.dtype ?? 'float32';
    this.trainable = options.trainable ?? true;
    this.size = options.shape.reduce((product, dim) => product * dim, 1);
    this.initial = options.initial;
  }

  /** The value at the start of a run, as a graph leaf. */
  read(): Tensor {
    this.tensor ??= new Tensor('variable', [], { variable: this }, this.shape, this.dtype);
    return this.tensor;
  }

  /** Initial contents; a lazy initializer runs once. */
  initialValue(): HostData {
    if (typeof this.initial === 'function')
      this.initial = roundNumbers(hostData(this.initial(), this.dtype), this.dtype);
    if (typeof this.initial === 'number') return newHostData(this.dtype, this.size).fill(this.initial);
    if (this.initial.length !== this.size) {
      throw new RangeError(
        `variable ${this.name} needs ${this.size} numbers, received ${this.initial.length}`,
      );
    }
    return hostData(this.initial, this.dtype);
  }

  /** Replaces the initial contents, for variables that no engine holds yet. */
  setInitial(data: HostData): void {
    this.initial = roundNumbers(data, this.dtype);
  }
}
