/** Errors about labels, data and their sizes. */
import type { ErrorCode } from './errorCode.ts';

export const labelErrors: readonly ErrorCode[] = [
  {
    code: 'label-shape',
    title: ['Labels do not fit the output', '标签与输出不匹配'],
    says: 'ValueError: Arguments `target` and `output` must have the same shape. (Keras 2: Shapes (None, 1) and (None, 3) are incompatible)',
    why: [
      'The loss compares labels and outputs of different shapes. Mostly integer labels are passed to `categorical_crossentropy`, which needs one-hot rows; or one-hot rows to `sparse_categorical_crossentropy`, which needs class numbers; or the last layer has another number of units than the labels have classes.',
      '损失函数比较的标签和输出形状不同。最常见的情况：把整数标签传给需要 one-hot 行的 `categorical_crossentropy`；把 one-hot 行传给需要类别编号的 `sparse_categorical_crossentropy`；或者最后一层的单元数与类别数不同。',
    ],
    fix: [
      'Encode the labels (`to_categorical`, `np.eye(n)[y]`) or change the loss; give the last layer one unit a class.',
      '对标签编码（`to_categorical`、`np.eye(n)[y]`）或更换损失函数；让最后一层每个类别一个单元。',
    ],
  },
  {
    code: 'label-range',
    title: ['A class number without a unit', '类别编号没有对应的单元'],
    says: 'Received a label value of 3 which is outside the valid range of [0, 3).',
    why: [
      'Sparse crossentropy counts classes from 0 to units - 1, and a label lies outside. Labels often begin at 1, or are raw identifiers.',
      'sparse 交叉熵的类别编号从 0 到单元数 - 1，而有标签超出了这个范围。标签常常从 1 开始，或者是原始编号。',
    ],
    fix: [
      'Number the classes from 0, or give the last layer a unit for each number.',
      '让类别从 0 开始编号，或者让最后一层为每个编号提供一个单元。',
    ],
  },
  {
    code: 'labels-missing',
    title: ['No labels', '缺少标签'],
    says: "AttributeError: 'NoneType' object has no attribute 'shape'",
    why: ['The loss needs labels, and the call passes none.', '损失函数需要标签，而调用中没有传入。'],
    fix: ['Pass `y`.', '传入 `y`。'],
  },
  {
    code: 'labels-text',
    title: ['Labels that are text', '文本标签'],
    says: 'ValueError: invalid literal for int() with base 10',
    why: [
      '`to_categorical` takes class numbers and a loss computes with numbers, and these labels are text.',
      '`to_categorical` 需要类别编号，损失函数用数字计算，而这些标签是文本。',
    ],
    fix: [
      'Number the classes first: `classes, y = np.unique(labels, return_inverse=True)`.',
      '先给类别编号：`classes, y = np.unique(labels, return_inverse=True)`。',
    ],
  },
  {
    code: 'cardinality',
    title: ['Different numbers of samples', '样本数不同'],
    says: 'ValueError: Data cardinality is ambiguous. Make sure all arrays contain the same number of samples.',
    why: [
      'Inputs, labels and weights belong together row by row, and their first axes differ.',
      '输入、标签和权重按行对应，而它们的第一个轴长度不同。',
    ],
    fix: ['Slice or load them alike.', '以相同的方式切分或加载它们。'],
  },
  {
    code: 'data-type',
    title: ['Data of a kind that Keras does not take', 'Keras 不接受的数据类型'],
    says: 'ValueError: Unrecognized data type',
    why: [
      '`fit` takes arrays, tensors, data sets and generators; lists of numbers are none of these.',
      '`fit` 接受数组、张量、数据集和生成器；数字列表不在其中。',
    ],
    fix: ['Wrap the data in `np.array(…)`.', '用 `np.array(…)` 包装数据。'],
  },
  {
    code: 'data-labels-twice',
    title: ['Labels beside a data set', '数据集之外又传入标签'],
    says: 'ValueError: When providing `x` as a …, `y` should not be passed.',
    why: [
      'A generator or data set yields inputs and labels together.',
      '生成器或数据集会同时产出输入和标签。',
    ],
    fix: ['Leave out `y`.', '去掉 `y`。'],
  },
  {
    code: 'batch-format',
    title: ['Batches with too many parts', '批次的组成部分过多'],
    says: 'ValueError: Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`',
    why: ['A batch is inputs, labels and weights, in that order.', '一个批次依次是输入、标签和权重。'],
    fix: ['Put several inputs into one list or dict.', '把多个输入放进一个列表或字典。'],
  },
  {
    code: 'class-weight',
    title: ['Class weights that are no dict', '类别权重不是字典'],
    says: 'ValueError: Expected `class_weight` to be a dict.',
    why: ['Weights are looked up by class number.', '权重是按类别编号查找的。'],
    fix: ['Pass `{0: 1.0, 1: 2.5}`.', '传入 `{0: 1.0, 1: 2.5}`。'],
  },
  {
    code: 'rows-beside-classes',
    title: ['Probabilities or one-hot rows beside class numbers', '概率或 one-hot 行与类别编号混用'],
    says: "ValueError: Classification metrics can't handle a mix of multiclass and continuous-multioutput targets",
    why: [
      'scikit-learn compares one class for each sample with one class. `predict` of a softmax gives a row of probabilities for each, and one-hot labels are rows as well.',
      'scikit-learn 比较的是每个样本的一个类别。softmax 模型的 `predict` 为每个样本给出一行概率，one-hot 标签也是按行的。',
    ],
    fix: [
      'Take the class of each row: `predictions.argmax(axis=1)`; of one-hot labels likewise.',
      '取每一行的类别：`predictions.argmax(axis=1)`；one-hot 标签也一样。',
    ],
  },
  {
    code: 'probabilities-beside-classes',
    title: ['Probabilities beside classes', '概率与类别混用'],
    says: "ValueError: Classification metrics can't handle a mix of binary and continuous targets",
    why: [
      "scikit-learn's scores of classes compare classes with classes. `predict` gives probabilities: one for each sample where the model ends in a sigmoid, a row where it ends in a softmax.",
      'scikit-learn 的分类指标比较的是类别与类别。`predict` 给出的是概率：以 sigmoid 结尾的模型每个样本一个，以 softmax 结尾的模型每个样本一行。',
    ],
    fix: [
      'Decide first: `(predictions > 0.5).astype(int)`, or `argmax(axis=1)` of rows, on both sides. `roc_auc_score` and `log_loss` take probabilities.',
      '先做决定：`(predictions > 0.5).astype(int)`，或者在两侧都对每行取 `argmax(axis=1)`。`roc_auc_score` 和 `log_loss` 接受概率。',
    ],
  },
  {
    code: 'validation-split',
    title: ['A validation split that cannot be made', '无法划分验证集'],
    says: 'ValueError: Argument `validation_split` is only supported for tensors or NumPy arrays.',
    why: [
      'Only arrays can be split, and both parts need at least one row.',
      '只有数组可以划分，而且两部分都至少需要一行。',
    ],
    fix: ['Pass `validation_data` instead, or more rows.', '改用 `validation_data`，或提供更多行。'],
  },
  {
    code: 'metric-shape',
    title: ['Labels that a metric cannot compare', '指标无法比较的标签'],
    says: null,
    why: [
      'A metric compares labels and outputs element by element or class by class, and their shapes do not fit, though the loss takes them.',
      '指标逐元素或逐类别比较标签和输出，而两者的形状不匹配，尽管损失函数可以接受。',
    ],
    fix: [
      'Use the metric that belongs to the labels: `sparse_categorical_accuracy` for class numbers, `categorical_accuracy` for one-hot rows; `accuracy` chooses by itself.',
      '使用与标签对应的指标：类别编号用 `sparse_categorical_accuracy`，one-hot 行用 `categorical_accuracy`；`accuracy` 会自动选择。',
    ],
  },
];
