"""Records affine transforms of SciPy: python3 test/oracles/pillow/record_affine.py > test/fixtures/pillow/affine.json"""
import json

import numpy as np
from scipy import ndimage

rng = np.random.RandomState(3)
picture = rng.rand(6, 5) * 255
MOTIONS = [([[0.9, -0.3], [0.2, 1.1]], [0.7, -0.4]), ([[1, 0], [0, 1]], [2.5, -3.25]), ([[1.6, 0], [0, 0.5]], [-1.3, 0.8])]
cases = [
    {"mode": mode, "order": order, "matrix": matrix, "offset": offset,
     "made": ndimage.affine_transform(picture, np.array(matrix), offset, order=order, mode=mode, cval=7.0).tolist()}
    for mode in ["nearest", "constant", "reflect", "wrap"] for order in [0, 1] for matrix, offset in MOTIONS]
print(json.dumps({"x": picture.tolist(), "cases": cases}))
