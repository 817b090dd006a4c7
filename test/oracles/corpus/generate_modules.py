"""Programs that use the standard library's smaller modules: dates, paths, tables, statistics, bytes."""

from generate_values import SHOW


def shows(expressions, setup=""):
    lines = [f"show({text!r}, lambda: ({text}))" for text in expressions]
    return SHOW + setup + "\n".join(lines) + "\n"

DATES = ["date(2024, 2, 29)", "date(2023, 2, 29)", "date(2024, 13, 1)", "date(1, 1, 1)", "date(2024, 1)", "date(2024, 12, 31).isocalendar()", "date(2021, 1, 3).isocalendar()", "date(2024, 3, 1) - date(2023, 3, 1)", "date(2024, 1, 31) + timedelta(days=30)", "date(2024, 5, 6).weekday(), date(2024, 5, 6).isoweekday()", "date.fromisoformat('2024-07-04')", "date.fromisoformat('2024-7-4')", "date(2024, 7, 4).strftime('%A %d %B %Y %j %U %W %y %%')", "f'{date(2024, 7, 4):%d/%m/%Y}'", "date(2024, 7, 4).replace(day=1)", "date(2024, 7, 4) < date(2024, 7, 5)", "date(2024, 7, 4).timetuple()", "date.min, date.max", "str(date(2024, 7, 4)), repr(date(2024, 7, 4))", "date.fromordinal(738000)", "date.fromisocalendar(2024, 10, 3)", "datetime(2024, 7, 4, 13, 5, 9)", "datetime(2024, 7, 4, 13, 5, 9, 123456)", "datetime(2024, 7, 4)", "datetime(2024, 7, 4, 25)", "str(datetime(2024, 7, 4, 13, 5, 9, 1200))", "datetime(2024, 7, 4, 13, 5).isoformat(timespec='minutes')", "datetime(2024, 7, 4, 13, 5, 9).isoformat(' ', 'milliseconds')", "datetime(2024, 7, 4, 13) - datetime(2024, 7, 3, 14, 30)", "datetime(2024, 7, 4, 13) + timedelta(hours=12, seconds=0.5)", "datetime(2024, 7, 4, 13).strftime('%Y-%m-%d %H:%M:%S.%f %p %I %a %b')", "datetime.strptime('2024-07-04 13:05:09', '%Y-%m-%d %H:%M:%S')", "datetime.strptime('4 Jul 24 1:05 PM', '%d %b %y %I:%M %p')", "datetime.strptime('2024-07-04', '%Y/%m/%d')", "datetime.strptime('2024-07-04 x', '%Y-%m-%d')", "datetime.strptime('2024-07-04T01:02:03+0200', '%Y-%m-%dT%H:%M:%S%z')", "datetime.fromisoformat('2024-07-04T13:05:09.5+02:00')", "datetime.fromisoformat('2024-07-04')", "datetime.fromisoformat('nope')", "datetime(2024, 7, 4, tzinfo=timezone.utc)", "datetime(2024, 7, 4, 13, tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=5, minutes=30)))", "datetime(2024, 7, 4, 13, tzinfo=timezone.utc).timestamp()", "datetime.fromtimestamp(1720098309.25, timezone.utc)", "datetime(2024, 7, 4) < datetime(2024, 7, 4, tzinfo=timezone.utc)", "datetime(2024, 7, 4) == datetime(2024, 7, 4, tzinfo=timezone.utc)", "datetime.combine(date(2024, 7, 4), time(1, 2, 3))", "datetime(2024, 7, 4, 1, 2).date(), datetime(2024, 7, 4, 1, 2).time()", "time(13, 5), time(13, 5, 9), time(1, 2, 3, 4)", "time(13, 5) < time(14)", "time.fromisoformat('13:05:09')", "str(time(13, 5, 9, 1000))", "timedelta(days=1, hours=-5)", "timedelta(seconds=-1)", "str(timedelta(days=-1, seconds=3))", "str(timedelta(days=2, seconds=3661, microseconds=5))", "timedelta(hours=1.5).total_seconds()", "timedelta(days=3) / timedelta(hours=5)", "timedelta(days=3) // timedelta(hours=5)", "timedelta(days=3) / 7", "timedelta(days=3) * 1.5", "divmod(timedelta(days=3), timedelta(hours=5))", "timedelta(minutes=1) > timedelta(seconds=59)", "abs(timedelta(-1))", "timedelta('1')", "timedelta()", "timezone.utc, timezone(timedelta(hours=-3)), timezone(timedelta(hours=1), 'CET')", "hash(date(2024, 1, 1)) == hash(date(2024, 1, 1)), {timedelta(1): 1}[timedelta(hours=24)]", "sorted([date(2024, 3, 1), date(2023, 1, 1)])", "datetime(2024, 12, 30).strftime('%G-W%V-%u')", "datetime(9999, 12, 31) + timedelta(days=1)", "isinstance(datetime(2024, 1, 1), date), datetime.__mro__[1].__name__", "datetime(2024, 7, 4, 13, 5, 9).ctime()", "(date(2024, 12, 25) - date(2024, 7, 4)).days"]

PATHS = ["Path('a/b.txt')", "Path('a') / 'b' / 'c.tar.gz'", "Path('a/../b')", "Path('')", "Path('/a/b/c').parts", "Path('/a/b.txt').name, Path('/a/b.txt').stem, Path('/a/b.txt').suffix", "Path('x.tar.gz').suffixes, Path('.bashrc').suffix, Path('.bashrc').stem", "Path('a/b/c').parent, Path('a').parent, Path('/').parent", "list(Path('a/b/c').parents)", "Path('a/b').with_suffix('.h5'), Path('a/b.x').with_name('c'), Path('a/b.x').with_stem('q')", "Path('a').with_suffix('h5')", "Path('/a/b/c').relative_to('/a')", "Path('/a/b').relative_to('/c')", "Path('a//b/./c'), str(Path('./x'))", "Path('a') == Path('a/'), Path('a') < Path('b')", "Path('a/b.py').match('*.py'), Path('a/b.py').match('a/*'), Path('/a.py').match('*.txt')", "Path('a', 'b', '/c')", "'root' / Path('x')", "Path('a') / 5", "Path('/a').is_absolute(), Path('a').is_absolute()", "hash(Path('a')) == hash(Path('a')), {Path('a'): 1}[Path('a')]", "Path('a/b').as_posix(), f'{Path(\"a\") / \"b\"}'", "Path('a/b').joinpath('c', 'd')", "Path('nope.txt').exists(), Path('nope').is_dir()", "Path('nope.txt').read_text()", "PurePosixPath('a/b').name", "isinstance(Path('a'), PurePath)", "type(Path('a')).__name__", "Path('/a/b').is_relative_to('/a')", "Path(5)"]

FILES = """from pathlib import Path
import os, glob, shutil, json
base = Path('data')
base.mkdir()
(base / 'sub' / 'deep').mkdir(parents=True, exist_ok=True)
print((base / 'a.txt').write_text('hello\\nworld\\n'))
(base / 'b.csv').write_text('x,y\\n1,2\\n')
(base / 'sub' / 'c.txt').write_bytes(b'\\x00\\x01')
print((base / 'a.txt').read_text().splitlines(), (base / 'sub' / 'c.txt').read_bytes())
print(sorted(p.name for p in base.iterdir()))
print(sorted(str(p) for p in base.glob('*.txt')), sorted(str(p) for p in base.rglob('*.txt')), sorted(map(str, base.glob('**/*'))))
print(sorted(glob.glob('data/*.txt')), sorted(glob.glob('data/**/*.txt', recursive=True)), glob.glob('none/*'), sorted(glob.glob('data/?.*')), sorted(glob.glob('data/[ab].*')))
with (base / 'a.txt').open() as file:
    print([line.strip() for line in file])
print((base / 'a.txt').stat().st_size, (base / 'a.txt').exists(), (base / 'sub').is_dir(), (base / 'sub').is_file())
try:
    base.mkdir()
except FileExistsError as error:
    print(type(error).__name__, error)
base.mkdir(exist_ok=True)
try:
    Path('no/such/folder').mkdir()
except FileNotFoundError as error:
    print(error)
shutil.copy('data/a.txt', 'data/copy.txt')
shutil.copy(base / 'a.txt', base / 'sub')
shutil.move('data/copy.txt', 'data/moved.txt')
print(sorted(os.listdir('data')), sorted(os.listdir('data/sub')))
print((base / 'moved.txt').rename(base / 'last.txt'))
shutil.copytree('data', 'copied')
print(sorted(str(p) for p in Path('copied').rglob('*')))
shutil.rmtree('copied')
(base / 'last.txt').unlink()
(base / 'last.txt').unlink(missing_ok=True)
try:
    (base / 'last.txt').unlink()
except FileNotFoundError as error:
    print(error)
print(Path('copied').exists(), sorted(p.name for p in Path('data').iterdir()))
(base / 'new').touch()
print((base / 'new').read_text() == '')
try:
    shutil.rmtree('copied')
except FileNotFoundError as error:
    print(error)
"""

CSV = '''import csv, io
print(list(csv.reader(['a,b,c', '1,"x, y",3', '', '"he said ""hi""",,', "'q',2"])))
print(list(csv.reader(io.StringIO('a;b\\n1;2\\n'), delimiter=';')), list(csv.reader(['"multi\\n', 'line",2\\n'])))
print(list(csv.reader(['1, 2, "a"'], skipinitialspace=True)), list(csv.reader(['1,"a"'], quoting=csv.QUOTE_NONNUMERIC)))
print(list(csv.reader(['a\\tb'], 'excel-tab')), list(csv.reader(["'a,b',c"], quotechar="'")))
out = io.StringIO()
writer = csv.writer(out)
writer.writerow(['a', 1, 2.5, None, 'x,y', 'say "hi"', 'two\\nlines', True])
writer.writerows([[1, 2], (3, 4), ['']])
print(repr(out.getvalue()))
out = io.StringIO()
csv.writer(out, delimiter='\\t', quoting=csv.QUOTE_ALL, lineterminator='\\n').writerow([1, 'a', None])
csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator='\\n').writerow([1, 'a', 2.0])
print(repr(out.getvalue()))
for row in csv.DictReader(['x,y', '1,2', '3', '4,5,6']):
    print(row)
reader = csv.DictReader(['1,2'], fieldnames=['p', 'q'])
print(reader.fieldnames, list(reader))
out = io.StringIO()
table = csv.DictWriter(out, ['x', 'y'], restval='-', lineterminator='\\n')
table.writeheader()
table.writerow({'x': 1, 'y': 2})
table.writerows([{'x': 3}])
print(out.getvalue())
try:
    table.writerow({'z': 1})
except ValueError as error:
    print(error)
try:
    csv.writer(out).writerow(5)
except csv.Error as error:
    print(error)
with open('t.csv', 'w', newline='') as file:
    csv.writer(file).writerows([['name', 'score'], ['a', 1.5], ['b', 2]])
with open('t.csv', newline='') as file:
    rows = csv.reader(file)
    header = next(rows)
    print(header, [(name, float(score)) for name, score in rows], rows.line_num)
print(open('t.csv', newline='').read().encode())
try:
    list(csv.reader([b'a']))
except csv.Error as error:
    print(error)
print(csv.list_dialects())
'''

STATISTICS = ["mean([1, 2, 3, 4])", "mean([1, 2, 3])", "mean([1.5, 2.5])", "mean([])", "mean([Fraction(1, 3), Fraction(2, 3)])", "mean(['a'])", "fmean([1, 2, 4])", "fmean([])", "fmean([1, 2], [3, 1])", "geometric_mean([54, 24, 36])", "harmonic_mean([40, 60])", "harmonic_mean([1, 0])", "median([1, 3, 2])", "median([1, 2, 3, 4])", "median([])", "median_low([1, 2, 3, 4]), median_high([1, 2, 3, 4])", "median_grouped([52, 52, 53, 54])", "mode([1, 1, 2])", "mode(['a', 'b', 'b'])", "mode([])", "multimode('aabbc')", "stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75])", "stdev([1, 2, 3, 4])", "stdev([1])", "pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75])", "variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5])", "variance([1, 2, 3])", "pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25])", "variance([0.1] * 3 + [0.7])", "quantiles([1, 2, 3, 4, 5])", "quantiles([1, 2, 3, 4, 5], n=10, method='inclusive')", "quantiles([1])", "correlation([1, 2, 3], [2, 4, 7])", "covariance([1, 2, 3], [3, 2, 7])", "linear_regression([1, 2, 3], [2, 4, 7])", "round(NormalDist(100, 15).cdf(115), 12)", "NormalDist(0, 1).pdf(0.5)", "NormalDist.from_samples([1, 2, 3, 4])", "NormalDist(1, 2) + 3, NormalDist(1, 2) * 2", "pstdev([5])", "mean(x * 0.1 for x in range(10))", "mean([True, False])", "mean([float('nan'), 1])"]

FRACTIONS = ["Fraction(3, 6)", "Fraction('0.125')", "Fraction('-3/4')", "Fraction(0.5)", "Fraction(1, 0)", "Fraction('x')", "Fraction(1.5, 2)", "Fraction(1, 3) + Fraction(1, 6)", "Fraction(1, 3) * 3", "Fraction(1, 3) + 1", "Fraction(1, 3) + 0.5", "1 - Fraction(1, 3)", "Fraction(7, 2) // 1, Fraction(7, 2) % 1", "Fraction(1, 2) ** 3, Fraction(1, 2) ** -2, Fraction(1, 4) ** 0.5", "float(Fraction(1, 3)), int(Fraction(7, 2)), round(Fraction(5, 2)), round(Fraction(22, 7), 2)", "Fraction(1, 2) == 0.5, Fraction(1, 2) < 1, Fraction(1, 3) < 0.34", "str(Fraction(3, 1)), str(Fraction(1, 3))", "hash(Fraction(1, 2)) == hash(0.5), hash(Fraction(4)) == hash(4)", "Fraction(3.14159).limit_denominator(100)", "-Fraction(1, 2), abs(Fraction(-1, 2))", "Fraction(1, 3).numerator, Fraction(1, 3).denominator", "sum([Fraction(1, 3)] * 3)", "Fraction(1, 2) / 0", "math.floor(Fraction(-1, 2)), math.ceil(Fraction(-1, 2))", "2 ** Fraction(1, 2), 2 ** Fraction(2)", "divmod(Fraction(7, 2), Fraction(1, 3))", "sorted([Fraction(1, 2), Fraction(1, 3), 0.4])", "Fraction('1e-3'), Fraction(' 5 ')", "hash(Fraction(1, 3))"]

HEAPS = """import heapq, bisect
heap = []
for value in [5, 3, 8, 1, 9, 2, 7]:
    heapq.heappush(heap, value)
print(heap)
print([heapq.heappop(heap) for _ in range(3)], heap)
print(heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 4), heap)
items = [9, 4, 7, 1, 8, 2, 6, 3, 5, 0]
heapq.heapify(items)
print(items)
print(heapq.nlargest(3, [4, 1, 9, 7]), heapq.nsmallest(2, ['bb', 'a', 'ccc'], key=len), heapq.nlargest(0, [1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge('CA', 'B', reverse=True)), list(heapq.merge(['bb', 'ccc'], ['a'], key=len)))
try:
    heapq.heappop([])
except IndexError as error:
    print(error)
tasks = []
heapq.heappush(tasks, (2, 'b'))
heapq.heappush(tasks, (1, 'c'))
heapq.heappush(tasks, (1, 'a'))
print(heapq.heappop(tasks), tasks)
a = [1, 2, 2, 4]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect_right(a, 3), bisect.bisect_left(a, 9, 0, 2))
bisect.insort(a, 3)
bisect.insort_left(a, 2)
print(a, bisect.bisect_left(['a', 'bb', 'ccc'], 2, key=len))
try:
    bisect.bisect(a, 1, -1)
except ValueError as error:
    print(error)
"""

TEXT = "The quick brown fox jumped over the lazy dog. It was a well-known, hyphen-ated story -- or so they say--about 3-4 animals."
WRAPS = ["wrap(T, 20)", "wrap(T, 10)", "fill(T, 30, initial_indent='* ', subsequent_indent='  ')", "shorten(T, 40)", "shorten(T, 40, placeholder='...')", "shorten('short', 40)", "wrap('averyveryverylongword indeed', 8)", "wrap('averyveryverylongword indeed', 8, break_long_words=False)", "wrap(T, 25, max_lines=2)", "dedent('  a\\n    b\\n\\n  c')", "dedent('\\ta\\n\\tb')", "indent('a\\n\\nb\\n', '> ')", "indent('a\\n\\nb', '> ', lambda line: True)", "wrap('')", "wrap('a\\tb\\nc', 5)", "wrap('x', 0)", "wrap(T, 20, break_on_hyphens=False)", "fill('para one\\n\\npara two', 80)", "wrap('one two three', 9, drop_whitespace=False)", "wrap('Hi there.  You. And e.g. me.', 60, fix_sentence_endings=True)", "dedent('    x\\n  y\\n')", "dedent('')"]

PRINTS = """from pprint import pprint, pformat, pp, PrettyPrinter
from dataclasses import dataclass
pprint([1, 2, 3])
pprint({'b': 1, 'a': [1, 2, {'c': (1,)}]})
config = {'optimizer': {'class_name': 'Adam', 'config': {'learning_rate': 0.001, 'beta_1': 0.9, 'beta_2': 0.999}}, 'layers': ['dense_' + str(i) for i in range(12)]}
pprint(config)
pprint(config, width=40)
pprint(config, depth=1)
pprint(config, indent=4, compact=True)
pp(config)
pprint(tuple(range(40)), compact=True)
pprint('word ' * 30)
pprint({'text': 'word ' * 30, 'other': 'line one\\nline two\\n' * 3})
pprint(set(range(30)))
pprint([[]] * 3 + [None, True, 2.5])
print(pformat({'a': 1}), pformat([]), pformat('x'))
pprint({1: 'a', 'b': 2})
pprint([(i, 'x' * i) for i in range(12)])
@dataclass
class Point:
    x: int
    name: str
pprint([Point(1, 'a' * 40), Point(2, 'b' * 40)])
pprint(1234567, underscore_numbers=True)
pprint(frozenset(['aaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb', 'cccccccccccccccccccccccccccc']))
"""

BYTES = ["struct.pack('<ihB', 1, -2, 255)", "struct.pack('>d', 1.5)", "struct.unpack('<2h', b'\\x01\\x00\\x02\\x00')", "struct.calcsize('ci'), struct.calcsize('<ci'), struct.calcsize('ic')", "struct.pack('3s?', b'ab', True)", "struct.pack('e', 1.1)", "struct.unpack('f', struct.pack('f', 0.1))", "struct.pack('B', 256)", "struct.pack('h', 99999)", "struct.pack('i', 2**31)", "struct.pack('i', 'a')", "struct.pack('i')", "struct.unpack('i', b'abc')", "struct.calcsize('Z')", "list(struct.iter_unpack('<h', b'\\x01\\x00\\x02\\x00'))", "struct.unpack_from('>H', b'\\x00\\x01\\x02', 1)", "struct.Struct('<i').pack(7), struct.Struct('<i').size", "struct.pack('<q', -1), struct.pack('>Q', 2**63)", "base64.b64encode(b'hello world')", "base64.b64decode('aGVsbG8=')", "base64.b64decode('aGVsbG8')", "base64.urlsafe_b64encode(b'\\xff\\xfe\\xfd')", "base64.b16encode(b'ab'), base64.b16decode('6162')", "base64.b32encode(b'hello'), base64.b32decode('NBSWY3DP')", "base64.b64encode('text')", "binascii.hexlify(b'ab'), binascii.unhexlify('6162'), binascii.crc32(b'hello')", "hashlib.md5(b'abc').hexdigest()", "hashlib.sha1(b'abc').hexdigest()", "hashlib.sha256(b'abc').hexdigest()", "hashlib.sha224(b'').hexdigest()", "hashlib.sha512(b'abc').hexdigest()", "hashlib.sha256(b'x' * 200).hexdigest(), hashlib.md5(b'y' * 119).hexdigest(), hashlib.sha1(b'z' * 64).hexdigest()", "hashlib.md5('abc')", "hashlib.new('md5', b'abc').digest()", "hashlib.new('nope')", "hashlib.sha256().digest_size, hashlib.sha256().block_size, hashlib.sha256().name", "uuid.UUID('12345678123456781234567812345678')", "str(uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org')), uuid.uuid3(uuid.NAMESPACE_URL, 'x').hex", "len(str(uuid.uuid4())), uuid.uuid4().version", "uuid.UUID('x')", "gzip.decompress(gzip.compress(b'hello' * 10))", "gzip.decompress(b'nope')", "zlib.decompress(zlib.compress(b'abc'))", "zlib.decompress(b'bad')", "zlib.crc32(b'abc')"]

ARCHIVES = """import gzip, zipfile, tempfile, os, io
with gzip.open('t.gz', 'wb') as file:
    file.write(b'line one\\nline two\\n')
with gzip.open('t.gz', 'rb') as file:
    print(file.read())
with gzip.open('t.gz', 'rt') as file:
    print([line.strip() for line in file])
with gzip.open('u.gz', 'wt') as file:
    file.write('text\\n')
print(gzip.decompress(open('u.gz', 'rb').read()), open('u.gz', 'rb').read(2))
with zipfile.ZipFile('a.zip', 'w') as archive:
    archive.writestr('one.txt', 'first')
    archive.writestr('folder/two.txt', b'second')
    archive.write('u.gz')
with zipfile.ZipFile('a.zip') as archive:
    print(archive.namelist(), archive.read('one.txt'), archive.getinfo('one.txt').file_size)
    with archive.open('folder/two.txt') as file:
        print(file.read())
    archive.extractall('out')
    try:
        archive.read('nope')
    except KeyError as error:
        print(error)
print(sorted(os.listdir('out')), open('out/folder/two.txt').read(), zipfile.is_zipfile('a.zip'), zipfile.is_zipfile('u.gz'))
try:
    zipfile.ZipFile('u.gz')
except zipfile.BadZipFile as error:
    print(error)
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'x')
    open(path, 'w').close()
    print(os.path.exists(path))
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile('w', suffix='.txt') as file:
    file.write('x')
    print(file.name.endswith('.txt'))
"""

KINDS = """import types, inspect, platform, gc
space = types.SimpleNamespace(a=1, b='x')
space.c = [2]
print(space, space.a, space == types.SimpleNamespace(a=1, b='x', c=[2]))
proxy = types.MappingProxyType({'k': 1})
print(proxy, proxy['k'], len(proxy), list(proxy))
try:
    proxy['z'] = 1
except TypeError as error:
    print(error)
def f(a, b=2, *args, c, d=None, **kw):
    '''Docs.

        indented
    '''
def g(x: int, /, y: str = 'q', *, z) -> float: ...
class C:
    def __init__(self, units, activation=None): ...
    def m(self, x): ...
print(inspect.signature(f), inspect.signature(C), inspect.signature(C(1).m), inspect.signature(C.m), inspect.signature(lambda: 0))
print(inspect.signature(g))
print(list(inspect.signature(f).parameters), inspect.signature(f).parameters['b'].default, inspect.signature(f).parameters['args'].kind)
bound = inspect.signature(f).bind(1, 5, 6, c=7)
print(bound.arguments, bound.args, bound.kwargs)
try:
    inspect.signature(f).bind()
except TypeError as error:
    print(error)
print(inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C(1).m), inspect.ismethod(C.m), inspect.isbuiltin(len))
print(repr(inspect.getdoc(f)), inspect.getfullargspec(f).args, inspect.getmro(C) == (C, object))
print(isinstance(f, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance((i for i in []), types.GeneratorType), types.NoneType)
print(platform.system(), gc.collect() >= 0, gc.isenabled())
print(f.__annotations__, g.__annotations__, C.__init__.__annotations__)
"""


TRACEBACKS = """import sys, traceback, functools
def fail(x):
    return 1 / x
try:
    fail(0)
except ZeroDivisionError as error:
    kind, value, _ = sys.exc_info()
    print(kind.__name__, value is error, sys.exception() is error)
    text = traceback.format_exc()
    print(text.splitlines()[0], text.splitlines()[-1])
    print([line[line.index('line'):] for line in text.splitlines() if ', line' in line])
    print(traceback.format_exception_only(error))
    traceback.print_exc(file=sys.stdout) if False else None
print(sys.exc_info(), traceback.format_exc())
def inner():
    return sys.exc_info()[0]
try:
    raise KeyError('k')
except KeyError:
    print(inner())
print('sys' in sys.modules, 'nope' in sys.modules)
@functools.singledispatch
def show(x):
    return 'other'
@show.register
def _(x: int):
    return 'int'
@show.register
def _(x: list):
    return 'list'
print(show(1), show([]), show('a'))
def annotated(a: int, b: 'str' = '', *c: float, d: list = None, **e: dict) -> None: pass
print(annotated.__annotations__, (lambda: 0).__annotations__)
print(b'%s-%d-%b' % (b'a', 5, b'c'), b'%5.1f|' % 2.25, b'%%%x' % 255, bytearray(b'%s') % b'z')
try:
    b'%s' % 'text'
except TypeError as error:
    print(error)
print(b'abc'.translate(bytes.maketrans(b'ab', b'xy')), b'abc'.translate(None, b'b'))
"""


def programs():
    for start in range(0, len(DATES), 10):
        yield f"dates from {start}", shows(DATES[start:start + 10], "from datetime import *\n")
    for start in range(0, len(PATHS), 10):
        yield f"paths from {start}", shows(PATHS[start:start + 10], "from pathlib import *\n")
    yield "files and folders", FILES
    yield "csv", CSV
    for start in range(0, len(STATISTICS), 10):
        yield f"statistics from {start}", shows(STATISTICS[start:start + 10], "from statistics import *\nfrom fractions import Fraction\n")
    for start in range(0, len(FRACTIONS), 10):
        yield f"fractions from {start}", shows(FRACTIONS[start:start + 10], "from fractions import Fraction\nimport math\n")
    yield "heaps and bisection", HEAPS
    yield "textwrap", shows(WRAPS, f"from textwrap import *\nT = {TEXT!r}\n")
    yield "pprint", PRINTS
    for start in range(0, len(BYTES), 12):
        yield f"bytes from {start}", shows(BYTES[start:start + 12], "import struct, base64, binascii, hashlib, uuid, gzip, zlib\n")
    yield "archives", ARCHIVES
    yield "kinds of objects", KINDS
    yield "tracebacks", TRACEBACKS
