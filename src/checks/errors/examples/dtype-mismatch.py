# -- failing
import numpy as np
import tensorflow as tf

weights = tf.constant(np.array([0.5, 1.5]))
x = tf.constant([1.0, 2.0])
print(x * weights)
#     ^^^^^^^^^^^ error[dtype-mismatch]: TensorFlow does not mix `float32` and `float64`
# -- fixed
import numpy as np
import tensorflow as tf

weights = tf.constant(np.array([0.5, 1.5]), dtype=tf.float32)
x = tf.constant([1.0, 2.0])
print(x * weights)
# -- near miss
import numpy as np
import tensorflow as tf

weights = np.array([0.5, 1.5])
x = tf.constant([1.0, 2.0])
print(x * weights)
