/** Callbacks, with what Keras's own say and do at each hook. */
import { describe, expect, it } from 'vitest';
import { runSaving } from './saving/program.ts';

const opening = `
from keras import callbacks
def make(**options):
    model = keras.Sequential([layers.Input((1,)), layers.Dense(1, kernel_initializer='zeros')])
    model.compile(keras.optimizers.SGD(0.1, **options), 'mse', metrics=['mae'])
    return model
x = np.array([[1.], [2.], [3.], [4.]])
y = 2 * x
class Scripted(callbacks.Callback):
    """Makes the logs say what a test wants."""
    def __init__(self, values, name='val_loss'):
        super().__init__()
        self.values, self.name = values, name
    def on_epoch_end(self, epoch, logs=None):
        logs[self.name] = self.values[epoch]
`;

async function printed(text: string, files = new Map<string, Uint8Array>()): Promise<string> {
  const run = await runSaving(opening + text, files);
  expect(run.stderr).toBe('');
  return run.stdout;
}

const text = (files: Map<string, Uint8Array>, name: string): string =>
  new TextDecoder().decode(files.get(name));

describe('EarlyStopping', () => {
  it('restores the best weights when training ends, also when nothing stopped it', async () => {
    const out = await printed(`
model = make()
weights = []
note = callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: weights.append(model.get_weights()[0].item()))
stop = callbacks.EarlyStopping(patience=9, restore_best_weights=True, verbose=1)
model.fit(x, y, epochs=3, verbose=0, callbacks=[Scripted([3., 1., 2.]), note, stop])
print(model.get_weights()[0].item() == weights[1], weights[1] < weights[2], stop.stopped_epoch)`);
    expect(out).toBe('Restoring model weights from the end of the best epoch: 2.\nTrue True 0\n');
  });

  it('says when it stopped, then what it restored', async () => {
    const out = await printed(`
stop = callbacks.EarlyStopping(patience=1, restore_best_weights=True, verbose=1)
history = make().fit(x, y, epochs=9, verbose=0, callbacks=[Scripted([3., 1., 2., 2., 2.]), stop])
print(history.epoch, stop.stopped_epoch, stop.best)`);
    expect(out).toBe(
      'Epoch 3: early stopping\nRestoring model weights from the end of the best epoch: 2.\n[0, 1, 2] 2 1.0\n',
    );
  });

  it('takes the direction of a metric of the model, and asks for a mode otherwise', async () => {
    const run = await runSaving(`${opening}
model = keras.Sequential([layers.Input((1,)), layers.Dense(1)])
model.compile('sgd', 'mse', metrics=[keras.metrics.Precision(name='p')])
stop = callbacks.EarlyStopping('val_p', patience=1)
model.fit(x, np.ones((4, 1)), epochs=4, verbose=0, callbacks=[Scripted([0.1, 0.2, 0.3, 0.4], 'val_p'), stop])
print(stop.stopped_epoch)
model.fit(x, np.ones((4, 1)), verbose=0, callbacks=[Scripted([1.], 'mine'), callbacks.EarlyStopping('mine')])`);
    expect(run.stdout).toBe('0\n');
    expect(run.stderr).toContain(
      "ValueError: EarlyStopping callback received monitor=mine but Keras isn't able to automatically determine",
    );
  });
});

describe('ModelCheckpoint', () => {
  it('writes a file for every epoch, in a folder that it makes', async () => {
    const files = new Map<string, Uint8Array>();
    await printed(
      `make().fit(x, y, epochs=2, verbose=0, callbacks=[Scripted([0.5, 0.25]), callbacks.ModelCheckpoint('kept/at-{epoch:02d}-{val_loss:.2f}.keras')])`,
      files,
    );
    expect([...files.keys()]).toEqual(['kept/at-01-0.50.keras', 'kept/at-02-0.25.keras']);
  });

  it('says what improved and what did not', async () => {
    const out = await printed(
      `make().fit(x, y, epochs=3, verbose=0, callbacks=[Scripted([0.5, 0.75, 0.25]), callbacks.ModelCheckpoint('b.weights.h5', save_best_only=True, save_weights_only=True, verbose=1)])`,
    );
    expect(out.split('\n').filter(line => line !== '')).toEqual([
      'Epoch 1: val_loss improved from inf to 0.50000, saving model to b.weights.h5',
      'Epoch 2: val_loss did not improve from 0.50000',
      'Epoch 3: val_loss improved from 0.50000 to 0.25000, saving model to b.weights.h5',
    ]);
  });

  it('saves after a number of batches, counted over epochs', async () => {
    const files = new Map<string, Uint8Array>();
    await printed(
      `make().fit(x, y, batch_size=1, epochs=2, verbose=0, callbacks=[callbacks.ModelCheckpoint('{epoch}-{batch}.keras', save_freq=3)])`,
      files,
    );
    expect([...files.keys()]).toEqual(['1-3.keras', '2-2.keras']);
  });

  it('saves after a number of epochs for scripts of Keras 2', async () => {
    const files = new Map<string, Uint8Array>();
    await printed(
      `from keras.layers.core import Dense
make().fit(x, y, epochs=5, verbose=0, callbacks=[callbacks.ModelCheckpoint('{epoch}.keras', period=2)])`,
      files,
    );
    expect([...files.keys()]).toEqual(['2.keras', '4.keras']);
  });

  it('takes accuracies upwards only, as Keras does', async () => {
    const out = await printed(`
for name in ['val_accuracy', 'val_precision']:
    kept = callbacks.ModelCheckpoint('m.keras', name, save_best_only=True)
    make().fit(x, y, epochs=2, verbose=0, callbacks=[Scripted([0.5, 0.75], name), kept])
    print(kept.best)`);
    expect(out).toBe('0.75\n0.5\n');
  });

  for (const [name, arguments_, words] of [
    [
      'a name that Keras 3 does not take',
      "'m.h5'",
      'The filepath provided must end in `.keras` (Keras model format).',
    ],
    ['a frequency that is no number', "'m.keras', save_freq='batch'", 'Unrecognized save_freq: batch.'],
  ]) {
    it(`refuses ${name}`, async () => {
      const run = await runSaving(`${opening}callbacks.ModelCheckpoint(${arguments_})`);
      expect(run.stderr).toContain(`ValueError: ${words}`);
    });
  }

  it('names what a file name asks for and the logs lack', async () => {
    const run = await runSaving(
      `${opening}make().fit(x, y, verbose=0, callbacks=[callbacks.ModelCheckpoint('{val_acc}.keras')])`,
    );
    expect(run.stderr).toContain('Failed to format this callback filepath: "{val_acc}.keras". Reason: ');
  });
});

describe('CSVLogger', () => {
  it('has columns for validation from the start, since later epochs may have them', async () => {
    const files = new Map<string, Uint8Array>();
    await printed(
      `make().fit(x, y, epochs=2, verbose=0, validation_data=(x, y), validation_freq=2, callbacks=[callbacks.CSVLogger('log.csv')])`,
      files,
    );
    const [header, first, second] = text(files, 'log.csv')
      .split('\r\n')
      .map(line => line.split(','));
    expect(header).toEqual(['epoch', 'loss', 'mae', 'val_loss', 'val_mae']);
    expect(first.slice(3)).toEqual(['NA', 'NA']);
    expect(Number(second[3])).toBeGreaterThan(0);
  });

  it('goes on with a file, without a second header', async () => {
    const files = new Map<string, Uint8Array>();
    await printed(
      `for _ in range(2): make().fit(x, y, verbose=0, callbacks=[callbacks.CSVLogger('log.csv', separator=';', append=True)])`,
      files,
    );
    expect(
      text(files, 'log.csv')
        .split('\r\n')
        .map(line => line.split(';')[0]),
    ).toEqual(['epoch', '0', '0', '']);
  });
});

describe('BackupAndRestore', () => {
  const script = `
class Interrupt(callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 2:
            raise RuntimeError('interrupted')
model = make(momentum=0.9)
straight = make(momentum=0.9)
straight.fit(x, y, epochs=4, verbose=0, shuffle=False)
backup = callbacks.BackupAndRestore('backup')
try:
    model.fit(x, y, epochs=4, verbose=0, shuffle=False, callbacks=[backup, Interrupt()])
except RuntimeError as error:
    print(error)
`;

  it('lets a fit go on after it was cut off, with the optimizer where it was', async () => {
    const files = new Map<string, Uint8Array>();
    const out = await printed(
      `${script}
import os
print(os.path.exists('backup/latest.weights.h5'))
again = make(momentum=0.9)
history = again.fit(x, y, epochs=4, verbose=0, shuffle=False, callbacks=[backup])
print(history.epoch, np.allclose(again.get_weights()[0], straight.get_weights()[0], rtol=1e-6))`,
      files,
    );
    expect(out).toBe('interrupted\nTrue\n[2, 3] True\n');
    expect([...files.keys()]).toEqual([]);
  });

  it('keeps its files where it is told to', async () => {
    const files = new Map<string, Uint8Array>();
    await printed(
      `make().fit(x, y, epochs=3, verbose=0, callbacks=[callbacks.BackupAndRestore('b', delete_checkpoint=False)])`,
      files,
    );
    expect(JSON.parse(text(files, 'b/training_metadata.json'))).toEqual({ epoch: 3, batch: 0 });
  });
});

describe('SwapEMAWeights', () => {
  it('evaluates with the averages and gives the weights back', async () => {
    const out = await printed(`
model = make(use_ema=True, ema_momentum=0.5)
first = model.get_weights()[0].item()
seen = []
note = callbacks.LambdaCallback(on_train_batch_end=lambda batch, logs: seen.append(model.get_weights()[0].item()),
                                on_test_batch_end=lambda batch, logs: seen.append(model.get_weights()[0].item()))
model.fit(x, y, verbose=0, epochs=1, batch_size=2, validation_data=(x, y), callbacks=[callbacks.SwapEMAWeights(), note])
# The average begins with the first weight, and then goes half of the way to the second.
average = 0.5 * seen[0] + 0.5 * seen[1]
print(np.isclose(seen[2], average), np.isclose(model.get_weights()[0].item(), average))`);
    expect(out).toBe('True True\n');
  });

  it('needs an optimizer with averages', async () => {
    const run = await runSaving(
      `${opening}make().fit(x, y, verbose=0, validation_data=(x, y), callbacks=[callbacks.SwapEMAWeights()])`,
    );
    expect(run.stderr).toContain('ValueError: SwapEMAWeights must be used when `use_ema=True`');
  });
});

describe('callbacks in a list', () => {
  it('are called in its order, the history last, with every hook', async () => {
    const out = await printed(`
calls = []
class Noting(callbacks.Callback):
    def __init__(self, name):
        super().__init__()
        self.name = name
for hook in ['on_train_begin', 'on_train_end', 'on_test_begin', 'on_test_end']:
    setattr(Noting, hook, lambda self, logs=None, hook=hook: calls.append(self.name + ' ' + hook[3:]))
for hook in ['on_epoch_begin', 'on_epoch_end', 'on_train_batch_begin', 'on_train_batch_end', 'on_test_batch_begin', 'on_test_batch_end']:
    setattr(Noting, hook, lambda self, index, logs=None, hook=hook: calls.append(self.name + ' ' + hook[3:] + ' ' + str(index)))
make().fit(x, y, verbose=0, batch_size=4, validation_data=(x, y), callbacks=[Noting('a'), Noting('b')])
print([call[2:] for call in calls[::2]])
print(all(a[0] == 'a' and b == 'b' + a[1:] for a, b in zip(calls[::2], calls[1::2])))`);
    expect(out).toBe(
      "['train_begin', 'epoch_begin 0', 'train_batch_begin 0', 'train_batch_end 0', 'test_begin', 'test_batch_begin 0', 'test_batch_end 0', 'test_end', 'epoch_end 0', 'train_end']\nTrue\n",
    );
  });

  it('hear of predictions batch by batch, with the model and what it gave', async () => {
    const out = await printed(`
class Noting(callbacks.Callback):
    def on_predict_begin(self, logs=None):
        print('begin', self.model.name, self.params['steps'])
    def on_predict_batch_begin(self, batch, logs=None):
        print('batch', batch)
    def on_predict_batch_end(self, batch, logs=None):
        print('gave', logs['outputs'].shape)
    def on_predict_end(self, logs=None):
        print('end')
keras.Model.predict(make(), x, batch_size=3, verbose=0, callbacks=[Noting()])`);
    expect(out).toBe('begin sequential 2\nbatch 0\ngave (3, 1)\nbatch 1\ngave (1, 1)\nend\n');
  });

  it('are called as one by CallbackList', async () => {
    const out = await printed(`
model = make()
both = callbacks.CallbackList([callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: print(epoch, logs)), callbacks.Callback()], add_history=True, model=model, epochs=2)
both.on_train_begin()
both.on_epoch_end(0, {'loss': 0.5})
print(model.history.history if hasattr(model, 'history') and model.history else both.callbacks[-1].history, both.callbacks[0].params['epochs'])`);
    expect(out).toBe("0 {'loss': 0.5}\n{'loss': [0.5]} 2\n");
  });

  it('says once that no event files are written, and refuses to send metrics away', async () => {
    const board = await runSaving(
      `${opening}b = callbacks.TensorBoard('logs')\nfor _ in range(2): make().fit(x, y, verbose=0, callbacks=[b])`,
    );
    expect(board.stderr.match(/event files/g)).toHaveLength(1);
    const remote = await runSaving(
      `${opening}make().fit(x, y, verbose=0, callbacks=[callbacks.RemoteMonitor()])`,
    );
    expect(remote.stderr).toContain('a run does not reach the network');
  });
});
