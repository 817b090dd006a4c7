"""NumPy programs: matrices, iterators, files of plain bytes, parts of reductions, masked functions, less known functions."""

PRELUDE = """import numpy as np

def show(text, compute):
    try:
        r = compute()
        print(text, '->', r if isinstance(r, (str, tuple, list, dict)) else repr(r))
    except Exception as error:
        print(text, '->', type(error).__name__ + ':', error)

M = np.matrix([[1, 2], [3, 4]])
F = np.array([[1., 2.], [3., 4.]])
K = np.ma.array([[1., 2., 3.], [4., 5., 6.]], mask=[[0, 1, 0], [0, 0, 1]])

"""

GROUPS = {
    "matrix": [
        "M", "str(M)", "np.matrix('1 2; 3 4')", "np.matrix('1.5, 2; 3, 4')", "np.mat([[1, 2]])", "M * M", "M * 2", "2 * M", "M + 1", "M - M", "M / 2", "M ** 2", "M.T", "np.round(M.I, 6)", "M.A", "M.A1", "M.H", "M[0]", "M[0, 1]", "M[:, 1]", "M.sum()", "M.sum(axis=0)", "M.mean(axis=1)", "M.max(axis=0)", "M.shape", "isinstance(M, np.ndarray)", "np.asarray(M)", "M * np.matrix([[1], [2]])", "M @ M", "np.bmat([[M, M], [M, M]])", "M == M", "-M", "type(M)", "M.dot(M)", "np.matrix([1, 2, 3])", "np.matrix(np.ones((2, 2, 2)))", "M.flatten()", "np.linalg.det(M).round(6)", "np.asmatrix(F)", "M.reshape(1, 4)", "[row for row in M]", "np.multiply(M, M).tolist()", "M.tolist()", "len(M)", "M.ndim", "M.astype(float)", "np.matrix('1 2; 3')", "M * np.ones((3, 3))",
    ],
    "iterate": [
        "[int(x) for x in np.nditer(np.arange(4).reshape(2, 2))]", "[(int(a), int(b)) for a, b in np.nditer([np.arange(2), np.arange(4).reshape(2, 2)])]", "[int(x) for x in np.nditer(np.arange(4).reshape(2, 2), order='F')]", "[int(x) for x in np.nditer(np.arange(4).reshape(2, 2).T)]", "exec('a = np.arange(3)\\nwith np.nditer(a, op_flags=[\"readwrite\"]) as it:\\n    for x in it:\\n        x[...] = x * 2\\nprint(a)')", "exec('it = np.nditer(F, flags=[\"multi_index\"])\\nwhile not it.finished:\\n    print(it[0], it.multi_index)\\n    it.iternext()')", "exec('it = np.nditer(F, flags=[\"c_index\"])\\nfor x in it: print(x, it.index)')", "[x.tolist() for x in np.nditer(np.arange(4), flags=['external_loop'])]", "exec('it = np.nditer([F, None])\\nfor x, y in it: y[...] = x * x\\nprint(it.operands[1])')", "np.nditer(F).itersize",
        "np.add.reduceat(np.arange(8), [0, 4, 1, 5])", "np.add.reduceat(np.arange(8), [0, 4, 1, 5])[::2]", "np.multiply.reduceat([1, 2, 3, 4], [0, 2])", "np.maximum.reduceat([3, 1, 4, 1, 5], [0, 2, 4])", "np.add.reduceat(np.arange(6).reshape(2, 3), [0, 2], axis=1)", "np.add.reduceat([1, 2], [5])", "np.float64(1)[..., None]", "np.float64(2)[()]", "np.arange(3)[..., None].shape",
        "exec('np.arange(4, dtype=np.int16).tofile(\"a.bin\")') or np.fromfile('a.bin', dtype=np.int16)", "exec('np.arange(4, dtype=np.int16).tofile(\"a.bin\")') or np.fromfile('a.bin', dtype='u1')", "np.fromfile('a.bin', dtype=np.int16, count=2)", "np.fromfile('a.bin', dtype=np.int16, offset=4)", "exec('np.array([1.5, 2]).tofile(\"a.txt\", sep=\",\")') or np.fromfile('a.txt', sep=',')", "np.fromfile('none.bin')",
        "np.find_common_type([np.float32], [np.int64])", "np.find_common_type([np.int64], [np.float32])", "np.typename('d')", "np.mintypecode(['d', 'f'])", "np.format_float_scientific(1234.5)", "np.format_float_scientific(0.00012345, precision=2)", "np.format_float_scientific(1e10, exp_digits=3)", "np.sctype2char(np.float32)", "np.obj2sctype('f4')", "np.issctype(np.int32)", "np.float64 in np.sctypes['float']", "np.maximum_sctype(np.int8)", "np.einsum_path('ij,jk->ik', F, F)[0]",
    ],
    "flat": [
        "F.flat[2]", "F.flat[1:3]", "list(F.flat)", "F.flat.__setitem__(0, 9) or F", "setattr(F, 'flat', 5) or F", "F.flat.__setitem__([1, 2], 7) or F", "F.flat.base is F", "len(F.flat)", "F.flat.copy()", "next(F.flat)", "F.flat.index", "F.flat[7]", "[i for i in F.flat]", "np.array(F.flat)", "exec('it = F.flat; next(it); print(it.index, it.coords)')", "F.flat[-1]", "F.flat[...]",
    ],
    "masked": [
        "np.ma.sqrt(K)", "np.ma.log([1., -1., 0.])", "np.ma.concatenate([K, K]).shape", "np.ma.zeros(3)", "np.ma.ones((2, 2)).sum()", "np.ma.masked_values([1., 1.1, 2.], 1.1)", "np.ma.fix_invalid([1., np.nan])", "np.ma.count_masked(K)", "np.ma.average(K, axis=0)", "np.ma.where(K > 2, K, 0)", "np.ma.mask_rowcols(np.ma.array([[1, 2], [3, 4]], mask=[[1, 0], [0, 0]])).mask", "np.ma.compress_rows(np.ma.array([[1, 2], [3, 4]], mask=[[1, 0], [0, 0]]))", "np.ma.getmaskarray(K).sum()", "np.ma.max(K)", "np.ma.min(K, axis=1)", "np.ma.sort(np.ma.array([3, 1, 2], mask=[0, 1, 0]))", "np.ma.argsort(np.ma.array([3, 1, 2], mask=[0, 1, 0]))", "np.ma.array([3, 1, 2], mask=[0, 1, 0]).cumsum()", "np.ma.masked_all((2,)).mask", "np.ma.make_mask([0, 1])", "np.ma.is_mask(np.array([True]))", "np.ma.allequal(K, K)", "np.ma.allclose(K, K)", "np.ma.dot(np.ma.array([[1, 2]]), np.ma.array([[1], [2]]))", "np.ma.vstack([K, K]).shape", "np.ma.median(K)", "np.ma.median(K, axis=1)", "np.ma.unique(np.ma.array([1, 1, 2], mask=[0, 0, 1]))", "K.T.shape", "K.flatten().shape", "np.ma.arange(3)", "np.ma.exp(np.ma.array([0., 1.], mask=[0, 1]))", "np.ma.add(K, 1)[0]", "np.ma.less(K, 3)[0]", "np.ma.filled(K, 0)", "np.ma.default_fill_value(1.0)", "np.ma.std(K)", "np.ma.anom(np.ma.array([1., 2., 3.]))", "np.ma.diff(np.ma.array([1, 2, 4], mask=[0, 0, 1]))", "K.ravel().count()", "np.ma.array([1, 2, 3], mask=[0, 1, 0]).clip(2, 3)", "np.ma.array([1., 2.], mask=[0, 1]).round(1)", "np.ma.expand_dims(K, 0).shape", "np.ma.array([1, 2], mask=[0, 1]).filled(9).tolist()", "np.ma.notmasked_edges(np.ma.array([1, 2, 3], mask=[1, 0, 0]))", "np.ma.flatnotmasked_contiguous(np.ma.array([1, 2, 3], mask=[1, 0, 0]))", "np.ma.clump_masked(np.ma.array([1, 2, 3], mask=[1, 0, 0]))",
    ],
    "testing": [
        "np.testing.assert_array_almost_equal_nulp(1.0, 1.0)", "np.testing.assert_array_max_ulp(1.0, 1.0)", "np.testing.assert_no_warnings(lambda: 5)", "np.testing.assert_raises_regex(ValueError, 'invalid', int, 'x')", "np.testing.assert_equal({'a': 1}, {'a': 1})", "np.testing.assert_equal([1, 2], [1, 2])", "np.testing.IS_PYPY", "np.testing.assert_allclose([1.], [1.1], rtol=0.2)",
    ],
}


def programs():
    for group, expressions in GROUPS.items():
        for start in range(0, len(expressions), 6):
            lines = [f"show({text!r}, lambda: {text})" for text in expressions[start : start + 6]]
            yield f"{group} {start // 6}", PRELUDE + "\n".join(lines) + "\n"
