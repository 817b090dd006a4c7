/** `keras.callbacks.SwapEMAWeights`: evaluates with the running averages of the weights. */
import { PyDict } from '../../../python/collections.ts';
import { raise, ValueError } from '../../../python/errors.ts';
import { suspendableMethod } from '../../../python/functions.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import type { Suspendable } from '../../../python/suspension.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { readVariables, writeVariables } from '../session.ts';
import { callbackClass } from './callback.ts';
import { modelOf } from './monitoring.ts';

interface Settings {
  readonly onEpochs: boolean;
  /** Whether the averages stand in the model, and the weights in the optimizer. */
  swapped: boolean;
}

/** Each variable with its average. */
function pairsOf(callback: KerasObject<Settings>) {
  const model = modelOf(callback as KerasObject);
  const optimizer = model.compiled?.optimizer ?? null;
  if (optimizer === null || !optimizer.settings.useEma) {
    throw raise(
      ValueError,
      'SwapEMAWeights must be used when `use_ema=True` is set on the optimizer. Received: use_ema=False',
      { code: 'no-averages' },
    );
  }
  return optimizer
    .finalValues(model.trainableWeights)
    .map(({ variable, average }) => ({ weight: variable.variable!, average: average.variable! }));
}

function* swap(py: Interpreter, callback: KerasObject<Settings>, wanted: boolean): Suspendable<void> {
  if (callback.settings.swapped === wanted) return;
  const pairs = pairsOf(callback);
  const values = yield* readVariables(
    py,
    pairs.flatMap(({ weight, average }) => [weight, average]),
  );
  const copies = values.map(({ data }) => data.slice());
  yield* writeVariables(
    py,
    pairs.flatMap(({ weight, average }, index) => [
      { variable: weight, value: copies[2 * index + 1] },
      { variable: average, value: copies[2 * index] },
    ]),
  );
  callback.settings.swapped = wanted;
}

/** Before training ends, since the averages then become the weights: those that stand in the model stay. */
function* finalise(py: Interpreter, callback: KerasObject<Settings>): Suspendable<void> {
  const pairs = pairsOf(callback);
  const values = yield* readVariables(
    py,
    pairs.map(({ weight }) => weight),
  );
  const copies = values.map(({ data }) => data.slice());
  yield* writeVariables(
    py,
    pairs.map(({ average }, index) => ({ variable: average, value: copies[index] })),
  );
}

const swapping = (signature: string, wanted: boolean) =>
  suspendableMethod(signature, function* ([self], py) {
    yield* swap(py, self as KerasObject<Settings>, wanted);
    return null;
  });

export const swapEmaWeightsClass = kerasClass<Settings>({
  name: 'SwapEMAWeights',
  base: callbackClass,
  module: 'keras.src.callbacks.swap_ema_weights',
  parameters: 'swap_on_epoch=False',
  documentation: 'Puts the averages of the weights (`use_ema=True`) into the model while it is evaluated.',
  init: args => ({ onEpochs: args.boolean('swap_on_epoch'), swapped: false }),
  methods: [
    suspendableMethod('on_epoch_begin(self, epoch, logs=None)', function* ([self], py) {
      const callback = self as KerasObject<Settings>;
      if (callback.settings.onEpochs) yield* swap(py, callback, false);
      return null;
    }),
    suspendableMethod('on_epoch_end(self, epoch, logs=None)', function* ([self, epoch], py) {
      const callback = self as KerasObject<Settings>;
      if (!callback.settings.onEpochs || callback.settings.swapped) return null;
      yield* swap(py, callback, true);
      const params = callback.attributes.get('params');
      const epochs = params instanceof PyDict ? params.getString('epochs') : undefined;
      if (epochs === (epoch as number) + 1) yield* finalise(py, callback);
      return null;
    }),
    swapping('on_test_begin(self, logs=None)', true),
    swapping('on_test_end(self, logs=None)', false),
    swapping('on_predict_begin(self, logs=None)', true),
    swapping('on_predict_end(self, logs=None)', false),
  ],
});
