# -- failing (Keras 2)
from keras.models import Model
from keras.layers import Concatenate, Dense, Input

size, colour = Input((4,)), Input((3,))
price = Dense(1)(Concatenate()([size, colour]))
model = Model(inputs=size, outputs=price)
#                    ^^^^ error[graph-disconnected]: `concatenate` needs an input of shape (None, 3) that is not among the inputs of the
# -- fixed
from keras.models import Model
from keras.layers import Concatenate, Dense, Input

size, colour = Input((4,)), Input((3,))
price = Dense(1)(Concatenate()([size, colour]))
model = Model(inputs=[size, colour], outputs=price)
# -- near miss
from keras.models import Model
from keras.layers import Concatenate, Dense, Input

size, colour = Input((4,)), Input((3,))
joined = Concatenate()([size, colour])
price = Dense(1)(joined)
model = Model(inputs=[size, colour], outputs=[joined, price])
