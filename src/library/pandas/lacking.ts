/** What pandas has and is missing here: asking for it is no mistake of the script. */
export const lacking = String.raw`
_LACKING = {
    "DataFrame": set("""
        align asfreq asof at_time attrs backfill between_time bool combine combine_first compare
        convert_dtypes cummax cummin cumprod droplevel equals eval ewm expanding first
        first_valid_index flags floordiv isetitem kurtosis last last_valid_index pad pct_change
        product radd rank rdiv reindex_like reorder_levels resample rfloordiv rmod rmul rolling rpow
        rsub rtruediv sem set_axis set_flags sparse style swapaxes swaplevel to_clipboard to_excel
        to_feather to_hdf to_html to_json to_latex to_markdown to_orc to_parquet to_period to_pickle
        to_sql to_stata to_timestamp to_xarray to_xml transform truncate tz_convert tz_localize
        unstack update xs
    """.split()),
    "Series": set("""
        add_prefix add_suffix align asfreq asof at_time attrs autocorr between_time bool combine
        combine_first compare convert_dtypes divmod droplevel equals ewm expanding filter first
        first_valid_index flags floordiv info is_monotonic_decreasing kurtosis last last_valid_index
        memory_usage pop radd rdiv rdivmod reindex_like reorder_levels repeat resample rfloordiv
        rmod rmul rpow rsub rtruediv searchsorted set_axis set_flags sparse swapaxes swaplevel take
        to_clipboard to_excel to_hdf to_json to_latex to_markdown to_period to_pickle to_sql
        to_timestamp to_xarray transpose truncate tz_convert tz_localize unstack update view xs
    """.split()),
    "Index": set("""
        T all any argmax argmin argsort array asi8 asof asof_locs delete drop_duplicates droplevel
        dropna duplicated factorize fillna format from_range get_indexer get_indexer_for
        get_indexer_non_unique get_level_values get_slice_bound groupby has_duplicates hasnans
        holds_integer identical inferred_type is_ is_boolean is_categorical is_floating is_integer
        is_interval is_monotonic_decreasing is_monotonic_increasing is_numeric is_object isna isnull
        item join memory_usage nbytes notna notnull putmask ravel reindex repeat searchsorted
        set_names shift slice_indexer slice_locs sort sortlevel symmetric_difference take
        to_flat_index transpose value_counts view where
    """.split()),
    "DataFrameGroupBy": set("""
        all any bfill boxplot corr corrwith cov cummax cummin cumprod dtypes ewm expanding ffill
        fillna hist keys ndim nth ohlc pct_change pipe plot resample rolling sample sem skew tail
        take
    """.split()),
    "SeriesGroupBy": set("""
        all any bfill corr cov cummax cummin cumprod dtype ewm expanding ffill fillna hist
        is_monotonic_decreasing is_monotonic_increasing keys ndim nlargest nsmallest nth ohlc
        pct_change pipe plot resample rolling sample sem skew tail take
    """.split()),
    "StringMethods": set("""
        decode encode extractall index normalize partition rindex rpartition slice_replace translate
        wrap
    """.split()),
}


def _no_attribute(kind, name):
    if name in _LACKING.get(kind, ()):
        raise NotImplementedError("pandas.%s.%s is not supported by Kerascope yet" % (kind, name))
    raise AttributeError("'%s' object has no attribute '%s'" % (kind, name))
`;
