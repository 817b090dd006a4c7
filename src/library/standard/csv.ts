/** The csv module: rows are read natively, one line after the other; readers and writers are Python on top. */
import { requireKnown, stringOrNull, typeName } from '../../python/builtins/conversions.ts';
import { PyClass } from '../../python/classes.ts';
import { Exception, makeException, PythonError } from '../../python/errors.ts';
import { named, native } from '../../python/functions.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { PyFloat, PyList, type PyTuple, type Value } from '../../python/values.ts';
import { SNIFFER } from './csvSniffer.ts';

const csvError = new PyClass('Error', [Exception], [], { module: '_csv' });

const QUOTE_ALL = 1;
const QUOTE_NONNUMERIC = 2;
const QUOTE_NONE = 3;

interface Dialect {
  readonly delimiter: string;
  readonly quote: string | null;
  readonly escape: string | null;
  readonly doubled: boolean;
  readonly skipSpace: boolean;
  readonly quoting: number;
}

function dialectOf(value: Value): Dialect {
  const [delimiter, quote, escape, doubled, skipSpace, quoting] = (value as PyTuple).items;
  return {
    delimiter: String(delimiter),
    quote: quote === null || quoting === QUOTE_NONE ? null : String(quote),
    escape: escape === null ? null : String(escape),
    doubled: doubled === true,
    skipSpace: skipSpace === true,
    quoting: Number(quoting),
  };
}

/** The fields of a record that ends with the text, or null when a quoted field is still open. */
function parseRecord(text: string, dialect: Dialect): Value[] | null {
  const fields: Value[] = [];
  let at = 0;
  const isEnd = () => at >= text.length || text[at] === '\n' || text[at] === '\r';
  if (isEnd()) return fields;
  for (;;) {
    if (dialect.skipSpace) while (text[at] === ' ') at++;
    let field = '';
    const isQuoted = dialect.quote !== null && text[at] === dialect.quote;
    if (isQuoted) {
      at++;
      for (;;) {
        if (at >= text.length) return null;
        const character = text[at++];
        if (character === dialect.escape) field += text[at++] ?? '';
        else if (character !== dialect.quote) field += character;
        else if (dialect.doubled && text[at] === dialect.quote) {
          field += character;
          at++;
        } else break;
      }
    }
    while (!isEnd() && text[at] !== dialect.delimiter) {
      if (text[at] === dialect.escape) at++;
      field += text[at++] ?? '';
    }
    fields.push(dialect.quoting === QUOTE_NONNUMERIC && !isQuoted ? new PyFloat(Number(field)) : field);
    if (isEnd()) return fields;
    at++;
  }
}

function quoteField(text: string, dialect: Dialect, isText: boolean, isOnly: boolean, end: string): string {
  const { quote, delimiter, escape } = dialect;
  const special = (character: string) =>
    character === delimiter ||
    character === escape ||
    character === quote ||
    character === '\n' ||
    character === '\r' ||
    end.includes(character);
  if (dialect.quoting === QUOTE_NONE) {
    let result = '';
    for (const character of text) {
      if (special(character)) {
        if (escape === null)
          throw new PythonError(makeException(csvError, 'need to escape, but no escapechar set'));
        result += escape;
      }
      result += character;
    }
    if (isOnly && text === '')
      throw new PythonError(makeException(csvError, 'single empty field record must be quoted'));
    return result;
  }
  const must =
    dialect.quoting === QUOTE_ALL ||
    (dialect.quoting === QUOTE_NONNUMERIC && isText) ||
    [...text].some(special) ||
    (isOnly && text === '');
  if (!must) return text;
  const inner = dialect.doubled
    ? text.replaceAll(quote!, quote! + quote!)
    : text.replaceAll(quote!, (escape ?? '') + quote!);
  return quote! + inner + quote!;
}

const functions = named(
  // A reader over lines that analysis does not know is unknown as a whole.
  native('_made(cls, lines)', ([cls, lines]) => {
    requireKnown(lines);
    return (cls as PyClass).allocate();
  }),
  native('_parse(text, dialect)', ([text, dialect]) => {
    const line = stringOrNull(text);
    if (line === null)
      throw new PythonError(
        makeException(
          csvError,
          `iterator should return strings, not ${typeName(text)} (the file should be opened in text mode)`,
        ),
      );
    const fields = parseRecord(line, dialectOf(dialect));
    return fields === null ? null : new PyList(fields);
  }),
  native('_join(fields, dialect, end)', ([fields, dialect, end], py) => {
    const rules = dialectOf(dialect);
    const values = py.collect(fields);
    const texts = values.map(value => {
      const text = value === null ? '' : value instanceof PyFloat ? py.repr(value) : py.str(value);
      const isNumber = typeof value === 'number' || typeof value === 'bigint' || value instanceof PyFloat;
      return quoteField(text, rules, !isNumber, values.length === 1, String(end));
    });
    return texts.join(rules.delimiter) + String(end);
  }),
);

const SOURCE = String.raw`
QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3


class Dialect:
    delimiter = ','
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    lineterminator = '\n'
    quoting = QUOTE_ALL


_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}


def register_dialect(name, dialect=excel, **options):
    _dialects[name] = _resolve(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(limit=None):
    return 131072


def _resolve(dialect, options):
    made = Dialect()
    base = get_dialect(dialect) if isinstance(dialect, str) else dialect
    for name in ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting', 'strict'):
        setattr(made, name, options.pop(name, getattr(base, name)))
    if options:
        raise TypeError("'%s' is an invalid keyword argument for this function" % next(iter(options)))
    if not isinstance(made.delimiter, str) or len(made.delimiter) != 1:
        if not isinstance(made.delimiter, str):
            raise TypeError('"delimiter" must be string, not %s' % type(made.delimiter).__name__)
        raise TypeError('"delimiter" must be a 1-character string')
    return made


def _rules(dialect):
    return (dialect.delimiter, dialect.quotechar, dialect.escapechar, dialect.doublequote, dialect.skipinitialspace, dialect.quoting)


class reader:
    def __new__(cls, csvfile, *args, **kwargs):
        return _made(cls, csvfile)

    def __init__(self, csvfile, dialect='excel', **fmtparams):
        self.dialect = _resolve(dialect, fmtparams)
        self.line_num = 0
        self._rows = self._read(csvfile)

    def _read(self, lines):
        rules = _rules(self.dialect)
        pending = ''
        for text in lines:
            self.line_num += 1
            pending = pending + text if pending else text
            row = _parse(pending, rules)
            if row is not None:
                pending = ''
                yield row
        if pending:
            yield _parse(pending + self.dialect.quotechar, rules)

    def __iter__(self):
        return self._rows

    def __next__(self):
        return next(self._rows)


class writer:
    def __init__(self, csvfile, dialect='excel', **fmtparams):
        self.dialect = _resolve(dialect, fmtparams)
        self._file = csvfile

    def writerow(self, row):
        try:
            iter(row)
        except TypeError:
            raise Error('iterable expected, not %s' % type(row).__name__) from None
        return self._file.write(_join(row, _rules(self.dialect), self.dialect.lineterminator))

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


class DictReader:
    def __new__(cls, f, *args, **kwargs):
        return _made(cls, f)

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        self._names = None if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0
        self._rows = self._read()

    def __iter__(self):
        return self._rows

    def __next__(self):
        return next(self._rows)

    @property
    def fieldnames(self):
        if self._names is None:
            self._names = next(iter(self.reader), None)
        self.line_num = self.reader.line_num
        return self._names

    @fieldnames.setter
    def fieldnames(self, value):
        self._names = value

    def _read(self):
        names = self.fieldnames
        for row in self.reader:
            self.line_num = self.reader.line_num
            if row == []:
                continue
            result = dict(zip(names, row))
            if len(row) > len(names):
                result[self.restkey] = row[len(names):]
            for name in names[len(row):]:
                result[name] = self.restval
            yield result


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError("extrasaction (%s) must be 'raise' or 'ignore'" % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def _row(self, values):
        if self.extrasaction == 'raise':
            wrong = [name for name in values if name not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join(repr(name) for name in wrong))
        return [values.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        for values in rowdicts:
            self.writerow(values)
`;

export const module: LibraryModule = {
  name: 'csv',
  entries: () => [...functions, ['Error', csvError]],
  source: `import io as _io\nimport re as _re\n\n${SOURCE}\n\n${SNIFFER}`,
};
