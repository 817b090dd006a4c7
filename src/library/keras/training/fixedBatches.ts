/**
 * Batches of a size that is written down, in Keras 1: a stateful model takes as many samples as fill whole batches, and
 * TensorFlow feeds an input with batches of its size alone.
 */
import { formatShape } from '../../../graph/shapes.ts';
import { type ErrorDetail, raise, ValueError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { kerasVersionKey } from '../../kerasVersion.ts';
import type { ModelObject } from '../models/modelObject.ts';
import { leavesOf } from './arraySource.ts';
import { ALL_ROWS, type DataSource } from './dataSource.ts';
import type { StepKind } from './stepTrace.ts';

/** @throws ValueError of Keras 1, blamed on the data */
export function checkFixedBatches(
  py: Interpreter,
  model: ModelObject,
  kind: StepKind,
  source: DataSource,
  argument: string,
): void {
  if (py.state(kerasVersionKey).current !== 1 || source.samples === null || source.batchSize === null) return;
  const isSplit = (py.site?.argumentSpan('validation_split') ?? null) !== null;
  const takesAll = source.batchSize >= ALL_ROWS;
  if (!isSplit && !takesAll && isStateful(model)) checkWhole(source, kind, argument);
  const inputs = model.graph?.inputs ?? [];
  const [leaf] = leavesOf(source.template);
  const fixed = inputs[0]?.shape[0] ?? null;
  const rows = source.batchRows.find(size => size !== fixed);
  if (fixed === null || rows === undefined || leaf === undefined || inputs.length !== 1) return;
  const [given, taken] = [[rows, ...leaf.shape.slice(1)], inputs[0].shape].map(shape => formatShape(shape));
  const name = model.graph!.inputNames[0];
  throw raise(
    ValueError,
    takesAll
      ? `Error when checking model input: expected ${name} to have shape ${taken} but got array with shape ${given}`
      : `Cannot feed value of shape ${given} for Tensor '${name}:0', which has shape '${taken}'`,
    {
      ...detailOf(argument),
      explanation: message('The model takes batches of {0}, and one of them has {1}.', fixed, rows),
    },
  );
}

const detailOf = (argument: string): ErrorDetail => ({
  code: 'stateful-batch',
  blame: { kind: 'argument', name: argument },
});

function isStateful(model: ModelObject): boolean {
  return model.allLayers().some(layer => layer.config.get('stateful') === true);
}

function checkWhole({ samples, batchSize }: DataSource, kind: StepKind, argument: string): void {
  const isWhole = samples! % batchSize! === 0 || (kind === 'predict' && samples! <= batchSize!);
  if (isWhole) return;
  const found = `Found: ${samples} samples${kind === 'predict' ? `. Batch size: ${batchSize}.` : ''}`;
  throw raise(
    ValueError,
    `In a stateful network, you should only pass inputs with a number of samples that can be divided by the batch size. ${found}`,
    {
      ...detailOf(argument),
      explanation: message(
        'A model that keeps its states takes whole batches of {0}, and there are {1} samples.',
        batchSize!,
        samples!,
      ),
    },
  );
}
