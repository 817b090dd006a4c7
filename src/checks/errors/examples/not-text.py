# -- failing
import numpy as np
from keras import layers

look_up = layers.StringLookup(vocabulary=['a', 'b'])
numbers = look_up(np.array([[1, 2]]))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[not-text]: The layer looks up text and receives the number 1.
# -- fixed
import numpy as np
from keras import layers

look_up = layers.IntegerLookup(vocabulary=[1, 2])
numbers = look_up(np.array([[1, 2]]))
# -- near miss
import numpy as np
from keras import layers

look_up = layers.StringLookup(vocabulary=['1', '2'])
numbers = look_up(np.array([['1', '2']]))
