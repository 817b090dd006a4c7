/** The Python text of axes of three dimensions, drawn as they look from one side; part of the module `matplotlib.axes`. */
export const spaceDrawing = String.raw`
class Axes3D(Axes):
    """Axes of three dimensions: what is drawn is kept in space, and projected when the figure is shown."""

    name = "3d"

    def __init__(self, figure, place=None, **options):
        Axes.__init__(self, figure, None, place)
        self._space = []
        self._elev, self._azim = 30.0, -60.0
        self._z_label = ""
        self._z_limits = (None, None)
        self.zaxis = _Axis(self, "y")

    def view_init(self, elev=None, azim=None, roll=None, **options):
        self._elev, self._azim = 30.0 if elev is None else float(elev), -60.0 if azim is None else float(azim)

    def set_zlabel(self, zlabel, *args, **options): self._z_label = str(zlabel)
    def get_zlabel(self): return self._z_label
    def set_zlim(self, bottom=None, top=None, **options): self._z_limits = (bottom if not isinstance(bottom, (tuple, list)) else bottom[0], top if not isinstance(bottom, (tuple, list)) else bottom[1])
    def set_zticks(self, ticks=(), labels=None, **options): self._tick(self.zaxis, ticks, labels, False, options)
    def set_zticklabels(self, labels=(), **options): pass
    def set_box_aspect(self, *args, **options): pass
    def set_aspect(self, *args, **options): pass
    def set_proj_type(self, *args, **options): pass
    def get_zlim(self): return self._bounds()[2] if running() else unknown("limits")

    def _keep_space(self, primitive, x, y, z):
        if running():
            x, y, z = [np.ravel(part) for part in np.broadcast_arrays(*[np.asarray(part, dtype=np.float64) for part in (x, y, z)])]
            self._primitives.append(primitive)
            self._space.append((primitive, x, y, z))
        return primitive

    def plot(self, xs, ys, zs=0, *args, zdir="z", **options):
        if isinstance(zs, str):
            args, zs = (zs,) + args, 0
        count = len(self._primitives)
        drawn = Axes.plot(self, xs, ys, *args[:1], **options)
        for each in drawn if running() else []:
            self._primitives.remove(each._primitives[0])
            self._keep_space(each._primitives[0], xs, ys, zs)
        return drawn

    plot3D = plot

    def scatter(self, xs, ys, zs=0, zdir="z", s=20, c=None, depthshade=True, **options):
        drawn = Axes.scatter(self, np.ravel(xs), np.ravel(ys), s=s, c=c, **options)
        for each in drawn._primitives:
            self._primitives.remove(each)
            self._keep_space(each, xs, ys, zs)
        return drawn

    scatter3D = scatter

    def plot_surface(self, X, Y, Z, cmap=None, color=None, alpha=None, vmin=None, vmax=None, rstride=None, cstride=None, edgecolor=None, edgecolors=None,
                     linewidth=None, rcount=50, ccount=50, **options):
        if not running():
            return Artist()
        X, Y, Z = [part.astype(np.float64) for part in np.broadcast_arrays(np.asarray(X), np.asarray(Y), np.asarray(Z))]
        rows, columns = [np.unique(np.concatenate([np.arange(0, count, step or max(1, -(-count // most))), [count - 1]]))
                         for count, step, most in ((Z.shape[0], rstride, rcount), (Z.shape[1], cstride, ccount))]
        X, Y, Z = [part[rows][:, columns] for part in (X, Y, Z)]
        corners = [np.stack([part[:-1, :-1], part[:-1, 1:], part[1:, 1:], part[1:, :-1]], axis=-1).reshape(-1, 4) for part in (X, Y, Z)]
        middles = corners[2].mean(axis=1)
        low, high = _span_of(middles, None, vmin, vmax)
        image = None
        if cmap is not None:
            colors = get_cmap(cmap)
            shades, image = colors._rows(_shares(middles, low, high, None)), (low, high, colors)
        else:
            shades = np.repeat(np.array([to_rgb(css(color) if color is not None else self._next("patch"))]), len(middles), axis=0)
            # Lit from one side, as matplotlib shades plain surfaces.
            across = [part[:, 2] - part[:, 0] for part in corners]
            up = [part[:, 3] - part[:, 1] for part in corners]
            normal = np.stack([across[1] * up[2] - across[2] * up[1], across[2] * up[0] - across[0] * up[2], across[0] * up[1] - across[1] * up[0]], axis=1)
            scale = np.array([1.0 / (np.ptp(part) or 1.0) for part in (X, Y, Z)])
            normal = normal / np.prod(scale) * scale
            light = np.abs(normal @ np.array([-0.5, -0.5, 0.7])) / np.maximum(np.linalg.norm(normal, axis=1), 1e-12)
            shades = np.clip(shades * (0.45 + 0.55 * light)[:, np.newaxis], 0, 1)
        edge = css(edgecolor if edgecolor is not None else edgecolors)
        drawn = {"kind": "mesh", "corners": 4, "colors": shades, "alpha": alpha, "edge": edge, "color": None, "label": "", "right": False, "shares": ""}
        self._keep_space(drawn, corners[0], corners[1], corners[2])
        self._last_image = image
        return Artist([drawn], image)

    def plot_trisurf(self, *args, **options):
        if not running():
            return Artist()
        raise NotImplementedError("mpl_toolkits.mplot3d.Axes3D.plot_trisurf is not supported by Kerascope yet")

    def plot_wireframe(self, X, Y, Z, color=None, rstride=1, cstride=1, linewidth=1.0, alpha=None, **options):
        if not running():
            return Artist()
        X, Y, Z = [part.astype(np.float64) for part in np.broadcast_arrays(np.asarray(X), np.asarray(Y), np.asarray(Z))]
        gap = [[float("nan")] * 3]
        rows, columns = [max(step, -(-count // 50)) for step, count in ((rstride, Z.shape[0]), (cstride, Z.shape[1]))]
        lines = [np.stack([part[place] for part in (X, Y, Z)], axis=1) for place in range(0, Z.shape[0], rows)]
        lines += [np.stack([part[:, place] for part in (X, Y, Z)], axis=1) for place in range(0, Z.shape[1], columns)]
        places = np.concatenate([piece for line in lines for piece in (line, gap)])
        drawn = dict(_line(None, None, "", css(color) or "C0", width=linewidth, alpha=alpha), label="")
        self._keep_space(drawn, places[:, 0], places[:, 1], places[:, 2])
        return Artist([drawn])

    def text(self, x, y, z, s, zdir=None, **options):
        if not running():
            return Artist()
        drawn = Axes.text(self, x, y, s, **options)
        for each in drawn._primitives:
            self._primitives.remove(each)
            self._keep_space(each, [x], [y], [z])
        return drawn

    def _bounds(self):
        """Low and high of each dimension."""
        bounds = []
        for dimension, limits in enumerate((self._limits["x"], self._limits["y"], self._z_limits)):
            values = np.concatenate([np.ravel(each[dimension + 1]) for each in self._space] or [np.array([0.0, 1.0])])
            values = values[np.isfinite(values)]
            low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
            room = (high - low) * 0.02 or 0.05
            bounds.append((low - room if limits[0] is None else float(limits[0]), high + room if limits[1] is None else float(limits[1])))
        return bounds

    def _projected(self, x, y, z, bounds):
        """Across, up and towards the eye, of places in space."""
        scaled = [(np.asarray(part, dtype=np.float64) - low) / (high - low) - 0.5 for part, (low, high) in zip((x, y, z), bounds)]
        turn, lift = np.radians(self._azim), np.radians(self._elev)
        near = scaled[0] * np.cos(turn) + scaled[1] * np.sin(turn)
        across = -scaled[0] * np.sin(turn) + scaled[1] * np.cos(turn)
        height = scaled[2] * 0.75
        towards = near * np.cos(lift) + height * np.sin(lift)
        up = height * np.cos(lift) - near * np.sin(lift)
        # A little smaller what is farther away.
        size = 1.0 / (1.0 - towards * 0.12)
        return across * size, up * size, towards

    def _box(self, bounds):
        """The three walls behind, with their grids and the numbers along the edges in front."""
        drawn = []
        corners = [(x, y, z) for x in (0, 1) for y in (0, 1) for z in (0, 1)]
        place = lambda share: [[low + each * (high - low)] for each, (low, high) in zip(share, bounds)]
        depth = lambda share: float(self._projected(*place(share), bounds)[2][0])
        back = [0 if depth([0 if each == axis else 0.5 for each in range(3)]) < depth([1 if each == axis else 0.5 for each in range(3)]) else 1 for axis in range(3)]
        ticks = [[tick for tick in _nice(low, high, 5) if low <= tick <= high] for low, high in bounds]
        grid = []
        for axis in range(3):
            first, second = [each for each in range(3) if each != axis]
            wall = []
            for a, b in ((0, 0), (0, 1), (1, 1), (1, 0)):
                share = [0, 0, 0]
                share[axis], share[first], share[second] = back[axis], a, b
                wall.append(place(share))
            x, y, towards = self._projected(*[np.array([corner[dimension][0] for corner in wall]) for dimension in range(3)], bounds)
            drawn.append({"kind": "area", "x": x, "y": y, "label": "", "color": "gray", "alpha": 0.07, "edge": "gray", "right": False, "shares": ""})
            for along, other in ((first, second), (second, first)):
                for tick in ticks[along]:
                    ends = []
                    for end in (0, 1):
                        spot = [part[0] for part in place([back[axis] if each == axis else end for each in range(3)])]
                        spot[along] = tick
                        ends.append(spot)
                    grid += ends + [[float("nan")] * 3]
        grid = np.array(grid)
        x, y, towards = self._projected(grid[:, 0], grid[:, 1], grid[:, 2], bounds)
        drawn.append(dict(_line(x, y, "", "gray", width=0.5, alpha=0.35), label=""))
        if not self._bare:
            for axis, label in enumerate((self._x_label, self._y_label, self._z_label)):
                drawn += self._edge_words(axis, label, ticks[axis], bounds, back)
        return drawn

    def _edge_words(self, axis, label, ticks, bounds, back):
        """Numbers and the label along one edge of the box."""
        share = [1 - back[each] for each in range(3)]
        if axis == 2:
            # The upright edge at the side.
            options = [(back[0], 1 - back[1]), (1 - back[0], back[1])]
            spots = [self._projected(*[[low + each * (high - low)] for each, (low, high) in zip((a, b, 0.5), bounds)], bounds)[0][0] for a, b in options]
            share[0], share[1] = options[int(np.argmax(spots))]
        else:
            share[2] = 0
        spot = [low + each * (high - low) for each, (low, high) in zip(share, bounds)]
        words, drawn = ["%g" % round(tick, 10) for tick in ticks], []
        centre = np.array([0.0, 0.0]) if axis == 2 else np.array([0.0, 0.1])
        for value, text, far, size in [(tick, word, 0.07, 8.0) for tick, word in zip(ticks, words)] + [(sum(bounds[axis]) / 2, label, 0.2, 10.0)]:
            where = list(spot)
            where[axis] = value
            x, y, towards = self._projected(*[[part] for part in where], bounds)
            x, y = float(x[0]), float(y[0])
            long = (x ** 2 + y ** 2) ** 0.5 or 1.0
            away = (1.0, 0.0) if axis == 2 else (x / long, y / long if y < 0 else -0.6)
            if text:
                drawn.append({"kind": "text", "x": x + away[0] * far, "y": y + away[1] * far, "text": text, "align": "middle", "vertical": "middle", "size": size, "bold": False,
                              "color": None, "angle": 0.0, "shares": "", "box": None, "right": False})
        return drawn

    def _pieces(self):
        bounds = self._bounds()
        pieces = self._box(bounds)
        for primitive, x, y, z in self._space:
            if primitive["kind"] == "gone":
                continue
            across, up, towards = self._projected(x, y, z, bounds)
            if primitive["kind"] == "mesh":
                order = np.argsort(towards.reshape(-1, 4).mean(axis=1), kind="stable")
                pieces.append(dict(primitive, x=across.reshape(-1, 4)[order].ravel(), y=up.reshape(-1, 4)[order].ravel(), colors=primitive["colors"][order].ravel()))
            elif primitive["kind"] == "text":
                pieces.append(dict(primitive, x=float(across[0]), y=float(up[0])))
            else:
                pieces.append(dict(primitive, x=across, y=up))
        return pieces

    def _described(self):
        described = Axes._described(self)
        scale = {"low": -0.82, "high": 0.82, "log": False, "ticks": None, "names": [], "marked": False, "named": False, "angle": 0.0, "size": 10.0}
        described.update(x=scale, y=dict(scale, low=-0.8, high=0.72), bare=True, equal="axes", grid="", x_label="", y_label="")
        return described

    def __getattr__(self, name):
        if name in ("bar3d", "contour3D", "contourf3D", "voxels", "quiver3D", "stem3D", "errorbar3D", "tricontour"):
            if not running():
                return unknown("this drawing in space is not modelled")
            raise NotImplementedError("mpl_toolkits.mplot3d.Axes3D.%s is not supported by Kerascope yet" % name)
        if name in ("w_xaxis", "w_yaxis", "w_zaxis"):
            return self.zaxis
        return Axes.__getattr__(self, name)
`;
