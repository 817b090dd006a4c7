# -- failing
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, kernel_initializer='he_norml')])
#                                                             ^^^^^^^^^^ error[unknown-initializer]: There is no initializer called `he_norml`.
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, kernel_initializer='he_normal')])
# -- near miss
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, kernel_initializer='HeNormal')])
