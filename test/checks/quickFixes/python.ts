/** Ways out of errors that Python, NumPy, scikit-learn and pandas raise. */
import type { FixCase } from '../fixing.ts';

/** A program with one finding, whose one fix has this title. */
const fixed = (program: string, code: string, ...titles: string[]): FixCase => ({ program, code, titles });

const numpy = 'import numpy as np\n';

export const pythonFixes: Readonly<Record<string, FixCase>> = {
  'a result of sort': fixed(
    'losses = [3, 1, 2]\nlosses = losses.sort()\nprint(losses[0])\n',
    'type-error',
    'Leave out `losses =`',
  ),
  'true in small letters': fixed('verbose = true\nprint(verbose)\n', 'undefined-name', 'Change to `True`'),
  'a global that a function changes': fixed(
    'count = 0\ndef step():\n    count = count + 1\n    return count\nprint(step())\n',
    'unbound-local-error',
    'Add `global count`',
  ),
  'the length of a list': fixed(
    'words = ["a", "b"]\nprint(words.length())\n',
    'attribute-error',
    'Change to `len(words)`',
  ),
  'a list for an array': fixed(
    `${numpy}rows = [1, 2, 3]\nprint(rows.astype('float32'))\n`,
    'attribute-error',
    'Change to `np.array(rows)`',
  ),
  'np.float': fixed(
    `${numpy}rows = np.arange(3).astype(np.float)\nprint(rows)\n`,
    'attribute-error',
    'Change to `float`',
  ),
  'a parameter of an own function': fixed(
    'def train(epochs=3):\n    return epochs\nprint(train(epoch=5))\n',
    'unknown-argument',
    'Change to `epochs`',
  ),
  'a number behind a text': fixed(
    "epochs = 10\nprint('epochs: ' + epochs)\n",
    'type-error',
    'Change to `str(epochs)`',
  ),
  'a list that is divided': fixed(
    `${numpy}pixels = [0, 128, 255]\nprint(pixels / 255)\n`,
    'type-error',
    'Change to `np.array(pixels)`',
  ),
  'a method that is not called': fixed(
    `${numpy}rows = np.arange(3)\nprint(rows.mean + 1)\n`,
    'type-error',
    'Change to `rows.mean()`',
  ),
  'and between arrays': fixed(
    `${numpy}rows = np.arange(5)\nchosen = rows[(rows > 1) and (rows < 4)]\nprint(chosen)\n`,
    'value-error',
    'Change to `&`',
  ),
  'and between arrays without parentheses': fixed(
    `${numpy}rows = np.arange(5)\nchosen = rows > 1 and rows < 4\nprint(chosen)\n`,
    'value-error',
    'Change to `&`',
  ),
  'a share of the rows': fixed(
    `${numpy}rows = np.arange(10)\ncount = len(rows) * 0.8\nprint(rows[:count])\n`,
    'type-error',
    'Change to `int(count)`',
  ),
  'half of the rows': fixed(
    'rows = [1, 2, 3, 4]\nhalf = len(rows) / 2\nprint(rows[half])\n',
    'type-error',
    'Change to `//`',
  ),
  'a function in square brackets': fixed(
    `${numpy}print(np.zeros[3])\n`,
    'type-error',
    'Change to `np.zeros(3)`',
  ),
  'the length of a number': fixed(
    'epochs = 3\nfor epoch in range(len(epochs)):\n    print(epoch)\n',
    'type-error',
    'Change to `epochs`',
  ),
  'a loop over a number': fixed(
    'epochs = 3\nfor epoch in epochs:\n    print(epoch)\n',
    'type-error',
    'Change to `range(epochs)`',
  ),
  'positions with fractions': fixed(
    `${numpy}labels = np.array([0.0, 2.0, 1.0])\nprint(np.eye(3)[labels])\n`,
    'index-error',
    'Change to `labels.astype(int)`',
  ),
  'a shape that is called': fixed(
    `${numpy}rows = np.zeros((3, 4))\nprint(rows.shape())\n`,
    'type-error',
    'Change to `rows.shape`',
  ),
  'a list in round parentheses': fixed(
    'rows = [1, 2, 3]\nprint(rows(0))\n',
    'type-error',
    'Change to `rows[0]`',
  ),
  'a method without self': fixed(
    'class Data:\n    def load(path):\n        return 1\ndata = Data()\nprint(data.load("a"))\n',
    'type-error',
    'Add `self`',
  ),
  'a shape as two arguments': fixed(
    `${numpy}print(np.zeros(3, 4))\n`,
    'type-error',
    'Change to `np.zeros((3, 4))`',
  ),
  'the root of an array': fixed(
    `import math\n${numpy}rows = np.array([1.0, 4.0])\nprint(math.sqrt(rows))\n`,
    'type-error',
    'Change to `np.sqrt`',
  ),
  'arrays to join as two arguments': fixed(
    `${numpy}a, b = np.ones((2, 3)), np.ones((2, 3))\nprint(np.concatenate(a, b))\n`,
    'type-error',
    'Change to `np.concatenate((a, b))`',
  ),
  'one column for a scaler': fixed(
    `${numpy}from sklearn.preprocessing import StandardScaler\nprices = np.arange(10.0)\nprint(StandardScaler().fit_transform(prices))\n`,
    'value-error',
    'Change to `prices.reshape(-1, 1)`',
  ),
  'a column among the rows': fixed(
    "import pandas as pd\ntable = pd.DataFrame({'age': [1, 2], 'label': [0, 1]})\nprint(table.drop('label'))\n",
    'key-error',
    'Add `axis=1`',
  ),
  'the numbers of fit': fixed(
    "import numpy as np\nfrom keras.models import Sequential\nfrom keras.layers import Dense, Input\nmodel = Sequential([Input((4,)), Dense(1)])\nmodel.compile(loss='mse', optimizer='sgd')\nfitted = model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)\nprint(fitted['loss'])\n",
    'type-error',
    'Change to `fitted.history`',
  ),
  'several elements of a list': fixed(
    `${numpy}names = ['a', 'b', 'c']\nplaces = np.array([0, 2])\nprint(names[places])\n`,
    'type-error',
    'Change to `np.array(names)`',
  ),
  'a column as an array': fixed(
    "import pandas as pd\ntable = pd.DataFrame({'age': [1, 2], 'label': [0, 1]})\nprint(table['age'].reshape(-1, 1))\n",
    'attribute-error',
    'Change to `values.reshape`',
  ),
  'two columns': fixed(
    "import pandas as pd\ntable = pd.DataFrame({'age': [1, 2], 'label': [0, 1]})\nprint(table['age', 'label'])\n",
    'key-error',
    "Change to `['age', 'label']`",
  ),
  'a column that is misspelt': fixed(
    "import pandas as pd\ntable = pd.DataFrame({'age': [1, 2], 'label': [0, 1]})\nprint(table['Label'])\n",
    'key-error',
    'Change to `label`',
  ),
};
