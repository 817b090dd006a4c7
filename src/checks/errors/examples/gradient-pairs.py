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
    loss = loss_fn(y, model(x, training=True))
gradients = tape.gradient(loss, model.trainable_weights)
optimizer.apply_gradients(zip(model.trainable_weights, gradients))
#                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[gradient-pairs]: the gradient first
# -- fixed
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.random((64, 10)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = keras.Sequential([keras.layers.Dense(8, activation='relu'), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
with tf.GradientTape() as tape:
    loss = loss_fn(y, model(x, training=True))
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
with tf.GradientTape() as tape:
    loss = loss_fn(y, model(x, training=True))
gradients = tape.gradient(loss, model.trainable_weights)
pairs = [(tf.clip_by_norm(gradient, 1.0), weight) for gradient, weight in zip(gradients, model.trainable_weights)]
optimizer.apply_gradients(pairs)
