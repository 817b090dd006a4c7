# -- failing
import numpy as np
import keras
from keras import layers
from keras.callbacks import EarlyStopping

X, y = np.random.random((32, 10)), np.random.random((32, 1))

model = keras.Sequential([layers.Input((10,)), layers.Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2, validation_split=0.2, callbacks=[EarlyStopping])
#                                                         ^^^^^^^^^^^^^^^ error[wrong-callback]: is a class
# -- fixed
import numpy as np
import keras
from keras import layers
from keras.callbacks import EarlyStopping

X, y = np.random.random((32, 10)), np.random.random((32, 1))

model = keras.Sequential([layers.Input((10,)), layers.Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2, validation_split=0.2, callbacks=[EarlyStopping()])
# -- near miss
import numpy as np
import keras
from keras import layers
from keras.callbacks import Callback

X, y = np.random.random((32, 10)), np.random.random((32, 1))

class Shout(Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(epoch, logs['loss'], self.params['epochs'])

model = keras.Sequential([layers.Input((10,)), layers.Dense(1)])
model.compile(optimizer='adam', loss='mse')
model.fit(X, y, epochs=2, callbacks=Shout())
