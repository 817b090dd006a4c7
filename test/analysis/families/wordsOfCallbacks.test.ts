/** What callbacks refuse, and what `fit` refuses of them, in the words of each version of Keras. */
import { compiled, testWords } from './versionWords.ts';

const fit = (callbacks: string, settings = '') =>
  `from keras.callbacks import *\n${compiled()}m.fit(x, hot, epochs=2, callbacks=${callbacks}${settings})`;
const held = ', validation_split=0.2';
const own = (hook: string) => `from keras.callbacks import *
class Own(Callback):
    def ${hook}:
        pass
${fit('[Own()]')}`;
const direction = (monitor: string) =>
  `ValueError: EarlyStopping callback received monitor=${monitor} but Keras isn't able to automatically determine whether that metric should be maximized or minimized. Pass \`mode='max'\` in order to do early stopping based on the highest metric value, or pass \`mode='min'\` in order to use the lowest value.`;
const none = "TypeError: unsupported operand type(s) for -: 'NoneType' and 'int'";

testWords({
  'a class in place of a callback': [
    fit('[EarlyStopping]'),
    {
      1: "TypeError: set_model() missing 1 required positional argument: 'model'",
      2: "TypeError: Callback.set_model() missing 1 required positional argument: 'model'",
    },
  ],
  'a text in place of a callback': [
    fit("['early']"),
    {
      1: "AttributeError: 'str' object has no attribute 'set_model'",
      2: "AttributeError: 'str' object has no attribute 'set_model'",
    },
  ],
  'nothing among the callbacks': [
    fit('[None]'),
    { 3: "AttributeError: 'NoneType' object has no attribute 'set_model'" },
  ],
  'a callback alone': [
    fit("EarlyStopping(monitor='loss')"),
    { 1: 'TypeError: can only concatenate list (not "EarlyStopping") to list', 2: null, 3: null },
  ],
  'several lists of callbacks': [
    fit("[[EarlyStopping(monitor='loss')], (TerminateOnNaN(),)]"),
    { 2: null, 3: null },
  ],
  'a hook without logs': [
    own('on_epoch_end(self, epoch)'),
    {
      1: 'TypeError: Own.on_epoch_end() takes 2 positional arguments but 3 were given',
      3: 'TypeError: Own.on_epoch_end() takes 2 positional arguments but 3 were given',
    },
  ],
  'a hook of batches whose logs have another name': [
    own('on_batch_end(self, batch, values)'),
    {
      1: null,
      2: "TypeError: Own.on_batch_end() got an unexpected keyword argument 'logs'",
      3: "TypeError: Own.on_batch_end() got an unexpected keyword argument 'logs'",
    },
  ],
  'a newer hook of batches whose logs have another name': [
    own('on_train_batch_end(self, batch, values)'),
    { 1: null, 2: null, 3: "TypeError: Own.on_train_batch_end() got an unexpected keyword argument 'logs'" },
  ],
  'a hook that nobody calls': [own('on_epoch_finished(self)'), { 1: null, 2: null, 3: null }],
  'hooks that take anything': [own('on_epoch_end(self, *args, **keywords)'), { 1: null, 2: null, 3: null }],
  'a function for a hook that takes too little': [
    fit('[LambdaCallback(on_epoch_end=lambda epoch: 0)]'),
    { 3: 'TypeError: <lambda>() takes 1 positional argument but 2 were given' },
  ],
  'a stopping without validation': [fit('[EarlyStopping()]'), { 1: none, 2: null, 3: null }],
  'a stopping that watches what is not measured': [
    fit("[EarlyStopping(monitor='f1')]", held),
    { 1: none, 2: null, 3: direction('f1') },
  ],
  'a direction that is told': [
    fit("[EarlyStopping(monitor='f1', mode='max')]", held),
    { 1: none, 2: null, 3: null },
  ],
  'no epoch': [
    fit("[EarlyStopping(monitor='f1')]", held).replace('epochs=2', 'epochs=0'),
    { 2: null, 3: null },
  ],
  'logs that a callback adds': [
    `from keras.callbacks import *
class Own(Callback):
    def on_epoch_end(self, epoch, logs=None):
        logs['val_f1'] = 0.5
${fit("[Own(), EarlyStopping(monitor='val_f1', mode='max'), ModelCheckpoint('{val_f1}.keras')]", held)}`,
    { 1: null, 2: null, 3: null },
  ],
  'a file name with a log that there is not': [
    fit("[ModelCheckpoint('{epoch}-{val_loss:.2f}.keras')]"),
    {
      1: "KeyError: 'val_loss'",
      2: "KeyError: 'Failed to format this callback filepath: \"{epoch}-{val_loss:.2f}.keras\". Reason: \\'val_loss\\''",
      3: "KeyError: 'Failed to format this callback filepath: \"{epoch}-{val_loss:.2f}.keras\". Reason: \\'val_loss\\''",
    },
  ],
  'a file name with the logs that there are': [
    fit("[ModelCheckpoint('{epoch:02d}-{val_loss:.2f}.keras')]", held),
    { 1: null, 2: null, 3: null },
  ],
  'a file name that is filled in for a later epoch': [
    fit("[ModelCheckpoint('{f1}.keras', period=5)]"),
    { 1: null, 2: null },
  ],
  'a schedule of integers': [
    fit('[LearningRateScheduler(lambda epoch: 1)]'),
    {
      1: 'ValueError: The output of the "schedule" function should be float.',
      2: 'ValueError: The output of the "schedule" function should be float. Got: 1',
      3: 'ValueError: The output of the `schedule` function should be a float. Got: 1',
    },
  ],
  'a schedule that forgets later epochs': [
    `def rate(epoch):\n    if epoch < 1:\n        return 0.1\n${fit('[LearningRateScheduler(rate)]')}`,
    { 3: 'ValueError: The output of the `schedule` function should be a float. Got: None' },
  ],
  'a schedule that forgets epochs that may not come': [
    `def rate(epoch):\n    if epoch < 1:\n        return 0.1\n${fit("[EarlyStopping('loss'), LearningRateScheduler(rate)]")}`,
    { 1: null, 2: null, 3: null },
  ],
  'a schedule by the rate': [
    fit('[LearningRateScheduler(lambda epoch, rate: rate * 0.9)]'),
    { 1: "TypeError: <lambda>() missing 1 required positional argument: 'rate'", 2: null, 3: null },
  ],
  'a number for a schedule': [
    fit('[LearningRateScheduler(0.1)]'),
    { 1: "TypeError: 'float' object is not callable", 3: "TypeError: 'float' object is not callable" },
  ],
  'a method for a schedule': [
    `class Rates:\n    def at(self, epoch):\n        return 0.1 / (1 + epoch)\n${fit('[LearningRateScheduler(Rates().at)]')}`,
    { 1: null, 2: null, 3: null },
  ],
  'a mode that a stopping does not know': [
    `keras.callbacks.EarlyStopping(mode='maximum')`,
    { 1: "AttributeError: 'EarlyStopping' object has no attribute 'mode'", 2: null, 3: null },
  ],
  'a mode that others do not know': [
    `keras.callbacks.ModelCheckpoint('a.keras', mode='best')\nkeras.callbacks.ReduceLROnPlateau(mode='best')`,
    { 1: null, 2: null, 3: null },
  ],
  'a threshold by its older name': [
    `keras.callbacks.ReduceLROnPlateau(epsilon=0.01)`,
    { 1: null, 2: null, 3: null },
  ],
  'a setting that a reducing does not have': [
    `keras.callbacks.ReduceLROnPlateau(patients=3)`,
    {
      1: "TypeError: ReduceLROnPlateau.__init__() got an unexpected keyword argument 'patients'",
      2: null,
      3: null,
    },
  ],
  'a frequency of files that nobody knows': [
    `keras.callbacks.ModelCheckpoint('a.keras', save_freq='batch')`,
    {
      2: 'ValueError: Unrecognized save_freq: batch. Expected save_freq are "epoch" or integer',
      3: "ValueError: Unrecognized save_freq: batch. Expected save_freq are 'epoch' or integer values",
    },
  ],
  'a backup nowhere': [
    `keras.callbacks.BackupAndRestore('')`,
    { 2: null, 3: 'ValueError: Empty `backup_dir` argument passed' },
  ],
  'a backup at no time': [
    `keras.callbacks.BackupAndRestore('a', save_freq=False)`,
    { 2: 'ValueError: Either `save_freq` or `save_before_preemption` must be set.' },
  ],
  'a progress bar that counts something else': [
    `keras.callbacks.ProgbarLogger(count_mode='batches')`,
    {
      2: 'ValueError: Unknown `count_mode`: batches. Expected values are ["samples", "steps"]',
      3: "TypeError: ProgbarLogger.__init__() got an unexpected keyword argument 'count_mode'",
    },
  ],
  'a setting that TensorBoard does not have': [
    `keras.callbacks.TensorBoard('logs', frequency=3)`,
    {
      2: "ValueError: Unrecognized arguments in `TensorBoard` Callback: {'frequency'}. Supported kwargs are: {'write_grads', 'embeddings_layer_names', 'embeddings_data', 'batch_size'}",
      3: "TypeError: TensorBoard.__init__() got an unexpected keyword argument 'frequency'",
    },
  ],
  'a setting that TensorBoard had': [
    `keras.callbacks.TensorBoard('logs', write_grads=True)`,
    { 2: null, 3: "TypeError: TensorBoard.__init__() got an unexpected keyword argument 'write_grads'" },
  ],
});
