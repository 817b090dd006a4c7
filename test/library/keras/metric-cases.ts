/** Metrics on a few samples, with values worked out by hand from their definitions. */

/** The metric, what it is fed, and what it gives. */
export const metricCases: readonly [string, string, string][] = [
  // Predicted classes 0, 1, 0, 2 against 0, 1, 2, 0.
  ['F1Score()', 'one_hot, scores', '[0.5 1.  0. ]'],
  ["F1Score(average='macro')", 'one_hot, scores', '0.5'],
  // 1 - (1 + 0 + 1) / (26 - 64 / 3)
  ['R2Score()', '[[1.], [4.], [3.]], [[2.], [4.], [4.]]', '0.5714'],
  ['MeanIoU(num_classes=2)', '[0, 0, 1, 1], [0, 1, 0, 1]', '0.3333'],
  ['IoU(num_classes=2, target_class_ids=[0])', '[0, 0, 1, 1], [0, 1, 0, 1], [.3, .3, .3, .1]', '0.3333'],
  // Class 0: 2 of 3, class 1: 1 of 2.
  ['BinaryIoU()', '[0, 1, 0, 1], [.1, .2, .4, .7]', '0.5833'],
  ['PrecisionAtRecall(0.5)', '[0, 0, 0, 1, 1], [0, .3, .8, .3, .8]', '0.5'],
  ['SensitivityAtSpecificity(0.5)', '[0, 0, 0, 1, 1], [0, .3, .8, .3, .8]', '0.5'],
  // Points (1, 1), (0, 0.5), (0, 0): half a unit and a quarter.
  ['AUC(num_thresholds=3)', '[0, 0, 1, 1], [0, .5, .3, .9]', '0.75'],
  // The label above, and one that is told apart without a mistake.
  [
    'AUC(num_thresholds=3, multi_label=True)',
    '[[0, 0], [0, 1], [1, 1], [1, 0]], [[0, .1], [.5, .9], [.3, .8], [.9, .2]]',
    '0.875',
  ],
  [
    'AUC(num_thresholds=3, multi_label=True, label_weights=[1., 3.])',
    '[[0, 0], [0, 1], [1, 1], [1, 0]], [[0, .1], [.5, .9], [.3, .8], [.9, .2]]',
    '0.9375',
  ],
  // The second label does not count.
  [
    'AUC(num_thresholds=3, label_weights=[1., 0.])',
    '[[0, 0], [0, 1], [1, 1], [1, 0]], [[0, .1], [.5, .9], [.3, .8], [.9, .2]]',
    '0.75',
  ],
  ['Precision()', '[0, 1, 1, 1], [1, 0, 1, 1]', '0.6667'],
  ['Recall()', '[0, 1, 1, 1], [1, 0, 1, 1], [0, 0, 1, 0]', '1.0'],
  ['TruePositives()', '[0, 1, 1, 1], [1, 0, 1, 1]', '2.0'],
  ['FalseNegatives(thresholds=[0.2, 0.8])', '[1, 1, 0], [.1, .5, .9]', '[1. 2.]'],
  ['TopKCategoricalAccuracy(k=1)', '[[0, 0, 1], [0, 1, 0]], [[.1, .9, .8], [.05, .95, 0]]', '0.5'],
  ['SparseTopKCategoricalAccuracy(k=2)', '[2, 1], [[.1, .9, .8], [.05, .95, 0]]', '1.0'],
  ['CosineSimilarity(axis=1)', '[[0., 1.], [1., 1.]], [[1., 0.], [1., 1.]]', '0.5'],
  ['RootMeanSquaredError()', '[[0., 1.], [0., 0.]], [[1., 1.], [0., 0.]]', '0.5'],
  // -(2 ln 0.6 + 2 ln 0.4 ... ) over four elements: 0.9163 for the wrong ones, 0.5108 for the right one.
  ['BinaryCrossentropy()', '[[0, 1], [0, 0]], [[.6, .4], [.4, .6]]', '0.8149'],
  ['Mean()', '[1., 3., 5., 7.], [1., 1., 0., 0.]', '2.0'],
  ['Sum()', '[1., 3., 5., 7.], [1., 1., 0., 0.]', '4.0'],
  ['Accuracy()', '[[1], [2], [3], [4]], [[0], [2], [3], [4]]', '0.75'],
  ['BinaryAccuracy()', '[[1], [1], [0], [0]], [[.98], [1.], [0.], [.6]]', '0.75'],
  ['CategoricalAccuracy()', '[[0, 0, 1], [0, 1, 0]], [[.1, .9, .8], [.05, .95, 0]]', '0.5'],
  ['SparseCategoricalAccuracy()', '[2, 1], [[.1, .9, .8], [.05, .95, 0]]', '0.5'],
  ['MeanSquaredError()', '[[0., 1.], [0., 0.]], [[1., 1.], [0., 0.]]', '0.25'],
  ['MeanAbsoluteError()', '[[0., 1.], [0., 0.]], [[1., 1.], [0., -2.]]', '0.75'],
  // A whole and a half of four.
  ['MeanAbsolutePercentageError()', '[[1., 2.], [4., 2.]], [[2., 2.], [2., 2.]]', '37.5'],
  // ln(2) squared, of four.
  ['MeanSquaredLogarithmicError()', '[[0., 1.], [0., 0.]], [[1., 1.], [0., 0.]]', '0.1201'],
  // ln(cosh(1)), of four.
  ['LogCoshError()', '[[0., 1.], [0., 0.]], [[1., 1.], [0., 0.]]', '0.1084'],
  // ln(1 / 0.4), of two rows.
  ['KLDivergence()', '[[0., 1.], [0., 0.]], [[.6, .4], [.4, .6]]', '0.4581'],
  // (1 - 0) + (1 - ln 1), of four.
  ['Poisson()', '[[0., 1.], [0., 0.]], [[1., 1.], [0., 0.]]', '0.5'],
  // 0 counts as -1: 1.6, 0.6, 1.4 and 1.6.
  ['Hinge()', '[[0., 1.], [0., 0.]], [[.6, .4], [.4, .6]]', '1.3'],
  ['SquaredHinge()', '[[0., 1.], [0., 0.]], [[.6, .4], [.4, .6]]', '1.86'],
  ['CategoricalHinge()', '[[0., 1.], [0., 0.]], [[.6, .4], [.4, .6]]', '1.4'],
  // -(ln 0.95 + ln 0.1) / 2
  ['CategoricalCrossentropy()', '[[0, 1, 0], [0, 0, 1]], [[.05, .95, 0.], [.1, .8, .1]]', '1.1769'],
  ['SparseCategoricalCrossentropy()', '[1, 2], [[.05, .95, 0.], [.1, .8, .1]]', '1.1769'],
  ['FalsePositives()', '[0, 1, 0, 0], [0, 0, 1, 1]', '2.0'],
  ['TrueNegatives()', '[0, 1, 0, 0], [1, 1, 0, 0]', '2.0'],
  ['RecallAtPrecision(0.8)', '[0, 0, 1, 1], [0, .5, .3, .9]', '0.5'],
  ['SpecificityAtSensitivity(0.5)', '[0, 0, 0, 1, 1], [0, .3, .8, .3, .8]', '0.6667'],
  // Precision 1, 2/3, 1/2 and recall 1/3, 1, 1, of which recall counts fourfold.
  [
    'FBetaScore(beta=2.0, threshold=0.5)',
    '[[1, 1, 1], [1, 0, 0], [1, 1, 0]], [[.2, .6, .7], [.2, .6, .6], [.6, .8, 0.]]',
    '[0.3846 0.9091 0.8333]',
  ],
  // Class 2: 0.1 of 0.7; the others nothing.
  [
    'OneHotIoU(num_classes=3, target_class_ids=[0, 2])',
    '[[0, 0, 1], [1, 0, 0], [0, 1, 0], [1, 0, 0]], [[.2, .3, .5], [.1, .2, .7], [.5, .3, .1], [.1, .4, .5]], [.1, .2, .3, .4]',
    '0.0714',
  ],
  [
    'OneHotMeanIoU(num_classes=3)',
    '[[0, 0, 1], [1, 0, 0], [0, 1, 0], [1, 0, 0]], [[.2, .3, .5], [.1, .2, .7], [.5, .3, .1], [.1, .4, .5]], [.1, .2, .3, .4]',
    '0.0476',
  ],
];

/** What some cases are fed, as Python. */
export const metricData = `
one_hot = np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0, 0]], dtype='float32')
scores = np.array([[.6, .3, .1], [.4, .5, .1], [.7, .2, .1], [.1, .2, .7]], dtype='float32')
`;
