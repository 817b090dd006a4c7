/** Errors about labels, losses and data. */
import { message } from '../../python/message.ts';
import type { ErrorFamily } from './family.ts';

export const labelFamilies: readonly ErrorFamily[] = [
  {
    codes: ['label-shape'],
    says: [
      /logits and labels must have the same first dimension/,
      /Argument `output` must have rank \(ndim\) `target\.ndim/,
      /Shape mismatch: The shape of labels .* should equal the shape of logits/,
    ],
    advice: message(
      'A sparse loss takes class numbers and receives labels of another shape: use `categorical_crossentropy` for one-hot rows, or pass `np.argmax(y, axis=-1)`.',
    ),
  },
  {
    codes: ['label-shape'],
    says: [/A target array with shape \(.*\) was passed for an output of shape \(.*\) while using as loss/],
    advice: message(
      'The labels have another number of columns than the last layer has units: give the last layer one unit for each column.',
    ),
  },
  {
    codes: ['label-shape'],
    says: [/`?logits`? and `?labels`? must have the same shape,?\s*(?:received )?\(/],
    advice: message(
      'Binary crossentropy compares one number with one number: use `Dense(1, activation="sigmoid")`, or softmax with a sparse loss for several classes.',
    ),
  },
  {
    codes: ['label-range', 'labels-out-of-range'],
    says: [
      /Received a label value of (-?\d+) which is outside the valid range of \[0, (\d+)\)/,
      /Class values must be (?:smaller than num_classes|non-negative)/,
      /index (\d+) is out of bounds for axis 1 with size (\d+)/,
    ],
    advice: message(
      'A label names a class that has no unit: number the classes from 0, or give the last layer a unit for each of them.',
    ),
  },
  {
    codes: ['label-shape', 'regression-broadcast'],
    says: [
      /Arguments `target` and `output` must have the same shape/,
      /Arguments `target` and `output` must have the same rank/,
      /Incompatible shapes: \[.*\] vs\. \[.*\]/,
      /Error when checking model target: expected .* to have/,
      /labels must be 1-D, but got shape/,
      /Shapes \(.*\) and \(.*\) are incompatible/,
      /A target array with shape \(.*\) was passed for an output of shape/,
      /Error when checking target: expected .* to have/,
      /The size of tensor a \(\d+\) must match the size of tensor b/,
      /You are passing a target array of shape \(.*\) while using as loss `categorical_crossentropy`/,
    ],
    advice: message(
      'Labels and outputs have different shapes: encode the labels with `to_categorical`, use a sparse loss for class numbers, or give the last layer as many units as the labels have columns.',
    ),
  },
  {
    codes: ['softmax-twice', 'from-logits-after-softmax'],
    says: [/received `from_logits=True`, but the `output` argument was produced by a (?:Softmax|Sigmoid)/i],
    advice: message(
      'The loss applies softmax or sigmoid once more: leave out `from_logits=True` or the last activation.',
    ),
  },
  {
    codes: ['cardinality'],
    says: [
      /Data cardinality is ambiguous/,
      /All input arrays \(x\) should have the same number of samples/,
      /Input arrays should have the same number of samples as target arrays/,
    ],
    advice: message('Inputs and labels have different numbers of rows: pass as many labels as samples.'),
  },
  {
    codes: ['data-type'],
    says: [
      /Unrecognized data type: x=/,
      /Failed to find data adapter that can handle/,
      /Failed to convert a NumPy array to a Tensor/,
    ],
    advice: message(
      'The data is no array of numbers: pass `np.array(...)` with one dtype and rows of one length.',
    ),
  },
];
