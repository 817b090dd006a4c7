# -- failing
import numpy as np
from keras import layers

look_up = layers.IntegerLookup(vocabulary=[1, 2])
numbers = look_up(np.array([['a', 'b']]))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[not-integers]: The layer looks up integers and receives the text `a`.
# -- fixed
import numpy as np
from keras import layers

look_up = layers.StringLookup(vocabulary=['a', 'b'])
numbers = look_up(np.array([['a', 'b']]))
# -- near miss
import numpy as np
from keras import layers

look_up = layers.IntegerLookup(vocabulary=[1, 2])
numbers = look_up(np.array([[2, 7]]))
