# -- failing
import numpy as np

data = np.ones((3, 4))
column = data[:, 4]
#        ^^^^^^^^^^ error[index-error]: axis 1 has the positions 0 to 3
# -- fixed
import numpy as np

data = np.ones((3, 4))
column = data[:, 3]
# -- near miss
import numpy as np

data = np.ones((3, 4))
column = data[:, 4:]
