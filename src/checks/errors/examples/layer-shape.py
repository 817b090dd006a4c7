# -- failing
import keras
from keras import layers, ops

class Mix(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(8, 4))

    def call(self, x):
        return ops.matmul(x, self.kernel)
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^ error[layer-shape]: rows of 10 numbers meet columns of 8

model = keras.Sequential([layers.Input((10,)), Mix()])
# -- fixed
import keras
from keras import layers, ops

class Mix(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], 4))

    def call(self, x):
        return ops.matmul(x, self.kernel)

model = keras.Sequential([layers.Input((10,)), Mix()])
# -- near miss
import keras
from keras import layers, ops

class Mix(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(8, 4))

    def call(self, x):
        return ops.matmul(x, self.kernel)

model = keras.Sequential([layers.Input((10,)), layers.Dense(8), Mix()])
