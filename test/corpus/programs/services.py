#: logging to a stream with formats
import logging, sys
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format='%(levelname)-8s %(name)s %(message)s')
log = logging.getLogger('train.loop')
log.info('epoch %d of %d', 1, 5); log.debug('x'); log.warning('careful %s', {'a': 1}); logging.error('root'); log.log(25, 'odd')
log.info('mapping %(a)s', {'a': 7}); print(log, log.getEffectiveLevel(), log.isEnabledFor(5), log.parent, logging.getLevelName(30), logging.getLevelName('INFO'))
log.setLevel('ERROR'); log.info('hidden'); log.error('shown'); print(log.level)
#: logging handlers and formatters
import logging, sys, io
buffer = io.StringIO()
log = logging.getLogger('app'); log.setLevel(logging.DEBUG); log.propagate = False
h = logging.StreamHandler(buffer); h.setFormatter(logging.Formatter('[{levelname}] {message}', style='{')); h.setLevel(logging.WARNING); log.addHandler(h)
out = logging.StreamHandler(sys.stdout); log.addHandler(out)
log.debug('d'); log.warning('w %s', 1); print(repr(buffer.getvalue()), len(log.handlers), log.hasHandlers())
class Only(logging.Filter):
    def filter(self, record): return 'keep' in record.getMessage()
out.addFilter(Only()); log.error('drop'); log.error('keep this'); log.removeHandler(out); log.critical('only buffer'); print(buffer.getvalue())
child = log.getChild('sub'); child.error('from child'); print(child.name, child.parent is log, buffer.getvalue().splitlines()[-1])
try: 1 / 0
except ZeroDivisionError: log.exception('failed'); print(buffer.getvalue().splitlines()[-1])
class Counting(logging.Handler):
    def __init__(self): super().__init__(); self.records = []
    def emit(self, record): self.records.append((record.levelname, record.getMessage(), record.lineno, record.funcName))
c = Counting(); log.addHandler(c)
def f(): log.info('inside')
f(); print(c.records)
#: logging to a file
import logging
logging.basicConfig(filename='run.log', filemode='w', level=logging.INFO, format='%(levelname)s:%(message)s')
logging.info('one'); logging.debug('no'); logging.warning('two %d', 2)
logging.shutdown(); print(open('run.log').read())
try: logging.basicConfig(nope=1, force=True)
except ValueError as e: print(e)
try: logging.getLogger('x').setLevel('LOUD')
except ValueError as e: print(e)
#: logging last resort
import logging
logging.getLogger('quiet').info('nothing'); print('done'); logging.disable(logging.CRITICAL); logging.getLogger('q').error('off'); print(logging.DEBUG, logging.WARN, logging.FATAL)
a = logging.LoggerAdapter(logging.getLogger('ad'), {'user': 'me'}); print(a.extra, logging.NullHandler())
#: logging survives its own mistakes
import logging, sys
logging.basicConfig(stream=sys.stdout, format='%(message)s'); logging.warning('%d items', 'many'); logging.warning('too %s', 1, 2); logging.warning('fine'); print('on')
#: timeit forms
import timeit
from timeit import default_timer as timer
start = timer(); total = sum(range(100)); print(timer() - start >= 0, total)
n = []
t = timeit.timeit(lambda: n.append(1), number=5); print(len(n), t >= 0, type(t).__name__)
print(timeit.timeit('x + 1', setup='x = 2', number=10) >= 0, len(timeit.repeat('pass', number=1, repeat=3)))
#: threads one after another
import threading
seen = []
lock = threading.Lock()
def work(n, tag='t'):
    with lock: seen.append((tag, n))
threads = [threading.Thread(target=work, args=(i,), kwargs={'tag': 'k'}) for i in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(seen, threading.current_thread().name, [t.is_alive() for t in threads], threads[0].name, lock.locked())
class T(threading.Thread):
    def __init__(self): super().__init__(daemon=True); self.out = None
    def run(self): self.out = 5
t = T(); t.start(); t.join(); print(t.out, t.daemon)
e = threading.Event(); e.set(); print(e.is_set(), e.wait())
try: t.start()
except RuntimeError as x: print(x)
r = threading.RLock()
with r:
    with r: print('nested')
#: executors
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
with ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(lambda x: x * x, range(5))), pool.submit(pow, 2, 5).result())
    fs = {pool.submit(int, s): s for s in ['1', 'x', '3']}
    for f in sorted(as_completed(fs), key=lambda f: fs[f]):
        try: print(fs[f], f.result())
        except ValueError as e: print(fs[f], e)
    done, rest = wait(fs); print(len(done), len(rest))
try: pool.submit(print)
except RuntimeError as e: print(e)
#: queues
import queue
q = queue.Queue(maxsize=2); q.put(1); q.put(2); print(q.full(), q.qsize(), q.get(), q.get(), q.empty())
try: q.get_nowait()
except queue.Empty as e: print('empty', repr(e))
try: q.put_nowait(1); q.put_nowait(2); q.put_nowait(3)
except queue.Full: print('full')
l = queue.LifoQueue(); [l.put(i) for i in range(3)]; print(l.get(), l.get())
p = queue.PriorityQueue(); [p.put(x) for x in [(2, 'b'), (1, 'a'), (3, 'c')]]; print(p.get(), p.get()); p.task_done()
#: weak references to what lives
import weakref
class A: pass
a = A(); r = weakref.ref(a); print(r() is a)
d = weakref.WeakValueDictionary(); d['k'] = a; print(d['k'] is a, len(d))
k = weakref.WeakKeyDictionary(); k[a] = 1; print(k[a])
try: weakref.ref(5)
except TypeError as e: print(e)
#: html escapes
import html
print(html.escape('<a href="x">\'&\'</a>'), html.escape('"', quote=False), html.unescape('&lt;b&gt; &amp;amp; &#65;&#x42; &eacute; &nope; &quot;'))
#: urls
from urllib.parse import urlparse, urlencode, quote, unquote, parse_qs, urljoin, urlsplit, quote_plus, urlunparse
u = urlparse('https://user@example.com:8080/a/b;p?x=1&y=2#frag'); print(u, u.hostname, u.port, u.geturl())
print(urlencode({'a': 1, 'b': 'x y&z', 'c': 'é'}), quote('a b/é?'), quote_plus('a b'), unquote('a%20b%C3%A9'), parse_qs('a=1&a=2&b=&c=3'))
for base, rel in [('http://a/b/c', 'd'), ('http://a/b/c', '/d'), ('http://a/b/c', '../d'), ('http://a/b/', 'http://z/q'), ('http://a/b/c?x=1', '?y=2')]: print(urljoin(base, rel))
print(urlsplit('//host/path'), urlparse('mailto:a@b.c').scheme, urlencode([('k', [1, 2])], doseq=True))
#: calendars
import calendar
print(calendar.isleap(2024), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.monthrange(2024, 2), calendar.monthrange(2023, 10), calendar.weekday(2024, 5, 17), list(calendar.day_name)[0], calendar.month_abbr[3])
print(calendar.monthcalendar(2024, 2), calendar.timegm((2024, 1, 2, 3, 4, 5)))
try: calendar.monthrange(2024, 13)
except ValueError as e: print(e)
#: numbers and importlib
import numbers, importlib, builtins, errno, getpass
print(isinstance(1, numbers.Number), isinstance(1.5, numbers.Integral), isinstance(True, numbers.Integral), isinstance(2j, numbers.Real), isinstance(1.5, numbers.Real), isinstance('a', numbers.Number))
m = importlib.import_module('math'); print(m.sqrt(4), builtins.len([1]), errno.ENOENT, importlib.import_module('os.path').basename('a/b'))
#: secrets have the right shapes
import secrets
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.randbelow(1), secrets.choice([3]), secrets.compare_digest('a', 'a'), secrets.randbits(4) < 16)
#: unicode data
import unicodedata as u
print(u.name('A'), u.name('é'), u.lookup('SNOWMAN'), u.category('a'), u.category('1'), u.category(' '), u.category('中'), u.category('!'), u.name('\n', 'none'), u.name('가'))
print(ascii(u.normalize('NFD', 'é')), u.normalize('NFC', 'e\u0301') == 'é', u.normalize('NFKC', 'ﬁ①'), u.decimal('٣'), u.decimal('x', -1), ''.join(c for c in u.normalize('NFD', 'naïve') if u.category(c) != 'Mn'), u.unidata_version)
for bad in [lambda: u.name('\n'), lambda: u.lookup('NOPE'), lambda: u.normalize('X', 'a'), lambda: u.name('ab')]:
    try: bad()
    except Exception as e: print(type(e).__name__, e)
#: cpu count
import multiprocessing, os
print(multiprocessing.cpu_count() >= 1, os.cpu_count() >= 1)
if __name__ == '__main__': multiprocessing.freeze_support()
#: files that nobody closes, a match that raises
import sys
def f(x):
    match x:
        case 1: return 'one'
        case _: raise ValueError('no')
try:
    f(3)
except ValueError as e:
    print(e)
match 5:
    case n if n > 3:
        print('big')
f = open('out.txt', 'w')
f.write('hello\n')
print(f.closed)
open('o2.txt','w').write('x')
print(open('o2.txt').read())
print(open('out.txt').read() == '')
f.close()
print(open('out.txt').read())
#: views of memory
mv = memoryview(b'\x01\x00\x02\x00\x03\x00')
h = mv.cast('H')
print(h.tolist(), h.itemsize, h.nbytes, h.shape, h.strides, len(h), h[1], h.format)
print(mv == b'\x01\x00\x02\x00\x03\x00', mv[1:3] == mv[3:5], hash(mv) == hash(bytes(mv)))
for bad in ("mv[0] = 1", "mv[9]", "mv['a']", "memoryview('x')", "mv.cast('z')", "mv.cast('I')", "memoryview(bytearray(2))[0:1].__setitem__(0, 300)"):
    try:
        exec(bad)
    except Exception as e: print(type(e).__name__, e)
b = bytearray(b'hello')
with memoryview(b) as m:
    m[1:3] = b'EL'
    print(m[::-1].tobytes(), m.hex(), list(m), 101 in m, bytes(m[:2]))
print(b)
try: m[0]
except ValueError as e: print(e)
print(mv.readonly, mv.contiguous, mv[::2].contiguous, mv.toreadonly().readonly, type(mv))
#: a group of exceptions that nobody takes
def leaf(kind, text):
    try:
        raise kind(text)
    except kind as error:
        return error


def raises():
    raise ExceptionGroup("several", [leaf(ValueError, "v"), ExceptionGroup("inner", [leaf(TypeError, "t")]), leaf(OSError, "o")])


try:
    raises()
except* ValueError as group:
    print(repr(group), len(group.exceptions))
except* (TypeError, KeyError) as group:
    print(repr(group))
    raise
#: a command line with groups and commands
import argparse
p = argparse.ArgumentParser(prog='train', description='Train a model')
g = p.add_argument_group('optimizer', 'how to learn')
g.add_argument('--lr', type=float, default=0.01, help='learning rate (default: %(default)s)')
g.add_argument('--opt', choices=['adam', 'sgd'], default='adam')
m = p.add_mutually_exclusive_group()
m.add_argument('--gpu', action='store_true')
m.add_argument('--cpu', action='store_true')
p.add_argument('files', nargs='*')
p.add_argument('-v', '--verbose', action='count', default=0)
p.add_argument('--tags', nargs='+', metavar='TAG')
p.add_argument('--version', action='version', version='%(prog)s 1.0')
print(p.parse_args(['--lr', '0.5', '-vv', 'a', 'b']))
print(p.parse_known_args(['--foo', '1', '--gpu']))
p.print_help()
print(p.format_usage())
s = argparse.ArgumentParser(prog='tool')
s.add_argument('--debug', action=argparse.BooleanOptionalAction, default=False)
subs = s.add_subparsers(dest='command', required=True, help='what to do', title='commands')
a = subs.add_parser('fit', help='fit it', aliases=['f'])
a.add_argument('--epochs', type=int, default=3)
a.set_defaults(func=lambda args: print('fit', args.epochs))
b = subs.add_parser('test', help='test it')
b.add_argument('path')
ns = s.parse_args(['fit', '--epochs', '7'])
print(ns.command, ns.epochs, ns.debug); ns.func(ns)
print(s.parse_args(['--no-debug', 'test', 'x']))
s.print_help()
a.print_help()
for argv in (['nope'], [], ['fit', '--epochs', 'x'], ['test']):
    try: s.parse_args(argv)
    except SystemExit as e: print('exit', e.code)
try: p.parse_args(['--gpu', '--cpu'])
except SystemExit as e: print('exit', e.code)
try: p.parse_args(['--version'])
except SystemExit as e: print('exit', e.code)
e = argparse.ArgumentParser(exit_on_error=False)
e.add_argument('n', type=int)
try: e.parse_args(['x'])
except argparse.ArgumentError as err: print(err)
q = argparse.ArgumentParser(formatter_class=argparse.ArgumentDefaultsHelpFormatter, prog='q', epilog='the end')
q.add_argument('--x', default=3, help='an x')
q.add_argument('--f', type=argparse.FileType('r'))
req = q.add_argument_group('required')
req.add_argument('--need', required=True, help='needed')
print(q.format_help())
q.set_defaults(z=9)
print(vars(q.parse_args(['--need=1'])), q.get_default('z'))
parent = argparse.ArgumentParser(add_help=False); parent.add_argument('--seed', type=int, default=0)
c = argparse.ArgumentParser(parents=[parent], prog='c'); print(c.parse_args(['--seed', '4']))
#: odd command lines
import argparse


def attempt(parser, words):
    try:
        print(parser.parse_args(words))
    except SystemExit as end:
        print("exit", end.code, words)


parser = argparse.ArgumentParser(prog="p", allow_abbrev=True)
parser.add_argument("source")
parser.add_argument("rest", nargs="*", type=int)
parser.add_argument("--count", "-c", type=int, default="7")
parser.add_argument("--pair", nargs=2, metavar=("A", "B"))
parser.add_argument("--maybe", nargs="?", const="const", default="default")
parser.add_argument("--add", action="append")
parser.add_argument("--more", action="extend", nargs="+")
parser.add_argument("--level", action="store_const", const=5)
parser.add_argument("-x", action="store_true")
parser.add_argument("-y", action="store_false", dest="why")
for words in (["a"], ["a", "1", "2"], ["a", "-c3"], ["a", "-c", "-3"], ["a", "--count=4"], ["a", "--cou", "5"], ["a", "--pair", "1", "2"],
              ["a", "--pair", "1"], ["a", "--maybe"], ["a", "--maybe", "z"], ["a", "--add", "1", "--add", "2"], ["a", "--more", "b", "c", "--more", "d"],
              ["--", "-a"], ["a", "-xy"], ["a", "-xq"], [], ["a", "b"], ["a", "--unknown"], ["a", "-c", "x"], ["a", "--x=5"], ["a", "-x", "--level"]):
    attempt(parser, words)
known, extras = parser.parse_known_args(["a", "--other", "3", "-z"])
print(known.source, known.rest, extras)
namespace = argparse.Namespace(old=1)
parser.parse_args(["q"], namespace)
print(namespace.old, namespace.source, "old" in namespace, namespace == argparse.Namespace(old=1))


def positive(text):
    value = int(text)
    if value <= 0:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return value


strict = argparse.ArgumentParser(exit_on_error=False, prog="strict")
strict.add_argument("n", type=positive)
strict.add_argument("--mode", choices=["a", "b"], type=str.lower)
for words in (["3", "--mode", "A"], ["-3"], ["0"], ["3", "--mode", "c"], ["x"]):
    try:
        print(strict.parse_args(words))
    except (argparse.ArgumentError, SystemExit) as error:
        print(type(error).__name__, error)
for wrong in (lambda: strict.add_argument("--mode"), lambda: strict.add_argument("+n"), lambda: strict.add_argument("--z", action="nope"),
              lambda: strict.add_argument("--w", type="int"), lambda: strict.add_argument("pos", required=True)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
raw = argparse.ArgumentParser(prog="raw", description="first\n  second", epilog="a long text that goes on " * 6,
                              formatter_class=argparse.RawDescriptionHelpFormatter, usage="%(prog)s [stuff]")
raw.add_argument("--a-very-long-option-name-indeed", metavar="VALUE", help="help that is long enough to be wrapped over more than one line, surely so")
raw.add_argument("--hidden", help=argparse.SUPPRESS)
raw.add_argument("--n", type=int, help="a number in %(type)s, by default %(default)s, of %(prog)s")
raw.print_help()
main = argparse.ArgumentParser(prog="main")
main.add_argument("--opt")
group = main.add_mutually_exclusive_group(required=True)
group.add_argument("--left", action="store_true")
group.add_argument("--right", type=int)
print(main.format_usage(), end="")
attempt(main, [])
attempt(main, ["--left", "--right", "1"])
attempt(main, ["--right", "2"])
#: reading times by a format
import time, datetime
from datetime import datetime as D, timezone, timedelta
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: tuple(time.strptime('2024-03-05 14:07:09', '%Y-%m-%d %H:%M:%S')))
t(lambda: time.strptime('5 Mar 24', '%d %b %y'))
t(lambda: time.strptime('Tue Mar  5 14:07:09 2024'))
t(lambda: time.strptime('x', '%Y'))
t(lambda: time.strptime('2024 5', '%Y'))
t(lambda: time.strptime('2024-03', '%Y-%q'))
t(lambda: D.strptime('2024-03-05 14:07:09.123', '%Y-%m-%d %H:%M:%S.%f'))
t(lambda: D.strptime('05/Mar/2024:14:07:09 +0200', '%d/%b/%Y:%H:%M:%S %z'))
t(lambda: D.strptime('2024-03-05T14:07:09+02:30', '%Y-%m-%dT%H:%M:%S%z'))
t(lambda: D.strptime('Tuesday 05 March 2024 02:07 PM', '%A %d %B %Y %I:%M %p'))
t(lambda: D.strptime('2024 065', '%Y %j'))
t(lambda: D.strptime('2024 10 2', '%Y %W %w'))
t(lambda: D.strptime('2024-W10-2', '%G-W%V-%u'))
t(lambda: D.strptime('2024-02-30', '%Y-%m-%d'))
t(lambda: D.strptime('  2024', '%Y'))
t(lambda: D.strptime('2024', ' %Y'))
t(lambda: D.strptime('12:5', '%H:%M'))
t(lambda: D.strptime('%', '%%'))
t(lambda: D.strptime('69', '%y'))
t(lambda: D.strptime('68', '%y'))
t(lambda: D.strptime('UTC', '%Z'))
t(lambda: D.strptime('2024-03-05 25:00', '%Y-%m-%d %H:%M'))
t(lambda: D.strptime('03/05/24', '%D'))
t(lambda: D.strptime('03/05/24 01:02:03', '%x %X'))
t(lambda: D.strptime('Tue Mar  5 14:07:09 2024', '%c'))
t(lambda: D.strptime(5, '%Y'))
t(lambda: D.strptime('12 AM', '%I %p').hour)
t(lambda: D.strptime('12 pm', '%I %p').hour)
t(lambda: D.strptime('5 mar 2024', '%d %b %Y'))
t(lambda: D.strptime('2024-03-05', '%Y-%m-%d').date())
t(lambda: time.mktime(time.strptime('2024-03-05', '%Y-%m-%d')))
t(lambda: time.asctime((2024, 3, 5, 14, 7, 9, 1, 65, 0)))
t(lambda: time.ctime(0))
t(lambda: time.strftime('%Y %j %U', time.gmtime(86400 * 100)))
t(lambda: (time.gmtime(0).tm_zone, time.gmtime(0).tm_gmtoff, time.daylight, time.altzone, time.timezone, time.tzname))
t(lambda: time.get_clock_info('time').adjustable)
t(lambda: type(time.thread_time()).__name__)
t(lambda: datetime.time.fromisoformat('14:07'), )
t(lambda: D.fromisoformat('20240305T140709'))
t(lambda: D.fromisoformat('2024-03-05 14:07:09.5Z'))
t(lambda: D(2024,3,5).isocalendar().week)
#: unit tests
import re
import sys
import unittest


class Stream:
    def __init__(self):
        self.text = ''

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def add(a, b):
    return a + b


class AddTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('set up class')
        cls.shared = [1]

    @classmethod
    def tearDownClass(cls):
        print('tear down class')

    def setUp(self):
        self.x = 2
        self.addCleanup(print, 'cleanup', self.id())

    def tearDown(self):
        print('tear down')

    def test_sum(self):
        self.assertEqual(add(self.x, 3), 5)
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        with self.assertRaises(TypeError) as caught:
            add(1, 'a')
        self.assertIn('unsupported', str(caught.exception))
        self.assertRaises(ZeroDivisionError, lambda: 1 / 0)

    def test_fails(self):
        """It says what it does.

        And more."""
        self.assertEqual(add(1, 1), 3, 'sums')

    def test_error(self):
        raise KeyError('oops')

    @unittest.skip('not today')
    def test_skipped(self):
        pass

    @unittest.skipIf(False, 'old')
    def test_not_skipped(self):
        self.skipTest('after all')

    @unittest.expectedFailure
    def test_expected(self):
        self.assertTrue(False)

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)
        with self.subTest('a message', j=1):
            raise ValueError('in a subtest')

    async def helper(self):
        return 1


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.n = 1

    async def test_waits(self):
        import asyncio
        await asyncio.sleep(0)
        self.assertEqual(self.n, 1)


@unittest.skip('whole class')
class Skipped(unittest.TestCase):
    def test_a(self):
        pass


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise RuntimeError('no setup')

    def test_never(self):
        pass


def shown(verbosity):
    stream = Stream()
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    result = unittest.TextTestRunner(stream=stream, verbosity=verbosity).run(suite)
    text = re.sub(r'in \d+\.\d+s', 'in TIME', stream.text)
    text = re.sub(r'  File "[^"]*", line \d+, in .*\n    .*\n(    [ ^~]+\n)?', '', text)
    print(text)
    print(result.wasSuccessful(), result.testsRun, len(result.failures), len(result.errors), len(result.skipped))


shown(1)
shown(2)


class Messages(unittest.TestCase):
    def runTest(self):
        pass


case = Messages()


def tell(f):
    try:
        f()
    except Exception as error:
        print(type(error).__name__ + ':', error)


for first, second in (([1, 2, 3], [1, 2, 4]), ((1,), (1, 2)), ({'a': 1}, {'a': 2, 'b': 3}), ({1, 2}, {2, 3}), ('one\ntwo', 'one\ntoo'),
                      ('abc', 'abd'), (1, 2), (1.5, '1.5'), ([], None), ('x' * 100, 'x' * 99 + 'y'), ([1] * 40, [1] * 41), (None, 0)):
    tell(lambda: case.assertEqual(first, second))
    tell(lambda: case.assertNotEqual(first, first))
tell(lambda: case.assertTrue([]))
tell(lambda: case.assertFalse('x', 'my message'))
tell(lambda: case.assertIs(1, '1'))
tell(lambda: case.assertIsNone(3))
tell(lambda: case.assertIsNotNone(None))
tell(lambda: case.assertIn(4, [1, 2]))
tell(lambda: case.assertNotIn(1, [1, 2]))
tell(lambda: case.assertIsInstance(1, str))
tell(lambda: case.assertGreater(1, 2))
tell(lambda: case.assertLessEqual(3, 2))
tell(lambda: case.assertAlmostEqual(1.0, 1.1))
tell(lambda: case.assertAlmostEqual(1.0, 1.1, places=1))
tell(lambda: case.assertAlmostEqual(1.0, 1.5, delta=0.2))
tell(lambda: case.assertNotAlmostEqual(1.0, 1.0))
tell(lambda: case.assertRegex('abc', r'\d+'))
tell(lambda: case.assertNotRegex('abc1', r'\d+'))
tell(lambda: case.assertCountEqual([1, 2, 2], [2, 1, 1]))
tell(lambda: case.assertRaises(ValueError, int, '5'))
tell(lambda: case.assertRaisesRegex(ValueError, 'nothing', int, 'x'))
tell(lambda: case.fail('just so'))
tell(lambda: case.fail())


def no_raise():
    with case.assertRaises(KeyError):
        pass


tell(no_raise)
print(case, repr(case), case.id())
print(unittest.TestSuite([case]).countTestCases(), unittest.TestLoader().getTestCaseNames(AddTest))
#: differences of texts
import difflib
a = 'one\ntwo\nthree\nfour\n'.splitlines(keepends=True)
b = 'zero\none\ntree\nfour\nfive\n'.splitlines(keepends=True)
print(''.join(difflib.unified_diff(a, b, 'a.txt', 'b.txt', 'then', 'now')))
print(''.join(difflib.context_diff(a, b, 'a', 'b', n=1)))
print(''.join(difflib.ndiff(a, b)))
print(list(difflib.restore(difflib.ndiff(a, b), 1)) == a)
s = difflib.SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(s.ratio(), 3), s.quick_ratio(), s.real_quick_ratio())
print(s.get_matching_blocks(), s.get_opcodes())
print(s.find_longest_match(0, 5, 0, 10), list(s.get_grouped_opcodes(2)))
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']), difflib.get_close_matches('x', ['y']))
j = difflib.SequenceMatcher(lambda x: x == ' ', ' abcd', 'abcd abcd')
print(j.find_longest_match(0, 5, 0, 9), j.bjunk)
for x, y in (('', ''), ('abc', ''), ([1, 2, 3], [3, 2, 1]), ('ab' * 150, 'ba' * 150)):
    m = difflib.SequenceMatcher(None, x, y)
    print(m.ratio(), m.get_opcodes()[:3], len(m.bpopular))
for bad in (lambda: difflib.get_close_matches('a', [], n=0), lambda: list(difflib.unified_diff([1], [2])), lambda: list(difflib.restore([], 3))):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
#: files of sections
import configparser, io
text = '''
# a comment
[DEFAULT]
compression = yes
level: 9
home = /root

[model]
layers = 64, 32
   16
lr = 0.001
name = %(home)s/net
verbose = off
; another
empty =

[paths]
Data=%(home)s/data
percent = 100%%
'''
c = configparser.ConfigParser()
c.read_string(text)
print(c.sections(), c.defaults(), 'model' in c, len(c))
print(c['model']['layers'].split(), c['model'].getfloat('lr'), c.getboolean('model', 'verbose'), c['model']['name'], repr(c['model']['empty']))
print(c.get('paths', 'data'), c['paths']['percent'], c.get('paths', 'data', raw=True))
print(c.getint('model', 'level'), c['model'].getint('none'), c.get('model', 'none', fallback='f'), c['model'].get('none', 'd'))
for key in c['model']: print(key, c['model'][key])
print(list(c), c.items('paths'), c.options('paths'), c.has_option('model', 'LR'), c.has_section('nope'))
c['new'] = {'a': 1, 'b': 'two'}
c.set('model', 'lr', '0.1'); c.add_section('more'); c['more']['x'] = 'y'
out = io.StringIO(); c.write(out); print(out.getvalue())
print(c.remove_option('new', 'a'), c.remove_section('more'), c.sections(), c['model'], c['model'].name)
def tell(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
tell(lambda: c['nope']); tell(lambda: c['model']['nope']); tell(lambda: c.get('nope', 'x')); tell(lambda: c.get('model', 'x'))
tell(lambda: c.getint('model', 'name')); tell(lambda: c.getboolean('model', 'lr')); tell(lambda: c.set('model', 'a', 1)); tell(lambda: c.add_section('model'))
tell(lambda: c.read('missing.ini')); tell(lambda: c.set('model', 'z', '50%'))
tell(lambda: configparser.ConfigParser().read_string('a = 1')); tell(lambda: configparser.ConfigParser().read_string('[s]\nnothing here\n'))
tell(lambda: configparser.ConfigParser().read_string('[s]\na=1\na=2')); tell(lambda: configparser.ConfigParser().read_string('[s]\n[s]'))
d = configparser.ConfigParser(); d.read_string('[s]\na = %(b)s'); tell(lambda: d['s']['a'])
d.read_string('[t]\na = %(b)s\nb = %(a)s'); tell(lambda: d['t']['a'])
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation()); e.read_string('[a]\nx = 1\n[b]\ny = ${a:x}/${z}\nz = 2'); print(e['b']['y'])
f = configparser.RawConfigParser(allow_no_value=True, inline_comment_prefixes='#'); f.read_string('[s]\nflag\nk = v # c\np = %x'); print(dict(f['s']), f['s']['p'])
f.optionxform = str; f.read_string('[S2]\nMixedCase = 1'); print(dict(f['S2']))
with open('x.ini', 'w') as file: c.write(file)
g = configparser.ConfigParser(); print(g.read(['x.ini', 'none.ini']), g['model']['lr'], g == c, dict(g['new']))
print({s: dict(g[s]) for s in g.sections()})
#: the smaller modules
import array, ast, atexit, cmath, codecs, locale, contextvars, shlex, graphlib
def tell(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).split(' object at')[0])
a = array.array('i', [1, 2, 3])
a.append(4); a.extend([5]); a.insert(0, 0)
print(a, a[1:3], a.tolist(), a.itemsize, len(a), a.typecode, a + array.array('i', [9]), a * 2, 3 in a, a.index(3), a.count(1), a.tobytes()[:8])
a[0] = 7; del a[1]; a.reverse(); print(a, a.pop(), a == array.array('i', [5, 4, 3, 2]), list(a), sum(a), max(a))
for bad in (lambda: a.append('x'), lambda: a.append(2**40), lambda: array.array('z'), lambda: array.array('b', [200]), lambda: a[99], lambda: array.array('d', ['x']), lambda: a + [1], lambda: a.remove(99), lambda: array.array('B', [-1]), lambda: a.append(1.5)): tell(bad)
print(array.array('d', [1.5, 2]), array.array('f', [0.1]), array.array('u', 'abc'), array.array('H', b'\x01\x00\x02\x00'), array.array('b'))
for text in ("[1, 2.5, 'a', (None, True)]", "{'a': {1, 2}, 'b': b'x'}", "-3", "1+2j", "set()", " 5", "'a' 'b'", "f(1)", "x", "1 +", "1 + 2", "[1, *[2]]", "{**{}}", "-'a'", "..."): tell(lambda: ast.literal_eval(text))
tell(lambda: ast.literal_eval(5))
z = 1 + 2j
for f in ('sqrt', 'exp', 'log', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'asin', 'acos', 'atan', 'phase', 'polar', 'log10'):
    r = getattr(cmath, f)(z)
    print(f, '%.10g' % r if isinstance(r, float) else ['%.10g' % x for x in r] if isinstance(r, tuple) else '%.10g %.10g' % (r.real, r.imag))
print(cmath.sqrt(-1), cmath.isclose(1, 1 + 1e-12), cmath.rect(2, 0), cmath.isnan(complex('nan')), cmath.pi, cmath.infj)
tell(lambda: cmath.log(0))
print(codecs.encode('héllo', 'utf-8'), codecs.decode(b'abc'), codecs.encode('Hello', 'rot13'), codecs.BOM_UTF8, codecs.lookup('UTF8').name, codecs.decode('6869', 'hex'))
tell(lambda: codecs.lookup('nope'))
with codecs.open('c.txt', 'w', 'utf-8') as f: f.write('ä\n')
print(codecs.open('c.txt', encoding='utf-8').read())
print(locale.setlocale(locale.LC_ALL, 'C'), locale.getlocale(), locale.format_string('%.2f', 3.14159), locale.localeconv()['decimal_point'], locale.atof('1.5'), locale.str(1.5))
tell(lambda: locale.setlocale(locale.LC_ALL, 'xx_YY'))
v = contextvars.ContextVar('v', default=1)
t = v.set(5); print(v.get(), t.old_value == contextvars.Token.MISSING); v.reset(t); print(v.get(), v.name)
c = contextvars.copy_context(); c.run(v.set, 9); print(v.get(), c[v])
tell(lambda: contextvars.ContextVar('w').get(3))
print(shlex.split('a "b c" d\\ e \'f "g\''), shlex.quote("it's"), shlex.join(['a b', 'c']), shlex.split('x # y', comments=True))
tell(lambda: shlex.split('"open'))
g = graphlib.TopologicalSorter({'D': {'B'}, 'B': ['A'], 'C': ['A']}); print(list(g.static_order()))
tell(lambda: list(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order()))
atexit.register(print, 'last', sep='-'); 
@atexit.register
def first(): print('first')
atexit.register(print, 'gone'); atexit.unregister(print)
atexit.register(lambda: print('very first'))
print('end')
