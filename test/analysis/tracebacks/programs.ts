/** What the programs with mistakes have in common. */

export const start = `import numpy as np
from keras.models import Sequential, Model
from keras.layers import *
`;
export const tensorflow = `import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models
`;

export const classes = (labels: string, end: string, loss: string) => `${start}
x_train = np.random.random((100, 20))
y_train = ${labels}
model = Sequential()
model.add(Dense(64, activation='relu', input_dim=20))
model.add(${end})
model.compile(loss='${loss}', optimizer='adam', metrics=['accuracy'])
model.fit(x_train, y_train, epochs=5, batch_size=32)
`;
export const ints = 'np.random.randint(0, 3, size=100)';
export const oneHot = 'np.eye(3)[np.random.randint(0, 3, size=100)]';
export const softmax3 = "Dense(3, activation='softmax')";
export const fitted = 'model.fit(x_train';

export const image = (first: string, data: string) => `${tensorflow}
x_train = ${data}
y_train = np.random.randint(0, 10, size=32)
model = models.Sequential([
    ${first}
    layers.Flatten(),
    layers.Dense(10, activation='softmax'),
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
model.fit(x_train, y_train, epochs=2)
`;
