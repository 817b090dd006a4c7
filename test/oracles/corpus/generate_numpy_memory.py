"""Programs about the bytes of arrays (views as other types, byte orders, files) and about bit generators, for record.py."""

HEAD = "import numpy as np\n"

PROGRAMS = {
    "views share": """f = np.array([1.5, -2.0])
v = f.view(np.int64)
print(v)
v[0] = 0
print(f)
f[1] = 1.0
print(v, v.dtype, v.shape)
w = np.zeros(2, dtype=np.float32)
b = w.view(np.uint8)
b[3] = 64
print(w, b.shape, np.shares_memory(w, b), np.shares_memory(w, f))
i = np.arange(4, dtype=np.int32)
j = i.view(np.int64)
i[1] = 7
print(j)
j[0] = -1
print(i)
z = np.array([1 + 2j, 3 - 1j])
zz = z.view(float)
print(zz)
zz[0] = 9
print(z)
z.real[1] = 5
z.imag[:] *= 2
print(z, z.imag, z.real.sum())
r = np.zeros(3, dtype='f4')
r.view('i4')[:] = 0x3f800000
print(r, r.sum())
""",
    "views of shapes": """q = np.arange(6, dtype=np.uint8).reshape(2, 3)
p = q.T.view(np.int8)
p[0, 0] = -5
print(q, p.shape)
print(np.arange(8, dtype=np.uint8).reshape(2, 4).view(np.uint16), np.arange(6, dtype='u2').reshape(3, 2).view('u4').shape)
d = np.array(['2020-01-01'], dtype='M8[D]')
e = d.view('i8')
e[0] += 1
print(d, e)
bb = np.array([True, False])
bv = bb.view(np.uint8)
bv[1] = 1
print(bb, bv, bb.sum())
s4 = np.array(['ab', 'cd'])
print(s4.view('U1'), s4.view('i4'))
sv = s4.view('U1')
sv[0] = 'z'
print(s4)
a5 = np.arange(4.0)
a5.dtype = np.int64
print(a5)
print(np.arange(3, dtype=np.float16).view(np.uint16), np.float32(1.5).view(np.int32))
a = np.arange(12.0)
part = a[4:8].view(np.int64)
part[0] = 0
print(a, a[4:8].sum())
for bad in [lambda: np.arange(3, dtype='u1').view('u2'), lambda: np.arange(12, dtype='u1').reshape(3, 4).T.view('u2')]:
    try:
        bad()
    except ValueError as error:
        print(error)
""",
    "views in loops": """x = np.zeros(4, dtype=np.uint64)
d = x.view(np.float64)
for k in range(4):
    x[k] = 4607182418800017408 + k
    print(d[k], d.max())
d += 1
print(x, d)
m = np.linspace(0, 1, 5).astype(np.float32)
bits = m.view(np.uint32)
print(bits, (bits >> 23) & 0xff)
bits ^= np.uint32(0x80000000)
print(m)
""",
    "byte orders": """x = np.array([1, 256, -2], dtype=np.int16)
print(x.byteswap(), x.newbyteorder(), x.view('>i2'), x.dtype.newbyteorder(), np.dtype('>i4'), repr(np.dtype('>f8')), x.byteswap().newbyteorder())
y = x.copy()
print(y.byteswap(inplace=True), y)
print(np.frombuffer(b'\\x00\\x01\\x00\\x02', dtype='>u2'), np.frombuffer(b'\\x00\\x01\\x00\\x02', dtype=np.dtype(np.uint16).newbyteorder('>')))
dt = np.dtype(np.uint32).newbyteorder('>')
print(dt, dt.byteorder, dt.isnative, dt == np.uint32, dt.str, dt.itemsize, np.dtype('<i4') == np.int32, np.dtype('>u1').byteorder, dt.newbyteorder('<') == np.uint32)
print(np.array([1.5, -2.0]).byteswap(), np.array([1 + 2j], dtype='c8').byteswap().byteswap())
""",
    "big-endian files": """import struct
with open('idx', 'wb') as f:
    f.write(struct.pack('>IIII', 2051, 2, 2, 3))
    f.write(bytes(range(12)))
with open('idx', 'rb') as f:
    magic, n, r, c = np.fromfile(f, dtype='>i4', count=4)
    print(magic, n, r, c, np.fromfile(f, dtype=np.uint8).reshape(n, r, c))
with open('idx', 'rb') as f:
    print(np.frombuffer(f.read(16), dtype=np.dtype('>u4')), np.frombuffer(f.read(), dtype=np.uint8))
m = np.memmap('idx', dtype='uint8', mode='r', offset=16, shape=(2, 2, 3))
print(m.shape, m[1], m.dtype)
try:
    m[0] = 1
except ValueError as e:
    print(e)
print(np.fromfile('idx', dtype='>u2', offset=2, count=3), np.fromfile('idx', dtype='u1', count=3))
""",
    "questions about byte orders": """print(np.issubdtype('>i4', np.integer), np.issubdtype(np.dtype('>f4'), np.floating), np.can_cast('>i4', 'i4'), np.can_cast('i8', '>i4'))
print(repr(np.promote_types('>i4', '>i4')), repr(np.promote_types('>i2', 'f4')), np.result_type('>i4', 'i2'), np.iinfo('>i2').max, np.finfo('>f4').eps)
print(np.dtype('>i4') == np.dtype('>i4'), np.dtype('>i4') == '>i4', np.dtype('>i4') == 'i4', np.dtype('>u2').name, np.dtype('>u2').kind)
print(repr(np.zeros(2, dtype='>i1')), repr(np.array([True], dtype='>b1')), repr(np.arange(3, dtype='<i2')), repr(np.ones(1, dtype='=f4')))
pixels = np.frombuffer(b'\\x00\\x01\\x01\\x00', dtype='>u2').astype('float32') / 256
print(repr(pixels), repr(np.frombuffer(b'\\x00\\x00\\x00\\x02', '>i4').astype(np.int64)))
""",
    "more parts than fit": """for parts in [lambda: np.array_split(np.arange(4), 10**12), lambda: np.split(np.arange(4), 10**12), lambda: np.array_split(np.arange(4), 0)]:
    try:
        print(len(parts()))
    except (MemoryError, ValueError) as error:
        print(isinstance(error, MemoryError) or error)
print([part.tolist() for part in np.array_split(np.arange(4), 6)], len(np.array_split(np.arange(3), 2000)))
""",
    "bit generators": """g = np.random.default_rng(0)
print(g.bit_generator.state, type(g.bit_generator).__name__)
s = np.random.default_rng(3)
state = s.bit_generator.state
a = s.random(3)
s.bit_generator.state = state
print(a, s.random(3), s.bit_generator is s.bit_generator)
print([np.random.default_rng(c).integers(100, size=3).tolist() for c in np.random.SeedSequence(7).spawn(3)])
for make in [np.random.PCG64, np.random.PCG64DXSM, np.random.Philox]:
    print(np.random.Generator(make(1).jumped()).integers(100, size=5), np.random.Generator(make(1).jumped(3)).random(2), make(1).advance(5).random_raw(), make(1).state)
for make in [np.random.SFC64, np.random.MT19937]:
    b = make(5)
    keep = b.state
    first = np.random.Generator(b).integers(1000, size=4)
    b.state = keep
    print(first, np.random.Generator(b).integers(1000, size=4), keep['bit_generator'])
p = np.random.Generator(np.random.Philox(2))
p.random(3)
keep = p.bit_generator.state
print(keep, p.integers(10, size=5))
p.bit_generator.state = keep
print(p.integers(10, size=5))
try:
    g.bit_generator.state = keep
except ValueError as e:
    print(e)
""",
    "several colours": """g = np.random.default_rng(0)
print(g.multivariate_hypergeometric([5, 10, 3], 6), g.multivariate_hypergeometric([5, 10, 3], 6, size=4), g.multivariate_hypergeometric([5, 10, 3], 16, size=(2, 2)))
print(g.multivariate_hypergeometric([500, 100, 300], 60, size=3, method='count'), g.multivariate_hypergeometric([5, 1, 3], 8, method='count'))
for bad in [lambda: g.multivariate_hypergeometric([5, 10, 3], 60), lambda: g.multivariate_hypergeometric([5], 1, method='x')]:
    try:
        bad()
    except ValueError as error:
        print(error)
""",
    "streams to the last digit": """for draw in ['standard_normal', 'standard_exponential', 'rayleigh']:
    np.random.seed(4)
    print(draw, [float(v).hex() for v in getattr(np.random, draw)(size=12)], [float(v).hex() for v in getattr(np.random.default_rng(4), draw)(size=6)])
print([float(v).hex() for v in np.random.RandomState(1).randn(40)], [float(v).hex() for v in np.random.RandomState(1).gamma(2.5, size=12)])
""",
}


def programs():
    for name, body in PROGRAMS.items():
        yield "memory " + name, HEAD + body
