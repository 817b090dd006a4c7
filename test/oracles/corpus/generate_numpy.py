"""NumPy programs: functions, operators, indexing, printing and creation with ordinary and odd arguments."""

ARRAYS = {
    'i1': "np.array([3,1,2])",
    'i2': "np.arange(12).reshape(3,4)",
    'f1': "np.array([1.5,-2.25,0.0,3.125])",
    'f2': "np.linspace(0,1,6).reshape(2,3)",
    'b1': "np.array([True,False,True])",
    'f32': "np.array([0.1,0.2,1e10],dtype=np.float32)",
    'u8': "np.array([[250,5],[7,255]],dtype=np.uint8)",
    'nan': "np.array([1.0,np.nan,np.inf,-np.inf])",
    's': "np.array(['b','abc','a'])",
    'e': "np.array([])",
    'z': "np.array(5)",
    'i3': "np.arange(24).reshape(2,3,4)",
    'c': "np.array([1+2j,3-1j])",
    'i8': "np.array([100,-100,27],dtype=np.int8)",
}

FUNCTIONS = [
    "sum", "mean", "std", "var", "min", "max", "argmax", "argmin", "cumsum", "cumprod", "prod", "sort",
    "argsort", "unique", "median", "any", "all", "ptp", "ravel", "transpose", "squeeze", "flip", "diff",
    "nonzero", "abs", "sqrt", "square", "exp", "negative", "sign", "floor", "isnan", "round", "zeros_like",
    "ones_like", "atleast_2d", "count_nonzero", "copy", "size", "ndim", "shape", "argwhere", "nan_to_num",
    "isfinite", "logical_not", "diag", "trace", "tril", "nansum", "nanmax", "average", "log1p", "array_str",
    "array_repr", "expand_dims",
]

INDICES = [
    "0", "-1", "5", "1:", "::-1", "[0,2]", "[True,False,True]", "None", "...", ":,0", "0,1", "[0,1],[1,0]",
    ":,[1,0]", "np.newaxis,:", "...,0", "1:3,::2", "[[0],[1]],[0,1]", "a>4", "0:0", "(0,)", '"x"', "1.5",
    "0,0,0,0", "[5]", "np.array([0,1])", "-2:", "slice(None,None,2)", ":,-1:",
]

PRINTED = [
    "np.arange(2000)", "np.arange(10000).reshape(100,100)", "np.array([1e-10,1.0,1e5])", "np.array([1e10,1.5])",
    "np.array([1.0,2.0,3.0])", "np.array([0.1,0.25,1/3])", "np.array([123456.789,0.001])",
    "np.array([np.nan,1.5,np.inf])", "np.array([-np.inf,100.25])", "np.array([1e-300,1e300])",
    "np.array([[1.5,2],[100,0.001]])", "np.zeros((2,0))", "np.array([],dtype=int)", "np.array(3.5)",
    'np.array("hi")', 'np.array([None,1,"a"],dtype=object)', "np.array([True,False])",
    "np.array([1+1j,2.5-3j])", "np.float32([0.1,1/3])", "np.float16([0.1,1/3])",
    "np.array([1,2],dtype=np.int32)", "np.linspace(0,1,50)", "np.eye(3)", "np.arange(30).reshape(2,3,5)",
    'np.array(["a","bcd"])', 'np.array([b"x",b"yz"])', "np.full((3,3),np.pi)", "np.array([1e8,1.])",
    "np.array([99999999.,1.])", "np.array([0.0001,1])", "np.array([0.00009,1])", "np.array([5e-324])",
    "np.array([1.0,1e16])", "np.arange(1001.)/7", "np.array([[[1]]])", "np.array([0.5,2.5,1e-5])",
    "-np.zeros(2)", "np.array([1,10,100])*-1", "np.ones((3,1200))", "np.array([2**40,1])",
    "np.array([2**63-1])", "np.array([2**64-1],dtype=np.uint64)", "np.random.RandomState(0).randn(5,3)*1000",
    "np.random.RandomState(1).rand(4,30)",
]

CREATIONS = [
    "np.zeros(3)", "np.zeros((2,3),int)", 'np.ones((2,2),dtype="float32")', "np.full((2,2),7)",
    "np.full(3,1.5)", "np.empty((0,3))", "np.arange(5)", "np.arange(1,10,2)", "np.arange(0,1,0.1)",
    "np.arange(5,0,-1)", "np.arange(3.)", "np.linspace(0,10,5)", "np.linspace(0,1,5,endpoint=False)",
    "np.linspace(0,1,3,retstep=True)", "np.logspace(0,3,4)", "np.geomspace(1,1000,4)", "np.eye(3,k=1)",
    "np.eye(2,3)", "np.identity(2)", "np.diag([1,2,3])", "np.diag([1,2],k=1)", "np.tri(3)",
    "np.triu(np.ones((3,3)))", "np.meshgrid([1,2],[3,4,5])", "np.mgrid[0:2,0:3]", "np.ogrid[0:2,0:3]",
    "np.indices((2,2))", "np.fromfunction(lambda i,j:i+j,(2,3))", "np.array([1,2.5])", "np.array([1,True])",
    "np.array([[1,2],[3,4]],dtype=float)", 'np.array([1,"a"])', 'np.array([1.5,"a"])', "np.array([None])",
    "np.array([[1,2],[3]])", 'np.array("abc")', 'np.array([b"ab"])', "np.array(range(4))", "np.array((1,2))",
    "np.array({1:2})", "np.asarray([1,2])", "np.array([1,2],ndmin=2)",
    'np.frombuffer(b"\\x01\\x02\\x03\\x04",dtype=np.uint8)', "np.fromiter((i*i for i in range(4)),dtype=float)",
    "np.zeros(-1)", 'np.zeros("a")', 'np.array([1,2],dtype="foo")', "np.r_[1:4,0,4]", "np.c_[[1,2],[3,4]]",
    "np.vander([1,2,3])", "np.zeros_like([1,2])", "np.full_like(np.arange(3),2.7)", "np.array([2**70])",
    "np.array([1,2]).astype(str)", 'np.array(["1","2"]).astype(int)', 'np.array(["1.5","x"]).astype(float)',
    "np.array([1.9,-1.9]).astype(int)", "np.array([300,-1]).astype(np.uint8)", "np.array([0,1,2]).astype(bool)",
    'np.float64("1.5")', "np.int32(7.9)", "np.bool_(3)", "np.float32(1)/3", "np.int8(127)+np.int8(1)",
    "np.float64(1)/3", "np.float64(2)**0.5", 'np.dtype("f4")', "np.dtype(float)", "np.dtype(int).name",
    "np.float", "np.int", "np.bool", "np.nothing", "np.iinfo(np.int32).max", "np.finfo(np.float32).eps",
    "np.issubdtype(np.float32,np.floating)", 'np.promote_types("i4","f4")', "np.result_type(np.int8,3.0)",
    "type(np.float64(1))", "type(np.arange(3)[0])", "isinstance(np.float64(1),float)",
    "isinstance(np.int64(1),int)", "np.pi", "np.e", "np.inf", "np.nan", "hash(np.int64(5))",
    "{np.int64(1):2}[1]", "np.arange(3)[1].item()", "np.array([1,2]).tolist()",
    'f"{np.float64(1.23456):.2f} {np.int64(5):03d}"', '"%d %.3f" % (np.int64(3), np.float32(2.5))',
    "round(np.float64(2.567),2)", "int(np.float64(2.9))", "float(np.float32(0.1))", "str(np.float32(0.1))",
    "list(range(np.int64(3)))", "[1,2,3][np.int64(1)]", "bool(np.array([1]))", "bool(np.array([1,2]))",
    "len(np.array(5))", "len(np.zeros((4,2)))", "np.array([1,2])==None", 'np.array([1,2])=="a"',
    "np.array([1,2]) in [1]", "2 in np.array([1,2])", "max(np.array([3,9,2]))", "sum(np.array([1,2,3]))",
    "sorted(np.array([3,1,2]))", "set(np.array([1,1,2]))",
]

CALLS = [
    "np.concatenate([[1,2],[3]])", "np.concatenate([np.ones((2,2)),np.zeros((1,2))])",
    "np.concatenate([np.ones((2,2)),np.zeros((2,1))],axis=1)",
    "np.concatenate([np.ones((2,2)),np.zeros((1,3))])", "np.concatenate([np.ones((2,2)),np.zeros(2)])",
    "np.concatenate([])", "np.stack([[1,2],[3,4]])", "np.stack([[1,2],[3,4]],axis=1)", "np.stack([[1,2],[3]])",
    "np.vstack([[1,2],[3,4]])", "np.hstack([[1,2],[3]])", "np.hstack([np.ones((2,1)),np.zeros((2,2))])",
    "np.dstack([[1,2],[3,4]])", "np.column_stack([[1,2],[3,4]])", "np.split(np.arange(6),3)",
    "np.split(np.arange(5),3)", "np.array_split(np.arange(5),3)", "np.split(np.arange(6),[2,4])",
    "np.hsplit(np.arange(8).reshape(2,4),2)", "np.tile([1,2],3)", "np.tile([[1,2]],(2,2))",
    "np.repeat([1,2],3)", "np.repeat([[1,2],[3,4]],[1,2],axis=0)", "np.roll(np.arange(5),2)",
    "np.roll(np.arange(6).reshape(2,3),1,axis=1)", "np.rot90(np.arange(4).reshape(2,2))",
    "np.flipud(np.arange(4).reshape(2,2))", "np.fliplr(np.arange(4).reshape(2,2))", "np.pad([1,2],1)",
    'np.pad([1,2,3],(2,1),mode="edge")', 'np.pad([1,2,3],2,mode="reflect")',
    "np.pad(np.ones((2,2)),((1,0),(0,1)),constant_values=9)", "np.append([1,2],3)",
    "np.append([[1]],[[2]],axis=0)", "np.insert([1,2,3],1,9)", "np.delete([1,2,3],1)",
    "np.delete(np.arange(6).reshape(2,3),0,axis=1)", "np.take([4,3,5],[0,2])",
    "np.take_along_axis(np.array([[3,1],[2,5]]),np.array([[1],[0]]),1)", "np.where([True,False],1,2)",
    "np.where(np.array([1,0,2]))", "np.where(np.arange(4)>1,np.arange(4),-1.)",
    "np.select([np.arange(4)<1,np.arange(4)>2],[10,20],-1)", "np.clip([1,5,9],2,6)",
    "np.clip(np.array([1.5,2.5]),None,2)", "np.bincount([0,1,1,3])", "np.bincount([1,2],weights=[.5,.5])",
    "np.bincount([-1])", "np.histogram([1,2,1,4],bins=3)", "np.histogram([1.,2.],bins=[0,1,2,3])",
    "np.digitize([0.5,1.5,2.5],[1,2])", "np.searchsorted([1,2,3],[0,2,9])",
    'np.searchsorted([1,2,3],2,side="right")', "np.unique([3,1,1],return_counts=True)",
    "np.unique([3,1,1],return_inverse=True,return_index=True)", "np.unique([[1,2],[1,2]],axis=0)",
    'np.unique(["b","a","b"])', "np.isin([1,2,3],[2])", "np.intersect1d([1,2,3],[2,3,4])",
    "np.union1d([1,2],[2,3])", "np.setdiff1d([1,2,3],[2])", "np.percentile([1,2,3,4],50)",
    "np.percentile([1,2,3,4],[25,75])", "np.quantile(np.arange(5),.3)", "np.median([3,1,2])",
    "np.median(np.arange(6).reshape(2,3),axis=0)", "np.average([1,2,3],weights=[3,1,0])",
    "np.cov([1,2,3],[1,5,2])", "np.corrcoef([1,2,3],[1,5,2])", "np.interp(2.5,[1,2,3],[10,20,30])",
    "np.diff([1,4,9])", "np.diff([[1,2],[4,8]],axis=0)", "np.gradient([1.,4.,9.])",
    "np.convolve([1,2,3],[0,1,.5])", "np.trapz([1,2,3])", "np.dot([1,2],[3,4])",
    "np.dot(np.ones((2,3)),np.ones((2,3)))", "np.matmul(np.ones((2,3)),np.arange(3))",
    "np.ones((100,10))@np.ones(9)", "np.inner([1,2],[3,4])", "np.outer([1,2],[3,4])", "np.kron([1,2],[1,1])",
    "np.cross([1,0,0],[0,1,0])", "np.vdot([1,2],[3,4])", "np.tensordot(np.ones((2,3)),np.ones((3,2)),1)",
    'np.einsum("ij,jk->ik",np.arange(4).reshape(2,2),np.eye(2))', 'np.einsum("ii",np.eye(3))',
    'np.einsum("i,i",[1,2],[3,4])', "np.linalg.norm([3,4])", "np.linalg.norm(np.arange(4).reshape(2,2),axis=1)",
    "np.linalg.det([[1,2],[3,4]])", "np.linalg.inv([[1,2],[3,4]])", "np.linalg.inv([[1,2],[2,4]])",
    "np.linalg.solve([[3,1],[1,2]],[9,8])", "np.linalg.matrix_rank(np.eye(3))",
    "np.linalg.matrix_power([[1,1],[1,0]],5)", "np.linalg.cholesky([[4,2],[2,3]])",
    "np.linalg.qr(np.array([[1.,2],[3,4]]))", "np.linalg.eigvalsh([[2,0],[0,1]])",
    "np.linalg.pinv([[1,2],[3,4]])", "np.reshape(np.arange(6),(4,))", "np.reshape(np.arange(6),(2,-1))",
    "np.reshape(np.arange(6),(-1,-1))", 'np.arange(6).reshape(3,2,order="F")', "np.arange(6).reshape(2,3).T",
    "np.transpose(np.ones((2,3,4)),(1,0,2)).shape", "np.swapaxes(np.ones((2,3)),0,1).shape",
    "np.moveaxis(np.ones((2,3,4)),0,-1).shape", "np.expand_dims([1,2],0)", "np.squeeze(np.ones((1,2,1)))",
    "np.squeeze(np.ones((1,2)),axis=1)", "np.broadcast_to([1,2],(2,2))", "np.broadcast_to([1,2],(2,3))",
    "np.broadcast_shapes((2,1),(3,))", "np.ones((100,10))+np.ones(100)", "np.add([1,2],[3,4])",
    "np.add.reduce([1,2,3])", "np.add.accumulate([1,2,3])", "np.multiply.outer([1,2],[3,4])",
    "np.maximum([1,5],[3,2])", "np.minimum(3,[1,5])", "np.allclose([1,2],[1,2.0000001])",
    "np.isclose([1,2],[1,3])", "np.array_equal([1,2],[1,2])", "np.all([[1,0],[1,1]],axis=0)",
    "np.sum([[1,2],[3,4]],axis=1,keepdims=True)", "np.sum([True,False])", "np.mean([])", "np.max([])",
    "np.argmax([])", "np.sum([1.5,2],dtype=int)", "np.prod([1,2,3])", "np.cumsum([[1,2],[3,4]],axis=0)",
    "np.round(2.5)", "np.round([1.25,1.35],1)", "np.round(1234,-2)", "np.floor(-1.5)", "np.sqrt(-1.)",
    "np.log(0.)", "np.exp([0,1])", "np.sin(np.pi/2)", "np.arctan2(1,1)", "np.hypot(3,4)", "np.power(2,[1,2,3])",
    "np.array([1,2])**-1", "np.mod(-7,3)", "np.fmod(-7,3)", "np.divmod(7,3)", "np.floor_divide(-7,2)",
    "np.array([1,2])/0", "np.array([1,2])//0", "np.sign([-2,0,3])", "np.ix_([0,1],[1,2])",
    "np.nonzero([[1,0],[0,2]])", "np.argsort([3,1,2])", "np.lexsort(([1,2,3],[3,1,1]))",
    "np.sort([[3,1],[2,0]],axis=0)", "np.partition([3,1,2],1)", "np.vectorize(lambda x:x*2)([1,2])",
    "np.apply_along_axis(sum,1,[[1,2],[3,4]])", "np.eye(3)[np.array([0,2,1])]", "np.eye(3)[[3]]",
    "np.random.RandomState(0).rand(2)", "np.random.seed(-1)", "np.random.randint(5,2)",
    "np.random.choice(3,5,replace=False)", "np.zeros((3,2)).shape", "np.zeros((3,2)).size", "np.ones(3).nbytes",
    "np.array([3,1]).max()", "np.array([1,2,3]).mean()", "np.array([1,2]).dot([3,4])",
    "np.array([[1,2]]).flatten()", "np.array([1,2]).nonzero()", "np.array([1.234]).round(1)",
    "np.arange(3).foo", "np.array([1,2]).clip(0,1)", "np.array_split([1,2,3],2)", "np.nan_to_num([np.nan,1])",
    "np.isnan([1,np.nan])", "np.nanmean([1,np.nan,3])", "np.polyfit([0,1,2],[1,3,5],1).round(6)",
    "np.polyval([1,2],3)", "np.trim_zeros([0,1,0])", "np.flatnonzero([0,1,1])", "np.unravel_index(5,(2,3))",
    "np.ravel_multi_index((1,2),(2,3))", "np.tril_indices(2)", "np.base_repr(5)", "np.binary_repr(5,8)",
    "np.logical_and([1,0],[1,1])", "np.bitwise_and(6,3)", "np.invert([True,False])", "~np.array([1,2])",
    "-np.array([True])", "abs(np.array([-1,2]))", "np.array([1,2])[0].dtype", "np.size([[1,2]])",
    "np.ndim([[1]])", "np.matmul(np.ones((2,2,3)),np.ones((3,4))).shape", "np.array([1,2,3])[[True,False]]",
    "np.empty((2,0)).sum()", "np.float64(3).is_integer()", 'np.array(["a","b"])+"c"',
    "np.array([1,2],dtype=object)+1", 'np.array(["x"])*2',
]

OPERATORS = {
    "add": "+", "sub": "-", "mul": "*", "div": "/", "floordiv": "//", "mod": "%", "pow": "**", "eq": "==", "lt": "<",
    "ge": ">=", "and": "&", "or": "|", "xor": "^", "shl": "<<", "matmul": "@",
}
OPTIONS = [
    "precision=3", "suppress=True", "threshold=5", "linewidth=40", "edgeitems=1,threshold=4",
    "precision=2,suppress=True", 'floatmode="fixed"', 'sign="+"', 'nanstr="NA"',
    'formatter={"float":lambda v:"%.1f"%v}',
]


def attempt(setup, expression, show, width=None):
    """A statement that gives `r` a value and prints it, or the exception with its text."""
    text = "str(e)" if width is None else f"str(e)[:{width}]"
    lines = [*setup, "try:", f"    r = {expression}", f"    print({show})", "except Exception as e:", f"    print(type(e).__name__, {text})"]
    return "\n".join(lines) + "\n"


def functions():
    for name in FUNCTIONS:
        extra = ", 0" if name == "expand_dims" else ""
        parts = [
            attempt([f"# {label}"], f"np.{name}({array}{extra})", "r, getattr(r, 'dtype', None), getattr(r, 'shape', None)", 160)
            for label, array in ARRAYS.items()
        ]
        yield f"fn_{name}", "".join(parts)
    for name in ["sum", "max", "argmin", "mean", "std", "any", "cumsum", "sort", "median", "prod", "var", "percentile"]:
        parts = []
        for axis in ["0", "1", "-1", "2", "-3", "None", "(0,1)"]:
            for label in ["i2", "i3", "f2", "f1"]:
                for keep in [""] if name in ("cumsum", "sort") else ["", ", keepdims=True"]:
                    rank = "30, " if name == "percentile" else ""
                    parts.append(attempt([], f"np.{name}({ARRAYS[label]}, {rank}axis={axis}{keep})", "r"))
        yield f"axis_{name}", "".join(parts)


def operators():
    others = ["2", "1.5", "True", *(ARRAYS[label] for label in ["i1", "f2", "b1", "u8", "i8"]), "np.float32(2.5)", "np.int8(3)", "[1,2,3]"]
    for name, symbol in OPERATORS.items():
        # Powers of single numbers print every digit, and the last one depends on the processor.
        shown = "repr(r) if np.ndim(r) else '%.12g' % r" if name == "pow" else "repr(r)"
        parts = [
            attempt([], f"{ARRAYS[label]} {symbol} {other}", f"{shown}, getattr(r, 'dtype', None)", 200)
            for label in ["i1", "i2", "f1", "f2", "b1", "f32", "u8", "i8", "z"]
            for other in others
        ]
        yield f"op_{name}", "".join(parts)


def indexing():
    for label in ["i2", "i1", "i3", "f2"]:
        setup = [f"a = {ARRAYS[label]}"]
        yield f"index_{label}", "".join(attempt(setup, f"a[{index}]", "repr(r)") for index in INDICES)
        parts = []
        for index in INDICES:
            for value in ["-7", "[1,2,3]", "1.9"]:
                lines = [*setup, "try:", f"    a[{index}] = {value}", "    print(a)", "except Exception as e:", "    print(type(e).__name__, e)"]
                parts.append("\n".join(lines) + "\n")
        yield f"assign_{label}", "".join(parts)


def printing():
    for number, expression in enumerate(PRINTED):
        yield f"print_{number:02d}", f"x = {expression}\nprint(x)\nprint(repr(x))\nprint([x, 1])\nprint(x.dtype, x.shape)\n"
    shown = "(np.arange(12)/7, np.array([1e-8,1.]), np.arange(20), np.array([np.nan,1.]), np.random.RandomState(0).rand(3,3)*1e4)"
    for number, options in enumerate(OPTIONS):
        yield f"printopt_{number}", f"np.set_printoptions({options})\nfor x in {shown}:\n    print(x)\n    print(repr(x))\n"


def calls():
    for number, expression in enumerate(CREATIONS):
        lines = [f"r = {expression}", "print(r)", "print(repr(r))", "if not isinstance(r, type): print(type(r).__name__, getattr(r, 'dtype', None), getattr(r, 'shape', None))"]
        yield f"create_{number:03d}", "try:\n" + "".join(f"    {line}\n" for line in lines) + "except Exception as err:\n    print(type(err).__name__, err)\n"
    for number, expression in enumerate(CALLS):
        yield f"misc_{number:03d}", f"try:\n    r = {expression}\n    print(r)\n    print(repr(r))\nexcept Exception as err:\n    print(type(err).__name__, err)\n"


def programs():
    for group in (functions, operators, indexing, printing, calls):
        for name, body in group():
            yield name, "import numpy as np\n" + body
