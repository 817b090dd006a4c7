# -- failing
from keras.models import Sequential
from keras.layers import Conv2D, Input, MaxPooling2D

model = Sequential()
model.add(Input(shape=(8, 8, 1)))
model.add(Conv2D(8, 3, activation='relu'))
model.add(MaxPooling2D(2))
model.add(Conv2D(8, 5))
#         ^^^^^^^^^^^^ error[shape-too-small]: A window of (5, 5) of `Conv2D` does not fit into input of shape (None, 3, 3, 8):
# -- fixed
from keras.models import Sequential
from keras.layers import Conv2D, Input, MaxPooling2D

model = Sequential()
model.add(Input(shape=(8, 8, 1)))
model.add(Conv2D(8, 3, activation='relu'))
model.add(MaxPooling2D(2))
model.add(Conv2D(8, 5, padding='same'))
# -- near miss
from keras.models import Sequential
from keras.layers import Conv2D, Input, MaxPooling2D

model = Sequential()
model.add(Input(shape=(8, 8, 1)))
model.add(Conv2D(8, 3, activation='relu'))
model.add(MaxPooling2D(2))
model.add(Conv2D(8, 3))
