/** Beginnings that the examples of several checks share. */

/** Ten features and nothing else. */
export const features = `import numpy as np
from keras.models import Sequential
from keras.layers import Dense

X = np.random.random((100, 10))
`;

/** Three classes as integers. */
export const threeClasses = `${features}y = np.random.randint(0, 3, size=100)
`;

/** Three classes as one-hot rows. */
export const threeOneHot = `${features}y = np.eye(3)[np.random.randint(0, 3, size=100)]
`;

/** Two classes as zeros and ones. */
export const twoClasses = `${features}y = np.random.randint(0, 2, size=(100, 1))
`;

/** A number to predict. */
export const numbers = `${features}y = np.random.random((100, 1))
`;
