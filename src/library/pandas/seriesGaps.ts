/** The Python text of how a Series finds, drops and fills its missing values; part of the module `pandas.core`. */
export const seriesGaps = String.raw`
class _SeriesGaps:
    def isna(self):
        return self._like(_missing_mask(self._values))

    isnull = isna

    def notna(self):
        return self._like(~_missing_mask(self._values))

    notnull = notna

    def dropna(self, inplace=False):
        kept = self._rows_at(np.flatnonzero(~_missing_mask(self._values)))
        if inplace:
            self._values, self.index = kept._values, kept.index
            return None
        return kept

    def fillna(self, value=None, method=None, inplace=False):
        if method is not None:
            return self.ffill() if method in ("ffill", "pad") else self.bfill()
        return self._update(_filled(self._values, _operand(value)), inplace)

    def ffill(self, inplace=False):
        return self._update(_carried(self._values, False), inplace)

    def bfill(self, inplace=False):
        return self._update(_carried(self._values, True), inplace)

    pad, backfill = ffill, bfill

    def interpolate(self, method="linear", axis=0, limit=None, inplace=False, limit_direction="forward", limit_area=None, **options):
        there = ~_missing_mask(self._values)
        places = np.flatnonzero(there)
        if not len(places):
            return self.copy()
        along = self.index.values.astype(np.float64) if method in ("index", "values", "time") else np.arange(len(self), dtype=np.float64)
        if method == "nearest":
            middles = (along[places][1:] + along[places][:-1]) / 2
            values = self._values[places][np.searchsorted(middles, along)].astype(np.float64)
        elif method in ("linear", "index", "values", "time"):
            values = np.interp(along, along[places], self._values[places])
        else:
            raise NotImplementedError("interpolation with method=%r is not supported by Kerascope yet" % method)
        if limit_direction != "both":
            values[:places[0]] = _MISSING if limit_direction == "forward" else values[:places[0]]
            if limit_direction == "backward":
                values[places[-1] + 1:] = _MISSING
        if limit_area == "inside":
            values[:places[0]], values[places[-1] + 1:] = _MISSING, _MISSING
        if limit is not None:
            run = 0
            for place in range(len(values)):
                run = 0 if there[place] else run + 1
                if run > limit:
                    values[place] = _MISSING
        return self._update(values, inplace)
`;
