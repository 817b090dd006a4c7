// Variables as they would lie on a device behind runs that are only gone through.
import * as tf from '@tensorflow/tfjs-core';
import type { Variable } from '../../graph/variable.ts';
import { upload } from './executable.ts';

/** Kernels compute small tensors on the host and take single numbers as such: of these it matters where they lie. */
const SMALL = 1024;

/** Numbers of larger variables that are kept at once; beyond them what the variables really are stands for them. */
const ROOM = 8 * 1024 ** 2;

export class StagedVariables {
  private readonly values = new Map<Variable, tf.Tensor>();
  private held = 0;

  /** Undefined for a variable that is as it was. */
  of(variable: Variable): tf.Tensor | undefined {
    return this.values.get(variable);
  }

  /** Takes over what a run made of a variable. */
  replace(variable: Variable, value: tf.Tensor): void {
    this.forget(variable);
    if (value.size > SMALL && this.held + value.size > ROOM) {
      value.dispose();
      return;
    }
    this.held += value.size;
    this.values.set(variable, tf.keep(value));
  }

  /** The host writes a variable. */
  write(variable: Variable): void {
    const { shape, dtype } = variable;
    this.replace(variable, upload({ data: variable.initialValue().slice(), shape, dtype }));
  }

  private forget(variable: Variable): void {
    const known = this.values.get(variable);
    if (known === undefined) return;
    this.held -= known.size;
    known.dispose();
    this.values.delete(variable);
  }

  dispose(): void {
    for (const variable of [...this.values.keys()]) this.forget(variable);
  }
}
