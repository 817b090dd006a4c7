/** The Python text of pandas' categories: values of few kinds; part of the module `pandas.core`. */
export const categories = String.raw`
class CategoricalDtype:
    kind = "O"
    name = "category"

    def __init__(self, categories=None, ordered=False):
        self.categories = None if categories is None else _labels(categories)
        self.ordered = ordered

    def __eq__(self, other):
        return isinstance(other, str) and other == "category" or isinstance(other, CategoricalDtype)

    def __hash__(self):
        return hash("category")

    def __str__(self):
        return "category"

    def __repr__(self):
        names = None if self.categories is None else self.categories.tolist()
        base = "" if self.categories is None else ", categories_dtype=%s" % self.categories.dtype
        return "CategoricalDtype(categories=%r, ordered=%r%s)" % (names, self.ordered, base)

@guarded
class Categorical:
    """Values of few kinds: a code for each, and the names of the kinds."""
    ndim = 1

    def __init__(self, values, categories=None, ordered=False, dtype=None):
        if isinstance(dtype, CategoricalDtype):
            categories, ordered = dtype.categories, dtype.ordered
        if isinstance(values, Categorical):
            categories = values.categories if categories is None else categories
            values = np.asarray(values)
        values = _column(values)
        if categories is None:
            names, codes = factorized(values)
            order = order_of(names)
            places = np.empty(len(order), dtype=np.int64)
            places[order] = np.arange(len(order))
            self.categories = _labels(names[order])
            self.codes = np.where(codes < 0, -1, places[codes]) if len(order) else codes
        else:
            self.categories = _labels(categories)
            table = {name: place for place, name in enumerate(self.categories.tolist())}
            self.codes = np.asarray(looked_up(values, table, -1), dtype=np.int64)
        self.codes = self.codes.astype(np.int8 if len(self.categories) < 128 else np.int16 if len(self.categories) < 32768 else np.int32)
        self.ordered = ordered

    @staticmethod
    def from_codes(codes, categories, ordered=False):
        result = Categorical([], list(categories), ordered)
        result.codes = np.asarray(codes).astype(np.int8)
        return result

    dtype = property(lambda self: CategoricalDtype(self.categories, self.ordered))
    shape = property(lambda self: self.codes.shape)

    def _with_codes(self, codes):
        return Categorical.from_codes(codes, self.categories, self.ordered)

    def __len__(self):
        return len(self.codes)

    def __iter__(self):
        return iter(self.tolist())

    def __array__(self, dtype=None):
        names = self.categories.values
        if not (self.codes < 0).any():
            values = names[self.codes]
        else:
            filled = names.astype(object if names.dtype == object else np.float64)
            values = np.append(filled, _MISSING) if filled.dtype != object else _objects(filled.tolist() + [_MISSING])
            values = values[self.codes]
        return values if dtype is None else values.astype(dtype)

    def __getitem__(self, key):
        part = self.codes[key]
        if isinstance(part, np.ndarray):
            return self._with_codes(part)
        return _MISSING if part < 0 else self.categories.values[part]

    def __setitem__(self, key, value):
        if value is None or is_missing(value):
            self.codes[key] = -1
            return
        if value not in self.categories:
            raise TypeError("Cannot setitem on a Categorical with a new category (%s), set the categories first" % (value,))
        self.codes[key] = self.categories.get_loc(value)

    def __eq__(self, other):
        return np.asarray(self) == other

    def __ne__(self, other):
        return np.asarray(self) != other

    def _places_of(self, other):
        return self.categories.get_loc(other)

    def __lt__(self, other): return self.codes < self._places_of(other)
    def __le__(self, other): return self.codes <= self._places_of(other)
    def __gt__(self, other): return self.codes > self._places_of(other)
    def __ge__(self, other): return self.codes >= self._places_of(other)

    def copy(self):
        return self._with_codes(self.codes.copy())

    def tolist(self):
        return np.asarray(self).tolist()

    def take(self, places):
        return self[places]

    def astype(self, dtype):
        if isinstance(dtype, str) and dtype == "category":
            return self
        return Series(np.asarray(self)).astype(dtype)._values

    def __repr__(self):
        return category_text(self)
`;
