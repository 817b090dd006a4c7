# -- failing
from keras import layers
from keras.models import Sequential

class Half(layers.Layer):
    def __init__(self):
        self.factor = 0.5

    def call(self, x):
        return x * self.factor

model = Sequential([layers.Dense(3, input_shape=(10,)), Half()])
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[super-init]: `Half.__init__` does not call `super().__init__()`, which a layer needs before
# -- fixed
from keras import layers
from keras.models import Sequential

class Half(layers.Layer):
    def __init__(self):
        super().__init__()
        self.factor = 0.5

    def call(self, x):
        return x * self.factor

model = Sequential([layers.Dense(3, input_shape=(10,)), Half()])
# -- near miss
from keras import layers
from keras.models import Sequential

class Half(layers.Layer):
    factor = 0.5

    def call(self, x):
        return x * self.factor

model = Sequential([layers.Dense(3, input_shape=(10,)), Half()])
