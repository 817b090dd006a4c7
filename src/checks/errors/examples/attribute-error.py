# -- failing
import numpy as np

data = np.ones((3, 4))
rows = data.shap[0]
#      ^^^^^^^^^ error[attribute-error]: `data` has no `shap`; did you mean `shape`?
# -- fixed
import numpy as np

data = np.ones((3, 4))
rows = data.shape[0]
# -- near miss
import numpy as np

data = np.ones((3, 4))
rows = getattr(data, 'shap', data.shape)[0]
