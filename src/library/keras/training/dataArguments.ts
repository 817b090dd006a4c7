/** What a call such as `fit` is given as its data. */
import type { Value } from '../../../python/values.ts';
import type { ModelObject } from '../models/modelObject.ts';

export interface DataArguments {
  readonly model: ModelObject;
  readonly x: Value;
  readonly y: Value;
  readonly weight: Value;
  readonly batchSize: Value;
  readonly steps: number | null;
  /** How many samples of a generator are an epoch, where that is said in the place of `steps`. */
  readonly samples?: number | null;
  /** Names of the call's parameters for x and y, for blame. */
  readonly names: { readonly x: string; readonly y: string };
}
