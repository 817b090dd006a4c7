/** A script's own training that goes on where it was lost: what is computed behind a checkpoint is as without a loss. */
import { describe, expect, it } from 'vitest';
import type { LoopCheckpoint } from '../../../../src/library/keras/loopJournal.ts';
import { silentMonitor, type TrainingMonitor } from '../../../../src/library/keras/monitor.ts';
import { runKeras } from '../program.ts';

/** Runs a script with a checkpoint at its n-th chance to take one, or from a checkpoint. */
async function run(text: string, at: number, given: LoopCheckpoint | null = null) {
  const taken: LoopCheckpoint[] = [];
  const seen: number[] = [];
  let chances = 0;
  const monitor: TrainingMonitor = {
    ...silentMonitor,
    keepsLoops: true,
    loopCheckpointDue: () => ++chances === at,
    onLoopCheckpoint: checkpoint => taken.push(checkpoint),
    takeLoopCheckpoint: () => given,
    onLoopResumed: steps => seen.push(steps),
  };
  const { stdout, stderr } = await runKeras(text, monitor, 1, 'wasm');
  return { lines: stdout.trim().split('\n'), errors: stderr, taken, seen };
}

const start = `
import numpy as np
import tensorflow as tf
import keras
from keras import layers
keras.utils.set_random_seed(3)
X = np.random.normal(size=(48, 4)).astype('float32')
y = (X.sum(axis=1, keepdims=True) > 0).astype('float32')
model = keras.Sequential([keras.Input((4,)), layers.Dense(6, activation='relu'), layers.Dropout(0.2), layers.Dense(1)])
loss_of = keras.losses.BinaryCrossentropy(from_logits=True)
`;

/** Loops as scripts have them; everything that is printed must be the same. */
const loops: Readonly<Record<string, string>> = {
  'a tape with metrics, a schedule, early stopping and the best weights': `${start}
data = tf.data.Dataset.from_tensor_slices((X, y)).map(lambda a, b: (a * 2.0, b)).shuffle(48).batch(16)
optimizer = keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.05, 5, 0.9))
accuracy = keras.metrics.BinaryAccuracy(threshold=0.0)
mean = keras.metrics.Mean()
best, patience, weights = np.inf, 0, None
for epoch in range(8):
    for images, labels in data:
        with tf.GradientTape() as tape:
            logits = model(images, training=True)
            loss = loss_of(labels, logits) + 1e-3 * tf.add_n([tf.nn.l2_loss(v) for v in model.trainable_variables])
        slopes = tape.gradient(loss, model.trainable_variables)
        slopes, norm = tf.clip_by_global_norm(slopes, 1.0)
        optimizer.apply_gradients(zip(slopes, model.trainable_variables))
        accuracy.update_state(labels, logits)
        mean.update_state(loss)
    print(f'epoch {epoch}: {mean.result():.6f} {accuracy.result().numpy():.4f} {norm:.6f}')
    if mean.result() < best:
        best, patience, weights = float(mean.result()), 0, model.get_weights()
    else:
        patience += 1
        if patience > 3:
            break
    mean.reset_state()
    accuracy.reset_state()
model.set_weights(weights)
print(best, float(loss_of(y, model(X))), optimizer.iterations.numpy())`,
  'plain variables': `${start}
W = tf.Variable(tf.random.normal((4, 1), seed=1) * 0.1)
b = tf.Variable(tf.zeros((1,)))
x = tf.constant(X) / tf.reduce_max(tf.abs(X))
scale = tf.Variable(tf.reduce_mean(x))
trace = []
for n in range(12):
    with tf.GradientTape() as tape:
        loss = loss_of(y, x @ W + b * scale)
    dW, db = tape.gradient(loss, [W, b])
    W.assign_sub(0.5 * dW)
    b.assign_sub(0.5 * db)
    if n % 3 == 0:
        print(n, float(loss), trace[-1].numpy() if trace else None)
    trace.append(loss)
print([float(t) for t in trace], W.numpy().ravel(), b.numpy(), float(scale))`,
  'two optimizers, predict, evaluate and train_on_batch': `${start}
generator = keras.Sequential([keras.Input((3,)), layers.Dense(8, activation='relu'), layers.Dense(4)])
model.compile(keras.optimizers.Adam(0.001), loss_of, metrics=['accuracy'])
optimizer = keras.optimizers.RMSprop(0.001)
smooth = tf.Variable(0.0, trainable=False)
for n in range(9):
    noise = tf.random.normal((16, 3))
    fake = generator.predict(noise, verbose=0)
    model.trainable = True
    loss = model.train_on_batch(np.concatenate([X[:16], fake]), np.concatenate([np.ones(16), np.zeros(16)]))
    with tf.GradientTape() as tape:
        own = loss_of(tf.ones((16, 1)), model(generator(noise)))
    slopes = tape.gradient(own, generator.trainable_variables)
    optimizer.apply_gradients(zip(slopes, generator.trainable_variables))
    smooth.assign(0.9 * smooth + 0.1 * own)
    if n % 2 == 0:
        print(n, loss, smooth.numpy(), model.evaluate(X, y, verbose=0))
print(np.sum([np.abs(w).sum() for w in generator.get_weights() + model.get_weights()]))`,
  'replay memory and a target network': `${start}
actor = keras.Sequential([keras.Input((4,)), layers.Dense(8, activation='relu'), layers.Dense(2)])
target = keras.models.clone_model(actor)
target.set_weights(actor.get_weights())
optimizer = keras.optimizers.Adam(0.01)
state, memory, epsilon = np.zeros(4, 'float32'), [], 1.0
for n in range(20):
    values = actor(state[None], training=False)
    action = int(tf.argmax(values[0])) if np.random.rand() > epsilon else np.random.randint(2)
    following = (0.9 * state + np.random.normal(size=4) * (1 + action)).astype('float32')
    memory.append((state, action, float(-abs(following).sum()), following))
    state, epsilon = following, epsilon * 0.9
    if len(memory) < 4:
        continue
    rows = [memory[i] for i in np.random.choice(len(memory), 4)]
    goals = np.array([r[2] for r in rows]) + 0.9 * np.max(target.predict(np.stack([r[3] for r in rows]), verbose=0), axis=1)
    with tf.GradientTape() as tape:
        chosen = tf.reduce_sum(actor(np.stack([r[0] for r in rows])) * tf.one_hot([r[1] for r in rows], 2), axis=1)
        loss = tf.reduce_mean(tf.square(tf.cast(goals, tf.float32) - chosen))
    optimizer.apply_gradients(zip(tape.gradient(loss, actor.trainable_variables), actor.trainable_variables))
    if n % 5 == 0:
        target.set_weights(actor.get_weights())
        print(n, action, float(loss), epsilon)
print(actor.predict(X[:2], verbose=0), len(memory), memory[-1][2])`,
};

describe('a script that runs again goes on with the numbers of an undisturbed run', () => {
  it.each(Object.entries(loops))('%s', async (_name, text) => {
    const whole = await run(text, Number.POSITIVE_INFINITY);
    expect(whole.errors).toBe('');
    for (const at of [2, 4]) {
      const [checkpoint] = (await run(text, at)).taken;
      expect(checkpoint.journal).not.toBeNull();
      const rest = await run(text, Number.POSITIVE_INFINITY, checkpoint);
      expect(rest.errors).toBe('');
      expect(rest.lines).toEqual(whole.lines);
      expect(rest.seen).toEqual([checkpoint.steps]);
    }
  });
});

it('computes plain variables that nobody reads a few at a time, not all as one program at the end', async () => {
  const steps: number[] = [];
  const { stdout } = await runKeras(
    `
import tensorflow as tf
w = tf.Variable([1.0, 2.0])
for _ in range(100):
    w.assign_sub(0.1 * w)
print(w.numpy())
`,
    { ...silentMonitor, onLoopStep: step => steps.push(step) },
  );
  expect(stdout).toBe('[2.6561405e-05 5.3122811e-05]\n');
  expect(steps.length).toBeGreaterThan(5);
});
