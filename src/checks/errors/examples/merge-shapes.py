# -- failing
from keras.models import Model
from keras.layers import Add, Conv2D, Input

image = Input(shape=(16, 16, 8))
branch = Conv2D(4, 3, padding='same')(image)
merged = Add()([image, branch])
#        ^^^^^ error[merge-shapes]: The inputs have shapes (None, 16, 16, 8), (None, 16, 16, 4), which do not fit
model = Model(image, merged)
# -- fixed
from keras.models import Model
from keras.layers import Add, Conv2D, Input

image = Input(shape=(16, 16, 8))
branch = Conv2D(8, 3, padding='same')(image)
merged = Add()([image, branch])
model = Model(image, merged)
# -- near miss
from keras.models import Model
from keras.layers import Concatenate, Conv2D, Input

image = Input(shape=(16, 16, 8))
branch = Conv2D(4, 3, padding='same')(image)
merged = Concatenate()([image, branch])
model = Model(image, merged)
