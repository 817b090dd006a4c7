/** `keras.callbacks.TensorBoard`: taken, and nothing is written, since the panel draws what TensorBoard would. */
import { method } from '../../../python/functions.ts';
import { type KerasObject, kerasClass } from '../objects/kerasObject.ts';
import { callbackClass } from './callback.ts';

export const tensorBoardClass = kerasClass<{ told: boolean }>({
  name: 'TensorBoard',
  base: callbackClass,
  module: 'keras.src.callbacks.tensorboard',
  parameters:
    'log_dir="logs", histogram_freq=0, write_graph=True, write_images=False, write_steps_per_second=False, update_freq="epoch", profile_batch=0, embeddings_freq=0, embeddings_metadata=None',
  ignoredBefore3: ['batch_size', 'write_grads', 'embeddings_layer_names', 'embeddings_data'],
  refusal: (names, unexpected) => {
    const unknown = names.map(name => `'${name}'`).join(', ');
    return {
      1: unexpected,
      2: `Unrecognized arguments in \`TensorBoard\` Callback: {${unknown}}. Supported kwargs are: {'write_grads', 'embeddings_layer_names', 'embeddings_data', 'batch_size'}`,
      3: unexpected,
    };
  },
  documentation: 'Event files for TensorBoard are not written; the panel draws the curves.',
  init(args, self) {
    self.attributes.set('log_dir', args.value('log_dir'));
    return { told: false };
  },
  methods: [
    method('on_train_begin(self, logs=None)', ([self], py) => {
      const { settings } = self as KerasObject<{ told: boolean }>;
      if (!settings.told) {
        py.host.write(
          'stderr',
          'Kerascope writes no event files for TensorBoard: the panel shows the curves of a run.\n',
        );
      }
      settings.told = true;
      return null;
    }),
  ],
});
