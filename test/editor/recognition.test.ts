import { describe, expect, it } from 'vitest';
import { isKerasModelFile } from '../../src/editor/recognition.ts';

const builds: Record<string, string> = {
  'Sequential from keras.models': `
from keras.models import Sequential
from keras.layers import Dense
model = Sequential()
model.add(Dense(3))
`,
  'tf.keras': `
import tensorflow as tf
model = tf.keras.Sequential([tf.keras.layers.Dense(3)])
`,
  'a functional model': `
from tensorflow import keras
inputs = keras.Input((10,))
model = keras.Model(inputs, keras.layers.Dense(3)(inputs))
`,
  'an aliased import among others': `
import os, keras as K
network = K.models.Sequential()
`,
  'a subclass': `
import keras
class Encoder(keras.Model):
    def call(self, x):
        return x
`,
  'a loaded model that is compiled': `
from tensorflow.keras.models import load_model
m = load_model('a.h5')
m.compile(loss='mse')
`,
  'a model from applications': `
import keras
base = keras.applications.ResNet50(weights=None)
`,
  'an import inside a function': `
def build():
    from keras import Sequential
    return Sequential()
`,
  tf_keras: `
import tf_keras as keras
model = keras.Sequential()
`,
  'a model and layers whose import is missing': `
import numpy as np
model = Sequential()
model.add(Dense(3))
`,
  'a docstring that is being typed': `
"""My model
import keras
model = keras.Sequential()
`,
  'a string with an odd quote before the model': `
import keras
name = "it's"
model = keras.Sequential()
`,
};

const doesNot: Record<string, string> = {
  'an empty file': '',
  'plain Python': 'import os\nprint(os.getcwd())\n',
  'a model of another library': 'from torch.nn import Sequential\nmodel = Sequential()\n',
  'the layers of another library': 'from flax.nn import Dense, Sequential\nmodel = Sequential([Dense(3)])\n',
  'a model imported over several lines': `
from mine import (
    Dense,
    Sequential,
)
model = Sequential([Dense(3)])
`,
  'everything imported from somewhere': 'from mine import *\nmodel = Sequential([Dense(3)])\n',
  'a class of its own': 'class Sequential:\n    pass\nmodel = Sequential()\nx = Dense(3)\n',
  'tensorflow without a model': 'import tensorflow as tf\nprint(tf.constant(1))\n',
  'keras utilities only': 'from keras.utils import to_categorical\nprint(to_categorical([1]))\n',
  'a comment that speaks of it': '# import keras; model = keras.Sequential()\nx = 1\n',
  'a docstring that shows it': '"""\nimport keras\nmodel = keras.Sequential()\n"""\nx = 1\n',
  'regular expressions beside keras': `
import re
from keras.preprocessing.text import Tokenizer
pattern = re.compile('a')
`,
  'a Django model': 'from django.db import models\nclass Keras(models.Model):\n    pass\n# keras\n',
  'a name that only contains the word': 'import kerastuner_like\nmodel = Sequential()\n',
  'an import of keras with the model in a string': "import keras\nprint('keras.Sequential()')\n",
};

describe('isKerasModelFile', () => {
  it.each(Object.entries(builds))('recognises %s', (_name, text) => {
    expect(isKerasModelFile(text)).toBe(true);
  });

  it.each(Object.entries(doesNot))('passes over %s', (_name, text) => {
    expect(isKerasModelFile(text)).toBe(false);
  });
});
