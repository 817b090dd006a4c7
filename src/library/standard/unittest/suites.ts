/** Suites of unittest's cases, and how they are found, in Python. */
export const SUITES = String.raw`
def _name_of(cls):
    return '%s.%s' % (cls.__module__, cls.__qualname__)


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __iter__(self):
        return iter(self._tests)

    def __repr__(self):
        return '<unittest.suite.TestSuite tests=%s>' % list(self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError('%r is not callable' % (repr(test),))
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def __call__(self, result):
        return self.run(result)

    def run(self, result):
        self._run(result)
        self._leave_class(result)
        return result

    def _run(self, result):
        for test in self:
            if result.shouldStop:
                break
            if isinstance(test, TestSuite):
                test._run(result)
                continue
            cls = type(test)
            if result._class is not cls:
                self._leave_class(result)
                self._enter_class(cls, result)
            if cls not in result._broken_classes:
                test.run(result)

    def _enter_class(self, cls, result):
        result._class = cls
        if not hasattr(cls, 'setUpClass') or getattr(cls, '__unittest_skip__', False):
            return
        self._class_step(cls, 'setUpClass', result)

    def _leave_class(self, result):
        cls, result._class = result._class, None
        if cls is None or cls in result._broken_classes or getattr(cls, '__unittest_skip__', False):
            return
        self._class_step(cls, 'tearDownClass', result)

    def _class_step(self, cls, name, result):
        try:
            getattr(cls, name, lambda: None)()
        except SkipTest as reason:
            result._broken_classes.add(cls)
            result.addSkip(_ErrorHolder('%s (%s)' % (name, _name_of(cls))), str(reason))
        except Exception:
            result._broken_classes.add(cls)
            result.addError(_ErrorHolder('%s (%s)' % (name, _name_of(cls))),
                            _without_own_frames(_traceback.format_exc()))


class _ErrorHolder:
    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description


class TestLoader:
    testMethodPrefix = 'test'
    suiteClass = TestSuite
    testNamePatterns = None

    def getTestCaseNames(self, testCaseClass):
        return sorted(name for name in dir(testCaseClass)
                      if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name)))

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module):
        tests = []
        for name in dir(module):
            if name.startswith('__'):
                continue
            found = getattr(module, name)
            if isinstance(found, type) and issubclass(found, TestCase) and found not in _OWN_CASES:
                tests.append(self.loadTestsFromTestCase(found))
        return self.suiteClass(tests)

    def loadTestsFromName(self, name, module=None):
        found = _sys.modules['__main__'] if module is None else module
        for part in name.split('.'):
            if part != '__main__':
                owner, found = found, getattr(found, part)
        if isinstance(found, type) and issubclass(found, TestCase):
            return self.loadTestsFromTestCase(found)
        if isinstance(owner, type) and issubclass(owner, TestCase):
            return self.suiteClass([owner(name.split('.')[-1])])
        raise TypeError("don't know how to make test from: %s" % found)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


_OWN_CASES = (TestCase, IsolatedAsyncioTestCase, FunctionTestCase)
defaultTestLoader = TestLoader()
`;
