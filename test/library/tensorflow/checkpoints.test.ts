/** `tf.train.Checkpoint`: variables, models and optimizers come back as they were; how many files a manager keeps. */
import { expect, it } from 'vitest';
import { analyseKeras } from '../keras/program.ts';
import { runSaving } from '../keras/saving/program.ts';

it('saves and restores, and keeps the newest', async () => {
  const program = `import os
import numpy as np
import tensorflow as tf
model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)])
optimizer = tf.keras.optimizers.Adam(0.1)
model.compile(optimizer, 'mse')
x, y = np.ones((4, 2), 'float32'), np.ones((4, 1), 'float32')
model.fit(x, y, verbose=0)
step = tf.Variable(3, dtype='int64')
checkpoint = tf.train.Checkpoint(step=step, optimizer=optimizer, model=model)
print(checkpoint.save(os.path.join('saved', 'ckpt')), tf.train.latest_checkpoint('saved'), tf.train.latest_checkpoint('none'))
after = [model.fit(x, y, verbose=0).history['loss'], step.assign_add(5).numpy()]
checkpoint.restore(tf.train.latest_checkpoint('saved')).expect_partial()
print(model.fit(x, y, verbose=0).history['loss'] == after[0], step.numpy(), after[1], int(optimizer.iterations))
manager = tf.train.CheckpointManager(checkpoint, 'kept', max_to_keep=2)
print(manager.latest_checkpoint, [manager.save() for _ in range(3)], sorted(os.listdir('kept')))
again = tf.train.CheckpointManager(tf.train.Checkpoint(step=tf.Variable(0, dtype='int64')), 'kept', max_to_keep=2)
print(again.checkpoints, again.restore_or_initialize(), again.checkpoint.step.numpy())
try:
    tf.train.Checkpoint(step=tf.Variable([1, 2], dtype='int64')).restore(again.latest_checkpoint)
except ValueError as error:
    print(error)
print([n.numpy() for n in [tf.data.experimental.cardinality(tf.data.Dataset.range(7)), tf.data.Dataset.range(7).cardinality() // 2]])
print(len(tf.data.Dataset.list_files('kept/*.npz').map(lambda path: path).take(tf.constant(1))))
`;
  const { stdout, stderr } = await runSaving(program);
  expect(stderr).toBe('');
  expect(stdout.trimEnd().split('\n')).toEqual([
    'saved/ckpt-1 saved/ckpt-1 None',
    'True 3 8 2',
    "None ['kept/ckpt-2', 'kept/ckpt-3', 'kept/ckpt-4'] ['checkpoint', 'ckpt-3.index', 'ckpt-3.npz', 'ckpt-4.index', 'ckpt-4.npz']",
    "['kept/ckpt-3', 'kept/ckpt-4'] kept/ckpt-4 3",
    "Tensor's shape () is not compatible with supplied shape (2,)",
    '[7, 3]',
    '1',
  ]);
  expect((await analyseKeras(program)).findings).toEqual([]);
});

it('leaves the place of an iterator to TensorFlow: unknown while typing, refused by name in a run', async () => {
  const program = `import tensorflow as tf
step = tf.Variable(1)
rows = iter(tf.data.Dataset.range(4).batch(2))
checkpoint = tf.train.Checkpoint(step=step, rows=rows)
checkpoint.restore(tf.train.latest_checkpoint('none')).run_restore_ops()
`;
  expect((await analyseKeras(program)).findings).toEqual([]);
  expect((await runSaving(program)).stderr).toContain(
    'NotImplementedError: tf.train.Checkpoint(OwnedIterator) is not supported by Kerascope yet',
  );
  const wrong = 'import tensorflow as tf\ntf.train.Checkpoint(step=3)\n';
  expect((await runSaving(wrong)).stderr).toContain('expecting keyword arguments to be a trackable object');
});
