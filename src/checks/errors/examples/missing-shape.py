# -- failing
from keras.layers import Dense, Input

features = Input()
#          ^^^^^^^ error[missing-shape]: `Input` needs the shape of one sample: `shape=(10,)`.
hidden = Dense(8)(features)
# -- fixed
from keras.layers import Dense, Input

features = Input(shape=(10,))
hidden = Dense(8)(features)
# -- near miss
from keras.layers import Dense, Input

features = Input(batch_shape=(None, 10))
hidden = Dense(8)(features)
