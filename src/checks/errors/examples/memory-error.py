# -- failing (a run raises)
import numpy as np

data = np.zeros((1_000_000, 1_000_000))
# -- fixed
import numpy as np

data = np.zeros((1_000, 1_000))
# -- near miss
import numpy as np

data = np.broadcast_to(0.0, (1_000_000, 1_000_000))
