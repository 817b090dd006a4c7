/** Test cases, suites and how they are found, in Python. */
export const CASES = String.raw`
import functools as _functools
import sys as _sys
import traceback as _traceback


class SkipTest(Exception):
    "Raise this exception in a test to skip it."


def skip(reason):
    def decorate(item):
        if not isinstance(item, type):
            @_functools.wraps(item)
            def skipped(*args, **kwargs):
                raise SkipTest(reason)

            item = skipped
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if callable(reason) and not isinstance(reason, str):
        item, reason = reason, ''
        return decorate(item)
    return decorate


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return lambda item: item if condition else skip(reason)(item)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


def _without_own_frames(text):
    kept, own = [], False
    for line in text.splitlines(keepends=True):
        if line.startswith('  File '):
            own = line.startswith('  File "unittest')
        elif not line.startswith('    '):
            own = False
        if not own:
            kept.append(line)
    return ''.join(kept)


class TestCase(_Assertions):
    _testMethodName = 'runTest'

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._cleanups = []
        self._subtest = None
        if methodName != 'runTest' and not hasattr(self, methodName):
            raise ValueError('no such test method in %s: %s' % (type(self), methodName))
        self._testMethodDoc = getattr(getattr(self, methodName, None), '__doc__', None)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def id(self):
        return '%s.%s' % (_name_of(type(self)), self._testMethodName)

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def __str__(self):
        return '%s (%s.%s)' % (self._testMethodName, _name_of(type(self)), self._testMethodName)

    def __repr__(self):
        return '<%s testMethod=%s>' % (_name_of(type(self)), self._testMethodName)

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        result = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._step(function, args, kwargs)
        return self._outcome_ok

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTestContext(self, msg, params)

    def defaultTestResult(self):
        return TestResult()

    def __call__(self, *args, **kwargs):
        return self.run(*args, **kwargs)

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()

    def _step(self, function, args=(), kwargs={}, subtest=None):
        try:
            result = function(*args, **kwargs)
            if _inspect.iscoroutine(result):
                _asyncio.run(result)
            return True
        except KeyboardInterrupt:
            raise
        except SkipTest as reason:
            self._outcome_ok = False
            self._result.addSkip(self, str(reason))
        except BaseException as error:
            self._outcome_ok = False
            self._failed(error, _without_own_frames(_traceback.format_exc()))
        return False

    def _failed(self, error, text):
        if self._expecting:
            self._expected_error = (self, text)
        elif isinstance(error, self.failureException):
            self._result.addFailure(self, text)
        else:
            self._result.addError(self, text)

    def run(self, result=None):
        own = result is None
        if own:
            result = self.defaultTestResult()
        self._result = result
        result.startTest(self)
        method = getattr(self, self._testMethodName)
        skipped = getattr(type(self), '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False)
        if skipped:
            why = getattr(type(self), '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
            result.addSkip(self, why)
            result.stopTest(self)
            return result
        self._expecting = (getattr(type(self), '__unittest_expecting_failure__', False)
                           or getattr(method, '__unittest_expecting_failure__', False))
        self._expected_error = None
        self._outcome_ok = True
        if self._step(self.setUp):
            self._step(method)
            self._step(self.tearDown)
        self.doCleanups()
        if self._expecting:
            if self._expected_error is not None:
                result.addExpectedFailure(*self._expected_error)
            elif self._outcome_ok:
                result.addUnexpectedSuccess(self)
        elif self._outcome_ok:
            result.addSuccess(self)
        result.stopTest(self)
        return result


class IsolatedAsyncioTestCase(TestCase):
    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    def run(self, result=None):
        plain_set_up, plain_tear_down = self.setUp, self.tearDown

        def set_up():
            plain_set_up()
            return self.asyncSetUp()

        def tear_down():
            result = self._step(lambda: self.asyncTearDown())
            plain_tear_down()

        self.setUp, self.tearDown = set_up, tear_down
        return super().run(result)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        self.runTest = testFunc
        super().__init__('runTest')
        if setUp is not None:
            self.setUp = setUp
        if tearDown is not None:
            self.tearDown = tearDown


class _SubTest:
    failureException = AssertionError

    def __init__(self, case, message, params):
        self.test_case = case
        self._message = message
        self.params = params

    def _description(self):
        parts = [] if self._message is None else ['[{}]'.format(self._message)]
        if self.params:
            parts.append('({})'.format(', '.join('{}={!r}'.format(k, v) for k, v in self.params.items())))
        return ' '.join(parts) or '(<subtest>)'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def id(self):
        return '{} {}'.format(self.test_case.id(), self._description())

    def __str__(self):
        return '{} {}'.format(self.test_case, self._description())


class _SubTestContext:
    def __init__(self, case, message, params):
        self.case = case
        outer = case._subtest
        params = {**outer.params, **params} if outer else params
        self.subtest = _SubTest(case, message, params)

    def __enter__(self):
        self.outer, self.case._subtest = self.case._subtest, self.subtest

    def __exit__(self, kind, error, traceback):
        case = self.case
        case._subtest = self.outer
        if kind is None:
            return False
        if issubclass(kind, KeyboardInterrupt) or case._expecting:
            return False
        if issubclass(kind, SkipTest):
            case._result.addSkip(self.subtest, str(error))
            return True
        case._outcome_ok = False
        text = _without_own_frames(''.join(_traceback.format_exception(error)))
        case._result.addSubTest(case, self.subtest, (kind, error, text))
        return True
`;
