/** Errors stand at the expression to blame, and each of their fixes makes the program train. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding, Fix } from '../../../src/analysis/program.ts';
import { formatMessage } from '../../../src/python/message.ts';
import { analyseKeras, runKeras } from './program.ts';

const example = readFileSync(path.join(import.meta.dirname, '../../../examples/label_mistakes.py'), 'utf8');

async function errorsOf(text: string): Promise<Finding[]> {
  return (await analyseKeras(text)).findings.filter(finding => finding.severity === 'error');
}

function blamed(text: string, finding: Finding): string {
  return text.slice(finding.span.start.offset, finding.span.end.offset);
}

function applied(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort((a, b) => b.span.start.offset - a.span.start.offset);
  return edits.reduce(
    (result, { span, text: inserted }) =>
      result.slice(0, span.start.offset) + inserted + result.slice(span.end.offset),
    text,
  );
}

const head = `import numpy as np
import keras
from keras import layers
x = np.random.rand(64, 10)
labels = np.random.randint(0, 3, size=64)
`;

/** A program, the expression to blame, the code, and the titles of the fixes. */
const cases: readonly [string, string, string, string[]][] = [
  [
    `model = keras.Sequential([layers.Input((10,)), layers.Dense(3, activation='softmax')])
model.compile('adam', 'categorical_crossentropy')
model.fit(x, labels, verbose=0)`,
    'labels',
    'label-shape',
    ['Make the labels one-hot with `to_categorical`', 'Change the loss to `sparse_categorical_crossentropy`'],
  ],
  [
    `model = keras.Sequential([layers.Input((10,)), layers.Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
one_hot = np.eye(3)[labels]
model.fit(x, one_hot, verbose=0)`,
    'one_hot',
    'label-shape',
    ['Change the loss to `categorical_crossentropy`', 'Turn the one-hot rows into integers with `argmax`'],
  ],
  [
    `model = keras.Sequential([layers.Input((10,)), layers.Dense(4, activation='softmax')])
model.compile('adam', 'categorical_crossentropy')
model.fit(x, np.eye(3)[labels], verbose=0)`,
    'np.eye(3)[labels]',
    'label-shape',
    ['Give the last layer 3 units'],
  ],
  [
    `model = keras.Sequential([layers.Input((10,)), layers.Dense(2, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(x, labels, verbose=0)`,
    'labels',
    'label-range',
    ['Give the last layer 3 units'],
  ],
  [
    `model = keras.Sequential([layers.Input((10,)), layers.Dense(3, activaton='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(x, labels, verbose=0)`,
    'activaton',
    'unknown-argument',
    ['Change to `activation`'],
  ],
  [
    `model = keras.Sequential([layers.Input((10,)), layers.Dense(3, activation='softmaks')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(x, labels, verbose=0)`,
    "'softmaks'",
    'unknown-activation',
    ['Change to `softmax`'],
  ],
  [
    `model = keras.Sequential([layers.Input((10,)), layers.Dense(3)])
model.compile(keras.optimizers.Adam(lr=0.01), keras.losses.SparseCategoricalCrossentropy(logits=True))
model.fit(x, labels, verbose=0)`,
    'lr',
    'renamed-argument',
    ['Change to `learning_rate`'],
  ],
  [
    `model = keras.Sequential([layers.Input((10,)), layers.Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropi', metrics=['accuracy'])
model.fit(x, labels, verbose=0)`,
    "'sparse_categorical_crossentropi'",
    'unknown-loss',
    ['Change to `sparse_categorical_crossentropy`'],
  ],
  [
    `model = keras.Sequential([layers.Input((10,)), layers.Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(x, labels, nb_epoch=2, verbose=0)`,
    'nb_epoch',
    'renamed-argument',
    ['Change to `epochs`'],
  ],
  [
    `model = keras.Sequential([layers.Input((10,)), layers.Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy')
model.fit(x.tolist(), labels, verbose=0)`,
    'x.tolist()',
    'data-type',
    ['Wrap in `np.array(…)`'],
  ],
];

describe('errors and their fixes', () => {
  for (const [program, blame, code, titles] of cases) {
    it(`${code} at ${blame}`, async () => {
      const text = head + program;
      const [first] = await errorsOf(text);
      expect(first.code).toBe(code);
      expect(blamed(text, first)).toBe(blame);
      expect(first.fixes.map(fix => formatMessage(fix.title))).toEqual(titles);
      for (const fix of first.fixes) {
        const fixed = applied(text, fix);
        const left = await errorsOf(fixed);
        expect(left.map(error => `${error.code} ${blamed(fixed, error)}`)).not.toContain(`${code} ${blame}`);
        if (left.length === 0) expect((await runKeras(fixed)).stderr).toBe('');
      }
    });
  }

  it('name the labels, their values and what the loss needs', async () => {
    const [first] = await errorsOf(example);
    expect(formatMessage(first.message)).toBe(
      '`labels` is (100, 1) integers 0..2, `categorical_crossentropy` needs one-hot rows (100, 3).',
    );
    expect(first.related.length).toBe(3);
  });
});
