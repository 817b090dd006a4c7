// What the engine asks of a backend of TensorFlow.js.
import type * as tf from '@tensorflow/tfjs-core';
import type { Step } from '../host/steps.ts';
import type { FusedKernel } from './executable.ts';

/** Goes through what a run draws with, from pause to pause; it pauses where it is tired. */
export type Rehearsal = (isTired: () => boolean) => Generator<void, void>;

/** How a backend fuses elementwise steps and how it tells that its device is gone. */
export interface TensorBackend {
  /** The name it is registered under. */
  readonly registered: string;
  readonly limitBytes: number;
  readonly fuse: (step: Step & { kind: 'elementwise' }) => FusedKernel;
  /** Compiles the shaders that runs would use, computing nothing; in tests of other backends left out. */
  readonly compileAhead?: (rehearsals: readonly Rehearsal[], stop?: AbortSignal) => Promise<void>;
  /** Goes through what reading a tensor needs; left out where that is no shader. */
  readonly rehearseReading?: (value: tf.Tensor) => void;
  readonly within?: <T>(body: () => T) => T;
  readonly packed?: (value: tf.Tensor) => tf.Tensor;
  /** Resolves when the device has computed what it was given; where it is left out a small value is read instead. */
  readonly finish?: () => Promise<void>;
  /** What the device refused of what it was given since it was asked last; for backends that tell only afterwards. */
  readonly refused?: () => string | null;
  /** Whether the device is lost now, before anyone was told; for backends that can say. */
  readonly isLost?: () => boolean;
  /** Calls back when the device is lost. */
  watch(lost: (reason: string) => void): void;
}
