# -- failing
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.random((64, 10)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = keras.Sequential([keras.layers.Dense(8, activation='relu'), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
with tf.GradientTape() as tape:
    logits = model(x, training=True)
    loss = loss_fn(y, logits)
    penalty = tf.reduce_sum(logits ** 2)
gradients = tape.gradient(loss, model.trainable_weights)
others = tape.gradient(penalty, model.trainable_weights)
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[tape-spent]: gives gradients once
optimizer.apply_gradients([(a + 0.01 * b, v) for a, b, v in zip(gradients, others, model.trainable_weights)])
# -- fixed
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.random((64, 10)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = keras.Sequential([keras.layers.Dense(8, activation='relu'), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
with tf.GradientTape(persistent=True) as tape:
    logits = model(x, training=True)
    loss = loss_fn(y, logits)
    penalty = tf.reduce_sum(logits ** 2)
gradients = tape.gradient(loss, model.trainable_weights)
others = tape.gradient(penalty, model.trainable_weights)
optimizer.apply_gradients([(a + 0.01 * b, v) for a, b, v in zip(gradients, others, model.trainable_weights)])
# -- near miss
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.random((64, 10)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = keras.Sequential([keras.layers.Dense(8, activation='relu'), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
with tf.GradientTape() as tape:
    logits = model(x, training=True)
    loss = loss_fn(y, logits)
    total = loss + 0.01 * tf.reduce_sum(logits ** 2)
gradients = tape.gradient(total, model.trainable_weights)
with tape:
    again = loss_fn(y, model(x, training=True))
gradients = tape.gradient(again, model.trainable_weights)
optimizer.apply_gradients(zip(gradients, model.trainable_weights))
