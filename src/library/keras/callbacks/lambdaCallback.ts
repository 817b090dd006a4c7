/** `keras.callbacks.LambdaCallback`. */
import { kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';

/** The hooks that are parameters; functions for others are keywords. */
const hooks = [
  ...['on_epoch_begin', 'on_epoch_end', 'on_train_begin', 'on_train_end'],
  ...['on_train_batch_begin', 'on_train_batch_end'],
];

export const lambdaCallbackClass = kerasClass<null>({
  name: 'LambdaCallback',
  base: callbackClass,
  module: 'keras.src.callbacks.lambda_callback',
  parameters: `${hooks.map(name => `${name}=None`).join(', ')}, **kwargs`,
  documentation: 'A callback made of functions, one for each hook.',
  unexpected(_args, keywords, self) {
    for (const [name, value] of keywords.entries()) self.attributes.set(String(name), value);
  },
  init(args, self) {
    for (const name of hooks) {
      const callee = args.value(name);
      if (callee !== null) self.attributes.set(name, callee);
    }
    return null;
  },
});
