# -- failing
from keras.models import Sequential
from keras.layers import Conv2D, Input

model = Sequential()
model.add(Input(shape=(28, 28, 3)))
model.add(Conv2D(8, 3, groups=2, activation='relu'))
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[groups]: 3 channels do not divide into 2 groups.
# -- fixed
from keras.models import Sequential
from keras.layers import Conv2D, Input

model = Sequential()
model.add(Input(shape=(28, 28, 4)))
model.add(Conv2D(8, 3, groups=2, activation='relu'))
# -- near miss
from keras.models import Sequential
from keras.layers import Conv2D, Input

model = Sequential()
model.add(Input(shape=(28, 28, 3)))
model.add(Conv2D(9, 3, groups=3, activation='relu'))
