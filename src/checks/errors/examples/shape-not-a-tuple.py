# -- failing
from keras.layers import Dense, Input

features = Input(shape=(10))
#                       ^^ error[shape-not-a-tuple]: A shape is a tuple: `(10,)` is the shape of one sample with 10 features.
hidden = Dense(8)(features)
# -- fixed
from keras.layers import Dense, Input

features = Input(shape=(10,))
hidden = Dense(8)(features)
# -- near miss
from keras.layers import Dense, Input

features = Input(shape=[10])
hidden = Dense(8)(features)
