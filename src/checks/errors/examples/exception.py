# -- failing
import warnings

warnings.simplefilter('error')
warnings.warn('an old file format')
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[exception]: UserWarning: an old file format
# -- fixed
import warnings

warnings.simplefilter('ignore')
warnings.warn('an old file format')
# -- near miss
import warnings

warnings.simplefilter('error')
try:
    warnings.warn('an old file format')
except UserWarning:
    pass
