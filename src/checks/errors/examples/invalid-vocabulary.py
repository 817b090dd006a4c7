# -- failing
from keras import layers

look_up = layers.StringLookup(vocabulary=['cat', 'dog', 'cat'])
#                                        ^^^^^^^^^^^^^^^^^^^^^ error[invalid-vocabulary]: The vocabulary holds ['cat'] more than once.
# -- fixed
from keras import layers

look_up = layers.StringLookup(vocabulary=['cat', 'dog'])
# -- near miss
from keras import layers

look_up = layers.StringLookup(vocabulary=['[UNK]', 'cat', 'dog'])
