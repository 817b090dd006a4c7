/** Keras 3's bar shows the mean over the steps of what the metrics said after each, and the end once more. */
import { expect, it } from 'vitest';
import { runKeras } from '../program.ts';

const SCRIPT = `import keras
import numpy as np

keras.utils.set_random_seed(1)
rng = np.random.RandomState(0)
x, y = rng.rand(40, 4), rng.randint(0, 3, 40)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation='softmax')])
model.compile(keras.optimizers.SGD(0.5), 'sparse_categorical_crossentropy', metrics=['accuracy'])


class Heard(keras.callbacks.Callback):
    def begin(self, *args):
        self.logs = []

    def step(self, batch, logs=None):
        self.logs.append(dict(logs))

    def end(self, last):
        print('WANT', ' - '.join('%s: %.4f' % (name, (sum(log[name] for log in self.logs) + last[name]) / (len(self.logs) + 1)) for name in ('accuracy', 'loss')))

    on_epoch_begin = on_test_begin = begin
    on_train_batch_end = on_test_batch_end = step

    def on_epoch_end(self, epoch, logs=None):
        self.end(logs)

    def on_test_end(self, logs=None):
        self.end(logs)
`;

/** The lines, each as it stood at last. */
function lines(text: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the bar's colours and the way back to its start
  const plain = text.replace(/\u001b\[\d+m|\u0008/g, '');
  return plain.split('\n').map(line => line.split('\r').at(-1)!.trimEnd());
}

it.each([
  ['fit', 'model.fit(x, y, epochs=2, batch_size=7, callbacks=[Heard()])'],
  ['evaluate', 'model.evaluate(x, y, batch_size=7, callbacks=[Heard()])'],
])('in %s', async (_name, call) => {
  const run = await runKeras(`${SCRIPT}\n${call}\n`);
  expect(run.stderr).toBe('');
  const wanted = [...run.stdout.matchAll(/WANT (.*)/g)].map(match => match[1]);
  const bars = lines(run.stdout).filter(line => line.startsWith('6/6'));
  expect(wanted.length).toBeGreaterThan(0);
  // The second epoch's sums begin anew.
  expect(bars.map(bar => /accuracy: .*/.exec(bar)?.[0])).toEqual(wanted.slice(-bars.length));
});

it('shows the metrics themselves before Keras 3, on a line for an epoch, and in the history', async () => {
  const old = SCRIPT.replace('import keras\n', 'from tensorflow import keras\n');
  const run = await runKeras(`${old}
bar = model.fit(x, y, batch_size=7).history
line = model.fit(x, y, batch_size=7, verbose=2).history
print(*['%.4f' % past[name][0] for past in (bar, line) for name in ('loss', 'accuracy')])
`);
  const [bar, line] = lines(run.stdout).filter(text => text.startsWith('6/6'));
  const numbers = lines(run.stdout).at(-2)!.split(' ');
  expect(/loss: (\S+) - accuracy: (\S+)/.exec(bar!)?.slice(1)).toEqual(numbers.slice(0, 2));
  expect(/loss: (\S+) - accuracy: (\S+)/.exec(line!)?.slice(1)).toEqual(numbers.slice(2));
});
