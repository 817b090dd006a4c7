/** Options of pandas' functions that change nothing here: how values are kept, and what has one meaning for a column. */
export const PANDAS_WITHOUT_EFFECT: readonly string[] = [
  ...[
    'copy',
    '_MoreFrame.swapaxes.a',
    '_MoreFrame.swapaxes.b',
    '_FrameStatistics.append.other',
    '_FrameStatistics.append.ignore_index',
    'cache',
    'infer_datetime_format',
    'Timestamp.__init__.args',
    'Timestamp.__init__.options',
  ],
  ...['Timedelta.__init__.args', 'Timedelta.__init__.options', 'Series.__new__.args'],
  ...['Series.__new__.options', 'DataFrame.__new__.args', 'DataFrame.__new__.options'],
  ...['Index.get_level_values.level', 'Index.droplevel.level'],
  // A column has one axis, and one type.
  ...['_SeriesStatistics.sum.axis', '_SeriesStatistics.prod.axis', '_SeriesStatistics.mean.axis'],
  ...['_SeriesStatistics.std.axis', '_SeriesStatistics.var.axis', '_SeriesStatistics.min.axis'],
  ...['_SeriesStatistics.max.axis', '_SeriesStatistics.median.axis', '_SeriesStatistics.any.axis'],
  ...['_SeriesStatistics.all.axis', '_MoreSeries.rank.axis', '_MoreSeries.repeat.axis'],
  ...['_MoreSeries.take.axis', '_MoreSeries.filter.axis', '_MoreSeries.add_prefix.axis'],
  ...['_MoreSeries.add_suffix.axis', '_SeriesGaps.interpolate.axis', 'Series.agg.axis'],
  ...['Series.sample.axis', 'Series.cumsum.axis', 'Series.cumprod.axis', 'Series.cummax.axis'],
  ...['Series.cummin.axis', 'Series.sort_values.axis', 'Series.sort_index.axis'],
  ...['_SeriesStatistics.sum.numeric_only', '_SeriesStatistics.mean.numeric_only'],
  ...['_SeriesStatistics.std.numeric_only', '_SeriesStatistics.var.numeric_only'],
  ...['_SeriesStatistics.min.numeric_only', '_SeriesStatistics.max.numeric_only'],
  ...['_SeriesStatistics.median.numeric_only', '_MoreSeries.rank.numeric_only'],
  ...['_SeriesStatistics.describe.include', '_SeriesStatistics.describe.exclude'],
  // What a missing moment is asked.
  ...['_NotATime.strftime.form', '_NotATime.isoformat.args'],
];
