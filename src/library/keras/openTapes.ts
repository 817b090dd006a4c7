/**
 * The tapes that may still be asked for gradients: as long as there are any, tensors that the script reads keep what they
 * were computed from, and steps of optimizers are not computed by themselves.
 */
import { computedConstant } from '../../graph/tensor.ts';
import { StateKey } from '../../python/interpreter.ts';
import type { TensorObject } from './tensors/tensorObject.ts';

/** Anything that records. */
export interface OpenTape {
  readonly isRecording: boolean;
}

/** So many steps at most are taken with the gradients of one tape. */
const MOST_STEPS = 8;

class OpenTapes {
  private readonly open = new Set<OpenTape>();
  private readonly read = new Set<TensorObject>();

  private steps = 0;

  get areOpen(): boolean {
    return this.open.size > 0;
  }

  /** Whether a step of an optimizer waits for what else its tapes are asked; those of long ago are not waited for. */
  holdStep(): boolean {
    if (!this.areOpen) return false;
    if (++this.steps <= MOST_STEPS) return true;
    this.open.clear();
    this.settleRead();
    return false;
  }

  /** A tape begins; with the outermost one those of the step before have done their part. Answers whether there were any. */
  begin(tape: OpenTape): boolean {
    const isFirst = ![...this.open].some(item => item.isRecording);
    const hadOthers = isFirst && this.open.size > 0;
    if (isFirst) this.open.clear();
    this.settleRead();
    this.steps = 0;
    this.open.add(tape);
    return hadOthers;
  }

  end(tape: OpenTape): void {
    this.open.delete(tape);
    this.settleRead();
  }

  /** Notes a tensor whose value the script has read; false where it need not keep what it was computed from. */
  keeps(object: TensorObject): boolean {
    if (!this.areOpen) return false;
    this.read.add(object);
    return true;
  }

  private settleRead(): void {
    if (this.areOpen) return;
    for (const object of this.read) settleTensor(object);
    this.read.clear();
  }
}

/** Makes the value of a tensor all that is left of it. */
export function settleTensor(object: TensorObject): void {
  const { tensor: before, value } = object;
  if (value === null) return;
  object.tensor = computedConstant(value.data, value.shape, value.dtype);
  object.tracked?.loop.settled(object, before, object.tensor);
}

export const openTapesKey = new StateKey('tensorflow.openTapes', () => new OpenTapes());
