/** What pandas' modules hold, in all versions of the last years. Data from the libraries, by test/oracles/names. */
export const publicNames: Readonly<Record<string, string>> = {
  pandas:
    'ArrowDtype BooleanDtype Categorical CategoricalDtype CategoricalIndex DataFrame DateOffset ' +
    'DatetimeIndex DatetimeTZDtype ExcelFile ExcelWriter Flags Float32Dtype Float64Dtype Float64Index ' +
    'Grouper HDFStore Index IndexSlice Int16Dtype Int32Dtype Int64Dtype Int64Index Int8Dtype Interval ' +
    'IntervalDtype IntervalIndex MultiIndex NA NaT NamedAgg Period PeriodDtype PeriodIndex RangeIndex ' +
    'Series SparseDtype StringDtype Timedelta TimedeltaIndex Timestamp UInt16Dtype UInt32Dtype ' +
    'UInt64Dtype UInt64Index UInt8Dtype api array arrays bdate_range col compat concat conftest core ' +
    'crosstab cut date_range describe_option errors eval factorize from_dummies get_dummies get_option ' +
    'infer_freq interval_range io isna isnull json_normalize lreshape melt merge merge_asof merge_ordered ' +
    'notna notnull offsets option_context options pandas period_range pivot pivot_table plotting qcut ' +
    'read_clipboard read_csv read_excel read_feather read_fwf read_gbq read_hdf read_html read_iceberg ' +
    'read_json read_orc read_parquet read_pickle read_sas read_spss read_sql read_sql_query ' +
    'read_sql_table read_stata read_table read_xml reset_option set_eng_float_format set_option ' +
    'show_versions test testing tests timedelta_range to_datetime to_numeric to_pickle to_timedelta ' +
    'tseries unique util value_counts wide_to_long | Expr NumericIndex Panel Panel4D SparseArray ' +
    'SparseDataFrame SparseSeries Term TimeGrouper TimeSeries WidePanel annotations computation datetime ' +
    'datetools ewma ewmcorr ewmcov ewmstd ewmvar expanding_apply expanding_mean expanding_std ' +
    'expanding_sum get_store groupby hashtable index json lib match np ols parser plot_params pnow ' +
    'read_ga read_msgpack rolling_apply rolling_corr rolling_count rolling_cov rolling_kurt rolling_max ' +
    'rolling_mean rolling_median rolling_min rolling_quantile rolling_skew rolling_std rolling_sum ' +
    'rolling_var rolling_window scatter_matrix stats to_msgpack tools tslib value_range',
  'pandas.api': 'executors extensions indexers interchange internals types typing',
  'pandas.api.types':
    'CategoricalDtype DatetimeTZDtype IntervalDtype PeriodDtype infer_dtype is_any_real_numeric_dtype ' +
    'is_array_like is_bool is_bool_dtype is_categorical is_categorical_dtype is_complex is_complex_dtype ' +
    'is_datetime64_any_dtype is_datetime64_dtype is_datetime64_ns_dtype is_datetime64tz_dtype ' +
    'is_dict_like is_dtype_equal is_extension_array_dtype is_extension_type is_file_like is_float ' +
    'is_float_dtype is_hashable is_int64_dtype is_integer is_integer_dtype is_interval is_interval_dtype ' +
    'is_iterator is_list_like is_named_tuple is_number is_numeric_dtype is_object_dtype is_period_dtype ' +
    'is_re is_re_compilable is_scalar is_signed_integer_dtype is_sparse is_string_dtype ' +
    'is_timedelta64_dtype is_timedelta64_ns_dtype is_unsigned_integer_dtype pandas_dtype ' +
    'union_categoricals',
  'pandas.errors':
    'AbstractMethodError AccessorRegistrationWarning AttributeConflictWarning CSSWarning ' +
    'CategoricalConversionWarning ChainedAssignmentError ClosedFileError DataError DatabaseError ' +
    'DtypeWarning DuplicateLabelError EmptyDataError IncompatibilityWarning IncompatibleFrequency ' +
    'IndexingError IntCastingNaNError InvalidColumnName InvalidComparison InvalidIndexError ' +
    'InvalidVersion LossySetitemError MergeError NoBufferPresent NullFrequencyError ' +
    'NumExprClobberingError NumbaUtilError OptionError OutOfBoundsDatetime OutOfBoundsTimedelta ' +
    'Pandas4Warning Pandas5Warning PandasChangeWarning PandasDeprecationWarning PandasFutureWarning ' +
    'PandasPendingDeprecationWarning ParserError ParserWarning PerformanceWarning PossibleDataLossError ' +
    'PossiblePrecisionLoss PyperclipException PyperclipWindowsException SettingWithCopyError ' +
    'SettingWithCopyWarning SpecificationError UndefinedVariableError UnsortedIndexError ' +
    'UnsupportedFunctionCall ValueLabelTypeMismatch cow | abc annotations ctypes',
};
