/** The module timeit, in Python; statements are functions or code in strings. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'timeit',
  String.raw`
import time as _time

default_timer = _time.perf_counter
default_number = 1000000
default_repeat = 5


def _runner(statement, variables):
    if callable(statement):
        return statement
    code = compile(statement, '<timeit-src>', 'exec')
    return lambda: exec(code, variables)


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self._variables = dict(globals) if globals is not None else {}
        self._setup = _runner(setup, self._variables)
        self._statement = _runner(stmt, self._variables)

    def timeit(self, number=default_number):
        self._setup()
        statement = self._statement
        start = self.timer()
        for _ in range(number):
            statement()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        number = 1
        while True:
            for factor in (1, 2, 5):
                taken = self.timeit(number * factor)
                if callback:
                    callback(number * factor, taken)
                if taken >= 0.2:
                    return number * factor, taken
            number *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
`,
);
