/** The metrics `IoU`, `MeanIoU`, `BinaryIoU`, `OneHotIoU` and `OneHotMeanIoU`, from a confusion matrix. */
import { ops } from '../../../graph/index.ts';
import { constant, type Tensor } from '../../../graph/tensor.ts';
import { type ArgumentReader, numberOf } from '../objects/arguments.ts';
import type { MetricDefinition, MetricRule } from './definition.ts';

interface Options {
  readonly classes: number;
  /** The classes to average over. */
  readonly targets: readonly number[];
  readonly ignored: number | null;
  readonly labels: (yTrue: Tensor) => Tensor;
  readonly predictions: (yPred: Tensor) => Tensor;
}

function matrixRule({ classes, targets, ignored, labels, predictions }: Options): MetricRule {
  const shape = [classes, classes];
  return {
    update(state, yTrue, yPred, weight) {
      const target = ops.cast(ops.flatten(labels(yTrue)), 'int32');
      const predicted = ops.cast(ops.flatten(predictions(yPred)), 'int32');
      let rows = ops.oneHot(target, classes);
      if (weight !== null) {
        const each = ops.broadcastTo(
          weight.shape.length < labels(yTrue).shape.length
            ? ops.reshape(weight, [
                ...weight.shape,
                ...new Array<number>(labels(yTrue).shape.length - weight.shape.length).fill(1),
              ])
            : weight,
          labels(yTrue).shape,
        );
        rows = ops.mul(rows, ops.expandDims(ops.flatten(each), -1));
      }
      if (ignored !== null)
        rows = ops.mul(rows, ops.cast(ops.expandDims(ops.notEqual(target, ignored), -1), 'float32'));
      const counts = ops.matmul(rows, ops.oneHot(predicted, classes), { transposeA: true });
      state.assign('total_confusion_matrix', ops.add(state.read('total_confusion_matrix', shape), counts));
    },
    result(state) {
      const matrix = state.read('total_confusion_matrix', shape);
      const eye = constant(
        Array.from({ length: classes * classes }, (_, index) => (index % (classes + 1) === 0 ? 1 : 0)),
        shape,
      );
      const hits = ops.sum(ops.mul(matrix, eye), [1]);
      const union = ops.sub(ops.add(ops.sum(matrix, [0]), ops.sum(matrix, [1])), hits);
      const chosen = constant(targets, [targets.length], 'int32');
      const [hit, all] = [ops.gather(hits, chosen, 0), ops.gather(union, chosen, 0)];
      const valid = ops.cast(ops.notEqual(all, 0), 'float32');
      const scores = ops.div(hit, ops.add(all, 1e-7));
      return ops.div(ops.sum(ops.mul(scores, valid)), ops.maximum(ops.sum(valid), 1e-7));
    },
  };
}

const asIs = (x: Tensor): Tensor => x;

function largest(axis: number): (x: Tensor) => Tensor {
  return x => ops.argMax(x, axis);
}

function targetsOf(args: ArgumentReader, classes: number): number[] {
  const targets = args.py.collect(args.value('target_class_ids')).map(item => numberOf(item) ?? 0);
  const largest = Math.max(...targets);
  if (largest >= classes)
    args.fail('target_class_ids', `Target class id ${largest} is out of range, which is [0, ${classes}).`);
  return targets;
}

function all(classes: number): number[] {
  return Array.from({ length: classes }, (_, index) => index);
}

const source = 'https://keras.io/api/metrics/segmentation_metrics/';

function sparseOptions(args: ArgumentReader, targets: readonly number[]): Options {
  const axis = args.integer('axis');
  return {
    classes: args.integer('num_classes'),
    targets,
    ignored: args.optionalInteger('ignore_class'),
    labels: args.boolean('sparse_y_true') ? asIs : largest(axis),
    predictions: args.boolean('sparse_y_pred') ? asIs : largest(axis),
  };
}

export const ioU: MetricDefinition = {
  name: 'IoU',
  parameters:
    'num_classes, target_class_ids, ignore_class=None, sparse_y_true=True, sparse_y_pred=True, axis=-1',
  defaultName: 'io_u',
  documentation: 'Intersection over union of labels and predictions, a mean over chosen classes.',
  source,
  init: args => matrixRule(sparseOptions(args, targetsOf(args, args.integer('num_classes')))),
};

export const meanIoU: MetricDefinition = {
  name: 'MeanIoU',
  parameters: 'num_classes, ignore_class=None, sparse_y_true=True, sparse_y_pred=True, axis=-1',
  defaultName: 'mean_io_u',
  documentation: 'Intersection over union, a mean over all classes.',
  source,
  init: args => matrixRule(sparseOptions(args, all(args.integer('num_classes')))),
};

export const binaryIoU: MetricDefinition = {
  name: 'BinaryIoU',
  parameters: 'target_class_ids=(0, 1), threshold=0.5',
  defaultName: 'binary_io_u',
  documentation: 'Intersection over union for two classes told apart by a threshold.',
  source,
  init(args) {
    const threshold = args.number('threshold');
    const predictions = (x: Tensor) => ops.cast(ops.greaterEqual(x, threshold), 'int32');
    return matrixRule({ classes: 2, targets: targetsOf(args, 2), ignored: null, labels: asIs, predictions });
  },
};

function oneHotOptions(args: ArgumentReader, targets: readonly number[]): Options {
  const axis = args.integer('axis');
  return {
    classes: args.integer('num_classes'),
    targets,
    ignored: args.optionalInteger('ignore_class'),
    labels: largest(axis),
    predictions: args.boolean('sparse_y_pred') ? asIs : largest(axis),
  };
}

export const oneHotIoU: MetricDefinition = {
  name: 'OneHotIoU',
  parameters: 'num_classes, target_class_ids, ignore_class=None, sparse_y_pred=False, axis=-1',
  defaultName: 'one_hot_io_u',
  documentation: 'Intersection over union for one-hot labels.',
  source,
  init: args => matrixRule(oneHotOptions(args, targetsOf(args, args.integer('num_classes')))),
};

export const oneHotMeanIoU: MetricDefinition = {
  name: 'OneHotMeanIoU',
  parameters: 'num_classes, ignore_class=None, sparse_y_pred=False, axis=-1',
  defaultName: 'one_hot_mean_io_u',
  documentation: 'Intersection over union for one-hot labels, a mean over all classes.',
  source,
  init: args => matrixRule(oneHotOptions(args, all(args.integer('num_classes')))),
};
