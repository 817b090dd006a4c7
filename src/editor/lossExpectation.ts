/** What a loss expects of labels and of the model's output, in words, with the model's own shape in them. */
import type { KnownShape } from '../analysis/program.ts';
import { type Message, message } from '../python/message.ts';
import { type Shapes, tupleText } from './wording.ts';

/** A loss's name without case, underscores and a leading module: `CategoricalCrossentropy` -> `categoricalcrossentropy`. */
function plainName(loss: string): string {
  return loss
    .slice(loss.lastIndexOf('.') + 1)
    .replace(/_/g, '')
    .toLowerCase();
}

function singleShape(output: Shapes): KnownShape | null {
  return output === null || Array.isArray(output[0]) ? null : (output as KnownShape);
}

/**
 * The sentence for a loss on a model with this output, or null where the loss is not known here.
 * @param fromLogits whether the loss makes probabilities of the output itself
 */
export function lossExpectation(loss: string, output: Shapes, fromLogits = false): Message | null {
  const shape = singleShape(output);
  const classes = shape?.at(-1) ?? null;
  const rows = shape === null ? null : tupleText(shape);
  switch (plainName(loss)) {
    case 'categoricalcrossentropy':
    case 'categoricalfocalcrossentropy':
      return oneHotExpectation(rows, fromLogits);
    case 'sparsecategoricalcrossentropy':
      return sparseExpectation(classes, fromLogits);
    case 'binarycrossentropy':
    case 'binaryfocalcrossentropy':
      return binaryExpectation(rows, fromLogits);
    case 'hinge':
    case 'squaredhinge':
      return message('Expects labels -1 or 1 and raw scores of the same shape.');
    case 'mse':
    case 'meansquarederror':
    case 'mae':
    case 'meanabsoluteerror':
    case 'mape':
    case 'meanabsolutepercentageerror':
    case 'msle':
    case 'meansquaredlogarithmicerror':
    case 'huber':
    case 'logcosh':
      return rows === null
        ? message('Expects numbers of the same shape as the output.')
        : message('Expects numbers {0}, the shape of the output.', rows);
    case 'kldivergence':
    case 'kullbackleiblerdivergence':
      return rows === null
        ? message('Expects probabilities as labels, and probabilities of the same shape (softmax).')
        : message('Expects probabilities {0} as labels, and probabilities {0} (softmax).', rows);
    case 'poisson':
      return message('Expects counts from 0, and positive outputs of the same shape.');
    case 'cosinesimilarity':
      return message('Expects vectors of the length of the output; only their direction counts.');
    case 'categoricalhinge':
      return rows === null
        ? message('Expects one-hot labels and raw scores, one column a class.')
        : message('Expects one-hot labels {0} and raw scores {0}.', rows);
    case 'dice':
    case 'tversky':
      return message('Expects masks of zeros and ones, and probabilities of the same shape.');
    case 'ctc':
      return message(
        'Expects rows of class numbers from 1 (0 fills up), and scores for each step and class.',
      );
    default:
      return null;
  }
}

function oneHotExpectation(rows: string | null, fromLogits: boolean): Message {
  if (fromLogits) {
    return rows === null
      ? message('Expects one-hot labels, one column a class, and raw scores; the loss applies the softmax.')
      : message('Expects one-hot labels {0} and raw scores {0}; the loss applies the softmax.', rows);
  }
  return rows === null
    ? message('Expects one-hot labels, one column a class, and class probabilities (softmax).')
    : message('Expects one-hot labels {0} and class probabilities {0} (softmax).', rows);
}

function sparseExpectation(classes: number | null, fromLogits: boolean): Message {
  if (fromLogits) {
    return classes === null
      ? message('Expects integer labels from 0 and raw scores; the loss applies the softmax.')
      : message(
          'Expects integer labels 0..{0} and raw scores of {1} classes; the loss applies the softmax.',
          classes - 1,
          classes,
        );
  }
  return classes === null
    ? message('Expects integer labels from 0 and class probabilities (softmax).')
    : message(
        'Expects integer labels 0..{0} and probabilities of {1} classes (softmax).',
        classes - 1,
        classes,
      );
}

function binaryExpectation(rows: string | null, fromLogits: boolean): Message {
  if (fromLogits) {
    return rows === null
      ? message('Expects labels 0 or 1 and raw scores of the same shape; the loss applies the sigmoid.')
      : message('Expects labels 0 or 1 {0} and raw scores {0}; the loss applies the sigmoid.', rows);
  }
  return rows === null
    ? message('Expects labels 0 or 1 and probabilities (sigmoid) of the same shape.')
    : message('Expects labels 0 or 1 {0} and probabilities {0} (sigmoid).', rows);
}
