# -- failing
from keras.models import Sequential
from keras.layers import Bidirectional, Dense, Input

model = Sequential([Input((20, 4)), Bidirectional(Dense(8))])
#                                                 ^^^^^^^^ error[not-recurrent]: `Bidirectional` runs a layer forwards and backwards over steps, and `Dense` has no
# -- fixed
from keras.models import Sequential
from keras.layers import LSTM, Bidirectional, Input

model = Sequential([Input((20, 4)), Bidirectional(LSTM(8))])
# -- near miss
from keras.models import Sequential
from keras.layers import Dense, Input, TimeDistributed

model = Sequential([Input((20, 4)), TimeDistributed(Dense(8))])
