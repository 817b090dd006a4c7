# -- failing
import numpy as np

a = np.ones((100, 3))
b = np.ones((100, 2))
c = a + b
#   ^^^^^ error[value-error]: `a` is (100, 3) and `b` is (100, 2)
# -- fixed
import numpy as np

a = np.ones((100, 3))
b = np.ones((100, 2))
c = a[:, :2] + b
# -- near miss
import numpy as np

a = np.ones((100, 3))
b = np.ones((100, 1))
c = a + b
