"""NumPy programs: transforms, polynomials, padding, masked arrays, text, windows, histograms, linear algebra, testing."""

PRELUDE = """import numpy as np

def show(text, compute):
    try:
        r = compute()
        print(text, '->', r if isinstance(r, (str, tuple, list, dict)) else repr(r))
    except Exception as error:
        print(text, '->', type(error).__name__ + ':', error)

def near(value):
    return np.round(value, 6) + 0

"""

GROUPS = {
    "fft": [
        "near(np.fft.fft([1, 2, 3, 4]))", "near(np.fft.fft(np.arange(7)))", "near(np.fft.fft(np.arange(12) % 5))", "near(np.fft.fft(np.arange(67) ** 2 % 13)[:5])",
        "near(np.fft.fft([1, 2, 3], 5))", "near(np.fft.fft([1, 2, 3], 2))", "near(np.fft.fft(np.eye(3), axis=0))", "near(np.fft.ifft([1, 2j, -1, 4]))",
        "near(np.fft.ifft(np.fft.fft([5, 1, 2])).real)", "near(np.fft.rfft([1, 5, 2, 8]))", "near(np.fft.rfft(np.arange(5)))", "near(np.fft.irfft([6, 1 + 1j, 2]))",
        "near(np.fft.irfft([6, 1 + 1j, 2], 5))", "near(np.fft.fft2(np.arange(6).reshape(2, 3)))", "near(np.fft.ifft2(np.eye(2)))", "near(np.fft.fftn(np.ones((2, 2, 2))))",
        "near(np.fft.rfft2(np.arange(6).reshape(2, 3)))", "near(np.fft.irfft2(np.fft.rfft2(np.arange(8).reshape(2, 4))))", "np.fft.fftfreq(8, 0.1)", "np.fft.fftfreq(5)",
        "np.fft.rfftfreq(8, d=0.5)", "np.fft.fftshift(np.arange(5))", "np.fft.ifftshift(np.arange(5))", "np.fft.fftshift(np.arange(6).reshape(2, 3), axes=1)",
        "near(np.fft.fft([1, 2, 3, 4], norm='ortho'))", "near(np.fft.fft([1, 2, 3, 4], norm='forward'))", "near(np.fft.ifft([1, 2, 3, 4], norm='forward'))", "near(np.fft.hfft([1, 2, 3]))",
        "near(np.fft.ihfft([1, 2, 3, 4]))", "np.fft.fft([])", "np.fft.fft([1, 2], norm='no')", "np.fft.fft(np.ones((2, 3))).shape", "np.fft.rfft(np.ones((2, 9)), axis=1).shape", "np.fft.fftfreq(2.5)",
    ],
    "poly": [
        "np.poly1d([1, 2, 3])", "np.poly1d([1, 2, 3])(2)", "np.poly1d([1, 2, 3])(np.array([0, 1]))", "str(np.poly1d([1, -2, 3]))", "str(np.poly1d([1, 0, 0]))", "str(np.poly1d([0.5, -1]))", "str(np.poly1d([3]))",
        "np.poly1d([1, 2]) * np.poly1d([1, 3])", "np.poly1d([1, 2]) + 1", "1 - np.poly1d([1, 2])", "np.poly1d([1, 2]) ** 2", "np.poly1d([2, 4]) / 2", "np.poly1d([1, 0, -1]).order", "np.poly1d([1, 0, -1]).c",
        "np.poly1d([1, 2, 3]).deriv()", "np.poly1d([1, 2, 3]).integ()", "np.poly1d([1, 2, 3])[0]", "np.poly1d([1, 2, 3])[7]", "np.poly1d([1, 2], True)", "np.poly1d([1, 2]) == np.poly1d([1, 2])", "np.poly1d([0, 0, 1, 2])", "len(np.poly1d([1, 2, 3]))",
        "near(np.sort(np.roots([1, -3, 2])))", "near(np.roots([2, 4]))", "np.roots([1])", "near(np.roots([1, -6, 11, -6]))", "np.poly([1, 2, 3])", "np.polyadd([1, 2], [1, 0, 0])", "np.polysub([1, 2], [1])", "np.polydiv([1, 5, 6], [1, 2])", "np.polymul([1, 2], [3, 4])", "np.polyder([1, 2, 3])", "np.polyint([2, 1])",
        "near(np.polyfit([0, 1, 2, 3], [1, 2, 5, 10], 2))", "near(np.poly1d(np.polyfit([0, 1, 2], [1, 3, 5], 1))(4))", "np.polyval([1, 2, 3], [1, 2])", "np.polyval(np.poly1d([1, 1]), 3)", "list(np.poly1d([4, 5]))",
    ],
    "pad": [
        *[f"np.pad([1, 2, 3], (2, 3), mode={mode!r})" for mode in ["constant", "edge", "linear_ramp", "maximum", "mean", "median", "minimum", "reflect", "symmetric", "wrap"]],
        *[f"np.pad(np.arange(6.).reshape(2, 3), ((1, 0), (0, 2)), mode={mode!r})" for mode in ["constant", "edge", "linear_ramp", "maximum", "mean", "median", "reflect", "symmetric", "wrap"]],
        "np.pad([1, 2, 3], 7, mode='reflect')", "np.pad([1, 2, 3], 8, mode='symmetric')", "np.pad([1, 2, 3], 2, mode='reflect', reflect_type='odd')", "np.pad([1., 5.], (1, 2), constant_values=(7, 8))",
        "np.pad([5, 1, 9], 2, mode='mean', stat_length=2)", "np.pad([5, 1], 3, mode='linear_ramp', end_values=(-1, 10))", "np.pad([1, 2], -1)", "np.pad([1, 2], 1.5)", "np.pad([1, 2], 1, mode='none')", "np.pad([1, 2], 1, mode='edge', constant_values=3)",
        "np.pad(np.ones((2, 2)), 1).shape", "np.pad([], 2)", "np.pad([], 2, mode='edge')", "np.pad([7], 2, mode='reflect')", "np.pad([[1, 2], [3, 4]], ((1,), (2,)), 'constant', constant_values=((1, 2), (3, 4)))", "np.pad(np.array([1, 2], dtype=np.uint8), 1).dtype",
    ],
    "windows": [
        "np.hamming(5)", "np.hanning(4)", "np.blackman(5)", "np.bartlett(4)", "near(np.kaiser(5, 3.0))", "near(np.i0([0., 1., 2.5]))", "near(np.sinc([0, 0.5, 1]))", "np.hamming(1)", "np.hanning(0)",
        "near(np.unwrap([0, 3, 6.5, 0.1]))", "np.piecewise(np.array([-1., 0, 2]), [np.array([-1., 0, 2]) < 0], [-1, 1])", "np.piecewise(np.arange(4.), [np.arange(4) > 1], [lambda x: x * 10])",
        "np.sort_complex([2, 1, 3j])", "np.real_if_close([1 + 1e-20j, 2])", "np.asfarray([1, 2])", "np.alltrue([1, 0])", "np.sometrue([1, 0])", "np.cumproduct([1, 2, 3])", "np.True_", "np.False_", "np.typecodes['Float']",
        "np.apply_over_axes(np.sum, np.arange(6).reshape(1, 2, 3), [0, 2])", "np.nanpercentile([1, np.nan, 3, 4], 50)", "np.nanquantile(np.array([[1, np.nan], [3, 4]]), 0.5, axis=0)", "np.nanmedian([1, np.nan, 5])",
        "np.histogram2d([1, 2, 2], [1, 1, 3], bins=2)", "np.histogramdd(np.array([[1, 2], [3, 4], [1, 4]]), bins=(2, 2))[0]", "np.histogram2d([1, 2], [3, 4], bins=[[0, 1.5, 3], [2, 5]])[0]", "np.histogram2d([1, 2], [3, 4], bins=2, density=True)[0]",
        "np.mask_indices(3, np.triu)", "np.tril_indices_from(np.ones((2, 2)))", "np.triu_indices_from(np.ones((2, 3)), 1)", "np.diag_indices_from(np.ones((2, 2)))", "np.diag_indices_from(np.ones((2, 3)))",
        "np.packbits([1, 0, 1, 1, 0, 0, 0, 0, 1])", "np.unpackbits(np.array([176, 5], dtype=np.uint8))", "np.unpackbits(np.array([[3]], dtype=np.uint8), axis=1, bitorder='little')", "np.frexp([1.5, 8.0])", "np.ldexp(0.75, 3)", "np.frexp(10.0)",
        "np.frompyfunc(lambda a, b: a + b, 2, 1)([1, 2], 10)", "list(np.broadcast([1, 2], [[3], [4]]))", "np.broadcast(np.ones((2, 1)), np.ones(3)).shape", "issubclass(np.ComplexWarning, RuntimeWarning)", "np.divmod([7, -7], 3)", "np.modf([1.5, -2.25])",
    ],
    "windowsview": [
        "np.lib.stride_tricks.sliding_window_view(np.arange(5), 3)", "np.lib.stride_tricks.sliding_window_view(np.arange(9).reshape(3, 3), (2, 2)).shape", "np.lib.stride_tricks.sliding_window_view(np.arange(9).reshape(3, 3), (2, 2))[0, 1]",
        "np.lib.stride_tricks.sliding_window_view(np.arange(8).reshape(2, 4), 2, axis=1)", "np.lib.stride_tricks.sliding_window_view(np.arange(3), 5)", "np.lib.stride_tricks.as_strided(np.arange(6), (2, 3), (8, 8))", "np.lib.stride_tricks.sliding_window_view(np.arange(5), 2).mean(axis=1)",
        "np.linalg.tensorinv(np.eye(4).reshape(2, 2, 2, 2)).shape", "near(np.linalg.tensorsolve(np.eye(4).reshape(2, 2, 2, 2) * 2, np.ones((2, 2))))", "near(np.linalg.lstsq([[1., 1], [1, 2], [1, 3]], [1., 2, 2], rcond=None)[0])",
        "near(np.linalg.eigh([[2., 1], [1, 2]])[0])", "near(np.linalg.svd([[1., 2], [3, 4]], compute_uv=False))", "near(np.linalg.cond([[1., 2], [3, 4]]))", "near(np.linalg.slogdet([[1., 2], [3, 4]]))", "np.linalg.det(np.eye(3) * 2)", "near(np.linalg.matrix_power([[2., 0], [0, 3]], -1))", "near(np.linalg.pinv([[1., 0], [0, 0]]))", "near(np.linalg.multi_dot([np.eye(2), np.ones((2, 3)), np.ones((3, 1))]))",
        "near(np.linalg.norm([[1., 2], [3, 4]], 'fro'))", "near(np.linalg.norm([[1., 2], [3, 4]], 2))", "near(np.linalg.norm([[1., 2], [3, 4]], 1))", "near(np.linalg.norm([[1., 2], [3, 4]], np.inf))", "near(np.linalg.norm([[1., 2], [3, 4]], 'nuc'))", "near(np.linalg.norm([1., -2, 3], 1))", "near(np.linalg.norm([1., -2, 3], np.inf))", "near(np.linalg.norm([1., 0, 3], 0))", "np.linalg.inv(np.ones((2, 3)))", "np.linalg.cholesky([[1., 2], [2, 1]])", "np.linalg.solve(np.zeros((2, 2)), [1, 2])", "near(np.sort(np.linalg.eigvals([[1., 2], [3, 4]])))", "np.linalg.matrix_rank([[1, 2], [2, 4]])", "near(np.linalg.eigvals([[0., -1], [1, 0]]))", "near(np.linalg.eig([[0., -1], [1, 0]])[0])", "near(np.abs(np.linalg.eig([[1., -2], [3, 1]])[1]))", "near(np.sort_complex(np.linalg.eigvals([[1., 2, 0], [-2, 1, 1], [0, 1, 3]])))", "near(np.sort_complex(np.roots([1, 0, 1])))", "near(np.sort_complex(np.roots([1, 2, 3, 4, 5])))", "near(np.roots([1, 1, 1]))", "near(np.sort_complex(np.roots([2, -1, 3, 0, 1, 0])))",
        "np.einsum('...ij,...jk->...ik', np.ones((2, 2, 3)), np.ones((2, 3, 1))).shape", "np.einsum('i...->...', np.arange(6).reshape(2, 3))", "np.einsum('ij', np.arange(4).reshape(2, 2))", "np.einsum('ba', np.arange(4).reshape(2, 2))", "np.einsum('ij->', np.arange(4).reshape(2, 2))", "np.einsum('i,j', [1, 2], [3, 4])", "np.einsum('ii->i', np.arange(4).reshape(2, 2))", "np.einsum('ij,kj->ik', np.eye(2), np.eye(2), optimize=True)", "np.einsum('ij', [1, 2])", "np.einsum('i->ij', [1, 2])", "np.einsum('bij,bjk->bik', np.ones((2, 1, 2)), np.ones((2, 2, 1)))", "np.einsum('...', [1, 2])", "np.einsum(np.eye(2), [0, 1], [1, 0])",
        "np.gradient([1., 2, 4, 7], 2.)", "np.gradient(np.arange(9.).reshape(3, 3))", "np.gradient([1., 4, 9], [0., 1, 3])", "np.gradient([1., 4, 9, 16], edge_order=2)", "np.gradient(np.arange(6.).reshape(2, 3), axis=1)", "np.interp([0, 1.5, 5], [1, 2, 3], [10, 20, 30], left=-1, right=-2)", "np.interp([370.], [0, 90, 180], [0., 1, 2], period=360)",
    ],
    "char": [
        "np.char.upper(['ab', 'c'])", "np.char.add(['a', 'b'], ['x', 'yz'])", "np.char.multiply(['a', 'b'], 3)", "np.char.capitalize('hello')", "np.char.center(['a', 'bc'], 5, '*')", "np.char.strip([' a ', 'b '])", "np.char.lstrip(['xa', 'xxb'], 'x')", "np.char.replace(['abab'], 'b', 'z')", "np.char.split(['a b', 'c d e'])", "np.char.split('a-b', '-')", "np.char.join('-', ['abc', 'de'])", "np.char.find(['abc', 'cab'], 'a')", "np.char.count(['aab', 'b'], 'a')", "np.char.startswith(['ab', 'ba'], 'a')", "np.char.endswith(['ab', 'ba'], 'a')", "np.char.str_len(['a', 'bcd'])", "np.char.isdigit(['12', 'a'])", "np.char.isalpha(np.array([['a', '1']]))", "np.char.zfill(['7', '42'], 4)", "np.char.title(['hello world'])", "np.char.swapcase('aB')", "np.char.equal(['a', 'b'], ['a', 'c'])", "np.char.greater(['b', 'a'], 'a')", "np.char.mod('%d', [1, 2])", "np.char.encode(['a', 'b'])", "np.char.decode([b'a', b'b'])", "np.char.partition(['a-b'], '-')", "np.char.rjust(['a'], 3)", "np.char.index(['ab'], 'z')", "np.char.lower(np.array(['AB', 'C']))",
    ],
    "ma": [
        "np.ma.array([1, 2, 3], mask=[0, 1, 0])", "str(np.ma.array([1, 2, 3], mask=[0, 1, 0]))", "np.ma.masked_equal([1, 2, 1], 1)", "np.ma.masked_where([True, False], [1., 2.5])", "np.ma.array([1, 2, 3], mask=[0, 1, 0]).mean()", "np.ma.array([1, 2, 3], mask=[0, 1, 0]).sum()", "np.ma.array([1., 2, 3], mask=[0, 1, 0]).std()", "np.ma.array([1, 2, 3], mask=[0, 1, 0]).filled(0)", "np.ma.array([1, 2, 3], mask=[0, 1, 0]).filled()", "np.ma.array([1, 2, 3], mask=[0, 1, 0]).compressed()", "np.ma.array([1, 2, 3], mask=[0, 1, 0]).count()", "np.ma.array([1, 2, 3], mask=[0, 1, 0]).max()", "np.ma.array([1, 2, 3], mask=[0, 1, 0]).mask", "np.ma.array([1, 2, 3], mask=[0, 1, 0])[1]", "np.ma.array([1, 2, 3], mask=[0, 1, 0])[0]", "np.ma.array([1, 2, 3], mask=[0, 1, 0])[1:]", "np.ma.array([1, 2, 3], mask=[0, 1, 0]) + 1", "np.ma.array([1, 2], mask=[0, 1]) * np.ma.array([3, 4], mask=[0, 0])", "np.ma.array([1., 2]) / np.array([0., 2])", "np.ma.masked_invalid([1., np.nan, np.inf])", "np.ma.masked_greater([1, 5, 3], 2)", "np.ma.masked_less([1, 5, 3], 2)", "np.ma.masked_outside([1, 5, 3], 2, 4)", "np.ma.is_masked(np.ma.array([1], mask=[1]))", "np.ma.array([[1, 2], [3, 4]], mask=[[0, 1], [0, 0]]).sum(axis=0)", "np.ma.array([[1, 2], [3, 4]], mask=[[0, 1], [0, 0]]).mean(axis=1)", "np.ma.getmaskarray([1, 2])", "np.ma.masked", "np.ma.array([1, 2]).tolist()", "np.ma.array([1, 2], mask=[1, 0]).tolist()", "np.ma.array([3, 1, 2], mask=[0, 1, 0]).min()",
    ],
    "testing": [
        "np.testing.assert_array_equal([1, 2], [1, 2])", "np.testing.assert_allclose([1.0], [1.0 + 1e-9])", "np.testing.assert_almost_equal(1.0, 1.0)", "np.testing.assert_raises(ValueError, int, 'x')", "np.testing.assert_raises(ValueError, int, '1')", "np.testing.assert_(True)", "np.testing.assert_(0, 'no')", "np.testing.assert_approx_equal(1.0, 1.0000001)", "np.testing.assert_array_less([1, 2], [2, 3])", "np.testing.assert_array_almost_equal([1.0, 2.0], [1.0, 2.0])",
    ],
    "polynomial": [
        "np.polynomial.polynomial.polyval(2, [1, 2, 3])", "near(np.polynomial.polynomial.polyfit([0, 1, 2], [1, 3, 7], 2))", "np.polynomial.polynomial.polyadd([1, 2], [1])", "np.polynomial.polynomial.polymul([1, 2], [3, 4])", "np.polynomial.polynomial.polyder([1, 2, 3])", "near(np.polynomial.polynomial.polyroots([2, -3, 1]))",
        "np.polynomial.Polynomial([1, 2, 3])(2)", "near(np.polynomial.Polynomial.fit([0, 1, 2, 3], [1, 3, 5, 7], 1)(10))", "near(np.polynomial.Polynomial.fit([0, 1, 2, 3], [1, 3, 5, 7], 1).convert().coef)", "near(np.polynomial.Polynomial.fit([0, 1, 2, 3], [1, 3, 5, 7], 1).coef)", "np.polynomial.Polynomial([1, 2]).degree()", "(np.polynomial.Polynomial([1, 2]) * np.polynomial.Polynomial([0, 1])).coef", "near(np.polynomial.Polynomial([2, -3, 1]).roots())", "np.polynomial.Polynomial([1, 2, 3]).deriv().coef",
    ],
    "vectorize": [
        "np.vectorize(lambda a, b: a * b)([1, 2], [[3], [4]])", "np.vectorize(len)(['a', 'bcd'])", "np.vectorize(lambda x: x / 2, otypes=[int])([3, 4])", "np.vectorize(str)([1, 2])", "np.vectorize(lambda x: (x, -x))([1, 2])", "np.vectorize(lambda x, p=2: x ** p)([1, 2, 3], p=3)", "np.vectorize(lambda x: x > 1)(5)", "np.vectorize(lambda v: v.sum(), signature='(n)->()')([[1, 2], [3, 4]])", "np.vectorize(lambda x: x)([])", "np.apply_along_axis(lambda r: r[::-1], 1, np.arange(6).reshape(2, 3))", "np.apply_along_axis(np.sum, 0, np.arange(6).reshape(2, 3))", "np.apply_along_axis(lambda r: np.outer(r, r), 0, np.arange(2)).shape", "list(np.ndenumerate([[1, 2], [3, 4]]))", "list(np.ndindex(2, 2))", "np.fromiter(range(3), dtype=int)", "np.array([1, 2]).flags.c_contiguous", "np.ones((2, 3)).T.flags.f_contiguous", "np.array([1, 2]).flags.writeable", "np.array([[1, 2]]).T.flags['C_CONTIGUOUS']", "np.arange(4).reshape(2, 2).tobytes()", "np.array([1, 2]).itemsize", "np.float64(3).as_integer_ratio()", "np.arange(3).view(np.float64).shape", "np.int64(5).bit_length()",
    ],
}


def programs():
    for group, expressions in GROUPS.items():
        for start in range(0, len(expressions), 6):
            lines = [f"show({text!r}, lambda: {text})" for text in expressions[start : start + 6]]
            yield f"{group} {start // 6}", PRELUDE + "\n".join(lines) + "\n"
