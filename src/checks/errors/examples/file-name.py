# -- failing
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10)])
model.save('model')
#          ^^^^^^^ error[file-name]: `model` has no ending that tells the format: models are saved as `.keras`.
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10)])
model.save('model.keras')
# -- near miss
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10)])
model.save_weights('model.weights.h5')
