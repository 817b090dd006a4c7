# -- failing
import numpy as np
from keras import layers

look_up = layers.StringLookup(vocabulary=['cat', 'dog'], num_oov_indices=0)
numbers = look_up(np.array(['cat', 'cow']))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[out-of-vocabulary]: The vocabulary has no `cow`, and `num_oov_indices=0` leaves no place for what it
# -- fixed
import numpy as np
from keras import layers

look_up = layers.StringLookup(vocabulary=['cat', 'dog', 'cow'], num_oov_indices=0)
numbers = look_up(np.array(['cat', 'cow']))
# -- near miss
import numpy as np
from keras import layers

look_up = layers.StringLookup(vocabulary=['cat', 'dog'], num_oov_indices=1)
numbers = look_up(np.array(['cat', 'cow']))
