# -- failing
import numpy as np
from keras.models import Model
from keras.layers import Dense, Input

features = np.ones((4, 10))
scores = Dense(3)(features)
model = Model(features, scores)
#       ^^^^^^^^^^^^^^^^^^^^^^^ error[not-a-keras-tensor]: `inputs` must be tensors that come from `keras.Input`.
# -- fixed
import numpy as np
from keras.models import Model
from keras.layers import Dense, Input

features = Input((10,))
scores = Dense(3)(features)
model = Model(features, scores)
# -- near miss
import numpy as np
from keras.models import Model
from keras.layers import Dense, Input

features = Input((10,))
scores = Dense(3)(features)
hidden = Model(features, scores)(np.ones((4, 10)))
