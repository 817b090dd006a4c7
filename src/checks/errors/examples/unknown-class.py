# -- failing (a run raises)
import keras
from keras import layers

class Half(layers.Layer):
    def call(self, x):
        return x * 0.5

keras.Sequential([layers.Input((4,)), Half()]).save('model.keras')
del Half
model = keras.models.load_model('model.keras')
# -- fixed
import keras
from keras import layers

@keras.saving.register_keras_serializable()
class Half(layers.Layer):
    def call(self, x):
        return x * 0.5

keras.Sequential([layers.Input((4,)), Half()]).save('model.keras')
model = keras.models.load_model('model.keras')
# -- near miss
import keras
from keras import layers

class Half(layers.Layer):
    def call(self, x):
        return x * 0.5

keras.Sequential([layers.Input((4,)), Half()]).save('model.keras')
model = keras.models.load_model('model.keras', custom_objects={'Half': Half})
