/** The Python text of the module `pandas` itself: its names, and `read_csv`. */
import { refusals } from '../refusals.ts';

export const reading = String.raw`
import numpy as np
from pandas._support import certainly, guarded, running, inferred, known, membership, mapped, positions, read_records, typed_column, unknown
from pandas._support import read_table as _read_text
from pandas.errors import EmptyDataError, ParserError
from pandas.core import (
    Categorical, CategoricalDtype, DataFrame, Index, Interval, MultiIndex, RangeIndex, Series, concat, crosstab, cut,
    factorize, get_dummies, isna, melt, merge, notna, pivot_table, qcut, to_numeric, _cast, _column, _default_index, _moments_of,
    BDay, DateOffset, DatetimeIndex, Day, Hour, Minute, MonthBegin, MonthEnd, NaT, Period, Timedelta, TimedeltaIndex, Timestamp, bdate_range, date_range,
    json_normalize, to_datetime, to_timedelta,
)

__version__ = "2.2.3"
class _Offsets:
    DateOffset, Day, Hour, Minute, MonthBegin, MonthEnd, BDay, BusinessDay = DateOffset, Day, Hour, Minute, MonthBegin, MonthEnd, BDay, BDay

offsets = _Offsets()

isnull = isna
notnull = notna
NA = float("nan")
NaN = float("nan")

_MISSING_TEXTS = {
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
    "NULL", "NaN", "None", "n/a", "nan", "null",
}

def unique(values):
    return Series(values).unique() if not isinstance(values, Series) else values.unique()

def value_counts(values, **options):
    return Series(values).value_counts(**options)

@guarded
def read_csv(filepath_or_buffer, sep=",", delimiter=None, header="infer", names=None, index_col=None, usecols=None,
             dtype=None, skiprows=None, nrows=None, na_values=None, skipinitialspace=False, quotechar='"',
             delim_whitespace=False, encoding=None, engine=None, comment=None, thousands=None, decimal=".",
             parse_dates=None, low_memory=True, keep_default_na=True, skipfooter=0, skip_blank_lines=True, converters=None,
             true_values=None, false_values=None, na_filter=True, on_bad_lines="error", squeeze=False, quoting=0,
             prefix=None, mangle_dupe_cols=True, chunksize=None, iterator=False, memory_map=False, verbose=False,
             float_precision=None, compression="infer", lineterminator=None, escapechar=None, date_format=None,
             infer_datetime_format=None, dayfirst=False, date_parser=None, cache_dates=True, encoding_errors="strict",
             dialect=None, doublequote=True, storage_options=None, dtype_backend=None, keep_date_col=False):
    if isinstance(filepath_or_buffer, str) and "://" in filepath_or_buffer:
        return _remote(filepath_or_buffer)
    if chunksize is not None or iterator:
        options = {name: value for name, value in locals().items() if name not in ("chunksize", "iterator")}
        return TextFileReader(read_csv(**options), chunksize)
    text, whole = _read_text(filepath_or_buffer, encoding)
    if not known(text):
        return unknown("the file is not read before the run")
    cut = sep if delimiter is None else delimiter
    if cut is None:
        first = text.split("\n")[0]
        cut = max([",", ";", "\t", "|"], key=lambda each: first.count(each))
    records = read_records(text, None if delim_whitespace else cut, quotechar, not skip_blank_lines)
    if comment is not None:
        records = _without_comments(records, comment)
    if isinstance(skiprows, int):
        records = records[skiprows:]
    elif callable(skiprows):
        records = [row for place, row in enumerate(records) if not skiprows(place)]
    elif skiprows is not None:
        records = [row for place, row in enumerate(records) if place not in skiprows]
    if not records:
        raise EmptyDataError("No columns to parse from file")
    if isinstance(header, str):
        header = 0 if names is None else None
    if isinstance(header, (list, tuple)):
        raise NotImplementedError("several header rows are not supported by Kerascope yet")
    if header is not None:
        titles = _distinct(records[header], skipinitialspace)
        records = records[header + 1:]
    else:
        titles = list(range(len(records[0])))
    if nrows is not None:
        whole = whole or len(records) > nrows
        records = records[:nrows]
    if skipfooter:
        records = records[:-skipfooter]
    return _table(records, titles, names, whole, locals())

class TextFileReader:
    """A table that is handed out in parts."""

    def __init__(self, table, chunksize):
        self._table, self._place, self.chunksize = table, 0, chunksize

    def __iter__(self): return self

    def __next__(self): return self.get_chunk()

    def __enter__(self): return self

    def __exit__(self, *error): return None

    def close(self): return None

    def read(self, nrows=None):
        rest = self._table.iloc[self._place:] if nrows is None else self._table.iloc[self._place:self._place + nrows]
        self._place += len(rest)
        return rest

    def get_chunk(self, size=None):
        if self._place >= len(self._table):
            raise StopIteration
        return self.read(self.chunksize if size is None else size)

def _remote(address):
    if not _running():
        return unknown("files of the internet are not read before the run")
    raise NotImplementedError("reading %s: Kerascope reads files of the workspace only. Download it beside the script" % address)

def _running():
    return running()

def _without_comments(records, mark):
    result = []
    for row in records:
        kept = []
        for field in row:
            if mark in field:
                if field.split(mark)[0].strip() or kept:
                    kept.append(field.split(mark)[0])
                break
            kept.append(field)
        if kept:
            result.append(kept)
    return result

def _distinct(titles, strip):
    result, seen = [], {}
    for place, title in enumerate(titles):
        title = "Unnamed: %d" % place if title == "" else title.strip() if strip else title
        if title in seen:
            seen[title] += 1
            title = "%s.%d" % (title, seen[title])
        else:
            seen[title] = 0
        result.append(title)
    return result

def _table(records, titles, names, whole, options):
    index_col, usecols = options["index_col"], options["usecols"]
    width = len(records[0]) if records else len(titles)
    leading = 0
    if names is not None:
        names = list(names)
        leading = max(0, width - len(names)) if usecols is None and index_col is None else 0
        titles = names if usecols is None or len(names) != len(usecols) else titles
    elif width > len(titles) and index_col is not False:
        leading = width - len(titles)
    if options["on_bad_lines"] == "error":
        _demand_widths(records, len(titles) + leading, options)
    elif options["on_bad_lines"] != "error":
        records = [row for row in records if len(row) <= len(titles) + leading]
    missing = set(_MISSING_TEXTS) if options["keep_default_na"] else set()
    extra = options["na_values"]
    if extra is not None and not isinstance(extra, dict):
        missing |= set([str(value) for value in ([extra] if isinstance(extra, (str, int, float)) else extra)])
    if not options["na_filter"]:
        missing = set()
    chosen = _chosen_columns(titles, usecols)
    if names is not None and usecols is not None and len(names) == len(usecols):
        chosen = sorted(usecols) if isinstance(usecols[0], int) else chosen
        renamed = dict(zip([titles[place] for place in chosen], names))
    else:
        renamed = {}
    dtype = options["dtype"]
    table = {}
    for place in chosen:
        title = titles[place]
        gaps = missing
        if isinstance(extra, dict) and title in extra:
            more = extra[title]
            gaps = missing | set([str(value) for value in ([more] if isinstance(more, (str, int, float)) else more)])
        wanted = dtype.get(title, dtype.get(place)) if isinstance(dtype, dict) else dtype
        table[renamed.get(title, title)] = _read_column(records, place + leading, gaps, whole, wanted, title, options)
    if leading:
        index = Index(typed_column(records, 0, missing, whole))
    elif table:
        index = _default_index(len(next(iter(table.values()))))
    else:
        index = _default_index(0)
    frame = DataFrame()
    frame._data = table
    frame.index = index
    parsed = options["parse_dates"]
    if parsed is not None and parsed is not False:
        _parse_dates(frame, parsed, options)
    if index_col is not None and index_col is not False:
        keys = index_col if isinstance(index_col, (list, tuple)) else [index_col]
        keys = [list(frame._data)[key] if isinstance(key, int) and key not in frame._data else key for key in keys]
        for key in keys:
            if key not in frame._data:
                raise ValueError("Index %s invalid" % key)
        frame = frame.set_index(keys if len(keys) > 1 else keys[0])
        if isinstance(frame.index.name, str) and frame.index.name.startswith("Unnamed: "):
            frame.index = Index(frame.index.values)
        if parsed is True and not isinstance(frame.index, (MultiIndex, RangeIndex)) and frame.index.dtype == object:
            found = _tried_dates(frame.index.values, options)
            if found is not None:
                frame.index = DatetimeIndex(found, name=frame.index.name)
    return frame

def _tried_dates(values, options):
    if not known(values):
        return None
    form = options["date_format"]
    try:
        return _moments_of(values, form, "raise", options["dayfirst"], None)
    except (ValueError, TypeError):
        return None

def _parse_dates(frame, parsed, options):
    names = list(frame._data)
    if isinstance(parsed, dict) or isinstance(parsed, (list, tuple)) and any([isinstance(each, (list, tuple)) for each in parsed]):
        groups = parsed.items() if isinstance(parsed, dict) else [("_".join([str(names[each] if isinstance(each, int) else each) for each in group]), group) for group in parsed]
        for title, group in groups:
            group = [names[each] if isinstance(each, int) else each for each in group]
            texts = [" ".join([str(cell) for cell in cells]) for cells in zip(*[frame._data[name].tolist() for name in group])]
            kept = {name: column for name, column in frame._data.items() if name not in group}
            frame._data = {title: _moments_of(_column(texts), None, "raise", options["dayfirst"], None), **kept}
        return
    if parsed is True:
        return
    for each in [parsed] if isinstance(parsed, str) else parsed:
        name = names[each] if isinstance(each, int) and each not in frame._data else each
        if name not in frame._data:
            raise ValueError("Missing column provided to 'parse_dates': '%s'" % name)
        column = frame._data[name]
        if column.dtype == object:
            found = _tried_dates(column, options)
            if found is not None:
                frame._data[name] = found
        elif column.dtype.kind in "iu":
            frame._data[name] = _moments_of(_column([str(cell) for cell in column.tolist()]), options["date_format"], "raise", options["dayfirst"], None)

def _demand_widths(records, count, options):
    for place, row in enumerate(records[:100000] if len(records) < 256 else []):
        if len(row) > count and any(field for field in row[count:]):
            line = place + 1 + (0 if options["header"] is None else options["header"] + 1) + (options["skiprows"] if isinstance(options["skiprows"], int) else 0)
            raise ParserError("Error tokenizing data. C error: Expected %d fields in line %d, saw %d\n" % (count, line, len(row)))

def _chosen_columns(titles, usecols):
    if usecols is None:
        return list(range(len(titles)))
    if callable(usecols):
        return [place for place, title in enumerate(titles) if usecols(title)]
    wanted = list(usecols)
    if wanted and all([isinstance(each, int) for each in wanted]) and not any([each in titles for each in wanted if isinstance(titles[0], str)]):
        return sorted(wanted)
    absent = [title for title in wanted if title not in titles]
    if absent:
        raise ValueError("Usecols do not match columns, columns expected but not found: %r" % absent)
    return [place for place, title in enumerate(titles) if title in wanted]

def _read_column(records, place, missing, whole, wanted, title, options):
    converters = options["converters"]
    if converters is not None and (title in converters or place in converters):
        function = converters[title] if title in converters else converters[place]
        return inferred(mapped([row[place] if place < len(row) else "" for row in records], function)) if whole else unknown("long files are read in part")
    decimal = options["decimal"]
    if decimal != ".":
        records = [[field.replace(decimal, ".") for field in row] for row in records]
    if wanted is str or wanted is object or isinstance(wanted, str) and wanted in ("str", "object", "string"):
        return _texts_of_column(records, place, missing, whole)
    words = (options["true_values"] or [], options["false_values"] or [])
    if words[0] or words[1]:
        texts = [row[place] for row in records if place < len(row)]
        if texts and all([text in words[0] or text in words[1] or text in ("True", "False", "TRUE", "FALSE", "true", "false") for text in texts]):
            return np.array([text in words[0] or text.lower() == "true" for text in texts])
    column = typed_column(records, place, missing, whole, options["skipinitialspace"], options["thousands"])
    if wanted is None:
        return column
    if isinstance(wanted, str) and wanted == "category" and column.dtype != object:
        return _cast(column, "category")
    if column.dtype == object and not (isinstance(wanted, (str, CategoricalDtype)) and str(wanted) == "category"):
        for row in records:
            try:
                float(row[place])
            except ValueError:
                if row[place] not in missing:
                    raise ValueError("could not convert string to float: '%s'" % row[place])
    if column.dtype.kind == "f" and np.dtype(wanted).kind in "iu" and whole and bool(np.isnan(column).any()):
        raise ValueError("Integer column has NA values in column %d" % place)
    return _cast(column, wanted)

def _texts_of_column(records, place, missing, whole):
    if not whole:
        return typed_column([["x"]], 0, missing, False)
    texts = [row[place] if place < len(row) else "" for row in records]
    return _column([float("nan") if text in missing else text for text in texts])

@guarded
def read_table(filepath_or_buffer, sep="\t", **options):
    return read_csv(filepath_or_buffer, sep=sep, **options)

@guarded
def read_json(path_or_buf, orient=None, typ="frame", dtype=None, lines=False, encoding=None, nrows=None, **options):
    import json
    text, whole = _read_text(path_or_buf, encoding)
    if not known(text) or not whole:
        return unknown("the file is not read before the run")
    if lines:
        return _from_json([json.loads(line) for line in text.split("\n") if line.strip()])
    data = json.loads(text)
    if typ == "series":
        return Series(data)
    if orient == "split":
        return DataFrame(data["data"], index=data.get("index"), columns=data["columns"])
    if orient == "index":
        return DataFrame.from_dict(data, orient="index")
    return _from_json(data)

def _from_json(data):
    if isinstance(data, dict) and data and all([isinstance(each, dict) for each in data.values()]):
        frame = DataFrame(data)
        labels = frame.index.tolist()
        if labels and all([isinstance(label, str) and label.lstrip("-").isdigit() for label in labels]):
            frame.index = Index([int(label) for label in labels])
        return frame
    return DataFrame(data)

${refusals}
def _refused(name, what):
    message = "pandas.%s is not supported by Kerascope: %s cannot be read; save the table as CSV and use read_csv" % (name, what)
    return _refusing(name, message, "%s are not read" % what)

read_excel = _refused("read_excel", "Excel files")
read_parquet = _refused("read_parquet", "Parquet files")
read_hdf = _refused("read_hdf", "HDF5 tables")
read_pickle = _refused("read_pickle", "pickles")
read_sql = _refused("read_sql", "data bases")
read_html = _refused("read_html", "pages")
read_feather = _refused("read_feather", "Feather files")
read_xml = _refused("read_xml", "XML files")
ExcelFile = _refused("ExcelFile", "Excel files")

from pandas._config import get_option, option_context, options, reset_option, set_option
`;
