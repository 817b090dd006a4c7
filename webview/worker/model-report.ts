/** Turns Keras's description of a model into the panel's: its head, its number of classes, its levels of chance. */
import type { ClassifierHead } from '../../src/library/keras/models/classifierHead.ts';
import type { ModelReport as KerasModel } from '../../src/library/keras/monitor.ts';
import type { ChanceLevels, ModelHead, ModelReport } from '../../src/protocol.ts';

/** What `compile` said of the loss, as far as it is known. */
export interface LossInForce {
  /** Keras's name: `categorical_crossentropy`. */
  readonly name: string | null;
}

/** A model as the script knows it. */
export interface ModelInScript {
  /** The variable that holds it, else Keras's name. */
  readonly name: string;
  readonly loss: LossInForce;
}

export interface HeadShape {
  readonly head: ModelHead;
  readonly classes: number | null;
}

const CATEGORICAL = /^(sparse_)?categorical_(crossentropy|focal_crossentropy)$/;
const BINARY = /^binary_(crossentropy|focal_crossentropy)$/;

/** What the outputs mean; raw logits mean classes only through their loss. */
export function headShape(head: ClassifierHead, loss: LossInForce): HeadShape {
  const { units } = head;
  if (head.kind === 'softmax') {
    return { head: 'softmax', classes: units };
  }
  const isBinaryLoss = loss.name !== null && BINARY.test(loss.name);
  if (head.kind === 'sigmoid' || (head.kind === 'logits' && isBinaryLoss)) {
    return units === 1 ? { head: 'binary', classes: 2 } : { head: 'multilabel', classes: units };
  }
  if (head.kind === 'logits' && loss.name !== null && CATEGORICAL.test(loss.name)) {
    return { head: 'softmax', classes: units };
  }
  return { head: 'none', classes: null };
}

/** What a model that knows nothing reaches: the uniform guess, and always naming the most frequent class. */
export function chanceLevels(
  { head, classes }: HeadShape,
  loss: LossInForce,
  majority: number | null,
): ChanceLevels {
  const outcomes = head === 'softmax' ? classes : head === 'none' ? null : 2;
  const isCrossentropy = loss.name !== null && /crossentropy$/.test(loss.name) && !/focal/.test(loss.name);
  return {
    loss: isCrossentropy && outcomes !== null ? Math.log(outcomes) : null,
    accuracy: outcomes === null ? null : 1 / outcomes,
    majority,
  };
}

export function modelReport(
  runId: string,
  model: KerasModel,
  { name, loss }: ModelInScript,
  majority: number | null,
): ModelReport {
  const shape = headShape(model.head, loss);
  return {
    type: 'model',
    runId,
    name,
    line: model.span?.start.line ?? null,
    layers: model.layers.map(layer => ({
      name: layer.name,
      class: layer.className,
      outputShape: layer.outputShape && [...layer.outputShape],
      params: layer.params,
      trainable: layer.trainable,
      line: layer.span?.start.line ?? null,
    })),
    params: model.params,
    ...shape,
    chance: chanceLevels(shape, loss, majority),
  };
}
