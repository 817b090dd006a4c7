# -- failing
from keras.models import Sequential
from keras.layers import RNN, Dense, Input

model = Sequential([Input((20, 4)), RNN(Dense(8))])
#                                       ^^^^^^^^ error[not-a-cell]: `RNN` repeats a cell over the steps, and `Dense` is not a cell: it keeps no state.
# -- fixed
from keras.models import Sequential
from keras.layers import RNN, Input, SimpleRNNCell

model = Sequential([Input((20, 4)), RNN(SimpleRNNCell(8))])
# -- near miss
from keras.models import Sequential
from keras.layers import RNN, GRUCell, Input, LSTMCell

model = Sequential([Input((20, 4)), RNN([GRUCell(8), LSTMCell(4)])])
