"""NumPy programs: bit generators, seed sequences, single-precision draws, permuted."""

PRELUDE = """import numpy as np

def show(text, compute):
    try:
        r = compute()
        print(text, '->', r if isinstance(r, (str, tuple, list, dict)) else repr(r))
    except Exception as error:
        print(text, '->', type(error).__name__ + ':', error)

"""

KINDS = ["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"]

GROUPS = {
    "bits": [
        expression.replace("KIND", kind)
        for kind in KINDS
        for expression in [
            "np.random.KIND(42).random_raw(5)", "np.random.KIND(7).random_raw()", "np.random.Generator(np.random.KIND(42)).random(4)", "np.random.Generator(np.random.KIND(1)).standard_normal(4)",
            "np.random.Generator(np.random.KIND(1)).integers(0, 100, 6)", "np.random.Generator(np.random.KIND([1, 2, 3])).permutation(6)", "np.random.RandomState(np.random.KIND(5)).rand(3)", "np.random.RandomState(np.random.KIND(5)).randn(3)",
            "np.random.default_rng(np.random.KIND(3)).normal(size=2)", "np.random.Generator(np.random.KIND(12345678901234567890)).uniform(size=2)", "type(np.random.KIND(1)).__name__",
        ]
    ],
    "seeds": [
        "np.random.SeedSequence(42).generate_state(4)", "np.random.SeedSequence(42).generate_state(2, np.uint64)", "[s.generate_state(2).tolist() for s in np.random.SeedSequence(42).spawn(3)]", "[np.random.default_rng(s).random() for s in np.random.SeedSequence(1).spawn(2)]", "np.random.default_rng(np.random.SeedSequence(5)).random(2)", "np.random.SeedSequence(5).entropy", "np.random.SeedSequence([1, 2]).generate_state(1)", "np.random.SeedSequence(5).spawn(1)[0].spawn_key", "np.random.SeedSequence(5, spawn_key=(1, 2)).generate_state(2)", "np.random.default_rng(-1)", "isinstance(np.random.PCG64(), np.random.BitGenerator)",
    ],
    "single": [
        "np.random.default_rng(0).standard_normal(6, dtype=np.float32)", "np.random.default_rng(0).standard_normal(20000, dtype=np.float32).sum(dtype=float)", "np.random.default_rng(3).standard_exponential(6, dtype='f4')", "np.random.default_rng(3).standard_exponential(3000, dtype='f4').sum(dtype=float)", "np.random.default_rng(2).random(5, dtype=np.float32)", "np.random.default_rng(2).random((2, 2), dtype='float32').dtype", "np.random.default_rng(1).standard_normal(dtype=np.float32)",
    ],
    "permuted": [
        "np.random.default_rng(0).permuted(np.arange(10))", "np.random.default_rng(0).permuted(np.arange(12).reshape(3, 4), axis=1)", "np.random.default_rng(0).permuted(np.arange(12).reshape(3, 4), axis=0)", "np.random.default_rng(0).permuted(np.arange(6).reshape(2, 3))", "np.random.default_rng(0).permuted([1, 2, 3])", "np.random.default_rng(0).permuted(np.arange(24).reshape(2, 3, 4), axis=1)", "np.random.default_rng(0).permuted(np.arange(4), axis=2)",
    ],
}


def programs():
    for group, expressions in GROUPS.items():
        for start in range(0, len(expressions), 6):
            lines = [f"show({text!r}, lambda: {text})" for text in expressions[start : start + 6]]
            yield f"{group} {start // 6}", PRELUDE + "\n".join(lines) + "\n"
