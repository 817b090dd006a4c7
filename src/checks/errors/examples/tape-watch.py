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
    tape.watch(x)
#              ^ error[tape-watch]: `ndarray`
    loss = loss_fn(y, model(x))
print(tape.gradient(loss, x))
# -- fixed
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.random((64, 10)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = keras.Sequential([keras.layers.Dense(8, activation='relu'), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
images = tf.convert_to_tensor(x)
with tf.GradientTape() as tape:
    tape.watch(images)
    loss = loss_fn(y, model(images))
print(tape.gradient(loss, images))
# -- near miss
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.random((64, 10)).astype('float32')
y = np.random.randint(0, 3, size=64)
model = keras.Sequential([keras.layers.Dense(8, activation='relu'), keras.layers.Dense(3)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam()
images = tf.Variable(x)
with tf.GradientTape() as tape:
    tape.watch(images)
    loss = loss_fn(y, model(images))
print(tape.gradient(loss, images))
