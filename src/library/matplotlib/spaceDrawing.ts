/** The Python text of axes of three dimensions, drawn as they look from one side; part of the module `matplotlib.axes`. */
export const spaceDrawing = String.raw`
class Axes3D(_SpaceView, Axes):
    """Axes of three dimensions: what is drawn is kept in space, and projected when the figure is shown."""

    name = "3d"

    def __init__(self, fig, rect=None, *args, **options):
        Axes.__init__(self, fig, (0.0, 0.0, 1.0, 1.0) if rect is None else rect)
        if options:
            options.pop("auto_add_to_figure", None)
            self._opened(options)

    def _start(self):
        Axes._start(self)
        self._space = []
        self.elev, self.azim, self.roll = 30.0, -60.0, 0.0
        self._aspects, self._focal = (4 / 3, 4 / 3, 1.0), 1.0
        self._view["z"], self._data["z"], self._least["z"], self._auto["z"], self._stale["z"] = (0.0, 1.0), [_INFINITE, -_INFINITE], _INFINITE, True, False
        self._margins.update(x=0.0, y=0.0, z=0.0)
        self._siblings["z"] = [self]
        self.zaxis = _Axis(self, "y")
        self.zaxis.axis_name = "z"
        self._gridded_walls = True

    def _axis(self, name): return self.zaxis if name == "z" else Axes._axis(self, name)

    def _opened(self, options):
        self.view_init(options.pop("elev", 30), options.pop("azim", -60))
        self.set_proj_type(options.pop("proj_type", "persp"), options.pop("focal_length", None))
        self.set_box_aspect(options.pop("box_aspect", None))
        for name in ("computed_zorder", "auto_add_to_figure"):
            if not options.pop(name, True):
                raise NotImplementedError("mpl_toolkits.mplot3d.Axes3D(%s=...) is not supported by Kerascope yet" % name)
        for name in ("zlim", "zlabel", "zticks", "zscale"):
            if name in options:
                getattr(self, "set_" + name)(options.pop(name))

    def view_init(self, elev=None, azim=None, roll=None, vertical_axis="z", share=False):
        if running() and (roll or vertical_axis != "z"):
            raise NotImplementedError("view_init with a roll or another vertical axis is not supported by Kerascope yet")
        self.elev, self.azim = 30.0 if elev is None else float(elev), -60.0 if azim is None else float(azim)

    def set_zlabel(self, zlabel, fontdict=None, labelpad=None, **options): return self._set_label("z", zlabel, fontdict, labelpad, options, "center")
    def get_zlabel(self): return self.zaxis._label
    def set_zlim(self, bottom=None, top=None, *, emit=True, auto=False, zmin=None, zmax=None): return self._limit("z", bottom if zmin is None else zmin, top if zmax is None else zmax, auto, None)
    set_zlim3d = set_zlim
    set_xlim3d, set_ylim3d = Axes.set_xlim, Axes.set_ylim
    def get_zlim(self): return self._view_of("z") if running() else (unknown("limits"), unknown("limits"))
    get_zlim3d = get_zlim
    def set_zticks(self, ticks, labels=None, **options): return self.zaxis.set_ticks(ticks, labels, **options)
    def set_zticklabels(self, labels, **options): return self.zaxis.set_ticklabels(labels, **options)
    def get_zticks(self, minor=False): return self.zaxis.get_ticklocs(minor=minor) if running() else unknown("ticks")
    def set_zscale(self, value, **options):
        if running() and value != "linear":
            raise NotImplementedError("scales other than linear are not supported by Kerascope on axes of three dimensions")
    set_xscale = set_yscale = set_zscale
    def invert_zaxis(self): self._invert("z", None)
    def get_zaxis(self): return self.zaxis
    def set_box_aspect(self, aspect, *, zoom=1):
        if running() and zoom <= 0:
            raise ValueError("Argument zoom = %s must be > 0" % zoom)
        sides = (4.0, 4.0, 3.0) if aspect is None else [float(each) for each in aspect]
        whole = 41 ** 0.5 / 3 * float(zoom) / sum([each ** 2 for each in sides]) ** 0.5
        self._aspects = tuple([each * whole for each in sides])
    def set_aspect(self, aspect, adjustable=None, anchor=None, share=False):
        if running() and aspect not in ("auto",):
            spans = [abs(high - low) for low, high in self._bounds()]
            self._aspects = tuple([4 / 3 * each / max(spans) for each in spans])
    def set_proj_type(self, proj_type, focal_length=None):
        if proj_type not in ("persp", "ortho"):
            raise ValueError("%r is not a valid value for proj_type; supported values are 'persp', 'ortho'" % (proj_type,))
        if proj_type == "ortho" and focal_length not in (None, float("inf")):
            raise ValueError("focal_length = %s must be None for proj_type = ortho" % focal_length)
        self._focal = None if proj_type == "ortho" else 1.0 if focal_length is None else float(focal_length)
    def grid(self, visible=True, **options): self._gridded_walls = bool(visible)
    def dist(self): return 10

    def margins(self, *margins, x=None, y=None, z=None, tight=True):
        if margins and (x is not None or y is not None or z is not None):
            raise TypeError("Cannot pass both positional and keyword arguments for x, y, and/or z.")
        if len(margins) in (1, 3):
            x, y, z = margins * (4 - len(margins)) if len(margins) == 1 else margins
        elif margins:
            raise TypeError("Must pass a single positional argument for all margins, or one for each margin (x, y, z).")
        if x is None and y is None and z is None:
            return self._margins["x"], self._margins["y"], self._margins["z"]
        Axes.margins(self, x=x, y=y, tight=tight)
        if z is not None:
            self._set_margin("z", z)

    def get_tick_space(self): return 9

    def _length_of(self, name):
        left, bottom, width, height = self._original()
        return min(width * self.figure._size[0], height * self.figure._size[1]) * 72 * 0.9

    def _keep_space(self, primitive, x, y, z):
        x, y, z = [np.ravel(part).astype(np.float64) for part in np.broadcast_arrays(*[np.asarray(part) for part in (x, y, z)])]
        primitive.update(_reach=(None, None), _sticky={})
        self._primitives.append(primitive)
        self._space.append((primitive, x, y, z))
        self._reached(x, y)
        good = z[np.isfinite(z)]
        if good.size:
            low, high = self._data["z"]
            self._data["z"] = [min(low, float(good.min())), max(high, float(good.max()))]
        self._request("x", "y", "z")
        return primitive

    def _flat_drawn(self, made, x, y, z):
        """Takes what was drawn flat into space."""
        for each in made._primitives:
            self._primitives.remove(each)
            self._keep_space(each, x, y, z)
        return made

    def plot(self, xs, ys, *args, zdir="z", **options):
        zs, rest = (args[0], args[1:]) if args and not isinstance(args[0], str) else (options.pop("zs", 0), args)
        look = _known("Line3D", options, _LINE_LOOK)
        if not running():
            return [Line2D([], [])]
        xs, ys, zs = [np.ravel(part).astype(np.float64) for part in np.broadcast_arrays(np.asarray(xs), np.asarray(ys), np.asarray(zs))]
        xs, ys, zs = _turned(xs, ys, zs, zdir)
        lines = self._lines(xs, ys, rest[0] if rest else "", look)
        for each in lines:
            self._flat_drawn(each, xs, ys, zs)
        self.lines += lines
        return lines

    plot3D = plot

    def scatter(self, xs, ys, zs=0, zdir="z", s=20, c=None, depthshade=True, *, data=None, **options):
        if data is not None:
            xs, ys, zs = [data[each] if isinstance(each, str) else each for each in (xs, ys, zs)]
        if not running():
            return Collection()
        xs, ys, zs = [np.ravel(part).astype(np.float64) for part in np.broadcast_arrays(np.asarray(xs), np.asarray(ys), np.asarray(zs))]
        xs, ys, zs = _turned(xs, ys, zs, zdir)
        drawn = Axes.scatter(self, xs, ys, s=s, c=c, **options)
        for each in drawn._primitives:
            each["_fades"] = bool(depthshade)
        return self._flat_drawn(drawn, xs, ys, zs)

    scatter3D = scatter

    def _surface(self, corners, cmap, norm, vmin, vmax, color, alpha, options, count, shade=True):
        """Polygons in space, coloured by their height or lit from one side."""
        middles = corners[2].mean(axis=1)
        image = None
        look = _known("Poly3DCollection", {name: value for name, value in options.items() if name not in ("antialiased", "lightsource", "zsort")}, _POINT_LOOK)
        if cmap is not None:
            image = _image_of(middles, cmap, norm, vmin, vmax)
            shades = np.asarray(image["cmap"](image["norm"](middles)))
        else:
            ink = color if color is not None else look.get("facecolor")
            several = ink is not None and not isinstance(ink, str) and hasattr(ink, "ndim") and ink.ndim == 3
            base = np.asarray(ink, dtype=np.float64)[:-1, :-1].reshape(-1, np.asarray(ink).shape[2]) if several else np.array([to_rgba(css(ink) if ink is not None else self._next("line"))])
            shades = np.repeat(base, len(middles), axis=0) if len(base) == 1 else base
            shades = np.concatenate([shades[:, :3], np.ones((len(shades), 1))], axis=1)
            if shade:
                shades[:, :3] = np.clip(shades[:, :3] * self._light(corners)[:, np.newaxis], 0, 1)
        edge = look.get("edgecolor")
        width = look.get("linewidth")
        drawn = {"kind": "mesh", "corners": count, "colors": shades.ravel(), "opacity": 1.0 if alpha is None else float(alpha), "edge": None if edge is None else css(edge),
                 "edgeWidth": float(1.0 if width is None else np.atleast_1d(width)[0]), "label": _shown_label(look.get("label")), "order": 1.0, "clipped": False, "measures": ("data", "data")}
        self._keep_space(drawn, corners[0], corners[1], corners[2])
        made = Collection([drawn], image, self)
        self.collections.append(made)
        if image is not None:
            self._last_image = made
        return made

    def _light(self, corners):
        across = [part[:, 2] - part[:, 0] for part in corners]
        up = [part[:, -1] - part[:, 1] for part in corners]
        normal = np.stack([across[1] * up[2] - across[2] * up[1], across[2] * up[0] - across[0] * up[2], across[0] * up[1] - across[1] * up[0]], axis=1)
        scale = np.array([1.0 / (np.ptp(part) or 1.0) for part in corners])
        normal = normal / np.prod(scale) * scale
        return 0.45 + 0.55 * np.abs(normal @ np.array([-0.5, -0.5, 0.7])) / np.maximum(np.linalg.norm(normal, axis=1), 1e-12)

    def plot_surface(self, X, Y, Z, *, norm=None, vmin=None, vmax=None, lightsource=None, cmap=None, color=None, alpha=None, rstride=None, cstride=None, rcount=50, ccount=50,
                     shade=None, facecolors=None, **options):
        if not running():
            return Collection()
        Z = np.asarray(Z, dtype=np.float64)
        if Z.ndim != 2:
            raise ValueError("Argument Z must be 2-dimensional.")
        X, Y, Z = [part.astype(np.float64) for part in np.broadcast_arrays(np.asarray(X), np.asarray(Y), Z)]
        rows, columns = [np.unique(np.concatenate([np.arange(0, count, step or max(1, -(-count // most))), [count - 1]]))
                         for count, step, most in ((Z.shape[0], rstride, rcount), (Z.shape[1], cstride, ccount))]
        if facecolors is not None:
            color = np.asarray(facecolors)[rows][:, columns]
        X, Y, Z = [part[rows][:, columns] for part in (X, Y, Z)]
        corners = [np.stack([part[:-1, :-1], part[:-1, 1:], part[1:, 1:], part[1:, :-1]], axis=-1).reshape(-1, 4) for part in (X, Y, Z)]
        return self._surface(corners, cmap, norm, vmin, vmax, color, alpha, options, 4, shade is not False)

    def plot_trisurf(self, *args, color=None, norm=None, vmin=None, vmax=None, lightsource=None, cmap=None, alpha=None, shade=True, **options):
        if not running():
            return Collection()
        args, rest = list(args), {name: value for name, value in options.items() if name not in ("triangles", "mask")}
        if isinstance(args[0], Triangulation):
            found, z = args[0], args[1]
        else:
            found, z = Triangulation(args[0], args[1], options.get("triangles"), options.get("mask")), args[2]
        z, corners = np.asarray(z, dtype=np.float64).ravel(), found.get_masked_triangles()
        return self._surface([found.x[corners], found.y[corners], z[corners]], cmap, norm, vmin, vmax, color, alpha, rest, 3, shade)

    def bar3d(self, x, y, z, dx, dy, dz, color=None, zsort="average", shade=True, lightsource=None, *, alpha=None, data=None, **options):
        if not running():
            return Collection()
        parts = [np.atleast_1d(np.asarray(each, dtype=np.float64)).ravel() for each in (x, y, z, dx, dy, dz)]
        x, y, z, dx, dy, dz = np.broadcast_arrays(*parts)
        faces = [((0, 0, 0), (0, 1, 0), (1, 1, 0), (1, 0, 0)), ((0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1)), ((0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 0, 1)),
                 ((0, 1, 0), (0, 1, 1), (1, 1, 1), (1, 1, 0)), ((0, 0, 0), (0, 0, 1), (0, 1, 1), (0, 1, 0)), ((1, 0, 0), (1, 1, 0), (1, 1, 1), (1, 0, 1))]
        corners = [np.concatenate([np.stack([start + corner[axis] * size for corner in face], axis=1) for face in faces]) for axis, (start, size) in enumerate(((x, dx), (y, dy), (z, dz)))]
        inks = [color] if color is None or isinstance(color, str) or len(color) in (3, 4) and not isinstance(color[0], str) and not hasattr(color[0], "__len__") else list(color)
        made = self._surface(corners, None, None, None, None, inks[0], alpha, options, 4, shade)
        if len(inks) > 1:
            rows = np.array([to_rgba(css(ink)) for ink in inks])
            rows = np.concatenate([rows] * 6) if len(rows) == len(x) else rows
            if shade:
                rows[:, :3] = np.clip(rows[:, :3] * self._light(corners)[:, np.newaxis], 0, 1)
            made._primitives[0]["colors"] = rows.ravel()
        return made

    def bar(self, left, height, zs=0, zdir="z", *args, **options):
        if running():
            raise NotImplementedError("mpl_toolkits.mplot3d.Axes3D.bar is not supported by Kerascope yet; bar3d is")
        return unknown("bars in space")

    def plot_wireframe(self, X, Y, Z, *, color=None, rstride=None, cstride=None, rcount=50, ccount=50, linewidth=None, alpha=None, label=None, **options):
        look = _known("Line3DCollection", options, _POINT_LOOK)
        if not running():
            return unknown("lines in space")
        X, Y, Z = [part.astype(np.float64) for part in np.broadcast_arrays(np.asarray(X), np.asarray(Y), np.asarray(Z))]
        gap = [[float("nan")] * 3]
        rows, columns = [step if step is not None else -(-count // most) for step, count, most in ((rstride, Z.shape[0], rcount), (cstride, Z.shape[1], ccount))]
        lines = [np.stack([part[place] for part in (X, Y, Z)], axis=1) for place in range(0, Z.shape[0], rows)] if rows else []
        lines += [np.stack([part[:, place] for part in (X, Y, Z)], axis=1) for place in range(0, Z.shape[1], columns)] if columns else []
        places = np.concatenate([piece for line in lines for piece in (line, gap)])
        ink = css(color if color is not None else look.get("edgecolor")) or self._next("line")
        drawn = _line_of(places[:, 0], places[:, 1], {"color": ink, "linewidth": look.get("linewidth", linewidth), "alpha": alpha, "label": label}, ink)
        self._keep_space(drawn, places[:, 0], places[:, 1], places[:, 2])
        return _LineCollection([drawn], None, self)

    def contour(self, X, Y, Z, *args, zdir="z", offset=None, extend3d=False, stride=5, **options): return self._levelled(False, X, Y, Z, args, zdir, offset, options)
    def contourf(self, X, Y, Z, *args, zdir="z", offset=None, **options): return self._levelled(True, X, Y, Z, args, zdir, offset, options)
    contour3D, contourf3D = contour, contourf

    def _levelled(self, filled, X, Y, Z, args, zdir, offset, options):
        if not running():
            return ContourSet()
        if zdir != "z":
            raise NotImplementedError("contours along another axis (zdir=%r) are not supported by Kerascope yet" % zdir)
        kept = {name: list(self._data[name]) for name in ("x", "y")}, {name: self._margins[name] for name in ("x", "y")}
        made = (Axes.contourf if filled else Axes.contour)(self, X, Y, Z, *args, **options)
        self._is_tight = None
        for part, level in zip(made.collections, np.asarray(made.layers).tolist()):
            each = part._primitives[0]
            self._primitives.remove(each)
            self._keep_space(each, each["x"], each["y"], np.full(len(each["x"]), level if offset is None else float(offset)))
        return made

    def quiver(self, *args, length=1, arrow_length_ratio=0.3, pivot="tail", normalize=False, data=None, **options):
        look = _known("Line3DCollection", options, _POINT_LOOK)
        if not running():
            return unknown("arrows in space")
        x, y, z, u, v, w = [np.ravel(part).astype(np.float64) for part in np.broadcast_arrays(*[np.asarray(each) for each in args[:6]])]
        if normalize:
            size = np.sqrt(u ** 2 + v ** 2 + w ** 2)
            u, v, w = [part / np.where(size > 0, size, 1.0) for part in (u, v, w)]
        u, v, w = u * length, v * length, w * length
        shift = {"tail": 0.0, "middle": 0.5, "tip": 1.0}[pivot]
        x, y, z = x - shift * u, y - shift * v, z - shift * w
        gap = np.full(len(x), np.nan)
        rows = [np.stack([start, start + step, gap], axis=1).ravel() for start, step in ((x, u), (y, v), (z, w))]
        ink = css(look.get("color", look.get("edgecolor"))) or self._next("line")
        drawn = _line_of(rows[0], rows[1], {"color": ink, "linewidth": look.get("linewidth"), "alpha": look.get("alpha")}, ink)
        drawn["_heads"] = float(arrow_length_ratio)
        self._keep_space(drawn, *rows)
        return _LineCollection([drawn], None, self)

    quiver3D = quiver

    def stem(self, x, y, z, *, linefmt="C0-", markerfmt="C0o", basefmt="C3-", bottom=0, label=None, orientation="z", data=None):
        if not running():
            return unknown("the parts of a stem plot")
        x, y, z = [np.asarray(each, dtype=np.float64).ravel() for each in (x, y, z)]
        gap = np.full(len(x), np.nan)
        stems = [np.stack([first, last, gap], axis=1).ravel() for first, last in ((x, x), (y, y), (np.full(len(x), float(bottom)), z))]
        lines = self.plot(stems[0], stems[1], stems[2], linefmt), self.plot(x, y, z, markerfmt, label=label), self.plot(x, y, np.full(len(x), float(bottom)), basefmt)
        return StemContainer(lines[1][0], lines[0][0], lines[2][0], _shown_label(label), self)

    stem3D = stem

    def text(self, x, y, z, s, zdir=None, **options):
        if not running():
            return Text(0, 0, "")
        look = _words_of(options)
        measures = _measures(look.get("transform"))
        drawn = _text_primitive(0.0, 0.0, s, look, measures)
        self._keep_space(drawn, [x], [y], [z])
        return Text._drawn(drawn, self)

    text3D = text
    def text2D(self, x, y, s, fontdict=None, **options): return Axes.text(self, x, y, s, fontdict, **options)

    def __getattr__(self, name):
        if name in ("voxels", "errorbar3D", "tricontour", "tricontourf", "add_collection3d", "fill_between", "auto_scale_xyz", "mouse_init", "get_proj", "contour_set"):
            if not running():
                return unknown("this drawing in space is not modelled")
            raise NotImplementedError("mpl_toolkits.mplot3d.Axes3D.%s is not supported by Kerascope yet" % name)
        if name in ("w_xaxis", "w_yaxis", "w_zaxis"):
            return getattr(self, name[2:])
        return Axes.__getattr__(self, name)

def _turned(x, y, z, direction):
    """Places whose third coordinate runs along another axis."""
    return {"x": (z, x, y), "y": (x, z, y), "z": (x, y, z), "-x": (z, x, y), "-y": (x, z, y)}.get(direction, (x, y, z))
`;
