/** `scipy.optimize`: minimisers of the kinds that temperature fitting uses. */
import { pythonModule } from '../../python/modules.ts';

export const optimizeModule = pythonModule(
  'scipy.optimize',
  String.raw`
import math
import numpy as np
from sklearn._support import running, settled, unknown

class OptimizeResult(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)

    def __setattr__(self, name, value):
        self[name] = value

    def __repr__(self):
        width = max(len(name) for name in self) + 1
        return "\n".join(name.rjust(width) + ": " + repr(value) for name, value in self.items())

def _unknown_float():
    return np.mean(settled(None, (1,), "float64"))

def _unknown_result(x):
    open_value = unknown("it depends on the search")
    return OptimizeResult(message=open_value, success=open_value, status=open_value, fun=open_value, x=x,
                          nit=open_value, nfev=open_value)

def _bounded(function, args, low, high, tolerance, limit):
    """Brent's method between two bounds: parabolic steps, golden sections where they fail."""
    golden = 0.5 * (3.0 - math.sqrt(5.0))
    root = math.sqrt(2.2e-16)
    best = second = third = low + golden * (high - low)
    step = before = 0.0
    value = function(best, *args)
    at_second = at_third = value
    calls = 1
    middle = 0.5 * (low + high)
    small = root * abs(best) + tolerance / 3.0
    while abs(best - middle) > 2.0 * small - 0.5 * (high - low):
        by_section = True
        if abs(before) > small:
            r = (best - second) * (value - at_third)
            q = (best - third) * (value - at_second)
            p = (best - third) * q - (best - second) * r
            q = 2.0 * (q - r)
            if q > 0.0:
                p = -p
            q = abs(q)
            r, before = before, step
            if abs(p) < abs(0.5 * q * r) and p > q * (low - best) and p < q * (high - best):
                by_section = False
                step = p / q
                x = best + step
                if x - low < 2.0 * small or high - x < 2.0 * small:
                    sign = float(np.sign(middle - best) + (middle - best == 0))
                    step = small * sign
        if by_section:
            before = low - best if best >= middle else high - best
            step = golden * before
        sign = float(np.sign(step) + (step == 0))
        x = best + sign * max(abs(step), small)
        at_x = function(x, *args)
        calls += 1
        if at_x <= value:
            if x >= best:
                low = best
            else:
                high = best
            third, at_third = second, at_second
            second, at_second = best, value
            best, value = x, at_x
        else:
            if x < best:
                low = x
            else:
                high = x
            if at_x <= at_second or second == best:
                third, at_third = second, at_second
                second, at_second = x, at_x
            elif at_x <= at_third or third == best or third == second:
                third, at_third = x, at_x
        middle = 0.5 * (low + high)
        small = root * abs(best) + tolerance / 3.0
        if calls >= limit:
            return best, value, calls, False
    return best, value, calls, True

def _bracket(function, args, start=0.0, other=1.0):
    golden = 1.618034
    at_start, at_other = function(start, *args), function(other, *args)
    if at_start < at_other:
        start, other, at_start, at_other = other, start, at_other, at_start
    end = other + golden * (other - start)
    at_end = function(end, *args)
    calls = 3
    while at_end < at_other and calls < 1000:
        start, other, end = other, end, end + golden * (end - other)
        at_start, at_other, at_end = at_other, at_end, function(end, *args)
        calls += 1
    return min(start, end), max(start, end), calls

def minimize_scalar(fun, bracket=None, bounds=None, args=(), method=None, tol=None, options=None):
    args = args if isinstance(args, tuple) else (args,)
    if not running():
        fun(_unknown_float(), *args)
        return _unknown_result(unknown("it depends on the search"))
    options = options or {}
    if bounds is not None or (method is not None and method.lower() == "bounded"):
        if bounds is None or len(bounds) != 2:
            raise ValueError(
                "The ${'`'}bounds${'`'} parameter is mandatory for method ${'`'}bounded${'`'}."
            )
        low, high = bounds
        if low > high:
            raise ValueError("The lower bound exceeds the upper bound.")
        tolerance = options.get("xatol", 1e-5 if tol is None else tol)
        limit = options.get("maxiter", 500)
    else:
        start, other = (bracket[0], bracket[1]) if bracket is not None else (0.0, 1.0)
        low, high, calls = _bracket(fun, args, start, other)
        tolerance = options.get("xtol", 1.48e-8 if tol is None else tol)
        limit = options.get("maxiter", 500)
    x, value, calls, success = _bounded(fun, args, low, high, tolerance, limit)
    text = "Solution found." if success else "Maximum number of function calls reached."
    return OptimizeResult(message=text, success=success, status=0 if success else 1, fun=value, x=x, nit=calls,
                          nfev=calls)

def fminbound(func, x1, x2, args=(), xtol=1e-5, maxfun=500, full_output=0, disp=1):
    return _bounded(func, args, x1, x2, xtol, maxfun)[0]

def _gradient(function, x, args):
    value = function(x, *args)
    slope = np.zeros(len(x))
    for index in range(len(x)):
        moved = x.copy()
        step = 1.4901161193847656e-08 * max(1.0, abs(float(x[index])))
        moved[index] += step
        slope[index] = (function(moved, *args) - value) / step
    return value, slope

def _descend(function, x, args, jacobian, bounds, tolerance, limit):
    """BFGS with a backtracking line search; bounds are kept by projection."""
    low = high = None
    if bounds is not None:
        low = np.array([-math.inf if pair[0] is None else pair[0] for pair in bounds])
        high = np.array([math.inf if pair[1] is None else pair[1] for pair in bounds])
    inside = (lambda point: point) if low is None else (lambda point: np.minimum(np.maximum(point, low), high))
    def measured(point):
        if jacobian is True:
            value, slope = function(point, *args)
            return float(value), np.asarray(slope, dtype=np.float64)
        if callable(jacobian):
            return float(function(point, *args)), np.asarray(jacobian(point, *args), dtype=np.float64)
        value, slope = _gradient(function, point, args)
        return float(value), slope
    x = inside(x)
    value, slope = measured(x)
    inverse = np.eye(len(x))
    turns, calls = 0, 1
    while turns < limit:
        free = slope if low is None else x - inside(x - slope)
        if np.max(np.abs(free)) <= tolerance:
            return x, value, slope, turns, calls, True
        direction = -inverse.dot(slope)
        if direction.dot(slope) >= 0:
            inverse = np.eye(len(x))
            direction = -slope
        length = 1.0 if turns > 0 else min(1.0, 1.0 / np.sum(np.abs(slope)))
        improved = False
        for attempt in range(40):
            candidate = inside(x + length * direction)
            new_value, new_slope = measured(candidate)
            calls += 1
            if new_value <= value + 1e-4 * slope.dot(candidate - x):
                improved = True
                break
            length /= 2
        if not improved:
            return x, value, slope, turns, calls, True
        move, change = candidate - x, new_slope - slope
        done = abs(value - new_value) <= 2.2e-9 * max(abs(value), abs(new_value), 1.0) and low is not None
        x, value, slope = candidate, new_value, new_slope
        turns += 1
        curvature = move.dot(change)
        if curvature > 1e-12:
            left = np.eye(len(x)) - np.outer(move, change) / curvature
            inverse = left.dot(inverse).dot(left.T) + np.outer(move, move) / curvature
        if done:
            return x, value, slope, turns, calls, True
    return x, value, slope, turns, calls, False

def _simplex(function, x, args, limit, xatol, fatol, inside):
    """Nelder and Mead's simplex."""
    size = len(x)
    x = inside(np.array(x, dtype=np.float64))
    points = [x]
    for index in range(size):
        point = np.array(x, dtype=np.float64)
        point[index] = 1.05 * point[index] if point[index] != 0 else 0.00025
        points.append(inside(point))
    values = [float(function(point, *args)) for point in points]
    calls, turns = size + 1, 0
    while turns < limit:
        order = sorted(range(size + 1), key=lambda index: values[index])
        points, values = [points[index] for index in order], [values[index] for index in order]
        spread = max(float(np.max(np.abs(point - points[0]))) for point in points[1:])
        if spread <= xatol and max(abs(value - values[0]) for value in values[1:]) <= fatol:
            return points[0], values[0], turns, calls, True
        turns += 1
        centre = sum(points[:-1]) / size
        reflected = inside(2 * centre - points[-1])
        at_reflected = float(function(reflected, *args))
        calls += 1
        if at_reflected < values[0]:
            expanded = inside(3 * centre - 2 * points[-1])
            at_expanded = float(function(expanded, *args))
            calls += 1
            better = at_expanded < at_reflected
            points[-1], values[-1] = (expanded, at_expanded) if better else (reflected, at_reflected)
            continue
        if at_reflected < values[-2]:
            points[-1], values[-1] = reflected, at_reflected
            continue
        outside = at_reflected < values[-1]
        contracted = inside(1.5 * centre - 0.5 * points[-1] if outside else 0.5 * centre + 0.5 * points[-1])
        at_contracted = float(function(contracted, *args))
        calls += 1
        if at_contracted <= at_reflected if outside else at_contracted < values[-1]:
            points[-1], values[-1] = contracted, at_contracted
            continue
        points = [points[0]] + [inside(points[0] + 0.5 * (point - points[0])) for point in points[1:]]
        values = [values[0]] + [float(function(point, *args)) for point in points[1:]]
        calls += size
    return points[0], values[0], turns, calls, False

def minimize(fun, x0, args=(), method=None, jac=None, hess=None, hessp=None, bounds=None, constraints=(), tol=None,
             callback=None, options=None):
    args = args if isinstance(args, tuple) else (args,)
    start = np.atleast_1d(np.asarray(x0, dtype=np.float64))
    if constraints:
        raise NotImplementedError("minimize with constraints is not supported by Kerascope yet")
    if not running():
        result = _unknown_result(settled(None, start.shape, "float64"))
        if method is None or method.lower() != "nelder-mead":
            result["jac"] = unknown("it depends on the search")
        return result
    name = (method or ("L-BFGS-B" if bounds is not None else "BFGS")).lower()
    options = options or {}
    if name == "nelder-mead":
        if bounds is not None:
            low = np.array([-math.inf if pair[0] is None else pair[0] for pair in bounds])
            high = np.array([math.inf if pair[1] is None else pair[1] for pair in bounds])
            inside = lambda point: np.minimum(np.maximum(point, low), high)
        else:
            inside = lambda point: point
        x, value, turns, calls, success = _simplex(
            fun, start, args, options.get("maxiter", 200 * len(start)), options.get("xatol", tol or 1e-4),
            options.get("fatol", tol or 1e-4), inside,
        )
        slope = None
    elif name in ("bfgs", "l-bfgs-b", "cg", "tnc", "slsqp"):
        scalar = lambda point, *more: fun(point, *more) if jac is True else np.asarray(fun(point, *more)).ravel()[0]
        x, value, slope, turns, calls, success = _descend(
            scalar, start, args, jac, bounds, options.get("gtol", tol or 1e-5), options.get("maxiter", 200 * len(start) + 200)
        )
    else:
        raise NotImplementedError("minimize with method=%r is not supported by Kerascope yet" % method)
    text = "Optimization terminated successfully." if success else "Maximum number of iterations has been exceeded."
    result = OptimizeResult(message=text, success=success, status=0 if success else 1, fun=value, x=x, nit=turns,
                            nfev=calls)
    if slope is not None:
        result["jac"] = slope
    return result
`,
);
