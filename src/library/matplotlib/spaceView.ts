/** The Python text of how three dimensions look from one side: projection, walls and numbers; part of `matplotlib.axes`. */
export const spaceView = String.raw`
class _SpaceView:
    def _bounds(self):
        """Low and high of each dimension."""
        return [self._view_of(name) for name in ("x", "y", "z")]

    def _view_of(self, name):
        if any([each._stale[name] for each in self._siblings[name]]):
            Axes._view_of(self, name)
            low, high = self._view[name]
            # As matplotlib leaves room around what is drawn in space.
            room = (high - low) / 48
            if self._auto[name] and self._data[name][0] <= self._data[name][1]:
                self._put_view(name, (low - room, high + room))
        return self._view[name]

    def _projected(self, x, y, z, bounds):
        """Across, up and towards the eye, of places in space."""
        wide, deep, high = [each / 4 * 3 for each in self._aspects]
        scaled = [((np.asarray(part, dtype=np.float64) - low) / (top - low) - 0.5) * long for part, (low, top), long in zip((x, y, z), bounds, (wide, deep, high))]
        turn, lift = math.radians(self.azim), math.radians(self.elev)
        near = scaled[0] * math.cos(turn) + scaled[1] * math.sin(turn)
        across = -scaled[0] * math.sin(turn) + scaled[1] * math.cos(turn)
        towards = near * math.cos(lift) + scaled[2] * math.sin(lift)
        up = scaled[2] * math.cos(lift) - near * math.sin(lift)
        # A little smaller what is farther away, the more so the nearer the eye is.
        size = 1.0 if self._focal is None else 1.0 / (1.0 - towards * 0.12 / self._focal)
        return across * size, up * size, towards

    def _plain(self, **options):
        return dict({"label": "", "opacity": 1.0, "order": -1.0, "clipped": False, "measures": ("data", "data")}, **options)

    def _box(self, bounds):
        """The three walls behind, with their grids and the numbers along the edges in front."""
        drawn = []
        place = lambda share: [[low + each * (high - low)] for each, (low, high) in zip(share, bounds)]
        depth = lambda share: float(self._projected(*place(share), bounds)[2][0])
        back = [0 if depth([0 if each == axis else 0.5 for each in range(3)]) < depth([1 if each == axis else 0.5 for each in range(3)]) else 1 for axis in range(3)]
        ticks = []
        for axis, (low, high) in zip((self.xaxis, self.yaxis, self.zaxis), bounds):
            ticks.append([(float(at), text) for at, text in zip(*axis._texts()) if min(low, high) <= at <= max(low, high)])
        grid = []
        for axis in range(3):
            first, second = [each for each in range(3) if each != axis]
            wall = []
            for a, b in ((0, 0), (0, 1), (1, 1), (1, 0)):
                share = [0, 0, 0]
                share[axis], share[first], share[second] = back[axis], a, b
                wall.append(place(share))
            x, y, towards = self._projected(*[np.array([corner[dimension][0] for corner in wall]) for dimension in range(3)], bounds)
            drawn.append(self._plain(kind="area", x=x, y=y, fill="gray", opacity=0.07, edge={"ink": "gray", "width": 1.0, "dash": []}, hatch=""))
            for along, other in ((first, second), (second, first)):
                for tick, text in ticks[along]:
                    for end in (0, 1):
                        spot = [part[0] for part in place([back[axis] if each == axis else end for each in range(3)])]
                        spot[along] = tick
                        grid.append(spot)
                    grid.append([float("nan")] * 3)
        if self._gridded_walls and grid:
            grid = np.array(grid)
            x, y, towards = self._projected(grid[:, 0], grid[:, 1], grid[:, 2], bounds)
            drawn.append(self._plain(kind="line", x=x, y=y, stroke={"ink": "gray", "width": 0.5, "dash": []}, mark=None, marked=None, opacity=0.35))
        for axis in (self.xaxis, self.yaxis, self.zaxis):
            drawn += self._edge_words(axis, ticks["xyz".index(axis.axis_name)], bounds, back) if axis._shown else []
        return drawn

    def _edge_words(self, axis, ticks, bounds, back):
        """Numbers and the label along one edge of the box."""
        number = "xyz".index(axis.axis_name)
        share = [1 - back[each] for each in range(3)]
        if number == 2:
            # The upright edge at the side.
            options = [(back[0], 1 - back[1]), (1 - back[0], back[1])]
            spots = [float(self._projected(*[[low + each * (high - low)] for each, (low, high) in zip((a, b, 0.5), bounds)], bounds)[0][0]) for a, b in options]
            share[0], share[1] = options[int(np.argmax(spots))]
        else:
            share[2] = 0
        spot = [low + each * (high - low) for each, (low, high) in zip(share, bounds)]
        drawn = []
        look = axis._tick_look("major")["name"] if axis.axis_name != "z" else dict(self.xaxis._tick_look("major")["name"])
        label = _text_look(dict(axis._label_options), _parameter("axes.labelsize"))
        for value, text, far, said in [(tick, word, 0.07, look) for tick, word in ticks] + [(sum(bounds[number]) / 2, axis._label, 0.2, label)]:
            where = list(spot)
            where[number] = value
            x, y, towards = self._projected(*[[part] for part in where], bounds)
            x, y = float(x[0]), float(y[0])
            long = (x ** 2 + y ** 2) ** 0.5 or 1.0
            away = (1.0, 0.0) if number == 2 else (x / long, y / long if y < 0 else -0.6)
            if text:
                drawn.append(dict(_text_primitive(x + away[0] * far, y + away[1] * far, text, {"horizontalalignment": "center", "verticalalignment": "center"}, ("data", "data")),
                                  look=dict(said, align="middle", vertical="middle")))
        return drawn

    def _pieces(self):
        bounds = self._bounds()
        pieces = [] if self._bare else self._box(bounds)
        in_space = [each[0] for each in self._space]
        pieces += [each for each in self._primitives if not any([each is other for other in in_space])]
        for primitive, x, y, z in self._space:
            if primitive["kind"] == "gone" or not primitive.get("_visible", True):
                continue
            across, up, towards = self._projected(x, y, z, bounds)
            kind = primitive["kind"]
            if kind == "mesh":
                count = primitive["corners"]
                order = np.argsort(towards.reshape(-1, count).mean(axis=1), kind="stable")
                pieces.append(dict(primitive, x=across.reshape(-1, count)[order].ravel(), y=up.reshape(-1, count)[order].ravel(),
                                   colors=np.asarray(primitive["colors"]).reshape(-1, 4)[order].ravel()))
            elif kind == "text":
                pieces.append(dict(primitive, x=float(across[0]), y=float(up[0])) if primitive["measures"] == ("data", "data") else primitive)
            elif kind == "points" and len(across):
                order = np.argsort(towards, kind="stable")
                colors, sizes = np.asarray(primitive["colors"]), np.asarray(primitive["sizes"])
                if primitive.get("_fades"):
                    # What is farther away is paler.
                    rows = colors.reshape(-1, 4) if len(colors) else np.array([to_rgba(primitive["mark"]["face"] or "none")] * len(across))
                    far = (towards.max() - towards) / ((towards.max() - towards.min()) or 1.0)
                    colors = np.concatenate([rows[:, :3], rows[:, 3:] * (1 - 0.7 * far)[:, None]], axis=1).ravel()
                pieces.append(dict(primitive, x=across[order], y=up[order], colors=colors.reshape(-1, 4)[order].ravel() if len(colors) else colors,
                                   sizes=sizes[order] if len(sizes) == len(order) else sizes))
            else:
                pieces.append(dict(primitive, x=across, y=up))
                if "_heads" in primitive:
                    pieces.append(self._heads(primitive, across, up))
        return [{name: value for name, value in each.items() if not name.startswith("_")} for each in pieces if each["kind"] != "gone" and each.get("_visible", True)]

    def _heads(self, primitive, across, up):
        x, y = across.reshape(-1, 3), up.reshape(-1, 3)
        return self._plain(kind="arrows", x=x[:, 0], y=y[:, 0], dx=x[:, 1] - x[:, 0], dy=y[:, 1] - y[:, 0], fixed=False, width=primitive["stroke"]["width"] * 0.7, ink=primitive["stroke"]["ink"],
                          colors=np.array([]), pivot="tail", order=primitive["order"], opacity=primitive["opacity"])

    def _described(self):
        bare, pieces = self._bare, self._pieces()
        legends = [each._described() for each in [self.legend_] if each is not None and each._visible_now and each._handles]
        left, bottom, width, height = self._original()
        wide, high = self.figure._size
        side = min(width * wide, height * high)
        box = {"left": left + (width - side / wide) / 2, "bottom": bottom + (height - side / high) / 2, "width": side / wide, "height": side / high}
        self._bare = True
        kept = dict(self._view)
        self._view = {"x": (-0.82, 0.82), "y": (-0.85, 0.79), "z": kept["z"]}
        flat = {name: self._axis(name)._described(self._view[name]) for name in ("x", "y")}
        self._bare, self._view = bare, kept
        for each in flat.values():
            each["label"]["text"] = ""
        return {"box": box, "polar": None, "titles": self._described_titles(), "face": None, "sides": [], "x": flat["x"], "y": flat["y"], "gridOrder": 0.5, "legends": legends, "primitives": pieces}
`;
