/** Which hook of a batch is called, by version: `on_batch_end` is the older name of `on_train_batch_end`. */
import { describe, expect, it } from 'vitest';
import { runSaving } from './saving/program.ts';

const opening = `
from keras import callbacks
x = np.ones((2, 1))
calls = []
class Older(callbacks.Callback):
    def on_batch_end(self, batch, logs=None):
        calls.append('older')
class Newer(callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        calls.append('newer')
class Both(Older):
    def on_train_batch_end(self, batch, logs=None):
        calls.append('newer')
class HandedOn(Older):
    def on_train_batch_end(self, batch, logs=None):
        calls.append('newer')
        super().on_train_batch_end(batch, logs)
    def on_test_end(self, logs=None):
        calls.append('test')
def made(own):
    model = keras.models.Sequential([layers.Dense(1, input_shape=(1,))])
    model.compile('sgd', 'mse')
    calls.clear()
    model.fit(x, x, batch_size=1, verbose=0, EPOCHS=1, validation_data=(x, x), callbacks=[own])
    print(type(own).__name__, calls)
`;

async function printed(version: '1' | '2' | '3', body: string): Promise<string[]> {
  const text = (opening + body).replaceAll('EPOCHS', version === '1' ? 'nb_epoch' : 'epochs');
  const run = await runSaving(text, new Map(), true, version);
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd().split('\n');
}

describe('hooks of batches', () => {
  const all = 'for own in [Older(), Newer(), Both(), HandedOn()]: made(own)';

  it.each(['2', '3'] as const)(
    'have the older one called by the newer one alone in Keras %s',
    async version => {
      expect(await printed(version, all)).toEqual([
        "Older ['older', 'older']",
        "Newer ['newer', 'newer']",
        "Both ['newer', 'newer']",
        "HandedOn ['newer', 'older', 'newer', 'older', 'test']",
      ]);
    },
  );

  it('have the older name alone in Keras 1, which tells nothing of tests', async () => {
    expect(await printed('1', all)).toEqual([
      "Older ['older', 'older']",
      'Newer []',
      "Both ['older', 'older']",
      "HandedOn ['older', 'older']",
    ]);
  });

  it.each([
    ['1', "['batch', 'batch', 'end']"],
    ['2', "['batch', 'batch', 'end']"],
    ['3', "['train', 'batch', 'batch', 'end']"],
  ] as const)("are LambdaCallback's third argument before Keras 3: %s", async (version, calls) => {
    const [batch, train, end] = ['batch, logs', 'logs', 'logs'].map(
      (names, index) => `lambda ${names}: calls.append('${['batch', 'train', 'end'][index]}')`,
    );
    const functions = version === '3' ? `${train}, ${end}, None, ${batch}` : `${batch}, None, None, ${end}`;
    const body = `made(callbacks.LambdaCallback(None, None, ${functions}))`;
    expect(await printed(version, body)).toEqual([`LambdaCallback ${calls}`]);
  });

  it.each([
    ['2', "['newer']"],
    ['3', "['older']"],
  ] as const)('are called by a CallbackList as its version calls them: %s', async (version, calls) => {
    const body = 'callbacks.CallbackList([Both()]).on_batch_end(0)\nprint(calls)';
    expect(await printed(version, body)).toEqual([calls]);
  });
});
