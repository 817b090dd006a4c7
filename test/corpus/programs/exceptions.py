#: chaining and context
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError('v') from e
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
try:
    try: {}['a']
    except KeyError: raise IndexError('i')
except IndexError as e: print(repr(e.__context__), e.__cause__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise TypeError('t') from None
except TypeError as e: print(e.__cause__, e.__suppress_context__)
#: finally order and returns
def f():
    try: return 'try'
    finally: print('fin')
def g():
    for i in range(3):
        try: continue
        finally:
            if i == 1: break
    return i
def h():
    try: raise ValueError
    except ValueError: return 'except'
    else: return 'else'
    finally: return 'finally'
def k():
    try: pass
    except: pass
    else: return 'else'
    finally: print('k')
print(f(), g(), h(), k())
def m():
    try: raise KeyError('lost')
    finally: return 'swallowed'
print(m())
#: exception groups
def f(n):
    try: raise ExceptionGroup('grp', [ValueError(1), TypeError('t'), ExceptionGroup('sub', [ValueError(2), OSError('o')])])
    except* ValueError as e: print('V', e.exceptions, e.message)
    except* TypeError as e: print('T', [str(x) for x in e.exceptions])
    except* OSError as e: print('O', e.exceptions)
    else: print('else')
    finally: print('finally')
f(1)
try:
    try: raise ExceptionGroup('g', [KeyError('k'), ValueError('v')])
    except* KeyError: print('key')
except ExceptionGroup as e: print(repr(e))
try:
    try: raise ValueError('plain')
    except* ValueError as e: print(type(e).__name__, e.exceptions)
except Exception as e: print('no', e)
g = ExceptionGroup('m', [ValueError(1), TypeError(2)])
print(g.split(ValueError), g.subgroup(TypeError), g.derive([KeyError()]), str(g), g.args)
try: ExceptionGroup('e', [])
except ValueError as e: print(e)
try: ExceptionGroup('e', [1])
except ValueError as e: print(e)
#: notes and args
try:
    e = ValueError('a', 2); e.add_note('note'); raise e
except ValueError as e: print(e, e.args, e.__notes__, repr(e), str(ValueError()), repr(KeyError('k')), str(KeyError('k')), repr(Exception(1, 'b')), str(OSError(2, 'msg')), str(OSError(2, 'msg', 'file')))
print(OSError(2, 'No such file').errno, OSError(2, 'x', 'f').filename, type(OSError(2, 'a')).__name__, StopIteration(5).value, SystemExit(3).code, UnicodeDecodeError('utf-8', b'\xff', 0, 1, 'bad'))
#: raising odd things
for make in ['raise 5', 'raise "s"', 'raise ValueError', 'raise ValueError("x") from 5', 'raise int', 'raise', 'raise None']:
    try: exec(make)
    except BaseException as e: print(make, type(e).__name__, e)
#: except clauses in every form
for i, ex in enumerate([ValueError(1), KeyError(2), IndexError(3), OSError(4), StopIteration(5), ArithmeticError(6)]):
    try: raise ex
    except (ValueError, KeyError) as e: print('VK', e)
    except LookupError: print('L')
    except OSError as e: print(type(e).__name__)
    except Exception as e: print('other', type(e).__mro__[1].__name__)
try: e
except NameError as err: print(err)
try:
    try: raise ValueError('inner')
    except KeyError: print('no')
except ValueError as e: print('outer', e)
try:
    try: 1 / 0
    except 5: pass
except TypeError as e: print(e)
#: custom hierarchy and attributes
class AppError(Exception):
    code = 1
    def __init__(self, msg, **info): super().__init__(msg); self.info = info
class Sub(AppError): code = 2
try: raise Sub('bad', where='x')
except AppError as e: print(e, e.code, e.info, type(e).__name__, isinstance(e, Sub), e.args)
print(issubclass(KeyError, LookupError), issubclass(FileNotFoundError, OSError), issubclass(ModuleNotFoundError, ImportError), issubclass(KeyboardInterrupt, Exception), issubclass(UnicodeError, ValueError), IOError is OSError, issubclass(NotImplementedError, RuntimeError), RecursionError.__mro__[1].__name__)
#: traceback module
import traceback, sys
def f(): return 1 / 0
try: f()
except ZeroDivisionError as e:
    print(traceback.format_exc().splitlines()[-1], traceback.format_exception_only(type(e), e), sys.exc_info()[0].__name__)
    print([l.strip() for l in traceback.format_exc().splitlines()][0])
    print(''.join(traceback.format_exception(type(e), e, e.__traceback__)).count('File'))
print(sys.exc_info())
#: assert forms
try: assert 1 == 2
except AssertionError as e: print(repr(e))
try: assert 0, 'message'
except AssertionError as e: print(e)
try: assert False, {'a': 1}
except AssertionError as e: print(e.args)
assert (1, 'always true')
#: uncaught with cause
class MyError(Exception): pass
def f(): raise MyError('deep')
try: f()
except MyError as e: raise RuntimeError('wrapped') from e
#: uncaught key error
d = {'a': 1}
print(d['a'])
d['missing']
#: uncaught custom str
class E(Exception):
    def __str__(self): return 'custom text'
raise E(1)
#: uncaught system exit code
import sys
print('before')
sys.exit(3)
#: uncaught system exit message
raise SystemExit('goodbye')
#: uncaught assertion without text
assert [] , ''
#: uncaught name suggestion
lenght = 5
print(lenghtt)
#: uncaught attribute suggestion
class A:
    value = 1
A().valu
#: uncaught module function
import math
math.sqroot(2)
#: uncaught import name
from math import squareroot
#: uncaught recursion in repr
def f(): f()
f()
#: uncaught stop iteration
next(iter([]))
#: uncaught unpack
a, b = [1, 2, 3]
#: uncaught index
[1, 2][9]
#: uncaught unicode
'é'.encode('ascii')
#: uncaught json
import json
json.loads('{bad}')
#: uncaught file
open('no/such/file.txt')
#: uncaught division
1 // 0
#: uncaught float modulo
1.5 % 0
#: uncaught overflow
2.0 ** 10000
#: uncaught int too large
float(10 ** 400)
