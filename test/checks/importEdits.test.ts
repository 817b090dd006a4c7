/** Imports are added as a person would: to the import of the same module, in its form, else beside those of its library. */
import { describe, expect, it } from 'vitest';
import { addImport, type WantedImport } from '../../src/checks/importEdits.ts';
import { reference } from '../../src/checks/imports.ts';
import { SourceCode } from '../../src/checks/sourceCode.ts';
import type { FixEdit } from '../../src/python/errors.ts';
import { message } from '../../src/python/message.ts';
import { testParser } from '../python/run.ts';
import { applyFix } from './markers.ts';

const parser = await testParser();

function read(text: string): SourceCode {
  const { module, comments } = parser.parse(text);
  return new SourceCode(module, text, comments);
}

const edited = (text: string, edits: readonly FixEdit[]) =>
  applyFix(text, { title: message('Import'), edits });

const layer = (name: string): WantedImport => ({ module: 'keras.layers', name, local: null });

/** The script with an import added for what stands at its end. */
function imported(text: string, wanted: WantedImport = layer('Flatten')): string {
  return edited(text, addImport(read(text), wanted, text.length).edits);
}

/** The names of an import after another was added. */
const added = (names: string, name?: string): string =>
  imported(`from keras.layers import ${names}\n`, name === undefined ? undefined : layer(name))
    .replace('from keras.layers import ', '')
    .trimEnd();

describe('a name is added to an import of its module', () => {
  it.each([
    ['Dense', 'Dense, Flatten'],
    ['Dense as D  # the last', 'Dense as D, Flatten  # the last'],
    ['(Dense, Dropout)', '(Dense, Dropout, Flatten)'],
    ['(Dense,)', '(Dense, Flatten,)'],
    ['Dense, Dropout, Input', 'Dense, Dropout, Flatten, Input'],
    ['Input, Dense, Dropout', 'Input, Dense, Dropout, Flatten'],
    ['Dense, \\\n    Dropout', 'Dense, \\\n    Dropout, Flatten'],
    ['(\n    Dense,\n    Dropout,\n)', '(\n    Dense,\n    Dropout,\n    Flatten,\n)'],
    ['(\n    Dense,\n    Dropout\n)', '(\n    Dense,\n    Dropout,\n    Flatten\n)'],
    ['(\n    Dense,\n    Dropout  # one\n)', '(\n    Dense,\n    Dropout,  # one\n    Flatten,\n)'],
    [
      '(\n    Dense,  # one\n    Input,\n    LSTM,\n)',
      '(\n    Dense,  # one\n    Flatten,\n    Input,\n    LSTM,\n)',
    ],
    ['(Dense,\n   Dropout)', '(Dense,\n   Dropout,\n   Flatten)'],
    ['(\n    Dense\n)', '(\n    Dense,\n    Flatten\n)'],
    ['(\n    Dense, Dropout,\n    Input, LSTM\n)', '(\n    Dense, Dropout,\n    Flatten, Input, LSTM\n)'],
  ])('%j', (names, expected) => {
    expect(added(names)).toBe(expected);
  });

  it('breaks a line that would become too long', () => {
    const long = 'Activation, BatchNormalization, Conv1D, Dense, Dropout, Input';
    expect(added(long, 'MaxPooling1D')).toBe(`(${long},\n${' '.repeat(26)}MaxPooling1D)`);
    expect(added(`(${long})`, 'MaxPooling1D')).toBe(`(${long},\n${' '.repeat(26)}MaxPooling1D)`);
  });

  it('takes the import inside the function where the name is used', () => {
    const text = 'def build():\n    from keras.layers import Dense\n    return Flatten';
    const { edits, statement } = addImport(read(text), layer('Flatten'), text.length - 1);
    expect(edited(text, edits)).toContain('import Dense, Flatten\n');
    expect(statement).toBe('from keras.layers import Flatten');
  });

  it('keeps to a line for each name where the script has one', () => {
    const lines = ['Dense', 'Dropout', 'Input'].map(name => `from keras.layers import ${name}\n`).join('');
    expect(imported(lines)).toBe(`${lines}from keras.layers import Flatten\n`);
  });

  it('does not use an import that comes later', () => {
    const text = 'import numpy\nFlatten()\nfrom keras.layers import Dense\n';
    expect(edited(text, addImport(read(text), layer('Flatten'), 14).edits)).toContain(
      'numpy\nfrom keras.layers',
    );
  });
});

describe('an import of its own', () => {
  it.each([
    [
      'import keras  # the library\nimport sklearn\nx = 1\n',
      'import keras  # the library\n+\nimport sklearn\nx = 1\n',
    ],
    [
      "import os\nos.environ['A'] = '1'\nimport keras\nx = 1\n",
      "import os\nos.environ['A'] = '1'\nimport keras\n+\nx = 1\n",
    ],
    [
      'import numpy as np\n\ndef f():\n    pass\n\nimport sys\nx = 1\n',
      'import numpy as np\n+\n\ndef f():\n    pass\n\nimport sys\nx = 1\n',
    ],
    [
      '#!/usr/bin/python\n"""Doc."""\nfrom __future__ import division\nx = 1\n',
      '#!/usr/bin/python\n"""Doc."""\nfrom __future__ import division\n+\n\nx = 1\n',
    ],
  ])('%j', (text, expected) => {
    expect(imported(text)).toBe(expected.replace('+', 'from keras.layers import Flatten'));
  });

  it('puts modules above the names of Keras', () => {
    const numpy: WantedImport = { module: 'numpy', name: null, local: 'np' };
    const text = 'import os\nfrom keras.layers import Dense\nx = 1\n';
    expect(imported(text, numpy)).toBe(text.replace('os\n', 'os\nimport numpy as np\n'));
    expect(imported(text, { module: 'sys', name: null, local: null })).toBe(`import sys\n${text}`);
  });
});

describe('reference', () => {
  const written = (text: string) => {
    const { text: name, edits } = reference(read(text), 'keras.layers', 'Flatten');
    return [name, edited(text, edits)];
  };

  it.each([
    ['import keras\n', 'keras.layers.Flatten'],
    ['import tensorflow as tf\n', 'tf.keras.layers.Flatten'],
    ['from tensorflow.keras import layers\n', 'layers.Flatten'],
    ['from keras.layers import *\n', 'Flatten'],
    ['from keras.layers import Flatten\n', 'Flatten'],
  ])('needs no import: %j', (text, name) => {
    expect(written(text)).toEqual([name, text]);
  });

  it('goes on with names one by one where the script takes them so', () => {
    const text = 'import tensorflow as tf\nfrom tensorflow.keras.models import Sequential\n';
    expect(written(text)).toEqual(['Flatten', `${text}from tensorflow.keras.layers import Flatten\n`]);
  });

  it('leaves names alone that the script uses for something else', () => {
    const layers = 'import keras\nfrom keras import layers\nlayers = [3, 4]\n';
    expect(written(layers)[0]).toBe('keras.layers.Flatten');
    const own = 'from keras.layers import Dense\nclass Flatten: pass\n';
    expect(written(own)).toEqual(['KerasFlatten', own.replace('Dense', 'Dense, Flatten as KerasFlatten')]);
  });
});
