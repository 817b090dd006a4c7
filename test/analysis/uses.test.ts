/** What a name stands for where it is used: looked up when somebody points at it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Analyser } from '../../src/analysis/index.ts';
import type { AnalysedValue, Use } from '../../src/analysis/program.ts';

const wasm = path.join(import.meta.dirname, '../../node_modules/@vscode/tree-sitter-wasm/wasm');
const oracle = path.join(import.meta.dirname, '../fixtures/keras-oracle/errors');
const options = { kerasVersion: 'auto' } as const;

let analyser: Analyser;
beforeAll(async () => {
  const read = (name: string) => readFileSync(path.join(wasm, name));
  analyser = await Analyser.create({
    runtimeWasm: read('tree-sitter.wasm'),
    pythonWasm: read('tree-sitter-python.wasm'),
  });
});

function usedAt(text: string, offset: number): Use | null {
  const looking = analyser.usedAt(text, 'script.py', options, offset);
  for (;;) {
    const { done, value } = looking.next();
    if (done) return value as Use | null;
  }
}

/** The shapes and types of the tensors and arrays at a marked place: the `|` before a name. */
function at(marked: string): string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  analyser.analyse(text, 'script.py', options);
  return (usedAt(text, offset)?.values ?? []).map(value => {
    switch (value.kind) {
      case 'value':
        return `${value.value.type} ${JSON.stringify(value.value.shape)} ${value.value.dtype}`;
      case 'model':
        return `${value.className} ${value.model.params}`;
      case 'layer':
        return `${value.layer.className} ${JSON.stringify(value.layer.outputShape)}`;
      case 'dataset':
        return `${value.length} of ${value.element.map(part => JSON.stringify(part.shape)).join(' ')}`;
      default:
        return `${value.type} ${value.text ?? value.keys ?? value.length}`;
    }
  });
}

const head = `import numpy as np
import keras
from keras import layers
`;

describe('what a name stands for', () => {
  it('is what it is there, not what it was or will be', () => {
    const script = (marked: string) => `${head}x = np.zeros((10, 4), 'uint8')\n${marked}\nx = x.sum()\n`;
    expect(at(script('x = |x.astype("float32") / 255'))).toEqual(['ndarray [10,4] uint8']);
    expect(at(script('x = x.astype("float32") / 255\nprint(|x)'))).toEqual(['ndarray [10,4] float32']);
  });

  it('is seen for attributes, by the name under the pointer', () => {
    const script = (marked: string) => `${head}x = np.zeros((10, 4))\nprint(${marked})\n`;
    expect(at(script('x.|shape'))).toEqual(['tuple (10, 4)']);
    expect(at(script('|x.shape'))).toEqual(['ndarray [10,4] float64']);
    expect(at(script('x.|sum()'))).toEqual([]);
  });

  it('is seen in functions, and for their parameters, by the calls that there are', () => {
    const script = (marked: string) => `${head}def scale(${marked}
scale(np.zeros((3, 2)), by=2)
`;
    expect(at(script('|data, by):\n  return data * by'))).toEqual(['ndarray [3,2] float64']);
    expect(at(script('data, |by):\n  return data * by'))).toEqual(['int 2']);
    expect(at(script('data, by):\n  return |data * by'))).toEqual(['ndarray [3,2] float64']);
    expect(at(script('data, by=1):\n  return data\nscale(np.zeros(5))\nscale(np.zeros(6), |by=3)'))).toEqual(
      [],
    );
    expect(at(`${head}f = lambda |q: q + 1\nf(np.zeros(4))`)).toEqual(['ndarray [4] float64']);
  });

  it('tells several values one after another, and of many the first', () => {
    const loop = (marked: string) => `${head}for width in [8, 16]:\n  ${marked}\n`;
    expect(at(loop('x = np.zeros((2, |width))'))).toEqual(['int 8', 'int 16']);
    expect(at(loop('|x = np.zeros((2, width))'))).toEqual([
      'ndarray [2,8] float64',
      'ndarray [2,16] float64',
    ]);
    const text = `${head}for index in range(30):\n  print(index)\n`;
    analyser.analyse(text, 'script.py', options);
    const use = usedAt(text, text.lastIndexOf('index'));
    expect(use?.values.length).toBe(4);
    expect(use?.hasMore).toBe(true);
  });

  it('is a layer of a model class, and a tensor without the batch sizes of its fit', () => {
    const script = (marked: string) => `${head}class Net(keras.Model):
  def __init__(self):
    super().__init__()
    self.dense = layers.Dense(3)
  def call(self, inputs):
    return ${marked}
net = Net()
net.compile('sgd', 'mse')
net.fit(np.zeros((40, 4)), np.zeros((40, 3)))
`;
    expect(at(script('self.|dense(inputs)'))).toEqual(['Dense [null,3]']);
    expect(at(script('|self.dense(inputs)'))).toEqual(['Net 15']);
    const functional = `${head}def block(t):\n  return layers.Dense(2)(|t)\ni = keras.Input((4,))
m = keras.Model(i, block(i))\nm.compile('sgd', 'mse')\nm.fit(np.zeros((40, 4)), np.zeros((40, 2)))\n`;
    expect(at(functional)).toEqual(['tensor [null,4] float32']);
  });

  it('is a data set with its elements', () => {
    const text = `import tensorflow as tf\nimport numpy as np
ds = tf.data.Dataset.from_tensor_slices((np.zeros((10, 4)), np.zeros(10))).batch(5)\nprint(|ds)\n`;
    expect(at(text)).toEqual(['2 of [5,4] [5]']);
  });

  it('is nothing where nothing is known, in comments, and for functions and modules', () => {
    expect(at(`${head}import unheard\nx = unheard.data()\nprint(|x)\n`)).toEqual([]);
    expect(at(`${head}x = 1 # |x\n`)).toEqual([]);
    expect(at(`${head}print(|np)\n`)).toEqual([]);
    expect(at(`|${head}`)).toEqual([]);
  });

  it('answers only for the text that was analysed last', () => {
    analyser.analyse('x = 1\n', 'script.py', options);
    expect(usedAt('x = 2\n', 0)).toBeNull();
    const looking = analyser.usedAt('x = 1\n', 'script.py', options, 0);
    looking.next();
    analyser.analyse('y = 1\n', 'script.py', options);
    expect(looking.next()).toEqual({ done: true, value: null });
  });
});

describe('looking values up', () => {
  const scripts = readdirSync(oracle)
    .filter(name => name.endsWith('.py'))
    .sort()
    .map(name => ({ name, text: readFileSync(path.join(oracle, name), 'utf8') }));

  it.each(scripts.slice(0, 12))('agrees with the analysis at every assignment of $name', ({ text }) => {
    const program = analyser.analyse(text, 'script.py', options);
    const before = JSON.stringify(program);
    for (const { span, value } of program.values) {
      const use = usedAt(text, span.end.offset);
      const shapes = use?.values.map(seen => (seen.kind === 'value' ? shapeOf(seen.value) : null));
      expect(shapes, `line ${span.start.line}`).toContain(shapeOf(value));
    }
    expect(JSON.stringify(analyser.analyse(`${text}\n`, 'script.py', options))).toBe(before);
  });
});

function shapeOf({ shape, dtype }: AnalysedValue): string {
  return `${JSON.stringify(shape)} ${dtype}`;
}
