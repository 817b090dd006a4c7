/** The learning rate among the logs, by the name that each version gives it. */
import { expect, test } from 'vitest';
import { runProgram } from '../../../checks/running.ts';

const program = (imports: string, callback: string, name: string) => `import numpy as np
${imports}
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer='sgd', loss='mse')
done = model.fit(np.zeros((8, 4)), np.zeros(8), epochs=2, verbose=0, callbacks=[keras.callbacks.${callback}])
assert len(done.history['${name}']) == 2
`;

const callbacks = ['LearningRateScheduler(lambda epoch: 0.1)', "ReduceLROnPlateau(monitor='loss')"];

test.each(callbacks)('%s', async callback => {
  const ofKeras3 = program('import keras', callback, 'learning_rate');
  const ofTensorFlow = program('from tensorflow import keras', callback, 'lr');
  expect((await runProgram(ofKeras3)).raises).toBe('');
  expect((await runProgram(ofTensorFlow)).raises).toBe('');
  expect((await runProgram(program('import keras', callback, 'lr'), '3')).raises).toBe("KeyError: 'lr'");
  // That name alone shows that TensorFlow brings Keras 3.
  const later = program('from tensorflow import keras', callback, 'learning_rate');
  expect((await runProgram(later)).raises).toBe('');
});
