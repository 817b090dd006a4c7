"""NumPy programs: polynomials by their classes and families (power, Chebyshev, Legendre, Hermite, Laguerre)."""

PRELUDE = """import numpy as np
from numpy.polynomial import Polynomial, Chebyshev, Legendre, Hermite, HermiteE, Laguerre
import numpy.polynomial.chebyshev as C
import numpy.polynomial.legendre as L
import numpy.polynomial.hermite as H
import numpy.polynomial.polynomial as P

def show(text, compute):
    try:
        r = compute()
        print(text, '->', r if isinstance(r, (str, tuple, list, dict)) else repr(r))
    except Exception as error:
        print(text, '->', type(error).__name__ + ':', error)

def near(value):
    return np.round(value, 6) + 0

X = np.linspace(-1, 1, 5)

"""

CLASSES = ["Polynomial", "Chebyshev", "Legendre", "Hermite", "HermiteE", "Laguerre"]

GROUPS = {
    "classes": [
        expression.replace("KIND", kind)
        for kind in CLASSES
        for expression in [
            "KIND([1, 2, 3])", "str(KIND([1, -2, 3]))", "near(KIND([1, 2, 3])(X))", "near(KIND([1, 2, 3])(0.5))", "near((KIND([1, 2]) * KIND([3, 4])).coef)", "near((KIND([1, 2]) + KIND([3, 4, 5])).coef)", "near((KIND([1, 2]) - 1).coef)", "near(KIND([1, 2, 3]).deriv().coef)", "near(KIND([1, 2, 3]).integ().coef)", "near(KIND.fit(np.arange(6.), np.arange(6.) ** 2, 2).convert(kind=Polynomial).coef)", "near(KIND([1, 2, 3, 4]).convert(kind=Polynomial).coef)", "KIND([1, 2, 3]).degree()", "near(KIND([1, 0, -3]).roots())", "near((KIND([1, 2]) ** 2).coef)", "KIND([1, 2]) == KIND([1, 2])", "KIND.basis(2).coef", "near(KIND.cast(Polynomial([1, 2, 3])).coef)", "near(KIND([2, 3, 4]).truncate(2).coef)", "near(KIND([1, 2, 3]).linspace(3)[1])", "near((KIND([1, 2, 3]) // KIND([1, 1])).coef)", "len(KIND([1, 2]))", "near(KIND.identity().coef)", "near((KIND([1, 2]) / 2).coef)", "KIND([1, 2]).domain",
        ]
    ],
    "functions": [
        "near(C.chebval(0.3, [1, 2, 3]))", "near(C.chebfit(np.arange(5.), np.arange(5.) ** 2, 2))", "C.cheb2poly([1, 2, 3])", "C.poly2cheb([1, 2, 3])", "near(C.chebvander(X, 3))", "near(L.leggauss(3)[0])", "near(L.leggauss(4)[1])", "near(L.legval(X, [1, 2, 3]))", "near(H.hermgauss(3)[0])", "near(H.hermgauss(3)[1])", "near(H.hermval(0.5, [1, 2, 3]))", "P.polyvander([1, 2], 2)", "near(P.polyval2d(1., 2., [[1, 2], [3, 4]]))", "P.polypow([1, 1], 3)", "P.polydiv([1, 5, 6], [1, 2])", "P.polyline(1, 2)", "near(Chebyshev.interpolate(np.exp, 4).coef)", "Polynomial.fromroots([1, 2]).coef", "near(Polynomial.fromroots([1, 2])(3.))", "Polynomial([1, 2], domain=[0, 2])(1.0)", "Polynomial([1, 2]) + Chebyshev([1])", "Polynomial([1, 2], domain=[1])", "Legendre([1, 2]) != Legendre([1, 3])", "near(L.legder([1, 2, 3]))", "near(L.legint([1, 2, 3]))", "near(C.chebroots([1, 0, -3]))", "near(C.chebmul([1, 2], [3, 4]))", "Polynomial([1, 2, 3], symbol='t').symbol", "list(Polynomial([1, 2]))", "Polynomial([1.5])",
    ],
}


def programs():
    for group, expressions in GROUPS.items():
        for start in range(0, len(expressions), 6):
            lines = [f"show({text!r}, lambda: {text})" for text in expressions[start : start + 6]]
            yield f"{group} {start // 6}", PRELUDE + "\n".join(lines) + "\n"
