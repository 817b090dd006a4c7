# -- failing
import keras

class Distance(keras.losses.Loss):
    def measure(self, y_true, y_pred):
        return keras.ops.mean(keras.ops.abs(y_true - y_pred), axis=-1)

distance = Distance()
distance(keras.ops.ones((2, 3)), keras.ops.zeros((2, 3)))
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[not-implemented-error]: The class `Distance` has no method `call`
# -- fixed
import keras

class Distance(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.mean(keras.ops.abs(y_true - y_pred), axis=-1)

distance = Distance()
distance(keras.ops.ones((2, 3)), keras.ops.zeros((2, 3)))
# -- near miss
import keras

class Distance(keras.losses.Loss):
    def measure(self, y_true, y_pred):
        return keras.ops.mean(keras.ops.abs(y_true - y_pred), axis=-1)

distance = Distance()
distance.measure(keras.ops.ones((2, 3)), keras.ops.zeros((2, 3)))
