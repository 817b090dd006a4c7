# -- failing (a run raises)
import numpy as np
import keras
from keras import layers

model = keras.Sequential([layers.Input((10,)), layers.Dense(1)])
model.export('served')
# -- fixed
import numpy as np
import keras
from keras import layers

model = keras.Sequential([layers.Input((10,)), layers.Dense(1)])
model.save('model.keras')
# -- near miss
import numpy as np
import keras
from keras import layers

model = keras.Sequential([layers.Input((10,)), layers.Dense(1)])
description = model.to_json()
