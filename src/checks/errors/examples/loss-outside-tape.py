# -- failing
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.random((64, 10)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = keras.Sequential([keras.layers.Dense(8, activation='relu'), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
for xs, ys in tf.data.Dataset.from_tensor_slices((x, y)).batch(32):
    with tf.GradientTape() as tape:
        logits = model(xs, training=True)
    loss = loss_fn(ys, logits)
#          ^^^^^^^^^^^^^^^^^^^ error[loss-outside-tape]: after the tape has stopped recording
    gradients = tape.gradient(loss, model.trainable_weights)
    optimizer.apply_gradients(zip(gradients, model.trainable_weights))
# -- fixed
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.random((64, 10)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = keras.Sequential([keras.layers.Dense(8, activation='relu'), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
for xs, ys in tf.data.Dataset.from_tensor_slices((x, y)).batch(32):
    with tf.GradientTape() as tape:
        logits = model(xs, training=True)
        loss = loss_fn(ys, logits)
    gradients = tape.gradient(loss, model.trainable_weights)
    optimizer.apply_gradients(zip(gradients, model.trainable_weights))
# -- near miss
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.random((64, 10)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = keras.Sequential([keras.layers.Dense(8, activation='relu'), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
for xs, ys in tf.data.Dataset.from_tensor_slices((x, y)).batch(32):
    with tf.GradientTape() as tape:
        logits = model(xs, training=True)
        loss = loss_fn(ys, logits)
        penalty = 0.0001 * tf.add_n([tf.nn.l2_loss(weight) for weight in model.trainable_weights])
        total = loss + penalty
    shown = tf.reduce_mean(loss) * 100.0
    gradients = tape.gradient(total, model.trainable_weights)
    optimizer.apply_gradients(zip(gradients, model.trainable_weights))
    print(float(shown))
