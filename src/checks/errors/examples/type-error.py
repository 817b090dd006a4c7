# -- failing
import numpy as np

data = np.ones((3, 4))
rows = 'rows: ' + data.shape[0]
#      ^^^^^^^^^^^^^^^^^^^^^^^^ error[type-error]: write `str(data.shape[0])`
# -- fixed
import numpy as np

data = np.ones((3, 4))
rows = 'rows: ' + str(data.shape[0])
# -- near miss
import numpy as np

data = np.ones((3, 4))
rows = ['rows', *data.shape] + [data.shape[0]]
