# -- failing
from keras.layers import Dence
#                        ^^^^^ error[import-name]: `keras.layers` has no `Dence`; did you mean `Dense`?

layer = Dence(3)
# -- fixed
from keras.layers import Dense

layer = Dense(3)
# -- near miss
try:
    from keras.layers import Dence
except ImportError:
    from keras.layers import Dense as Dence

layer = Dence(3)
