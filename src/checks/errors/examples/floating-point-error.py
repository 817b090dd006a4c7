# -- failing (a run raises)
import numpy as np

np.seterr(all='raise')
share = np.array([1.0]) / np.array([0.0])
# -- fixed
import numpy as np

np.seterr(all='raise')
share = np.array([1.0]) / np.array([2.0])
# -- near miss
import numpy as np

np.seterr(all='ignore')
share = np.array([1.0]) / np.array([0.0])
