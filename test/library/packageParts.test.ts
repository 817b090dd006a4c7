/** Modules that packages have inside, and misspelt ones. */
import { describe, expect, it } from 'vitest';
import { allLibraries } from '../../src/library/index.ts';
import { packageParts } from '../../src/library/packageParts.ts';
import { analyse } from '../checks/markers.ts';

const raised = async (program: string) => (await analyse(program)).findings.map(({ raises }) => raises);

describe('parts of packages', () => {
  it('lists every part that is modelled', () => {
    const listed = Object.entries(packageParts).map(
      ([path, parts]) => [path, new Set(parts.split(' '))] as const,
    );
    const unlisted = listed.flatMap(([path, parts]) =>
      [...allLibraries().keys()].filter(name => {
        const [part, ...deeper] = name.startsWith(`${path}.`) ? name.slice(path.length + 1).split('.') : [];
        return part !== undefined && deeper.length === 0 && !part.startsWith('_') && !parts.has(part);
      }),
    );
    expect(unlisted).toEqual([]);
  });

  it.each([
    ['import keras.datasets.mnistt', 'keras.datasets.mnistt'],
    ['from keras.dataset import mnist', 'keras.dataset'],
    ['from keras.layer import Dense', 'keras.layer'],
    ['from tensorflow.keras.layer import Dense', 'tensorflow.keras.layer'],
    ['from tensorflow.kers.layers import Dense', 'tensorflow.kers'],
    ['import tensorflow.maths', 'tensorflow.maths'],
    ['from sklearn.model_selections import train_test_split', 'sklearn.model_selections'],
    ['import matplotlib.pyplt as plt', 'matplotlib.pyplt'],
    ['import numpy.randon', 'numpy.randon'],
    ['from PIL.Images import open', 'PIL.Images'],
  ])('tells of %s', async (program, missing) => {
    expect(await raised(`${program}\n`)).toEqual([`ModuleNotFoundError: No module named '${missing}'`]);
  });

  it.each([
    'from sklearn.cross_validation import train_test_split',
    'from sklearn.model_selection._split import train_test_split',
    'from tensorflow.examples.tutorials.mnist import input_data',
    'from tensorflow.python.framework import ops',
    'from tensorflow.contrib import slim',
    'import tensorflow.raw_ops',
    'import pandas.tools.plotting',
    'import numpy.core.umath_tests',
    'import scipy.weave',
    'import matplotlib.finance',
    'import keras_contrib.layers.crf',
    'import matplotlib.backends.backend_pgf',
    'import keras.src.backend.tensorflow.trainer',
    'import sklearn._private',
  ])('says nothing of %s', async program => {
    expect(await raised(`${program}\n`)).toEqual([]);
  });

  it('goes the way of a script that expects it', async () => {
    const program =
      'try:\n    import numpy.randon as r\nexcept ImportError:\n    import numpy.random as r\nprint(r.rand(2).shape)\n';
    expect(await raised(program)).toEqual([]);
  });
});
