/** Keras 1's way to say how much of a generator is an epoch: in samples, where later versions count batches. */

/** The name among a call's arguments for a number of samples in the place of a number of batches. */
export function samplesOf(steps: string): string {
  return `${steps} in samples`;
}
