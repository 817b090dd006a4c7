/** Errors about labels, losses and data. */
import { message } from '../../python/message.ts';
import type { ErrorFamily } from './family.ts';

export const labelFamilies: readonly ErrorFamily[] = [
  {
    codes: ['label-shape'],
    says: [
      /logits and labels must have the same first dimension/,
      /`labels\.shape` must equal `logits\.shape` except for the last dimension/,
      /Argument `output` must have rank \(ndim\) `target\.ndim/,
      /Shape mismatch: The shape of labels .* should equal the shape of logits/,
      /0D or 1D target tensor expected, multi-target not supported/,
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
      /Target -?\d+ is out of bounds/,
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
      /logits and labels must be broadcastable/,
      /Target size \(.*\) must be the same as input size/,
      /Using a target size \(.*\) that is different to the input size/,
      /Dimensions must be equal, but are \d+ and \d+ for '.*(?:loss|crossentropy|squared|SquaredDifference|accuracy)/i,
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
    codes: ['labels-text', 'data-type'],
    says: [/could not convert string to float/, /Cast string to (?:float|int64|int32) is not supported/],
    advice: message(
      'Words cannot be trained on: give each class a number (`LabelEncoder`, `StringLookup`) and encode columns of text before `fit`.',
    ),
  },
  {
    codes: ['validation-split'],
    says: [/`validation_split` is only supported for/],
    advice: message(
      'Only arrays can be split: make the validation data yourself and pass it as `validation_data`.',
    ),
  },
  {
    codes: ['batch-format'],
    says: [
      /you should specify the `?steps_per_epoch`? argument/,
      /output of generator should be a tuple/,
      /Your input ran out of data; interrupting training/,
    ],
    advice: message(
      'A generator without end needs `steps_per_epoch`, and one with an end as many batches as all epochs take.',
    ),
  },
  {
    codes: ['data-type'],
    says: [
      /Unrecognized data type: x=/,
      /Failed to find data adapter that can handle/,
      /Failed to convert a NumPy array to a Tensor/,
      /setting an array element with a sequence/,
      /mat1 and mat2 must have the same dtype/,
    ],
    advice: message(
      'The data is no array of numbers: pass `np.array(...)` with one dtype and rows of one length.',
    ),
  },
];
