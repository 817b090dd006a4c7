/** The Python text of pandas' labels of several levels; part of the module `pandas.core`. */
export const levels = String.raw`
class MultiIndex(Index):
    """Labels of several levels: tuples."""

    def __init__(self, labels, names=None):
        labels = [tuple(label) for label in labels]
        self._labels = labels
        self.nlevels = len(labels[0]) if labels else len(names or ())
        values = np.empty(len(labels), dtype=object)
        for place, label in enumerate(labels):
            values[place] = label
        self.values = values
        self._names = list(names) if names is not None else [None] * self.nlevels
        self.name = None

    names = property(lambda self: self._names)

    @staticmethod
    def from_tuples(tuples, names=None):
        return MultiIndex(list(tuples), names)

    @staticmethod
    def from_product(iterables, names=None):
        import itertools
        return MultiIndex(list(itertools.product(*iterables)), names)

    @staticmethod
    def from_arrays(arrays, names=None):
        return MultiIndex(list(zip(*[list(part) for part in arrays])), names)

    def _like(self, values, name):
        return MultiIndex(list(values), self._names)

    def swaplevel(self, i=-2, j=-1):
        order = list(range(self.nlevels))
        first, second = [self._names.index(each) if each in self._names else each % self.nlevels for each in (i, j)]
        order[first], order[second] = order[second], order[first]
        return MultiIndex([tuple(label[place] for place in order) for label in self._labels], [self._names[place] for place in order])

    def droplevel(self, level=0):
        gone = [self._names.index(each) if each in self._names else each % self.nlevels for each in (level if isinstance(level, list) else [level])]
        kept = [place for place in range(self.nlevels) if place not in gone]
        if len(kept) == 1:
            return Index([label[kept[0]] for label in self._labels], name=self._names[kept[0]])
        return MultiIndex([tuple(label[place] for place in kept) for label in self._labels], [self._names[place] for place in kept])

    def _take(self, places):
        return MultiIndex([self._labels[place] for place in np.arange(len(self._labels))[places].tolist()], self._names)

    def get_level_values(self, level):
        place = self._names.index(level) if level in self._names else level
        return Index([label[place] for label in self._labels], name=self._names[place])

    def tolist(self):
        return list(self._labels)

    to_list = tolist
    to_flat_index = lambda self: Index(self.values)

    def __iter__(self):
        return iter(self._labels)

    def __contains__(self, label):
        return label in self._labels or any(each[0] == label for each in self._labels)

    def __getitem__(self, key):
        return self._labels[key] if isinstance(key, (int, np.integer)) else self._take(key)

    def __repr__(self):
        indent = " " * 12
        rows = (",\n" + indent).join("(" + ", ".join(part) + ")" for part in zip(*[
            [text.rjust(max(len(each) for each in column)) for text in column]
            for column in zip(*[[repr(part) for part in label] for label in self._labels])
        ]))
        names = "" if all(name is None for name in self._names) else "\n           names=%r" % self._names
        return "MultiIndex([%s],\n          %s)" % (rows, names)
`;
