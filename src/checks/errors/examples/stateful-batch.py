# -- failing
from keras.models import Sequential
from keras.layers import LSTM, Dense, Input

model = Sequential()
model.add(Input(shape=(20, 4)))
model.add(LSTM(8, stateful=True))
#         ^^^^^^^^^^^^^^^^^^^^^^ error[stateful-batch]: States that outlive a batch need batches of one size: give the input a `batch_size`.
model.add(Dense(1))
# -- fixed
from keras.models import Sequential
from keras.layers import LSTM, Dense, Input

model = Sequential()
model.add(Input(shape=(20, 4), batch_size=16))
model.add(LSTM(8, stateful=True))
model.add(Dense(1))
# -- near miss
from keras.models import Sequential
from keras.layers import LSTM, Dense, Input

model = Sequential()
model.add(Input(shape=(20, 4)))
model.add(LSTM(8, stateful=False))
model.add(Dense(1))
