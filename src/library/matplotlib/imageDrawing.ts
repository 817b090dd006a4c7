/** The Python text of images and meshes on axes; part of the module `matplotlib.axes`. */
export const imageDrawing = String.raw`
_SHARP = ("antialiased", "auto", "nearest", "none", None)
_SMOOTH = set("bilinear bicubic spline16 spline36 hanning hamming hermite kaiser quadric catrom gaussian bessel mitchell sinc lanczos blackman".split())

def _is_smooth(interpolation):
    interpolation = _parameter("image.interpolation") if interpolation is None else interpolation
    if interpolation not in _SHARP and interpolation not in _SMOOTH:
        raise ValueError("%r is not a valid value for interpolation; supported values are %s" % (interpolation, ", ".join(repr(each) for each in sorted(_SMOOTH | {"nearest", "none", "antialiased"}))))
    return interpolation in _SMOOTH

def _image_of(values, cmap, norm, vmin, vmax):
    """Values with the map of their colours and the norm that measures them."""
    norm = _norm_of(norm)
    if vmin is not None or vmax is not None:
        if norm.vmin is not None or norm.vmax is not None:
            if type(norm).__name__ != "Normalize" or norm.vmin is not None and vmin is not None:
                raise ValueError("Passing a Normalize instance simultaneously with vmin/vmax is not supported.  Please pass vmin/vmax directly to the norm when creating it.")
        norm.vmin, norm.vmax = norm.vmin if vmin is None else float(vmin), norm.vmax if vmax is None else float(vmax)
    values = np.asarray(values, dtype=np.float64)
    norm.autoscale_None(values)
    return {"norm": norm, "cmap": get_cmap(_parameter("image.cmap") if cmap is None else cmap), "values": values}

def _bytes(rows, alpha=None):
    """Colours (0 to 1) as bytes of red, green, blue and opacity."""
    rows = np.clip(np.asarray(rows, dtype=np.float64), 0, 1)
    if rows.shape[-1] == 3:
        rows = np.concatenate([rows, np.ones(rows.shape[:-1] + (1,))], axis=-1)
    if alpha is not None and not np.isscalar(alpha):
        rows = np.concatenate([rows[..., :3], np.asarray(alpha, dtype=np.float64)[..., np.newaxis]], axis=-1)
    return np.ascontiguousarray((rows * 255 + 0.5).astype(np.uint8)).ravel()

def _plain_rows(values):
    """The colours of an image that has them already."""
    if values.ndim == 2:
        return np.repeat(values[..., np.newaxis], 3, axis=2)
    return values / 255.0 if values.dtype.kind in "iu" else values

class _ImageDrawing:
    def imshow(self, X, cmap=None, norm=None, *, aspect=None, interpolation=None, alpha=None, vmin=None, vmax=None, origin=None, extent=None,
               interpolation_stage=None, filternorm=True, filterrad=4.0, resample=None, url=None, data=None, **options):
        look = _known("AxesImage", options, {"label", "zorder", "visible", "clip_on", "transform"})
        X = data[X] if data is not None and isinstance(X, str) else X
        if hasattr(X, "convert") and hasattr(X, "getbands"):
            X = np.asarray(X.convert("RGBA") if X.mode in ("P", "PA") else X)
        image = np.asarray(X.filled(np.nan) if hasattr(X, "filled") else X)
        if image.ndim == 3 and image.shape[2] == 1:
            image = image[:, :, 0]
        if image.dtype.kind in "OUSM":
            raise TypeError("Image data of dtype %s cannot be converted to float" % image.dtype)
        if not (image.ndim == 2 or image.ndim == 3 and image.shape[2] in (3, 4)):
            raise TypeError("Invalid shape %s for image data" % (image.shape,))
        origin = _parameter("image.origin") if origin is None else origin
        if origin not in ("upper", "lower"):
            raise ValueError("%r is not a valid value for origin; supported values are 'upper', 'lower'" % origin)
        smooth = _is_smooth(interpolation)
        if not running():
            return AxesImage()
        self.set_aspect(_parameter("image.aspect") if aspect is None else aspect)
        rows, columns = image.shape[:2]
        if extent is None:
            extent = (-0.5, columns - 0.5, -0.5, rows - 0.5) if origin == "lower" else (-0.5, columns - 0.5, rows - 0.5, -0.5)
        left, right, bottom, top = [float(np.atleast_1d(self._numbers([each], "x" if place < 2 else "y"))[0]) for place, each in enumerate(extent)]
        # Rows are kept from the top of the picture to its bottom.
        made = self._image(image[::-1] if origin == "lower" else image, cmap, norm, vmin, vmax, (left, right, bottom, top), alpha, look, smooth)
        made._primitives[0]["_upended"] = origin == "lower"
        for name, pair in (("x", (left, right)), ("y", (bottom, top))):
            if self._auto[name] and made._primitives[0]["measures"][0 if name == "x" else 1] == "data":
                self._limit(name, pair[0], pair[1], None, None)
        return made

    def _image(self, image, cmap, norm, vmin, vmax, extent, alpha=None, look=None, smooth=False):
        look = look or {}
        shown = _image_of(image, cmap, norm, vmin, vmax) if image.ndim == 2 else None
        rows = shown["cmap"](shown["norm"](shown["values"])) if shown else _plain_rows(image)
        left, right, bottom, top = [float(each) for each in extent]
        several = alpha is not None and not isinstance(alpha, (int, float))
        drawn = {"kind": "image", "rows": image.shape[0], "columns": image.shape[1], "values": _bytes(rows, alpha if several else None), "left": left, "right": right,
                 "bottom": bottom, "top": top, "smooth": smooth, "label": _shown_label(look.get("label")), "opacity": 1.0 if alpha is None or several else float(alpha),
                 "order": float(look.get("zorder", 0)), "clipped": True, "measures": _measures(look.get("transform")), "_visible": look.get("visible", True),
                 "_alpha": np.asarray(alpha) if several else None}
        x, y = np.array([left, right]), np.array([bottom, top])
        self._add(drawn, x, y, stick_x=x.tolist(), stick_y=y.tolist(), relimits=True)
        made = AxesImage([drawn], shown, self)
        if shown is not None:
            self._last_image = made
        self.images.append(made)
        return made

    def matshow(self, Z, **options):
        made = self.imshow(Z, **dict({"origin": "upper", "interpolation": "nearest", "aspect": "equal"}, **options))
        if running():
            from matplotlib.ticker import MaxNLocator
            self.xaxis.tick_top()
            self.xaxis._label_side = "top"
            self.xaxis.set_ticks_position("both")
            for axis in (self.xaxis, self.yaxis):
                axis.set_major_locator(MaxNLocator(nbins=9, steps=[1, 2, 5, 10], integer=True))
        return made

    def spy(self, Z, precision=0, marker=None, markersize=None, aspect="equal", origin="upper", **options):
        if not running():
            return AxesImage()
        filled = np.abs(np.asarray(Z)) > precision if precision else np.asarray(Z) != 0
        if marker is None and markersize is None:
            from matplotlib.colors import ListedColormap
            made = self.imshow(filled.astype(np.float64), **dict({"interpolation": "nearest", "aspect": aspect, "origin": origin, "cmap": ListedColormap(["w", "k"])}, **options))
        else:
            rows, columns = np.nonzero(filled)
            made, = self.plot(columns, rows, linestyle="None", marker=marker or "s", markersize=10 if markersize is None else markersize, **options)
            self.set_xlim(-0.5, filled.shape[1] - 0.5)
            self.set_ylim(*((filled.shape[0] - 0.5, -0.5) if origin == "upper" else (-0.5, filled.shape[0] - 0.5)))
            self.set_aspect(aspect)
        self.xaxis.tick_top()
        return made

    def pcolormesh(self, *args, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, shading=None, antialiased=False, data=None, **options):
        return self._cells(args, alpha, norm, cmap, vmin, vmax, shading, options)

    def pcolor(self, *args, shading=None, alpha=None, norm=None, cmap=None, vmin=None, vmax=None, data=None, **options):
        return self._cells(args, alpha, norm, cmap, vmin, vmax, shading, options)

    pcolorfast = pcolor

    def _cells(self, args, alpha, norm, cmap, vmin, vmax, shading, options):
        look = _known("QuadMesh", options, _POINT_LOOK)
        if not running():
            return Collection()
        if len(args) not in (1, 3):
            raise TypeError("pcolormesh() takes 1 or 3 positional arguments but %d were given" % len(args))
        values = args[-1]
        values = np.asarray(values.filled(np.nan) if hasattr(values, "filled") else values, dtype=np.float64)
        rows, columns = values.shape[:2]
        shading = _parameter("pcolor.shading") if shading is None else shading
        if shading not in ("gouraud", "nearest", "flat", "auto"):
            raise ValueError("%r is not a valid value for shading; supported values are 'gouraud', 'nearest', 'flat', 'auto'" % shading)
        if len(args) == 1:
            x, y = np.meshgrid(np.arange(columns + (shading != "gouraud")), np.arange(rows + (shading != "gouraud")))
        else:
            x, y = [self._numbers(each.filled(np.nan) if hasattr(each, "filled") else each, name) for each, name in zip(args, "xy")]
            x = np.broadcast_to(x, (y.shape[0], x.shape[0])) if x.ndim == 1 else x
            y = np.broadcast_to(y[:, np.newaxis], x.shape) if y.ndim == 1 else y
        if x.shape != y.shape or x.shape not in ((rows, columns), (rows + 1, columns + 1)):
            raise TypeError("Dimensions of C %s should be one smaller than X(%d) and Y(%d) while using shading='flat' see help(pcolormesh)" % (values.shape, x.shape[1], y.shape[0])
                            if shading == "flat" else "Dimensions of C %s are incompatible with X (%d) and/or Y (%d); see help(pcolormesh)" % (values.shape, x.shape[1], y.shape[0]))
        x, y = x.astype(np.float64), y.astype(np.float64)
        if shading == "gouraud":
            return self._gouraud(x, y, values, cmap, norm, vmin, vmax, alpha, look)
        if shading == "flat" and x.shape == (rows, columns):
            raise TypeError("Dimensions of C %s should be one smaller than X(%d) and Y(%d) while using shading='flat' see help(pcolormesh)" % (values.shape, x.shape[1], y.shape[0]))
        if x.shape == (rows, columns):
            x, y = _cell_edges(x, y)
        corners = [np.stack([each[:-1, :-1], each[:-1, 1:], each[1:, 1:], each[1:, :-1]], axis=-1).reshape(-1, 4) for each in (x, y)]
        image = _image_of(values.ravel(), cmap, norm, vmin, vmax)
        made = self._mesh(corners[0], corners[1], 4, image, alpha, look)
        made._primitives[0]["_sticky"] = {"x": [float(x.min()), float(x.max())], "y": [float(y.min()), float(y.max())]}
        self._request()
        return made

    def _gouraud(self, x, y, values, cmap, norm, vmin, vmax, alpha, look):
        """Colours that go over into one another: each cell as several that are even."""
        fine = max(1, min(8, int(240 // max(values.shape))))
        parts = [_finer(each, fine) for each in (x, y, values)]
        image = _image_of(values.ravel(), cmap, norm, vmin, vmax)
        middles = (parts[2][:-1, :-1] + parts[2][1:, :-1] + parts[2][:-1, 1:] + parts[2][1:, 1:]) / 4
        corners = [np.stack([each[:-1, :-1], each[:-1, 1:], each[1:, 1:], each[1:, :-1]], axis=-1).reshape(-1, 4) for each in parts[:2]]
        made = self._mesh(corners[0], corners[1], 4, dict(image, values=middles.ravel()), alpha, look)
        made._primitives[0]["_sticky"] = {"x": [float(x.min()), float(x.max())], "y": [float(y.min()), float(y.max())]}
        return made

    def _mesh(self, x, y, corners, image, alpha, look, colors=None):
        """Polygons in the colours of their values."""
        edge = look.get("edgecolor", look.get("color"))
        edge = None if edge is None or isinstance(edge, str) and edge in ("face", "none", "None") else css(edge)
        width = look.get("linewidth")
        rows = image["cmap"](image["norm"](image["values"])) if colors is None else colors
        drawn = {"kind": "mesh", "x": np.ravel(x).astype(np.float64), "y": np.ravel(y).astype(np.float64), "corners": corners, "colors": np.asarray(rows, dtype=np.float64).reshape(-1, 4).ravel(),
                 "edge": edge, "edgeWidth": float(np.atleast_1d(_parameter("patch.linewidth") if width is None else width)[0]), "label": _shown_label(look.get("label")),
                 "opacity": 1.0 if alpha is None else float(alpha), "order": float(look.get("zorder", 1)), "clipped": True, "measures": ("data", "data"), "_visible": look.get("visible", True)}
        self._add(drawn, drawn["x"], drawn["y"])
        made = Collection([drawn], image, self)
        self.collections.append(made)
        if image is not None:
            self._last_image = made
        return made

    def hist2d(self, x, y, bins=10, range=None, density=False, weights=None, cmin=None, cmax=None, *, data=None, **options):
        if data is not None:
            x, y = data[x] if isinstance(x, str) else x, data[y] if isinstance(y, str) else y
        counts, x_edges, y_edges = np.histogram2d(np.asarray(x).ravel(), np.asarray(y).ravel(), bins=bins, range=range, density=density, weights=weights)
        if not running():
            return counts, x_edges, y_edges, Collection()
        counts = counts.astype(np.float64)
        if cmin is not None:
            counts[counts < cmin] = np.nan
        if cmax is not None:
            counts[counts > cmax] = np.nan
        drawn = self.pcolormesh(x_edges, y_edges, counts.T, **options)
        self.set_xlim(x_edges[0], x_edges[-1])
        self.set_ylim(y_edges[0], y_edges[-1])
        return counts, x_edges, y_edges, drawn

    def hexbin(self, x, y, C=None, gridsize=100, bins=None, xscale="linear", yscale="linear", extent=None, cmap=None, norm=None, vmin=None, vmax=None, alpha=None,
               linewidths=None, edgecolors="face", reduce_C_function=np.mean, mincnt=None, marginals=False, *, data=None, **options):
        look = _known("PolyCollection", dict(options, edgecolor=edgecolors, **({} if linewidths is None else {"linewidth": linewidths})), _POINT_LOOK)
        if not running():
            return Collection()
        if marginals or bins is not None and bins != "log" or xscale != "linear" or yscale != "linear":
            raise NotImplementedError("hexbin with %s is not supported by Kerascope yet" % ("marginals" if marginals else "bins" if bins is not None and bins != "log" else "a scale of its own"))
        if data is not None:
            x, y = data[x] if isinstance(x, str) else x, data[y] if isinstance(y, str) else y
        x, y = self._numbers(x, "x").ravel(), self._numbers(y, "y").ravel()
        columns, rows = gridsize if isinstance(gridsize, (tuple, list)) else (int(gridsize), int(gridsize / np.sqrt(3)))
        left, right, bottom, top = [float(each) for each in (extent if extent is not None else (x.min(), x.max(), y.min(), y.max()))]
        left, right = (left - 1e-9 * (right - left), right + 1e-9 * (right - left)) if extent is None else (left, right)
        wide, high = (right - left or 1.0) / columns, (top - bottom or 1.0) / rows
        across, up = (x - left) / wide, (y - bottom) / high
        first, second = np.stack([np.round(across), np.round(up)]), np.stack([np.floor(across) + 0.5, np.floor(up) + 0.5])
        near = (across - first[0]) ** 2 + 3 * (up - first[1]) ** 2 < (across - second[0]) ** 2 + 3 * (up - second[1]) ** 2
        cells = np.where(near, first, second)
        least = mincnt if mincnt is not None else 0 if C is None else 1
        if least <= 0:
            grids = [np.stack([each.ravel() for each in np.meshgrid(np.arange(columns + 1.0), np.arange(rows + 1.0))]),
                     np.stack([each.ravel() for each in np.meshgrid(np.arange(float(columns)) + 0.5, np.arange(float(rows)) + 0.5)])]
            cells, empty = np.concatenate([cells] + grids, axis=1), sum([each.shape[1] for each in grids])
        else:
            empty = 0
        kinds, members = np.unique(cells, axis=1, return_inverse=True)
        members = members.ravel()
        members = members[:len(members) - empty] if empty else members
        counts = np.bincount(members, minlength=kinds.shape[1])
        if C is None:
            values = counts.astype(np.float64)
        else:
            C = np.asarray(data[C] if data is not None and isinstance(C, str) else C, dtype=np.float64).ravel()
            values = np.array([float(reduce_C_function(C[members == place])) if counts[place] else np.nan for place in range(kinds.shape[1])])
        kept = counts >= least
        kinds, values = kinds[:, kept], values[kept]
        if bins == "log":
            norm = LogNorm(vmin, vmax) if norm is None else norm
            values, vmin, vmax = np.where(values > 0, values, np.nan), None, None
        image = _image_of(values, cmap, norm, vmin, vmax)
        corner_x, corner_y = np.array([0.5, 0.5, 0.0, -0.5, -0.5, 0.0]) * wide, np.array([-0.5, 0.5, 1.0, 0.5, -0.5, -1.0]) * high / 3
        made = self._mesh((left + kinds[0] * wide)[:, np.newaxis] + corner_x, (bottom + kinds[1] * high)[:, np.newaxis] + corner_y, 6, image, alpha, look)
        self._data["x"], self._data["y"] = [left, right], [bottom, top]
        return made

def _edges(middles):
    """The edges between places, along the first direction."""
    if middles.shape[0] < 2:
        return np.concatenate([middles - 0.5, middles + 0.5])
    between = (middles[:-1] + middles[1:]) / 2
    return np.concatenate([middles[:1] - (middles[1:2] - middles[:1]) / 2, between, middles[-1:] + (middles[-1:] - middles[-2:-1]) / 2])

def _cell_edges(x, y):
    """Corners of the cells around places."""
    return _edges(_edges(x.T).T), _edges(_edges(y.T).T)

def _finer(values, parts):
    """Values with others between them, along both directions."""
    if parts <= 1:
        return values
    for axis in (0, 1):
        count = values.shape[axis]
        if count < 2:
            continue
        places = np.linspace(0, count - 1, (count - 1) * parts + 1)
        low = np.minimum(places.astype(int), count - 2)
        share = places - low
        share = share[:, np.newaxis] if axis == 0 else share[np.newaxis, :]
        values = np.take(values, low, axis=axis) * (1 - share) + np.take(values, low + 1, axis=axis) * share
    return values
`;
