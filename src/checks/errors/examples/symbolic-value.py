# -- failing
import keras
from keras import layers

features = keras.Input((10,))
hidden = layers.Dense(4)(features)
if hidden > 0:
#  ^^^^^^^^^^ error[symbolic-value]: While the model is put together this tensor (None, 4) has no value yet; choose with
    hidden = hidden * 2
# -- fixed
import keras
from keras import layers

features = keras.Input((10,))
hidden = layers.Dense(4)(features)
hidden = keras.ops.where(hidden > 0, hidden * 2, hidden)
# -- near miss
import keras
from keras import layers

features = keras.Input((10,))
hidden = layers.Dense(4)(features)
if hidden.shape[-1] > 2:
    hidden = hidden * 2
