/** The Python text of lines across axes and of many lines in one call; part of the module `matplotlib.axes`. */
export const ruleDrawing = String.raw`
class _RuleDrawing:
    def _across(self, at, first, last, options, vertical):
        look = _known("Line2D", options, _LINE_LOOK)
        if not running():
            return Line2D([], [])
        value = float(np.atleast_1d(self._numbers([at], "x" if vertical else "y"))[0])
        name = "x" if vertical else "y"
        low, high = sorted(self._view_of(name))
        share = np.array([first, last], dtype=np.float64)
        look = dict(look, transform=_Coordinates("data", "axes") if vertical else _Coordinates("axes", "data"))
        line = np.array([value, value])
        ink = css(look.get("color")) or self._next("line")
        drawn = _line_of(line if vertical else share, share if vertical else line, dict(look, label=_shown_label(look.get("label"))), ink)
        self._add(drawn, line if vertical else None, None if vertical else line, relimits=True)
        # A line that lies inside of the limits leaves them as they are.
        self._stale[name] = not low <= value <= high
        made = Line2D._drawn(drawn, self)
        self.lines.append(made)
        return made

    def axhline(self, y=0, xmin=0, xmax=1, **options): return self._across(y, xmin, xmax, options, False)
    def axvline(self, x=0, ymin=0, ymax=1, **options): return self._across(x, ymin, ymax, options, True)

    def axline(self, xy1, xy2=None, *, slope=None, **options):
        look = _known("Line2D", options, _LINE_LOOK)
        if not running():
            return Line2D([], [])
        if (xy2 is None) == (slope is None):
            raise TypeError("Exactly one of 'xy2' and 'slope' must be given")
        if look.get("transform") is not None:
            raise NotImplementedError("axline(transform=...) is not supported by Kerascope yet")
        (x, y) = xy1
        slope = ((xy2[1] - y) / (xy2[0] - x) if xy2[0] != x else None) if slope is None else slope
        span = 1e4 * max([abs(part) for part in self.get_xlim() + self.get_ylim()] + [abs(x), abs(y), 1.0])
        across = np.array([x, x]) if slope is None else np.array([x - span, x + span], dtype=np.float64)
        up = np.array([-span, span]) if slope is None else y + slope * (across - x)
        drawn = _line_of(across, up, dict(look, label=_shown_label(look.get("label"))), css(look.get("color")) or self._next("line"))
        ends = np.array([[x, y]] if xy2 is None else [[x, y], [xy2[0], xy2[1]]], dtype=np.float64)
        self._add(drawn, ends[:, 0], ends[:, 1])
        made = Line2D._drawn(drawn, self)
        self.lines.append(made)
        return made

    def _many(self, places, low, high, vertical, colors, styles, label, options):
        look = _known("LineCollection", options, _POINT_LOOK)
        if not running():
            return unknown("lines of one call")
        places = np.atleast_1d(self._numbers(places if hasattr(places, "__len__") else [places], "x" if vertical else "y")).ravel()
        low, high = [np.broadcast_to(self._numbers(each, "y" if vertical else "x"), places.shape) for each in (low, high)]
        color = look.get("color", look.get("edgecolor", colors))
        inks = [css(each) for each in color] if isinstance(color, (list, tuple, np.ndarray)) and len(color) and not isinstance(color[0], (int, float)) else [css(color)]
        inks = ["C0" if ink is None else ink for ink in inks]
        width, style = look.get("linewidth"), look.get("linestyle", styles)
        made = []
        for place, ink in enumerate(inks):
            part = slice(place, None, len(inks)) if len(inks) > 1 else slice(None)
            if len(places[part]):
                ends, beside = self._pairs(low[part], high[part], places[part])
                style_of = style[place % len(style)] if isinstance(style, list) else style
                wide = np.atleast_1d(_parameter("lines.linewidth") if width is None else width)
                made += self._draw_line(*((beside, ends) if vertical else (ends, beside)), ink, float(wide[place % len(wide)]), style_of, _shown_label(label) if place == 0 else "",
                                        look.get("alpha"), look.get("zorder", 2), look.get("transform"))._primitives
        found = _LineCollection(made, None, self)
        self.collections.append(found)
        return found

    def vlines(self, x, ymin, ymax, colors=None, linestyles="solid", label="", *, data=None, **options): return self._many(x, ymin, ymax, True, colors, linestyles, label, options)
    def hlines(self, y, xmin, xmax, colors=None, linestyles="solid", label="", *, data=None, **options): return self._many(y, xmin, xmax, False, colors, linestyles, label, options)

    def eventplot(self, positions, orientation="horizontal", lineoffsets=1, linelengths=1, linewidths=None, colors=None, linestyles="solid", *, data=None, **options):
        if not running():
            return unknown("the parts of an event plot")
        several = len(positions) > 0 and hasattr(positions[0], "__len__")
        rows = [_flat(row) for row in positions] if several else [_flat(positions)]
        pick = lambda values, place: values[place % len(values)] if hasattr(values, "__len__") and not isinstance(values, str) else values
        offsets = lineoffsets if not (several and lineoffsets == 1) else list(range(len(rows)))
        upright = orientation == "vertical"
        found = []
        for place, row in enumerate(rows):
            middle, half = pick(offsets, place), pick(linelengths, place) / 2
            found.append(self._many(row, middle - half, middle + half, not upright, pick(colors, place), pick(linestyles, place), "",
                                    dict(options, **({} if linewidths is None else {"linewidth": pick(linewidths, place)}))))
        return found
`;
