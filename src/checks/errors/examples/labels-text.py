# -- failing
import numpy as np
from keras.utils import to_categorical

labels = np.array(['cat', 'dog', 'cat'])
y = to_categorical(labels)
#                  ^^^^^^ error[labels-text]: `labels` holds text such as `cat`, and `to_categorical` takes class numbers.
# -- fixed
import numpy as np
from keras.utils import to_categorical

labels = np.array(['cat', 'dog', 'cat'])
classes, numbers = np.unique(labels, return_inverse=True)
y = to_categorical(numbers)
# -- near miss
import numpy as np
from keras.utils import to_categorical

labels = np.array(['0', '1', '0'])
y = to_categorical(labels)
