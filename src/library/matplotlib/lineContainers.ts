/** The Python text of what holds several lines of one call: collections, error bars and stems; part of the module `matplotlib.axes`. */
export const lineContainers = String.raw`
class _LineCollection(Collection):
    """Lines of one call that look the same."""

    def _again(self, **changes):
        for each in self._primitives:
            look = dict(each["_look"], **changes)
            each.update(_line_of(*each["_raw"], look, css(look["color"])), measures=each["measures"])
    def set_color(self, c): self._again(color=c)
    set_colors = set_edgecolor = set_color
    def set_linewidth(self, w): self._again(linewidth=float(np.atleast_1d(w)[0]))
    set_lw = set_linewidths = set_linewidth
    def set_linestyle(self, ls): self._again(linestyle=ls)
    set_ls = set_linestyles = set_linestyle

def _shown_label(label):
    """A label as a legend shows it; those that begin with a line are left out there."""
    return "" if label is None else str(label)

class _Container(Artist):
    """Several artists of one call, as a tuple."""

    def __init__(self, parts, primitives, label, axes):
        Artist.__init__(self, primitives, None, axes)
        self._parts, self._said = tuple(parts), label

    def __iter__(self): return iter(self._parts)
    def __len__(self): return len(self._parts)
    def __getitem__(self, key): return self._parts[key]
    def get_label(self): return self._said
    def set_label(self, s): self._said = str(s)
    def get_children(self): return [part for part in self._parts if part is not None]
    def remove(self):
        Artist.remove(self)
        if self.axes is not None:
            self.axes.containers[:] = [each for each in self.axes.containers if each is not self]

class ErrorbarContainer(_Container):
    def __init__(self, line, caps, bars, label, axes):
        lines = [_LineCollection([bar], None, axes) for bar in bars]
        _Container.__init__(self, (line, tuple(caps), tuple(lines)), line._primitives + bars + [part for cap in caps for part in cap._primitives], label, axes)
        self.lines = self._parts

class StemContainer(_Container):
    def __init__(self, spots, stems, base, label, axes):
        _Container.__init__(self, (spots, stems, base), spots._primitives + stems._primitives + base._primitives, label, axes)
        self.markerline, self.stemlines, self.baseline = self._parts
`;
