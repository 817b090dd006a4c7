# -- failing
import math

size = math.exp(1000)
#      ^^^^^^^^^^^^^^ error[overflow-error]: OverflowError: math range error
# -- fixed
import math

size = math.exp(10)
# -- near miss
import numpy as np

size = np.exp(-1000)
