# -- failing
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_shape=(10,), name='scores')])
scores = model.get_layer('score')
#                        ^^^^^^^ error[no-such-layer]: The model has no layer called `score`; its layers are `scores`.
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_shape=(10,), name='scores')])
scores = model.get_layer('scores')
# -- near miss
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_shape=(10,), name='scores')])
scores = model.get_layer(index=0)
