/** What pandas has and is missing here: asking for it is no mistake of the script. */
export const lacking = String.raw`
_LACKING = {
    "DataFrame": set("""
        asof at_time attrs backfill between_time combine compare first flags last pad rfloordiv rmod
        set_flags sparse style to_feather to_latex to_markdown to_orc to_sql to_stata to_timestamp
        to_xarray to_xml
    """.split()),
    "Series": set("""
        align asof at_time attrs between_time bool first flags kurtosis last pop rdivmod
        reindex_like reorder_levels rfloordiv rmod set_flags sparse swapaxes to_latex to_markdown
        to_sql to_timestamp to_xarray
    """.split()),
    "Index": set("""
        array asi8 asof asof_locs format from_range get_indexer_for get_indexer_non_unique
        get_slice_bound holds_integer identical inferred_type is_ is_boolean is_categorical
        is_floating is_integer is_interval is_numeric is_object item join memory_usage putmask
        reindex slice_indexer slice_locs sort sortlevel to_flat_index transpose view
    """.split()),
    "DataFrameGroupBy": set("""
        boxplot corrwith cov dtypes ewm expanding hist keys ohlc resample take
    """.split()),
    "SeriesGroupBy": set("""
        cov dtype ewm expanding hist is_monotonic_decreasing is_monotonic_increasing keys ohlc
        resample take
    """.split()),
    "StringMethods": set("""
        index rindex
    """.split()),
}


def _no_attribute(kind, name):
    # Its columns are missing only where analysis could not follow how it was made.
    if kind == "DataFrame" and name == "_data":
        raise NotImplementedError("pandas.%s.%s is not supported by Kerascope yet" % (kind, name))
    if name in _LACKING.get(kind, ()):
        raise NotImplementedError("pandas.%s.%s is not supported by Kerascope yet" % (kind, name))
    raise AttributeError("'%s' object has no attribute '%s'" % (kind, name))
`;
