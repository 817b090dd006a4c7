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
