"""Programs about the order of equal elements, which NumPy's sorting algorithms decide, for record.py."""

SIZES = [(1, 2), (3, 2), (10, 3), (16, 2), (17, 2), (30, 5), (64, 3), (257, 2), (1000, 50)]


def programs():
    for size, values in SIZES:
        yield f"orders of {size} in {values}", f"""import numpy as np
r = np.random.RandomState({size})
n = {size}
a = r.randint(0, {values}, n)
print(np.argsort(a).tolist()[:60], np.argsort(a, kind='heapsort').tolist()[:40], np.argsort(-a.astype(float)).tolist()[:40], np.argsort(a, kind='stable').tolist()[:40])
for k in sorted({{0, n // 3, n // 2, n - 1}}):
    print(k, np.argpartition(a, k).tolist()[:60], np.partition(a, k).tolist()[:40])
if n > 9:
    print(np.argpartition(a, [2, 5, n - 3]).tolist()[:60], np.argpartition(a, -3).tolist()[:40], np.argpartition(a.astype(float), n - 1).tolist()[:40])
    print(np.argsort(a)[::-1][:5], a.argsort()[-5:], np.argsort(a.astype(np.uint8)).tolist()[:30], np.argsort(a.astype(str)).tolist()[:30])
"""
    yield "orders along axes", """import numpy as np
a = np.random.RandomState(1).randint(0, 4, (6, 40))
print(np.argsort(a, axis=0)[:3], np.argsort(a, axis=1)[:, :5], np.argpartition(a, 3, axis=1)[:, :8], a.argsort()[0], np.argsort(a, axis=None)[:20], np.partition(a, 2, axis=0)[:3])
b = a.copy()
b.partition(2, axis=1)
print(b[:2])
b.sort(axis=0)
print(b[:2, :5])
"""
    yield "orders of what is not numbers", """import numpy as np
s = np.array(list('banana' * 5))
print(np.argsort(s), s.argsort(kind='stable'), np.argsort(np.array([True, False] * 12)), np.argsort(np.array(['b', 'a'] * 10, dtype=object)))
f = np.array([1.0, np.nan, 0.5, np.nan, 1.0] * 6)
print(np.argsort(f), np.argpartition(f, 10), np.partition(f, 10))
"""
    yield "orders of patterns", """import numpy as np
w = np.arange(2000) % 7
print(np.argsort(w)[:50])
w = np.concatenate([np.arange(1000), np.arange(1000)[::-1]])
print(np.argpartition(w, 700)[690:710], np.argsort(w)[:30], np.argsort(np.tile([3, 1, 2], 4000))[:30])
for bad in [lambda: np.partition([1, 2, 3], 5), lambda: np.argpartition([1, 2], 1.5), lambda: np.argsort([1], kind='foo')]:
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
"""
