# -- failing
import numpy as np

data = np.ones((3, 4))
column = data[:, 4]
#        ^^^^^^^^^^ error[index-error]: IndexError: index 4 is out of bounds for axis 1 with size 4
# -- fixed
import numpy as np

data = np.ones((3, 4))
column = data[:, 3]
# -- near miss
import numpy as np

data = np.ones((3, 4))
column = data[:, 4:]
