# -- failing
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, kernel_regularizer='l3')])
#                                                             ^^^^ error[unknown-regularizer]: There is no regularizer called `l3`.
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, kernel_regularizer='l2')])
# -- near miss
from keras import regularizers
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, kernel_regularizer=regularizers.L1L2(0.01, 0.01))])
