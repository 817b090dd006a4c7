# -- failing
from keras.layers import Dense, Input

hidden = Dense(8)(Dense(4))
#        ^^^^^^^^^^^^^^^^^^ error[not-a-tensor]: `Dense` is called on a layer, `Dense`, not on a tensor: call that layer first.
# -- fixed
from keras.layers import Dense, Input

hidden = Dense(8)(Dense(4)(Input((10,))))
# -- near miss
import numpy as np
from keras.layers import Dense

hidden = Dense(8)(np.ones((2, 4)))
