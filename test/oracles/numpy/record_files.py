"""Writes small .npy and .npz files with real NumPy, and what each array in them is.

    /usr/bin/python3 test/oracles/numpy/record_files.py
"""

import json
import pathlib
import numpy as np

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "fixtures" / "numpy-files"

ARRAYS = {
    "int64": np.arange(6).reshape(2, 3),
    "float64": np.array([0.5, -1.25, np.inf, np.nan]),
    "float32": np.linspace(0, 1, 5, dtype=np.float32),
    "float16": np.array([0.1, 65504], dtype=np.float16),
    "uint8": np.array([[0, 255]], dtype=np.uint8),
    "int8": np.array([-128, 127], dtype=np.int8),
    "int16": np.array([-300], dtype=np.int16),
    "int32": np.array([[-(2**31)]], dtype=np.int32),
    "uint64": np.array([2**64 - 1], dtype=np.uint64),
    "big_int64": np.array([2**62 + 1, -(2**63)]),
    "bool": np.array([True, False]),
    "complex128": np.array([1 + 2j, -0.5j]),
    "complex64": np.array([1 + 2j], dtype=np.complex64),
    "text": np.array(["a", "bcd", "é"]),
    "bytes": np.array([b"ab", b"c"]),
    "scalar": np.array(3.5),
    "empty": np.zeros((0, 2)),
    "fortran": np.asfortranarray(np.arange(6.0).reshape(2, 3)),
    "big_endian": np.array([1, 2, 3], dtype=">i4"),
    "big_endian_float": np.array([1.5, -2], dtype=">f8"),
    "three": np.arange(8).reshape(2, 2, 2),
}


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    expected = {}
    for name, array in ARRAYS.items():
        np.save(FOLDER / (name + ".npy"), array)
        loaded = np.load(FOLDER / (name + ".npy"))
        expected[name] = {"shape": list(array.shape), "dtype": str(loaded.dtype), "repr": repr(loaded)}
    np.savez(FOLDER / "pair.npz", first=ARRAYS["int64"], second=ARRAYS["float32"])
    np.savez(FOLDER / "positional.npz", ARRAYS["bool"], ARRAYS["text"])
    np.savez_compressed(FOLDER / "compressed.npz", x=np.zeros((50, 50)), y=np.arange(3))
    (FOLDER / "expected.json").write_text(json.dumps(expected, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
