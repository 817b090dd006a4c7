# -- failing
import tensorflow as tf

@tf.function
def add(x):
    total = tf.Variable(0.0)
#           ^^^^^^^^^^^^^^^^ error[variable-in-function]: TensorFlow traces the function again
    total.assign_add(x)
    return total

for step in range(3):
    print(add(tf.constant(1.0)))
# -- fixed
import tensorflow as tf

total = tf.Variable(0.0)

@tf.function
def add(x):
    total.assign_add(x)
    return total

for step in range(3):
    print(add(tf.constant(1.0)))
# -- near miss
import tensorflow as tf

class Sum(tf.Module):
    def __init__(self):
        self.total = None

    @tf.function
    def __call__(self, x):
        if self.total is None:
            self.total = tf.Variable(0.0)
        return self.total.assign_add(x)

add, other = Sum(), Sum()
for step in range(3):
    print(add(tf.constant(1.0)), other(tf.constant([1.0, 2.0])[step % 2]))
