/** The part of pandas that scripts around Keras use: reading tables, selecting columns, dummies. */
import { type LibraryModule, pythonModule } from '../../python/modules.ts';
import { formattingModule } from './formatting.ts';
import { framesModule } from './frames.ts';
import { pandasSupportModule } from './support.ts';

const pandas = pythonModule(
  'pandas',
  String.raw`
import numpy as np
from pandas._support import known, read_records, typed_column, unknown
from pandas.core import DataFrame, Index, RangeIndex, Series, isnull, notnull, _column, _in_order, _index

__version__ = "2.0.3"
isna = isnull
notna = notnull
NA = float("nan")
NaN = float("nan")

_MISSING_TEXTS = {
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
    "NULL", "NaN", "None", "n/a", "nan", "null",
}

def read_csv(filepath_or_buffer, sep=",", delimiter=None, header="infer", names=None, index_col=None, usecols=None,
             dtype=None, skiprows=None, nrows=None, na_values=None, skipinitialspace=False, quotechar='"',
             delim_whitespace=False, encoding=None, engine=None, comment=None, thousands=None, decimal=".",
             parse_dates=None, low_memory=True, keep_default_na=True, skipfooter=0, **ignored):
    if hasattr(filepath_or_buffer, "read"):
        text = filepath_or_buffer.read()
    else:
        with open(filepath_or_buffer, newline="") as file:
            text = file.read()
    if not known(text):
        return unknown("the file is not read before the run")
    if delimiter is not None:
        sep = delimiter
    records = read_records(text, None if delim_whitespace else sep, quotechar)
    if comment is not None:
        records = [row for row in records if not row[0].startswith(comment)]
    if isinstance(skiprows, int):
        records = records[skiprows:]
    elif skiprows is not None:
        records = [row for place, row in enumerate(records) if place not in skiprows]
    if not records:
        raise ValueError("No columns to parse from file")
    if isinstance(header, str):
        header = 0 if names is None else None
    if header is not None:
        titles = records[header]
        records = records[header + 1:]
        if names is not None:
            titles = list(names)
        else:
            titles = [title if title != "" else "Unnamed: %d" % place for place, title in enumerate(titles)]
    else:
        titles = list(names) if names is not None else list(range(len(records[0])))
    if nrows is not None:
        records = records[:nrows]
    if skipfooter:
        records = records[:-skipfooter]
    missing = set(_MISSING_TEXTS) if keep_default_na else set()
    if na_values is not None:
        missing |= {str(value) for value in ([na_values] if isinstance(na_values, (str, int, float)) else na_values)}
    count = len(titles)
    leading = 1 if records and len(records[0]) == count + 1 and index_col is None else 0
    table = {}
    for place, title in enumerate(titles):
        texts = [row[place + leading] if place + leading < len(row) else "" for row in records]
        if skipinitialspace:
            texts = [text.strip() for text in texts]
        column = typed_column(texts, missing)
        wanted = dtype.get(title) if isinstance(dtype, dict) else dtype
        if wanted is not None:
            column = Series(np.array(texts, dtype=object) if wanted in (str, object) else column).astype(wanted).values
        table[title] = column
    index = typed_column([row[0] for row in records], missing) if leading else None
    frame = DataFrame(table, index=index)
    if usecols is not None:
        chosen = [titles[each] if isinstance(each, int) else each for each in usecols] if not callable(usecols) else [
            title for title in titles if usecols(title)
        ]
        absent = [title for title in chosen if title not in table]
        if absent:
            raise ValueError("Usecols do not match columns, columns expected but not found: %r" % absent)
        frame = frame[[title for title in titles if title in chosen]]
    if index_col is not None and index_col is not False:
        frame = frame.set_index(list(frame.columns)[index_col] if isinstance(index_col, int) else index_col)
    return frame

def read_table(filepath_or_buffer, sep="\t", **options):
    return read_csv(filepath_or_buffer, sep=sep, **options)

def concat(objs, axis=0, ignore_index=False, keys=None, join="outer"):
    parts = [part for part in objs if part is not None]
    if not parts:
        raise ValueError("No objects to concatenate")
    if axis in (1, "columns"):
        table = {}
        for place, part in enumerate(parts):
            if isinstance(part, Series):
                table[place if part.name is None else part.name] = part.values
            else:
                table.update(part._data)
        return DataFrame(table, index=parts[0].index)
    labels = None if ignore_index else Index(np.concatenate([part.index.values for part in parts]))
    if all(isinstance(part, Series) for part in parts):
        return Series(np.concatenate([part.values for part in parts]), index=labels, name=parts[0].name)
    names = list(dict.fromkeys(name for part in parts for name in part._data))
    table = {
        name: np.concatenate([part._data[name] if name in part._data else np.full(len(part), np.nan) for part in parts])
        for name in names
    }
    return DataFrame(table, index=labels)

def _dummies(values, prefix, prefix_sep, drop_first, dtype):
    present = values[~np.asarray(isnull(values))]
    names = np.unique(present)
    columns = {}
    for name in names.tolist()[1 if drop_first else 0:]:
        title = name if prefix is None else "%s%s%s" % (prefix, prefix_sep, name)
        columns[title] = (values == name).astype(dtype)
    return columns

def get_dummies(data, prefix=None, prefix_sep="_", dummy_na=False, columns=None, sparse=False, drop_first=False,
                dtype=None):
    dtype = bool if dtype is None else dtype
    if not isinstance(data, DataFrame):
        series = data if isinstance(data, Series) else Series(data)
        return DataFrame(_dummies(series.values, prefix, prefix_sep, drop_first, dtype), index=series.index)
    chosen = [name for name, column in data._data.items() if column.dtype == object] if columns is None else list(columns)
    table = {name: column for name, column in data._data.items() if name not in chosen}
    for place, name in enumerate(chosen):
        own = prefix[name] if isinstance(prefix, dict) else prefix[place] if isinstance(prefix, list) else prefix or name
        table.update(_dummies(data._data[name], own, prefix_sep, drop_first, dtype))
    return DataFrame(table, index=data.index)

def factorize(values, sort=False):
    array = _column(values)
    names, codes = _in_order(array)
    if sort:
        order = np.argsort(names, kind="stable")
        places = np.empty(len(order), dtype=np.int64)
        places[order] = np.arange(len(order))
        names = names[order]
        codes = np.where(codes < 0, -1, places[codes])
    return codes, Index(names) if isinstance(values, Series) else names

def unique(values):
    return Series(values).unique()

def value_counts(values):
    return Series(values).value_counts()

def to_numeric(arg, errors="raise"):
    series = arg if isinstance(arg, Series) else Series(arg)
    result = []
    for value in series.tolist():
        try:
            result.append(float(value) if isinstance(value, str) and not value.strip().lstrip("+-").isdigit() else int(value) if isinstance(value, str) else value)
        except ValueError:
            if errors == "raise":
                raise ValueError('Unable to parse string "%s" at position %d' % (value, len(result)))
            result.append(float("nan"))
    converted = series._like(result)
    return converted if isinstance(arg, Series) else converted.values

def set_option(*args):
    pass

class _Options:
    pass

options = _Options()
options.display = _Options()
`,
);

export const pandasModules: readonly LibraryModule[] = [
  pandasSupportModule,
  formattingModule,
  framesModule,
  pandas,
];
