# -- failing
import keras

class Network(keras.Model):
    def forward(self, x):
        return x

network = Network()
network(keras.ops.ones((2, 3)))
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[missing-call]: Keras calls the method `call`, not `forward` as PyTorch does
# -- fixed
import keras

class Network(keras.Model):
    def call(self, x):
        return x

network = Network()
network(keras.ops.ones((2, 3)))
# -- near miss
import keras

class Network(keras.Model):
    def forward(self, x):
        return x

network = Network()
network.forward(keras.ops.ones((2, 3)))
