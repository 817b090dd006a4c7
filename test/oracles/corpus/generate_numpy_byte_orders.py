"""NumPy programs: arrays whose bytes stand in the big-endian order: what keeps it, what loses it, and what shows it."""

PRELUDE = """import numpy as np
import numpy.lib.recfunctions

def show(text, compute):
    try:
        r = compute()
        types = [x.dtype.str for x in (r if isinstance(r, (tuple, list)) else [r]) if isinstance(x, (np.ndarray, np.generic))]
        print(text, '->', repr(r), *types)
    except Exception as error:
        print(text, '->', type(error).__name__ + ':', error)

a = np.array(%s, dtype='>%s')

"""

WHOLE = [[3, 1, 2], [6, 5, 4]]

GROUPS = {
    'methods': [
        'a.copy()',
        "a.copy('F')",
        'a[0]',
        'a[0,0]',
        'a[[0,1]]',
        'a[a>2]',
        'a[:, ::2]',
        'a[...]',
        'a[None]',
        'a.T',
        'a.reshape(3,2)',
        'a.T.reshape(6)',
        'a.ravel()',
        'a.T.ravel()',
        'a.flatten()',
        'a.astype(float)',
        'a.astype(int)',
        "a.astype('<i4')",
        "a.astype('>f8')",
        'a.view()',
        'a.squeeze()',
        'a.swapaxes(0,1)',
        'a.diagonal()',
        'a.repeat(2)',
        'a.repeat([1,2],0)',
        'a.take([0,1])',
        'a.take([0,1], axis=1)',
        'a.compress([True,False],axis=0)',
        'a.choose([a,a])',
        'a.clip(1,3)',
        'a.round()',
        'a.round(1)',
        'a.round(-1)',
        'a.sum()',
        'a.sum(0)',
        'a.prod(0)',
        'a.max()',
        'a.max(0)',
        'a.min(axis=1, keepdims=True)',
        'a.mean()',
        'a.mean(0)',
        'a.std(0)',
        'a.var(0)',
        'a.ptp()',
        'a.ptp(0)',
        'a.cumsum()',
        'a.cumsum(0)',
        'a.cumprod(0)',
        'a.argmax(0)',
        'a.argsort()',
        'a.nonzero()',
        'a.trace()',
        'a.dot(a.T)',
        'a.conj()',
        'a.conjugate()',
        'a.real',
        'a.imag',
        'a.item(0)',
        'a.flat[0]',
        'a.flat[1:3]',
        'a.flat[[0,1]]',
        'a.flat.copy()',
        'a.byteswap()',
        'a.newbyteorder()',
        "a.newbyteorder('<')",
        "a.newbyteorder('>')",
        "a.newbyteorder('=')",
        "a.view('u1')",
        "a.view('>u2')",
        "a.view('u2')",
        'a.view(np.ndarray)',
        'a.view(np.matrix)',
        "a.getfield('>i4')",
        'a.__array__()',
        "a.__array__('>i4')",
        "a.__array__('i4')",
        'a.__copy__()',
        'a.__deepcopy__({})',
        'a.tobytes()',
        'a.T.tobytes()',
        "a.tobytes('F')",
        'a.nbytes',
        'a.strides',
        'a.tolist()',
    ],
    'dtype': [
        'a.astype(a.dtype)',
        'a.astype(a.dtype, copy=False)',
        'a.astype(a.dtype.newbyteorder())',
        "a.astype(a.dtype.newbyteorder('='))",
        'a.view(a.dtype)',
        'a.view(a.dtype.newbyteorder())',
        'a.dtype.byteorder',
        'a.dtype.isnative',
        'a.dtype.name',
        'a.dtype.str',
        'a.dtype.char',
        'a.dtype.num',
        'a.dtype.kind',
        'a.dtype.itemsize',
        'a.dtype.type',
        'a.dtype.descr',
        'a.dtype.base',
        'a.dtype.hasobject',
        'a.dtype.isbuiltin',
        'a.dtype.alignment',
        'a.dtype.metadata',
        "a.dtype == 'i4'",
        "a.dtype == '>i4'",
        'a.dtype == a.dtype.newbyteorder()',
        'a.dtype == np.int32',
        'a.dtype in (np.int32, np.float64)',
        'a.dtype.newbyteorder().newbyteorder()',
        "a.dtype.newbyteorder('|')",
        "a.dtype.newbyteorder('big')",
        "a.dtype.newbyteorder('native')",
        "a.dtype.newbyteorder('x')",
        "a.dtype < np.dtype('f8')",
    ],
    'operators': [
        'a @ a.T',
        'a+a',
        'a+1',
        '1+a',
        '-a',
        '+a',
        'abs(a)',
        'a*2.5',
        'a>2',
        'a//2',
        'a**2',
        'a%2',
        'list(np.nditer(a))',
        'list(a[0])',
        '[x for x in np.ndenumerate(a)]',
        "__import__('copy').copy(a)",
        "__import__('copy').deepcopy(a)",
        'repr(a)',
        'str(a)',
        'repr(a.dtype)',
        'str(a.dtype)',
        "hash(a.dtype) == hash(a.dtype.newbyteorder('<'))",
        'bytes(a)',
    ],
    'functions': [
        'np.add(a,1)',
        "np.add(a,1,dtype='>f8')",
        'np.add(a,a,out=a.copy())',
        'np.add.reduce(a)',
        'np.add.accumulate(a)',
        'np.add.outer(a,a)',
        'np.add.reduceat(a,[0,1])',
        "np.sum(a, dtype='>f8')",
        "np.sum(a, 0, dtype='>f8')",
        "np.mean(a, 0, dtype='>f8')",
        "np.cumsum(a, dtype='>f8')",
        "np.cumsum(a, 0, dtype='>f8')",
        "np.prod(a, 0, dtype='>i8')",
        'np.sqrt(a)',
        'np.exp(a)',
        'np.sin(a)',
        'np.maximum(a, 2)',
        'np.where(a>2, a, a)',
        'np.where(a>2, a, 0)',
        'np.where(a>2)',
        'np.sort(a)',
        'np.sort(a, axis=None)',
        'np.sort(a,0)',
        'np.partition(a,1)',
        'np.argpartition(a,1)',
        'np.msort(a)',
        'np.unique(a)',
        'np.unique(a, return_inverse=True)',
        'np.unique(a, axis=0)',
        'np.concatenate([a,a])',
        "np.concatenate([a,a.astype('<i4')])",
        'np.concatenate([a])',
        "np.concatenate([a,a], dtype='>f8')",
        'np.concatenate([a,a], axis=None)',
        'np.vstack([a,a])',
        'np.hstack([a,a])',
        'np.dstack([a,a])',
        'np.stack([a,a])',
        'np.column_stack([a,a])',
        'np.append(a, a)',
        'np.append(a, 1)',
        'np.append(a, a, axis=0)',
        'np.insert(a, 1, 5)',
        'np.insert(a, 1, 5, axis=0)',
        'np.insert(a, [0,1], 5, axis=1)',
        'np.delete(a, 1)',
        'np.delete(a, [0,1], axis=1)',
        'np.tile(a, 2)',
        'np.tile(a, (2,2))',
        'np.repeat(a, 2)',
        'np.roll(a, 1)',
        'np.roll(a, 1, axis=0)',
        'np.flip(a)',
        'np.fliplr(a)',
        'np.flipud(a)',
        'np.rot90(a)',
        'np.pad(a, 1)',
        "np.pad(a, 1, mode='edge')",
        'np.split(a, 3, axis=1)',
        'np.array_split(a, 2)',
        'np.hsplit(a,3)',
        'np.atleast_3d(a)',
        'np.expand_dims(a,0)',
        'np.broadcast_to(a,(2,2,3))',
        'np.broadcast_arrays(a,a)',
        'np.moveaxis(a,0,1)',
        'np.zeros_like(a)',
        'np.ones_like(a)',
        'np.full_like(a, 3)',
        "np.full_like(a, 3, dtype='>f4')",
        "np.zeros_like(a, dtype='>f4')",
        'np.zeros(2, a.dtype)',
        "np.zeros(2, '>f4')",
        "np.ones(2, '>f4')",
        "np.full(2, 3, '>f4')",
        'np.full(2, a[0,0])',
        'np.full((2,3), a)',
        "np.arange(3, dtype='>i4')",
        "np.arange(3., dtype='>f4')",
        "np.linspace(0,1,3,dtype='>f4')",
        "np.logspace(0,1,3,dtype='>f4')",
        "np.geomspace(1,10,3,dtype='>f4')",
        "np.eye(2, dtype='>f4')",
        "np.identity(2, dtype='>f4')",
        "np.tri(2, dtype='>f4')",
        'np.tril(a)',
        'np.triu(a)',
        'np.diag(a)',
        'np.diag(a[0])',
        'np.diagflat(a)',
        'np.vander(a[0])',
        "np.indices((2,2), dtype='>i4')",
        "np.fromfunction(lambda i,j: i+j, (2,2), dtype='>i4')",
        "np.fromiter([1,2], '>i4')",
        'np.meshgrid(a[0],a[0])',
        'np.array(a)',
        'np.array([a,a])',
        'np.array([a[0],a[0]])',
        "np.array(a, dtype='i4')",
        "np.array(a, dtype='>i8')",
        'np.array(a, copy=False)',
        "np.array([1,2], '>i2')",
        "np.array(5, '>i2')",
        'np.asarray(a)',
        "np.asarray(a, dtype='i4')",
        "np.asarray(a, dtype='>i4')",
        'np.asarray(a, dtype=a.dtype)',
        "np.asarray([1,2], dtype='>i4')",
        'np.asanyarray(a)',
        'np.ascontiguousarray(a)',
        'np.ascontiguousarray(a.T)',
        'np.asfortranarray(a)',
        'np.copy(a)',
        "np.require(a, requirements='C')",
        'np.matrix(a)',
        'np.asmatrix(a)',
        'np.round(a)',
        'np.around(a, 1)',
        'np.clip(a, 1, 3)',
        'np.take(a, [0,1])',
        'np.take_along_axis(a, np.argsort(a), 1)',
        'np.choose([0,1,0], [a[0],a[1]])',
        'np.select([a>2],[a])',
        'np.piecewise(a, [a>2], [1, 0])',
        'np.extract(a>2, a)',
        'np.compress([True,False], a, axis=0)',
        'np.trim_zeros(a[0])',
        'np.ediff1d(a)',
        'np.diff(a)',
        "np.gradient(a.astype('>f8'))",
        'np.cross(a, a)',
        'np.dot(a, a.T)',
        'np.inner(a,a)',
        'np.outer(a,a)',
        'np.kron(a,a)',
        'np.tensordot(a,a)',
        "np.einsum('ij->i', a)",
        "np.einsum('ij->ji', a)",
        "np.einsum('ij->ij', a)",
        "np.einsum('ij,kj->ik', a, a)",
        "np.einsum('ii->i', a[:2,:2])",
        'np.vdot(a,a)',
        'np.matmul(a,a.T)',
        'np.linalg.norm(a)',
        'np.linalg.inv(a[:2,:2])',
        'np.linalg.matrix_power(a[:2,:2], 1)',
        'np.linalg.matrix_power(a[:2,:2], 2)',
        'np.linalg.qr(a)',
        'np.fft.fft(a)',
        'np.median(a, 0)',
        'np.percentile(a, 50, 0)',
        'np.quantile(a, .5, 0)',
        'np.average(a, 0)',
        'np.histogram(a)',
        "np.bincount(a.ravel().astype('>i4'))",
        'np.digitize(a, [2,3])',
        'np.searchsorted(a[0], 2)',
        'np.interp([1.5], [1,2], a[0,:2])',
        'np.union1d(a, a)',
        'np.intersect1d(a, a)',
        'np.setdiff1d(a, [1])',
        'np.setxor1d(a, [1])',
        'np.in1d(a, [1])',
        'np.isin(a, [1])',
        'np.convolve(a[0], a[1])',
        'np.correlate(a[0], a[1])',
        'np.cov(a)',
        'np.corrcoef(a)',
        'np.polyfit(a[0], a[1], 1)',
        'np.polyval(a[0], a[1])',
        'np.poly1d(a[0]).coeffs',
        'np.roots(a[0])',
        'np.nan_to_num(a)',
        'np.real(a)',
        'np.imag(a)',
        'np.angle(a)',
        'np.real_if_close(a)',
        'np.fix(a)',
        'np.trunc(a)',
        'np.floor(a)',
        'np.cumsum(a)',
        'np.nansum(a, 0)',
        'np.nanmax(a, 0)',
        'np.nanmean(a, 0)',
        'np.amax(a, 0)',
        'np.ptp(a, 0)',
        'np.apply_along_axis(lambda r: r, 1, a)',
        'np.apply_along_axis(np.sort, 1, a)',
        'np.apply_along_axis(np.sum, 1, a)',
        'np.vectorize(lambda x: x)(a)',
        'np.frompyfunc(lambda x: x, 1, 1)(a)',
        'np.resize(a, (3,3))',
        'np.block([[a,a]])',
        'np.r_[a,a]',
        'np.r_[a]',
        'np.c_[a,a]',
        'np.triu_indices_from(a[:2,:2])',
        'np.lib.stride_tricks.sliding_window_view(a, 2, axis=1)',
        'np.lib.stride_tricks.as_strided(a)',
        'np.nditer(a).operands',
        'np.min_scalar_type(a)',
        'np.result_type(a)',
        'np.result_type(a, a)',
        "np.result_type('>i4')",
        "np.result_type('>i4', '>i4')",
        "np.promote_types('>i4', '>i4')",
        "np.promote_types('>i4', '>i2')",
        'np.result_type(a, 1)',
        "np.can_cast('>i4', 'i4', 'no')",
        "np.can_cast('>i4', 'i4', 'equiv')",
        "np.can_cast('>i4', 'i4')",
        "np.can_cast('>i4', '>i4', 'no')",
        'np.common_type(a)',
        "np.find_common_type(['>i4'],[])",
        "np.find_common_type(['>i4','>i4'],[])",
        'np.issubdtype(a.dtype, np.integer)',
        'np.issubdtype(a.dtype, np.int32)',
        "np.iinfo('>i4').dtype",
        "np.finfo('>f8').dtype",
        "np.array_equal(a, a.astype('<i4'))",
        'np.lexsort(a)',
        'np.packbits(a.astype(bool))',
        'np.array(list(a))',
        'np.array(a.tolist())',
        'np.array([a[0,0], a[0,1]])',
        'np.array([1, a[0,0]])',
        'np.frombuffer(a.tobytes(), a.dtype)',
        'np.frombuffer(a, a.dtype)',
        "np.ndarray(shape=(2,), dtype='>i4', buffer=a.tobytes(), offset=4)",
        'np.putmask(a.copy(), a>2, 0)',
        "np.nan_to_num(a.astype('>f4'))",
        'np.shares_memory(a, a.newbyteorder())',
        'np.shares_memory(a, a.byteswap())',
        'np.array2string(a)',
        'np.isclose(a, a)',
        "np.array(['2020-01-01'],'>M8[D]')",
        "np.array(['2020-01-01'],'>M8[D]')[0]",
        "np.array([1],'>m8[s]')",
        "np.array([1],'>m8[s]').sum()",
        "np.array(['ab'], '>U3')",
        "np.char.upper(np.array(['ab'], '>U3'))",
        "np.sort(np.array(['b','a'], '>U3'))",
        "np.array([b'ab'], '>S3')",
        "np.array([1], '>i1')",
        "np.array([True], '>?')",
        "np.array([1], '>O')",
        "np.array([1j], '>c8')",
        "np.array([1j], '>c16').real",
        "np.array([1j], '>c16').imag",
        "np.array([1j], '>c16').conj()",
        "np.array([1+2j], '>c8').tobytes()",
        "np.array([1+2j], '>c16').view('>f8')",
        "np.abs(np.array([1j], '>c16'))",
        "np.array([1.5], '>f2')",
        "np.array([1.5], '>e')",
        "np.array([1.5], '>d')",
        "np.array([1.5], '!d')",
        "np.array([1.5], '>float64')",
        "np.zeros(2, '>2i4')",
        'np.int32(5).newbyteorder()',
        'np.int32(5).byteswap()',
        "np.int32(5).dtype.newbyteorder('>')",
        "np.int32(5).view('>i4')",
        "np.int32(5).astype('>i4')",
        "np.array(np.int32(5)).astype('>i4')",
        'np.float64(5).byteswap()',
    ],
    'random': [
        'np.random.default_rng(0).permutation(a)',
        'np.random.default_rng(0).choice(a[0], 2)',
        'np.random.RandomState(0).permutation(a)',
        'np.random.RandomState(0).permutation(a[0])',
        'np.random.RandomState(0).choice(a[0], 2)',
        "np.random.RandomState(0).randint(0, 9, 3, dtype='>i4')",
        "np.random.default_rng(0).integers(0, 9, 3, dtype='>i4')",
        "np.random.default_rng(0).random(3, dtype='>f4')",
        'np.random.default_rng(0).permuted(a, axis=1)',
    ],
    'types': [
        'np.dtype(a.dtype, copy=True)',
        "np.dtype('>float64')",
        "np.dtype('>int')",
        "np.dtype('>i')",
        "np.dtype('>l')",
        "np.dtype('>2i4')",
        "np.dtype('2>i4')",
        "np.dtype('(2,3)>i4')",
        "np.dtype('>(2,3)i4')",
        "np.dtype('>i4,>f8')",
        "np.dtype('>i4,f8')",
        "np.dtype([('a','>i4'),('b','f8')])",
        "np.dtype([('a','>i4'),('b','f8')]).newbyteorder()",
        "np.dtype([('a','>i4'),('b','f8')]).newbyteorder('>')",
        "np.dtype([('a','>i4'),('b','f8')]).isnative",
        "np.dtype([('a','i4'),('b','f8')]).isnative",
        "np.dtype([('a','>i4'),('b','f8')]).byteorder",
        "np.dtype([('a','>i4'),('b','f8')])['a']",
        "np.dtype([('a','>i4'),('b','f8')]).descr",
        "np.dtype([('a','>i4',(2,)),('b',[('c','>f4')])])",
        "np.dtype([('a','>i4',(2,)),('b',[('c','>f4')])]).newbyteorder()",
        "np.dtype({'names':['a','b'],'formats':['>i4','>f8']})",
        "np.dtype({'names':['a','b'],'formats':['>i4','>f8'],'offsets':[4,8]})",
        "np.dtype(('>i4',(2,)))",
        "np.dtype(('>i4',(2,))).newbyteorder()",
        "np.dtype(('>i4',(2,))).subdtype",
        "np.dtype(('>i4',(2,))).base",
        "np.dtype('S4').newbyteorder()",
        "np.dtype('O').newbyteorder()",
        "np.dtype('i1').newbyteorder()",
        "np.dtype('?').newbyteorder('>')",
        "np.dtype('U4').newbyteorder()",
        "np.dtype('U').newbyteorder()",
        "np.dtype('M8[s]').newbyteorder()",
        "np.dtype('=i4')",
        "np.dtype('|i4')",
        "np.dtype('<i4')",
        "np.dtype('|i1').str",
        "np.dtype('>i4').type(5).dtype",
    ],
    'structures': [
        "np.zeros(2, [('a','>i4'),('b','f8')])",
        "np.zeros(2, [('a','>i4'),('b','f8')])['a']",
        "np.zeros(2, [('a','>i4'),('b','f8')])[0]",
        "np.zeros(2, [('a','>i4'),('b','f8')])[0].dtype",
        "np.zeros(2, [('a','>i4'),('b','f8')])['a'][0]",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')]).tobytes()",
        "np.frombuffer(b'\\0\\0\\0\\\\1?\\xf8\\0\\0\\0\\0\\0\\0', [('a','>i4'),('b','>f8')])",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')]).astype([('a','i4'),('b','f8')])",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')]).view([('a','i4'),('b','f8')])",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')]).byteswap()",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')]).newbyteorder()",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')]).newbyteorder().dtype",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')]) == np.array([(1,2.5)], [('a','i4'),('b','f8')])",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')]).view(np.recarray)",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')]).view(np.recarray).a",
        "np.rec.array([(1,2.5)], dtype=[('a','>i4'),('b','>f8')])",
        "np.rec.array([(1,2.5)], formats='i4,f8', byteorder='>')",
        "np.rec.fromarrays([[1,2],[3.,4.]], dtype=[('a','>i4'),('b','>f8')])",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')])[['a']]",
        "np.array([(1,2.5)], [('a','>i4'),('b','>f8')])[['b','a']].dtype",
        "np.concatenate([np.zeros(2, [('a','>i4')]), np.zeros(2, [('a','>i4')])])",
        "np.concatenate([np.zeros(2, [('a','>i4')]), np.zeros(2, [('a','i4')])])",
        "np.sort(np.array([(2,),(1,)], [('a','>i4')]))",
        "np.lib.recfunctions.structured_to_unstructured(np.zeros(2, [('a','>i4'),('b','f8')]))",
    ],
    'kinds': [
        "np.arange(3, dtype='>i2').tobytes()",
        "np.arange(3, dtype='>u2').tobytes()",
        "np.arange(3, dtype='>i8').tobytes()",
        "np.arange(3, dtype='>u8').tobytes()",
        "np.arange(3, dtype='>f2').tobytes()",
        "np.arange(3, dtype='>f4').tobytes()",
        "np.arange(3, dtype='>f8').tobytes()",
        "np.arange(3, dtype='>c8').tobytes()",
        "np.arange(3, dtype='>c16').tobytes()",
        "np.array(['añ', 'b'], dtype='>U3').tobytes()",
        "np.array(['2020-01-01', 'NaT'], dtype='>M8[D]').tobytes()",
        "np.array([2**63 + 1, 5], dtype='>u8')",
        "np.array([2**63 + 1], dtype='>u8').tobytes()",
        "np.frombuffer(b'\\xff' * 8, '>u8')",
        "np.frombuffer(b'\\x3f\\x80\\0\\0\\x7f\\x80\\0\\0', '>f4')",
        "np.frombuffer(b'\\x3c\\0', '>f2')",
        "np.frombuffer(b'\\0\\1\\0\\2', '>u2', count=1, offset=2)",
        "np.frombuffer(b'\\0\\0\\0a\\0\\0\\0b', '>U2')",
        "np.array([True, False], '>b1').tobytes()",
        "np.array([1, 2], '>i1').dtype.byteorder",
        "np.frombuffer(bytearray(b'\\0\\1'), '>i2')",
        "np.frombuffer(np.arange(2, dtype='>i2'), 'u1')",
        "np.ndarray(shape=(2,), dtype='>i4', buffer=a.tobytes(), offset=4)",
        "np.ndarray((2, 2), '>i2', b'\\0\\1\\0\\2\\0\\3\\0\\4')",
        'bytes(a[0])',
        "np.frombuffer(b'abc', '>i2')",
        "np.frombuffer(b'', '>i2')",
        "np.frombuffer('abc', '>i2')",
        "np.frombuffer([1], '>i2')",
        "np.frombuffer(b'ab', '>i2', count=3)",
        "np.frombuffer(b'ab', '>i2', offset=5)",
    ],
}

PROGRAMS = {
    'mnist': """import gzip
import struct
import numpy as np

def save(name, magic, *lengths, data):
    with gzip.open(name, 'wb') as f:
        f.write(struct.pack('>I', magic) + struct.pack('>%dI' % len(lengths), *lengths) + bytes(data))

save('images.gz', 2051, 3, 2, 2, data=range(12))
save('labels.gz', 2049, 3, data=[7, 2, 1])

def _read32(bytestream):
    dt = np.dtype(np.uint32).newbyteorder('>')
    return np.frombuffer(bytestream.read(4), dtype=dt)[0]

with gzip.open('images.gz', 'rb') as f:
    magic, n, rows, cols = struct.unpack('>IIII', f.read(16))
    images = np.frombuffer(f.read(), dtype=np.uint8).reshape(n, rows, cols)
print(magic, n, rows, cols, images.shape, images.dtype, images[2])
with gzip.open('images.gz', 'rb') as f:
    header = np.frombuffer(f.read(16), dtype=np.dtype(np.uint32).newbyteorder('>'))
    print(header, header.dtype, header.dtype.byteorder, repr(header), header.sum(), header.astype(int))
    print([int(v) for v in header], header[1:].prod(), header.tolist())
with gzip.open('labels.gz', 'rb') as f:
    print(_read32(f), type(_read32(f)), np.frombuffer(f.read(), np.uint8))
with gzip.open('images.gz', 'rb') as f:
    magic, size = struct.unpack('>II', f.read(8))
    nrows, ncols = struct.unpack('>II', f.read(8))
    data = np.array(np.frombuffer(f.read(), dtype=np.dtype('B').newbyteorder('>')))
    print(size, nrows, ncols, data.reshape((size, nrows, ncols))[0], data.dtype)
""",
    'files': """import numpy as np
a = np.arange(6, dtype='>i2').reshape(2, 3)
np.save('a.npy', a)
print(open('a.npy', 'rb').read()[:80])
b = np.load('a.npy')
print(b, b.dtype, repr(b.dtype), b.dtype.isnative)
a.tofile('a.bin')
print(open('a.bin', 'rb').read())
print(np.fromfile('a.bin', '>i2'), np.fromfile('a.bin', '>i2').dtype, np.fromfile('a.bin', '<i2'))
with open('a.bin', 'rb') as f:
    f.read(2)
    print(np.fromfile(f, dtype='>u2', count=2), np.fromfile(f, '>u2'))
m = np.memmap('a.bin', dtype='>i2', mode='r', shape=(2, 3))
print(m[1], m.dtype, m.sum(axis=0), np.asarray(m).dtype)
np.savez('a.npz', x=a, y=a.astype('>f4'), z=np.array([(1, 2.5)], dtype=[('p', '>i4'), ('q', '<f8')]))
with np.load('a.npz') as d:
    for k in d.files:
        print(k, d[k], d[k].dtype)
s = np.array([(1, 2.5, 'ab'), (3, 4.5, 'c')], dtype=[('p', '>i4'), ('q', '>f8'), ('r', '>U2')])
np.save('s.npy', s)
print(open('s.npy', 'rb').read())
t = np.load('s.npy')
print(t, t.dtype, t['p'].dtype, t[0], t['q'].sum())
print(np.loadtxt(['1 2', '3 4'], dtype='>i4').dtype, np.loadtxt(['1 2.5'], dtype='>i4,>f8'))
print(repr(np.genfromtxt(['1,2', '3,4'], delimiter=',', dtype='>f4').dtype))
np.savetxt('t.txt', a, fmt='%d')
print(open('t.txt').read())
np.save('f.npy', np.asfortranarray(np.arange(6.).reshape(2, 3)).T)
print(np.load('f.npy'))
""",
    'sharing': """import numpy as np
a = np.array([1, 2, 3], dtype='<i4')
v = a.view('>i4')
print(v, v.dtype, v.tobytes())
v[0] = 1
print(a, v)
a[1] = 256
print(a, v)
w = a.newbyteorder()
w[2] = 7
print(a, w, v)
u = v.view('u1')
u[3] = 9
print(a, v, u)
a.dtype = a.dtype.newbyteorder('>')
print(a, repr(a.dtype), a.tobytes())
b = np.array([1, 256], dtype='>i2')
print(b.byteswap(), b.byteswap().dtype)
print(b.byteswap(inplace=True), b, b.dtype)
c = b.byteswap().newbyteorder()
print(c, c.dtype, c.dtype == np.int16, c.astype(np.int16).dtype)
d = b.view(b.dtype.newbyteorder()).byteswap()
print(d, d.dtype)
e = np.array([1.5, -2], dtype='>f4')
e *= 2
print(e, e.dtype.str)
e += np.array([1, 2])
print(e, e.dtype.str)
e[:] = [9, 8]
e[0] = 3
print(e, e.tobytes())
e.sort()
print(e, e.dtype.str)
e.resize(3)
print(e, e.dtype.str)
e.shape = (3, 1)
print(e.dtype.str, e.T.dtype.str)
z = np.array([1 + 2j, 3], dtype='>c8')
z.real = [7, 8]
z.imag[1] = 5
print(z, z.real.dtype.str, z.tobytes())
x = np.arange(4, dtype='>u2')
x[x > 1] = 500
print(x, x.tobytes(), np.where(x > 1, x, 0).dtype.str)
np.put(x, [0], 3)
np.putmask(x, x == 1, 2)
np.copyto(x, x + 1)
np.add(x, 1, out=x)
print(x, x.dtype.str)
for value in x:
    print(value, value.dtype.str, type(value).__name__)
y = np.array([3, 1, 2], dtype='>i8')
print(np.argsort(y), sorted(y), max(y), y.max(), y.argmax(), 2 in y, y == [3, 1, 0])
print({'k': y}['k'].dtype, str(y.dtype), f'{y.dtype}', y.dtype.name)
""",
    'structures': """import numpy as np
record = np.dtype([('id', '>u4'), ('pos', '>f4', (2,)), ('in', [('x', '>i2'), ('y', '<i2')])])
print(record, record.itemsize, record.isnative, record['pos'], record['in'], record.descr)
data = bytes(range(16)) * 2
r = np.frombuffer(data, dtype=record)
print(r, r['id'], r['id'].dtype.str, r['in']['x'], r['in']['y'].dtype.str, r['pos'].dtype.str)
print(r.tobytes() == data, r[1].tobytes() == data[16:], r[0]['id'].dtype.str)
n = r.astype(record.newbyteorder('='))
print(n, n.dtype, n.tobytes() == data)
print(n == r, (n['id'] == r['id']).all(), np.concatenate([r, n]).dtype)
print(record.newbyteorder(), record.newbyteorder('<'), record.newbyteorder('>').descr)
z = np.zeros(2, dtype=record)
z['id'] = [1, 2]
z['pos'][0] = [1.5, 2.5]
z[1] = (7, (3, 4), (5, 6))
print(z, z.tobytes())
print(np.sort(z, order='id')['id'].dtype.str, z[['id']].dtype)
print(z.byteswap(), z.newbyteorder().dtype)
print(np.zeros(3, dtype='>2i4').shape, np.zeros(3, dtype='>2i4').dtype.str, np.frombuffer(bytes(range(8)), '>2i2'))
print(np.dtype('>2i4'), np.dtype('>(2,3)f4'), np.dtype('>i4, <f8, 2>i2'), np.dtype('3>u2').base.str)
q = np.rec.array([(1, 2.5), (3, 4.5)], dtype=[('a', '>i4'), ('b', '>f8')])
print(q.a, q.a.dtype.str, q[0].b, q)
print(np.array([(1, 2)], dtype=[('a', '>i4'), ('b', '>i4')]).view('>i4'), np.array([(1, 2)], dtype='>i4,>i4').view('i4'))
""",
    'picture': """import struct
import numpy as np
raw = struct.pack('>HHff', 2, 3, 1.5, -2.0) + np.arange(6, dtype='>f8').tobytes()
height, width = struct.unpack_from('>HH', raw)
scale, shift = np.frombuffer(raw, '>f4', count=2, offset=4)
body = np.frombuffer(raw, '>f8', offset=12).reshape(height, width)
print(height, width, scale, shift, type(scale))
print(body, body.dtype.byteorder, body.flags.writeable)
x = (body * scale + shift).astype('float32')
print(x, x.dtype, x.dtype.byteorder)
x -= x.mean(axis=0)
print(np.round(x / x.std(), 3))
back = x.astype('>f4')
print(back.tobytes().hex(), back.dtype == x.dtype, back.astype(x.dtype).dtype == x.dtype)
big = body.astype(body.dtype.newbyteorder('='))
print(big.dtype, big.dtype.isnative, np.array_equal(big, body), big.tobytes() == body.tobytes())
try:
    np.add(body, 1, dtype='>f8')
except TypeError as error:
    print(error)
try:
    body[0] = 1
except ValueError as error:
    print(error)
""",
}


def programs():
    for kind, values in (("i4", WHOLE), ("f8", [[3.5, 1, 2], [6, 5, 4]])):
        for group, expressions in GROUPS.items():
            if kind == "f8" and group in ("types", "structures", "kinds", "dtype"):
                continue
            for start in range(0, len(expressions), 12):
                lines = [f"show({text!r}, lambda: {text})" for text in expressions[start : start + 12]]
                yield f"{group} of {kind} {start // 12}", PRELUDE % (values, kind) + "\n".join(lines) + "\n"
    for name, source in PROGRAMS.items():
        yield name, source
