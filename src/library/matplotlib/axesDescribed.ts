/** The Python text of axes as figures hold them: {@link FigureAxes} in the same words; part of `matplotlib.axes`. */
export const axesDescribed = String.raw`
class _Described:
    def _pieces(self):
        """What is drawn, without what only the Python side needs."""
        return [{name: value for name, value in each.items() if not name.startswith("_")} for each in self._primitives
                if each["kind"] != "gone" and each.get("_visible", True)] + [piece for each in self._tables for piece in each._pieces()]

    def _described_titles(self):
        found = []
        for place, said in self._titles.items():
            if said["text"]:
                options = said["options"]
                color = options.get("color", _parameter("axes.titlecolor"))
                color = _parameter("text.color") if color == "auto" else color
                look = _text_look(dict({"horizontalalignment": place, "verticalalignment": "baseline"}, **dict(options, color=color)), _parameter("axes.titlesize"),
                                  weight=_parameter("axes.titleweight"))
                look["ink"] = None if color == "black" else look["ink"]
                at = _parameter("axes.titley") if said["y"] is None else said["y"]
                found.append({"text": said["text"], "look": look, "pad": float(_parameter("axes.titlepad") if said["pad"] is None else said["pad"]),
                              "y": None if at is None else float(at)})
        return found

    def _follow(self):
        """A secondary axis shows what its axes show, by its functions."""
        other, name, functions = self._follows
        low, high = other._view_of(name)
        axis = self._axis(name)
        if functions is None:
            axis._scale = other._axis(name)._scale
        else:
            forward, back = functions
            from matplotlib.scale import FuncScale
            inner = other._axis(name)._scale
            if inner.name != "linear" or not axis.major.chosen:
                chosen = axis.major, axis.minor
            low, high = [float(np.asarray(forward(np.asarray([each], dtype=np.float64))).ravel()[0]) for each in (low, high)]
            axis._scale = FuncScale(axis, (lambda values: inner._forward(np.asarray(back(values), dtype=np.float64)), lambda values: forward(inner._back(values))))
        self._auto[name], self._stale[name] = False, False
        self._view[name] = (low, high)

    def _described(self):
        if self._follows is not None:
            self._follow()
        views = self._equalled()
        old = dict(self._view)
        if views["x"] != self._view["x"] or views["y"] != self._view["y"]:
            self._view = dict(views)
        left, bottom, width, height = self._active()
        face = _parameter("axes.facecolor") if self._face is None else self._face
        face = None if self._bare or not self._framed or self._is_twin or isinstance(face, str) and face in ("none", "None") else css(face)
        below = {True: 0.5, False: 2.5, "line": 1.5}.get(self._axis_below, 1.5)
        described = {"box": {"left": left, "bottom": bottom, "width": width, "height": height}, "polar": None, "titles": self._described_titles(),
                     "face": None if face == "white" and self._themed() else face,
                     "sides": [] if self._bare or not self._framed or self._is_twin and self._follows is None else self.spines._described(),
                     "x": self.xaxis._described(views["x"]), "y": self.yaxis._described(views["y"]), "gridOrder": below,
                     "legends": [each._described() for each in self._legends + [self.legend_] if each is not None and each._visible_now and each._handles],
                     "primitives": self._pieces()}
        if self._follows is not None:
            described["sides"] = []
        self._view = old
        return described

    def _themed(self):
        return self.figure._is_themed()
`;
