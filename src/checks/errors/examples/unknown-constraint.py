# -- failing
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, kernel_constraint='max_nrm')])
#                                                            ^^^^^^^^^ error[unknown-constraint]: There is no constraint called `max_nrm`.
# -- fixed
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, kernel_constraint='max_norm')])
# -- near miss
from keras.constraints import MaxNorm
from keras.models import Sequential
from keras.layers import Dense

model = Sequential([Dense(3, input_dim=10, kernel_constraint=MaxNorm(3))])
