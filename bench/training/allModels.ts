// Every model of the benchmark, in the order of its tables.
import { residual, wide } from './largeModels.ts';
import {
  type BenchModel,
  convolutional,
  longRecurrent,
  perceptron,
  recurrent,
  smallDense,
  textClassifier,
  transformer,
} from './models.ts';

export const benchModels: readonly (() => BenchModel)[] = [
  smallDense,
  perceptron,
  convolutional,
  recurrent,
  longRecurrent,
  transformer,
  textClassifier,
  wide,
  residual,
];
