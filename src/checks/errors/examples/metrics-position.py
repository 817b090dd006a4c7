# -- failing
import numpy as np
from keras.layers import Dense, Input
from keras.models import Sequential

x = np.random.rand(40, 4)
y = np.random.randint(0, 3, size=40)
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy', ['accuracy'])
#                                                        ^^^^^^^^^^^^ error[metrics-position]: In Keras 3 the third argument of `compile` is `loss_weights`
model.fit(x, y)
# -- fixed
import numpy as np
from keras.layers import Dense, Input
from keras.models import Sequential

x = np.random.rand(40, 4)
y = np.random.randint(0, 3, size=40)
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x, y)
# -- near miss
import numpy as np
from keras.layers import Dense, Input
from keras.models import Sequential

x = np.random.rand(40, 4)
y = np.random.randint(0, 3, size=40)
model = Sequential([Input((4,)), Dense(3, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy', 0.5, ['accuracy'])
model.fit(x, y)
