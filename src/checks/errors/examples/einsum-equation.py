# -- failing
from keras.layers import EinsumDense, Input

hidden = EinsumDense('abc,cd', output_shape=(None, 8))(Input((20, 4)))
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[einsum-equation]: `abc,cd` does not say what goes in and what comes out: write `ab,bc->ac`.
# -- fixed
from keras.layers import EinsumDense, Input

hidden = EinsumDense('abc,cd->abd', output_shape=(None, 8))(Input((20, 4)))
# -- near miss
from keras.layers import EinsumDense, Input

hidden = EinsumDense('...x,xy->...y', output_shape=8)(Input((20, 4)))
