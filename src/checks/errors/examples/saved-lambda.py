# -- failing
import numpy as np
import keras
from keras import layers

config = keras.Sequential([layers.Input((4,)), layers.Dense(2)]).get_config()
config['layers'].append({'class_name': 'Lambda', 'config': {'name': 'double', 'function': {'class_name': '__lambda__', 'config': {}}}})
model = keras.Sequential.from_config(config)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[saved-lambda]: ValueError: Requested the deserialization of a `lambda` object. This carries a
# -- fixed
import keras
from keras import layers

model = keras.Sequential([layers.Input((4,)), layers.Rescaling(2)])
model.save('model.keras')
again = keras.models.load_model('model.keras')
# -- near miss
import keras
from keras import layers

@keras.saving.register_keras_serializable()
def double(x):
    return x * 2

keras.Sequential([layers.Input((4,)), layers.Lambda(double)]).save('model.keras')
again = keras.models.load_model('model.keras')
