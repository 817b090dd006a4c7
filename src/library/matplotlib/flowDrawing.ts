/** The Python text of arrows and streamlines on axes; part of the module `matplotlib.axes`. */
export const flowDrawing = String.raw`
class _FlowDrawing:
    def quiver(self, *args, data=None, **options):
        known = {name: options.pop(name) for name in ("units", "angles", "scale", "scale_units", "width", "headwidth", "headlength", "headaxislength", "minshaft", "minlength",
                                                      "pivot", "color", "cmap", "norm", "clim") if name in options}
        look = _known("Quiver", options, _POINT_LOOK)
        if not running():
            return Collection()
        angles, units = known.get("angles", "uv"), known.get("units", "width")
        if not isinstance(angles, str) or angles not in ("uv", "xy"):
            raise NotImplementedError("quiver(angles=...) with angles of their own is not supported by Kerascope yet")
        parts = [np.asarray(part, dtype=np.float64) for part in args]
        if len(parts) in (2, 3):
            x, y = np.meshgrid(np.arange(float(parts[0].shape[-1])), np.arange(float(parts[0].shape[0] if parts[0].ndim > 1 else 1)))
            u, v, c = parts[0], parts[1], parts[2] if len(parts) == 3 else None
        else:
            x, y, u, v = parts[:4]
            c = parts[4] if len(parts) > 4 else None
            x, y = np.meshgrid(x, y) if u.ndim == 2 and x.ndim == 1 else (x, y)
        x, y, u, v = [np.ravel(part) for part in np.broadcast_arrays(x, y, u, v)]
        dx, dy, fixed = self._arrow_lengths(u, v, angles, known.get("scale"), known.get("scale_units"), units)
        image = None if c is None else _image_of(c.ravel(), known.get("cmap"), known.get("norm"), *(known.get("clim") or (None, None)))
        ink = known.get("color", look.get("facecolor", look.get("edgecolor", "k")))
        several = ink is not None and not isinstance(ink, str) and len(ink) and hasattr(ink[0], "__len__")
        width = known.get("width")
        points = {"width": self._length_of("x"), "height": self._length_of("y"), "inches": 72.0, "dots": 72.0 / self.figure.dpi}
        wide = points.get(units, self._length_of("x")) * (width if width is not None else 0.06 / max(8.0, np.sqrt(len(x)) if len(x) < 625 else 25.0))
        drawn = {"kind": "arrows", "x": x, "y": y, "dx": dx, "dy": dy, "fixed": fixed, "width": max(0.4, float(wide)), "ink": "black" if several else css(ink) or "black",
                 "colors": np.asarray(image["cmap"](image["norm"](image["values"]))).ravel() if image else np.array([to_rgba(each) for each in ink]).ravel() if several else np.array([]),
                 "pivot": {"mid": "middle"}.get(known.get("pivot", "tail"), known.get("pivot", "tail")), "label": _shown_label(look.get("label")),
                 "opacity": 1.0 if look.get("alpha") is None else float(look["alpha"]), "order": float(look.get("zorder", 1)), "clipped": True, "measures": _measures(look.get("transform"))}
        self._add(drawn, x, y)
        made = Collection([drawn], image, self)
        made._scale = known.get("scale")
        self.collections.append(made)
        if image is not None:
            self._last_image = made
        return made

    def _arrow_lengths(self, u, v, angles, scale, scale_units, units):
        """Along and up of each arrow: data, or points."""
        if scale_units == "xy" and angles == "xy":
            share = 1.0 / (1.0 if scale is None else scale)
            return u * share, v * share, False
        if angles == "xy":
            raise NotImplementedError("quiver(angles='xy') without scale_units='xy' is not supported by Kerascope yet")
        wide = self._length_of("x")
        long = np.sqrt(u ** 2 + v ** 2)
        mean = float(long[np.isfinite(long)].mean()) if len(long) else 1.0
        if scale is None:
            # As matplotlib chooses it: arrows of mean length fit between their neighbours.
            count = max(10, int(np.sqrt(len(u))))
            scale, reach = 1.8 * mean * count / (wide / self._length_of("x")), wide
        else:
            reach = {"width": wide, "height": self._length_of("y"), "inches": 72.0, "dots": 72.0 / self.figure.dpi, None: wide if units not in ("x", "y", "xy") else wide}.get(scale_units, wide)
            if scale_units in ("x", "y", "xy"):
                name = "y" if scale_units == "y" else "x"
                low, high = self._view_of(name)
                reach = self._length_of(name) / abs(high - low)
        share = reach / (scale or 1.0)
        return u * share, v * share, True

    def quiverkey(self, Q, X, Y, U, label, *, coordinates="axes", color=None, labelpos="N", labelsep=0.1, labelcolor=None, fontproperties=None, **options):
        if running():
            raise NotImplementedError("matplotlib.axes.Axes.quiverkey is not supported by Kerascope yet")
        return Artist()

    def streamplot(self, x, y, u, v, density=1, linewidth=None, color=None, cmap=None, norm=None, arrowsize=1, arrowstyle="-|>", minlength=0.1, transform=None, zorder=None,
                   start_points=None, maxlength=4.0, integration_direction="both", broken_streamlines=True, *, num_arrows=1, data=None):
        if not running():
            return unknown("the parts of a stream plot")
        x, y, u, v = [np.asarray(each, dtype=np.float64) for each in (x, y, u, v)]
        x, y = x[0] if x.ndim == 2 else x, y[:, 0] if y.ndim == 2 else y
        if u.shape != (len(y), len(x)) or v.shape != u.shape:
            raise ValueError("'u' and 'v' must match the shape of the (x, y) grid")
        if len(x) < 2 or len(y) < 2 or not np.allclose(np.diff(x), (x[-1] - x[0]) / (len(x) - 1)) or not np.allclose(np.diff(y), (y[-1] - y[0]) / (len(y) - 1)):
            raise ValueError("'x' values must be equally spaced")
        if not broken_streamlines or integration_direction not in ("both", "forward"):
            raise NotImplementedError("streamplot with %s is not supported by Kerascope yet" % ("broken_streamlines=False" if not broken_streamlines else "integration_direction=%r" % integration_direction))
        across, up = density if hasattr(density, "__len__") else (density, density)
        found = _streamlines({"x": x, "y": y, "u": u.ravel(), "v": v.ravel(), "cells": [int(30 * across), int(30 * up)], "shortest": float(minlength), "longest": float(maxlength),
                              "both": integration_direction == "both", "starts": None if start_points is None else np.asarray(start_points, dtype=np.float64).ravel()})
        at = lambda values, px, py: _between_grid(x, y, values, px, py)
        shaded = color is not None and not isinstance(color, str) and hasattr(color, "shape") and np.asarray(color).ndim == 2
        image = _image_of(np.asarray(color, dtype=np.float64), cmap, norm, None, None) if shaded else None
        ink = None if shaded else css(color) or self._next("line")
        wide = _parameter("lines.linewidth") if linewidth is None else linewidth
        parts, arrows = [], []
        for px, py in found:
            middle = len(px) // 2
            width = float(np.mean(at(np.asarray(wide), px, py))) if hasattr(wide, "shape") and np.asarray(wide).ndim == 2 else float(wide)
            pieces = [slice(0, len(px))] if not shaded and not hasattr(wide, "shape") else [slice(start, start + 9) for start in range(0, max(1, len(px) - 1), 8)]
            for piece in pieces:
                where = px[piece], py[piece]
                shade = css(image["cmap"](float(image["norm"](float(np.mean(at(image["values"], *where))))))) if shaded else ink
                thick = float(np.mean(at(np.asarray(wide), *where))) if hasattr(wide, "shape") else width
                parts.append(self._draw_line(where[0], where[1], shade, thick, order=2 if zorder is None else zorder)._primitives[0])
            shade = css(image["cmap"](float(image["norm"](float(at(image["values"], px[middle:middle + 1], py[middle:middle + 1])[0]))))) if shaded else ink
            after = min(middle + 2, len(px) - 1)
            arrows.append((px[middle], py[middle], px[after] - px[middle], py[after] - py[middle], shade, width))
        for ax, ay, dx, dy, shade, width in arrows:
            self._arrow_head(ax, ay, dx, dy, shade, width * arrowsize)
        for each in parts:
            each["_sticky"] = {"x": [float(x[0]), float(x[-1])], "y": [float(y[0]), float(y[-1])]}
        self._reached(np.array([x[0], x[-1]]), np.array([y[0], y[-1]]))
        self._request()
        lines = _LineCollection(parts, image, self)
        if image is not None:
            self._last_image = lines
        made = Artist()
        made.lines, made.arrows = lines, Artist()
        return made

    def _arrow_head(self, x, y, dx, dy, ink, width):
        """A head alone, at a place, along a direction."""
        long = float(np.hypot(dx / ((self._view_of("x")[1] - self._view_of("x")[0]) or 1.0) * self._length_of("x"), dy / ((self._view_of("y")[1] - self._view_of("y")[0]) or 1.0) * self._length_of("y"))) or 1.0
        share = (3 + 3 * width) / long
        drawn = {"kind": "arrows", "x": np.array([x]), "y": np.array([y]), "dx": np.array([dx * share]), "dy": np.array([dy * share]), "fixed": False, "width": float(width), "ink": ink,
                 "colors": np.array([]), "pivot": "middle", "label": "", "opacity": 1.0, "order": 2.0, "clipped": True, "measures": ("data", "data")}
        self._add(drawn, drawn["x"], drawn["y"])

def _between_grid(x, y, values, px, py):
    """Values between the places of a grid."""
    across, up = (px - x[0]) / (x[-1] - x[0]) * (len(x) - 1), (py - y[0]) / (y[-1] - y[0]) * (len(y) - 1)
    column, row = np.clip(across.astype(int), 0, len(x) - 2), np.clip(up.astype(int), 0, len(y) - 2)
    dx, dy = across - column, up - row
    first = values[row, column] * (1 - dx) + values[row, column + 1] * dx
    return first * (1 - dy) + (values[row + 1, column] * (1 - dx) + values[row + 1, column + 1] * dx) * dy
`;
