# -- failing
import numpy as np
from keras.layers import Conv2D, Dense, Flatten, Input
from keras.models import Model

images = np.random.random((20, 12, 12, 1))
kinds = np.random.randint(0, 3, 20)

image = Input((12, 12, 1))
hidden = Conv2D(8, 3, activation='relu')(image)
hidden = Flatten(hidden)
#                ^^^^^^ error[tensor-as-setting]: `Flatten(…)` takes settings and makes a layer; `hidden` goes to the layer
model = Model(image, Dense(3, activation='softmax')(hidden))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(images, kinds, epochs=2)
# -- fixed
import numpy as np
from keras.layers import Conv2D, Dense, Flatten, Input
from keras.models import Model

images = np.random.random((20, 12, 12, 1))
kinds = np.random.randint(0, 3, 20)

image = Input((12, 12, 1))
hidden = Conv2D(8, 3, activation='relu')(image)
hidden = Flatten()(hidden)
model = Model(image, Dense(3, activation='softmax')(hidden))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(images, kinds, epochs=2)
# -- near miss
import numpy as np
from keras.layers import Conv2D, Dense, Flatten, Input
from keras.models import Model

images = np.random.random((20, 12, 12, 1))
kinds = np.random.randint(0, 3, 20)

image = Input((12, 12, 1))
hidden = Conv2D(8, 3, activation='relu')(image)
hidden = Flatten('channels_last')(hidden)
model = Model(image, Dense(3, activation='softmax')(hidden))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam')
model.fit(images, kinds, epochs=2)
