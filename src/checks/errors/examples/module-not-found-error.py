# -- failing (a run raises)
import numppy as np
# -- fixed
import numpy as np
# -- near miss
try:
    import numppy as np
except ModuleNotFoundError:
    import numpy as np
