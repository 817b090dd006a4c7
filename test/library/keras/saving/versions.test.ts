/** Files of weights and models in scripts for each version of Keras: what is written is read, and what is refused. */
import { describe, expect, it } from 'vitest';
import { followProgram } from '../../../../src/analysis/index.ts';
import { testParser } from '../../../python/run.ts';
import { runSaving } from './program.ts';

const stack = (units: number, more = '') =>
  `keras.models.Sequential([layers.Dense(${units}, input_shape=(4,))${more}])`;
const more = ', layers.Dense(2)';
const noFile = (name: string) =>
  `(unable to open file: name = '${name}', errno = 2, error message = 'No such file or directory', flags = 0, o_flags = 0)`;

async function lastLine(text: string, version: '1' | '2' | '3'): Promise<string> {
  const { stderr } = await runSaving(text, new Map(), true, version);
  return stderr.trimEnd().split('\n').at(-1) ?? '';
}

describe.each(['1', '2'] as const)('weights of Keras %s', version => {
  it.each(['w.h5', 'w.hdf5', 'w.weights.h5', 'w.best'])('are read again from %s', async name => {
    const run = await runSaving(
      `first, second = ${stack(3, more)}, ${stack(3, more)}
first.save_weights("${name}")
second.load_weights("${name}")
print(all((a == b).all() for a, b in zip(first.get_weights(), second.get_weights())))`,
      new Map(),
      true,
      version,
    );
    expect([run.stdout, run.stderr]).toEqual(['True\n', '']);
  });
});

describe('weights that do not fit', () => {
  const of = (saved: string, model: string) =>
    `${saved}.save_weights("w.h5")\n${model}.load_weights("w.h5")\n`;

  it.each([
    ['1', 'ValueError: You are trying to load a weight file containing 1 layers into a model with 2 layers.'],
    [
      '2',
      'ValueError: Layer count mismatch when loading weights from file. Model expected 2 layers, found 1 saved layers.',
    ],
  ] as const)('in number of layers, Keras %s', async (version, words) => {
    expect(await lastLine(of(stack(3), stack(3, more)), version)).toBe(words);
  });

  it.each([
    [
      '1',
      "ValueError: Dimension 1 in both shapes must be equal, but are 5 and 3 for 'Assign' (op: 'Assign') with input shapes: [4,5], [4,3].",
    ],
    [
      '2',
      /^ValueError: Cannot assign value to variable ' .*kernel:0': Shape mismatch.The variable shape \(4, 5\), and the assigned value shape \(4, 3\) are incompatible\.$/,
    ],
  ] as const)('in shape, Keras %s', async (version, words) => {
    expect(await lastLine(of(stack(3), stack(5)), version)).toMatch(words);
  });
});

const start = `import keras\nfrom keras import layers\nm = ${stack(3)}\n`;
const synchronous = (name: string) =>
  `FileNotFoundError: [Errno 2] Unable to synchronously open file ${noFile(name)}`;

async function raised(text: string, version: '1' | '2' | '3'): Promise<(string | null)[]> {
  const { program } = followProgram(await testParser(), start + text, 'script.py', {
    kerasVersion: version,
    glimpse: () => 'missing',
  });
  return program.findings.filter(item => item.severity === 'error').map(item => item.raises ?? null);
}

describe('a file that is not there is told before a run', () => {
  it.each([
    ['1', "keras.models.load_model('m.h5')", `OSError: Unable to open file ${noFile('m.h5')}`],
    ['2', "keras.models.load_model('m.h5')", 'OSError: No file or directory found at m.h5'],
    ['3', "keras.models.load_model('m.h5')", synchronous('m.h5')],
    [
      '3',
      "keras.models.load_model('m.keras')",
      'ValueError: File not found: filepath=m.keras. Please ensure the file is an accessible `.keras` zip file.',
    ],
    ['1', "m.load_weights('w.h5')", `OSError: Unable to open file ${noFile('w.h5')}`],
    ['2', "m.load_weights('w.h5')", synchronous('w.h5')],
    ['3', "m.load_weights('w.weights.h5')", synchronous('w.weights.h5')],
    ['3', "m.load_weights('w.keras')", "FileNotFoundError: [Errno 2] No such file or directory: 'w.keras'"],
    [
      '3',
      "m.load_weights('w.txt')",
      'ValueError: File format not supported: filepath=w.txt. Keras 3 only supports V3 `.keras` and `.weights.h5` files, or legacy V1/V2 `.h5` files.',
    ],
  ] as const)('Keras %s: %s', async (version, text, words) => {
    expect(await raised(text, version)).toEqual([words]);
  });

  it.each([
    "m.save('m.keras')\nkeras.models.load_model('m.keras')",
    "m.save_weights('w.weights.h5')\nm.load_weights('./w.weights.h5')",
    `import numpy as np
m.compile('adam', 'mse')
m.fit(np.zeros((8, 4)), np.zeros((8, 3)), callbacks=[keras.callbacks.ModelCheckpoint('{epoch:02d}.keras')])
keras.models.load_model('01.keras')`,
    "import somewhere\nsomewhere.train()\nm.load_weights('w.weights.h5')",
  ])('unless something may have written it: %s', async text => {
    expect(await raised(text, '3')).toEqual([]);
  });

  it.each(['1', '2'] as const)('and other names are left to Keras %s', async version => {
    expect(await raised("m.load_weights('checkpoint')\nkeras.models.load_model('saved')", version)).toEqual(
      [],
    );
  });
});
