# -- failing
import math

size = math.exp(1000)
#      ^^^^^^^^^^^^^^ error[overflow-error]: The result of `math.exp(1000)` is too large
# -- fixed
import math

size = math.exp(10)
# -- near miss
import numpy as np

size = np.exp(-1000)
