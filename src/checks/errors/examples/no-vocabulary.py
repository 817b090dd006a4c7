# -- failing
import numpy as np
from keras import layers

look_up = layers.StringLookup(output_mode='one_hot')
rows = look_up(np.array([['cat'], ['dog']]))
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[no-vocabulary]: The width of `one_hot` rows is the size of the vocabulary, which is not known yet:
# -- fixed
import numpy as np
from keras import layers

look_up = layers.StringLookup(output_mode='one_hot')
look_up.adapt(np.array(['cat', 'dog']))
rows = look_up(np.array([['cat'], ['dog']]))
# -- near miss
import numpy as np
from keras import layers

look_up = layers.StringLookup(output_mode='one_hot', vocabulary=['cat', 'dog'])
rows = look_up(np.array([['cat'], ['dog']]))
