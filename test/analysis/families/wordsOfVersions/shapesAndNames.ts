/** Sizes that are none, names that are none, layers beside each other in place of a list, and arguments that are missing. */
import type { WordsOfVersions } from '../wordsOfVersions.ts';

const noDimension = (shown: string, type: string) =>
  `TypeError: Dimension value must be integer or None or have an __index__ method, got value '${shown}' with type '<class '${type}'>'`;

const noEntry = (shape: string, entry: string, type: string) =>
  `ValueError: Cannot convert '${shape}' to a shape. Found invalid entry '${entry}' of type '<class '${type}'>'. `;

const noScope = (name: string) =>
  `ValueError: '${name}/' is not a valid root scope name. A root scope name has to match the following pattern: ^[A-Za-z0-9.][A-Za-z0-9_.\\\\/>-]*$`;

const missing = (layer: string, first: string, later: string) => {
  const words = (callee: string, names: string) => {
    const count = names.split("' ").length;
    return `TypeError: ${callee}() missing ${count} required positional argument${count === 1 ? '' : 's'}: ${names}`;
  };
  const today = words(`${layer}.__init__`, later);
  return { 1: words('__init__', first), 2: today, 3: today };
};

const fitted = (named: string) => `m = Sequential([Dense(3, input_shape=(4,))], name='${named}')
m.compile('sgd', 'mse')
m.fit(np.zeros((8, 4)), np.zeros((8, 3)))`;

export const shapesAndNames: readonly WordsOfVersions[] = [
  [
    'a divided size',
    'Input(shape=(10 / 2,))',
    { 1: null, 2: noDimension('5.0', 'float'), 3: noEntry('(5.0,)', '5.0', 'float') },
  ],
  [
    'a size with a fraction',
    'Sequential([LSTM(3, input_shape=(5, 2.5))])',
    {
      1: 'ValueError: Ambiguous dimension: 2.5',
      2: noDimension('2.5', 'float'),
      3: noEntry('(5, 2.5)', '2.5', 'float'),
    },
  ],
  [
    'a divided number of features',
    'Sequential([Dense(3, input_dim=10 / 2)])',
    { 2: noDimension('5.0', 'float'), 3: noEntry('(5.0,)', '5.0', 'float') },
  ],
  [
    'a shape for a number of features',
    'Sequential([Dense(3, input_dim=(10,))])',
    {
      1: "TypeError: int() argument must be a string, a bytes-like object or a number, not 'tuple'",
      2: noDimension('(10,)', 'tuple'),
      3: 'ValueError: Invalid dtype: tuple',
    },
  ],
  [
    'a shape inside of a shape',
    'Input(shape=((10,), 3))',
    { 2: noDimension('(10,)', 'tuple'), 3: 'ValueError: Invalid dtype: tuple' },
  ],
  [
    'a text for a size',
    "Input(shape=('a',))",
    {
      1: "ValueError: invalid literal for int() with base 10: 'a'",
      2: noDimension("'a'", 'str'),
      3: noEntry("('a',)", 'a', 'str'),
    },
  ],
  [
    'a negative size',
    'Input(shape=(-1, 3))',
    {
      1: 'ValueError: Dimension -1 must be >= 0',
      2: 'ValueError: Dimension -1 must be >= 0',
      3: "ValueError: Cannot convert '(-1, 3)' to a shape. Negative dimensions are not allowed.",
    },
  ],
  [
    'sizes of what a later layer takes, which nobody reads',
    'Sequential([Dense(3, input_shape=(4,)), Dense(3, input_shape=(2.5,))])',
    { 1: null, 2: null, 3: null },
  ],
  [
    'a number for a shape by position',
    'Input(10)',
    {
      1: "TypeError: 'int' object is not iterable",
      2: null,
      3: "ValueError: Cannot convert '10' to a shape.",
    },
  ],
  [
    'a number for a name',
    'Dense(3, name=5)',
    {
      1: null,
      2: 'TypeError: Expected `name` argument to be a string, but got: 5',
      3: "ValueError: Argument `name` must be a string and cannot contain character `/`. Received: name=5 (of type <class 'int'>)",
    },
  ],
  [
    'a path for a name',
    "Dense(3, name='a/b')(Input(shape=(4,)))",
    {
      1: null,
      2: null,
      3: "ValueError: Argument `name` must be a string and cannot contain character `/`. Received: name=a/b (of type <class 'str'>)",
    },
  ],
  [
    'a name with a blank in a graph',
    "Dense(3, name='my layer')(Input(shape=(4,)))",
    { 2: noScope('my layer'), 3: null },
  ],
  [
    'a name with a blank for a model that is trained',
    fitted('My Model'),
    { 2: noScope('My Model'), 3: null },
  ],
  [
    'names with blanks that no graph has',
    "Input(shape=(4,), name='my input')\nDense(3, name='my layer')\nSequential([Dense(3)], name='My Model')",
    { 2: null, 3: null },
  ],
  [
    'a layer in place of a list',
    'Sequential(Dense(3, input_dim=4))',
    {
      1: "TypeError: 'Dense' object is not iterable",
      2: null,
      3: "TypeError: 'Dense' object is not iterable",
    },
  ],
  [
    'two layers in place of a list',
    'Sequential(Dense(3, input_dim=4), Dense(2))',
    {
      1: "TypeError: 'Dense' object is not iterable",
      3: "TypeError: 'Dense' object is not iterable",
    },
  ],
  [
    'four layers in place of a list',
    'Sequential(Dense(3, input_dim=4), Dense(2), Dense(2), Dense(2))',
    {
      1: 'TypeError: __init__() takes from 1 to 3 positional arguments but 5 were given',
      2: 'TypeError: Sequential.__init__() takes from 1 to 3 positional arguments but 5 were given',
      3: 'TypeError: Sequential.__init__() takes from 1 to 4 positional arguments but 5 were given',
    },
  ],
  ['units that are missing', 'Dense()', missing('Dense', "'output_dim'", "'units'")],
  ['units of a recurrence that are missing', 'LSTM()', missing('LSTM', "'output_dim'", "'units'")],
  ['a rate that is missing', 'Dropout()', missing('Dropout', "'p'", "'rate'")],
  [
    'both sizes of a table',
    'Embedding()',
    missing('Embedding', "'input_dim' and 'output_dim'", "'input_dim' and 'output_dim'"),
  ],
  ['a window that is missing', 'Conv2D(3)', missing('Conv2D', "'nb_row' and 'nb_col'", "'kernel_size'")],
  [
    'a side of a window that is missing',
    'Convolution2D(8, 3)',
    { 1: "TypeError: __init__() missing 1 required positional argument: 'nb_col'", 2: null },
  ],
  [
    'windows that Keras 1 takes',
    'Convolution2D(8, 3, 3)\nConvolution1D(8, 3)\nConvolution2D(nb_filter=8, nb_row=3, nb_col=3)\nConv2D(8, (3, 3))\nConvolution3D(8, 3, 3, 3)',
    { 1: null },
  ],
];
