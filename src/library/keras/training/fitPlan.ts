/** What one call of fit is to do. */
import type { Span } from '../../../python/syntax.ts';
import type { Value } from '../../../python/values.ts';
import type { CallbackList } from '../callbacks/callback.ts';
import type { ModelObject } from '../models/modelObject.ts';
import type { DataSource } from './dataSource.ts';
import type { StepOptions } from './stepTrace.ts';

/** A call of fit, understood. */
export interface FitPlan {
  readonly model: ModelObject;
  readonly span: Span | null;
  readonly source: DataSource;
  readonly validation: DataSource | null;
  readonly options: StepOptions;
  readonly epochs: number;
  readonly initialEpoch: number;
  readonly shuffle: boolean;
  readonly validationFrequency: Value;
  readonly verbose: number;
  readonly callbacks: CallbackList;
}
