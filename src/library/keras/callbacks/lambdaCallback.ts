/** `keras.callbacks.LambdaCallback`. */
import { type NativeFunction, suspendableMethod } from '../../../python/functions.ts';
import type { Value } from '../../../python/values.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';

const indexed = ['on_epoch_begin', 'on_epoch_end', 'on_train_batch_begin', 'on_train_batch_end'] as const;
const plain = ['on_train_begin', 'on_train_end'] as const;

type Hooks = ReadonlyMap<string, Value>;

function forward(name: string, parameters: string): NativeFunction {
  return suspendableMethod(`${name}(self${parameters}, logs=None)`, function* ([self, ...values], py) {
    const callee = (self as KerasObject<Hooks>).settings.get(name) ?? null;
    if (callee !== null) yield* py.callAndWait(callee, values);
    return null;
  });
}

export const lambdaCallbackClass = kerasClass<Hooks>({
  name: 'LambdaCallback',
  base: callbackClass,
  module: 'keras.src.callbacks.lambda_callback',
  parameters: `${[...indexed, ...plain].map(name => `${name}=None`).join(', ')}, on_batch_begin=None, on_batch_end=None`,
  documentation: 'A callback made of functions, one for each hook.',
  init: args =>
    new Map([
      ...[...indexed, ...plain].map(name => [name, args.value(name)] as const),
      ...(args.value('on_batch_end') === null
        ? []
        : [['on_train_batch_end', args.value('on_batch_end')] as const]),
      ...(args.value('on_batch_begin') === null
        ? []
        : [['on_train_batch_begin', args.value('on_batch_begin')] as const]),
    ]),
  methods: [
    ...indexed.map(name => forward(name, name.includes('batch') ? ', batch' : ', epoch')),
    ...plain.map(name => forward(name, '')),
  ],
});
