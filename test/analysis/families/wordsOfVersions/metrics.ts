/** Metrics with arguments and shapes that they cannot take. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const both = (words: string | null) => ({ 2: words, 3: words });

const trained = (rows: number) => `x = np.random.random((${rows}, 10))
y = np.random.randint(0, 3, size=${rows})
m = Sequential([Dense(8, input_shape=(10,), activation='relu'), Dense(3, activation='softmax')])
m.compile('adam', 'sparse_categorical_crossentropy', metrics=[keras.metrics.Precision()])
m.fit(x, y)`;

export const metricsOfVersions: readonly WordsOfVersions[] = [
  [
    'a threshold above 1',
    'keras.metrics.Precision(thresholds=2)',
    both('ValueError: Threshold values must be in [0, 1]. Received: [2]'),
  ],
  [
    'a threshold below 0 among others',
    'keras.metrics.AUC(thresholds=[0.5, -1])',
    both('ValueError: Threshold values must be in [0, 1]. Received: [-1]'),
  ],
  [
    'a curve that there is not',
    "keras.metrics.AUC(curve='RCO')",
    both('ValueError: Invalid AUC curve value: "RCO". Expected values are ["PR", "ROC"]'),
  ],
  [
    'a way to sum that there is not',
    "keras.metrics.AUC(summation_method='mean')",
    both(
      'ValueError: Invalid AUC summation method value: "mean". Expected values are ["interpolation", "majoring", "minoring"]',
    ),
  ],
  [
    'one threshold for an area',
    'keras.metrics.AUC(num_thresholds=1)',
    both('ValueError: Argument `num_thresholds` must be an integer > 1. Received: num_thresholds=1'),
  ],
  [
    'no threshold for a rate',
    'keras.metrics.PrecisionAtRecall(0.5, num_thresholds=0)',
    both('ValueError: Argument `num_thresholds` must be an integer > 0. Received: num_thresholds=0'),
  ],
  [
    'a number of labels for one',
    'keras.metrics.AUC(num_labels=3)',
    both('ValueError: `num_labels` is needed only when `multi_label` is True.'),
  ],
  [
    'a class beyond the number of classes',
    'keras.metrics.IoU(num_classes=2, target_class_ids=[2])',
    both('ValueError: Target class id 2 is out of range, which is [0, 2).'),
  ],
  [
    'an integer for beta',
    'keras.metrics.FBetaScore(beta=2)',
    both(
      "ValueError: Invalid `beta` argument value. It should be a Python float. Received: beta=2 of type '<class 'int'>'",
    ),
  ],
  [
    'a threshold of an F score above 1',
    'keras.metrics.F1Score(threshold=1.5)',
    both(
      'ValueError: Invalid `threshold` argument value. It should verify 0 < threshold <= 1. Received: threshold=1.5',
    ),
  ],
  [
    'a mean that R2 does not know',
    "keras.metrics.R2Score(class_aggregation='mean')",
    both(
      "ValueError: Invalid value for argument `class_aggregation`. Expected one of (None, 'uniform_average', 'variance_weighted_average'). Received: class_aggregation=mean",
    ),
  ],
  [
    'R2 of numbers without a row',
    'keras.metrics.R2Score().update_state(np.zeros(3), np.zeros(3))',
    both(
      'ValueError: R2Score expects 2D inputs with shape (batch_size, output_dim). Received input shapes: y_pred.shape=(3,) and y_true.shape=(3,).',
    ),
  ],
  [
    'counts of labels that are not as many as the outputs',
    'keras.metrics.Recall().update_state(np.zeros((3, 2)), np.zeros((3, 3)))',
    { 2: 'ValueError: Shapes (3, 3) and (3, 2) are incompatible' },
  ],
  [
    'counts of class numbers while a step is traced whose last batch is smaller',
    trained(100),
    { 2: 'ValueError: Shapes (None, 3) and (None, 1) are incompatible' },
  ],
  [
    'counts of class numbers in batches of one size',
    trained(64),
    { 2: 'ValueError: Shapes (32, 3) and (32, 1) are incompatible' },
  ],
  [
    'a squared error of other widths that the script asks for',
    'keras.losses.MeanSquaredError()(np.zeros((4, 3)), np.zeros((4, 2)))',
    {
      2: 'InvalidArgumentError: {{function_node __wrapped__SquaredDifference_device_/job:localhost/replica:0/task:0/device:CPU:0}} Incompatible shapes: [4,2] vs. [4,3] [Op:SquaredDifference] name: ',
    },
  ],
  [
    'a similarity of other widths that the script asks for',
    'keras.losses.cosine_similarity(np.zeros((4, 3)), np.zeros((4, 2)))',
    {
      2: 'InvalidArgumentError: {{function_node __wrapped__Mul_device_/job:localhost/replica:0/task:0/device:CPU:0}} Incompatible shapes: [4,3] vs. [4,2] [Op:Mul] name: ',
    },
  ],
  [
    'what metrics take',
    `keras.metrics.AUC(curve='pr', summation_method='Minoring')
keras.metrics.AUC(thresholds=[0.2, 0.8]).update_state(np.zeros((3, 2)), np.zeros((3, 2)))
keras.metrics.Precision(thresholds=[0, 0.5, 1])
keras.metrics.F1Score(threshold=np.float64(0.5))
keras.metrics.Recall().update_state(np.zeros(3), np.zeros((3, 1)))
keras.metrics.MeanIoU(num_classes=2).update_state([0, 1], [1, 1])`,
    both(null),
  ],
];
