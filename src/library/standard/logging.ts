/** The modules logging and logging.handlers: loggers, handlers and formatters, in Python. */

import { named, native } from '../../python/functions.ts';
import type { Interpreter } from '../../python/interpreter.ts';
import type { LibraryModule } from '../../python/modules.ts';
import { PyTuple, type Value } from '../../python/values.ts';
import { HANDLERS } from './loggingHandlers.ts';
import { CONFIG, MORE_HANDLERS } from './loggingMoreHandlers.ts';

/** Where the script called: file, line and function of the innermost frame outside of logging itself. */
function callerOf(py: Interpreter): Value {
  let frame = py.frame;
  while (frame?.caller && frame.file.path.startsWith('logging')) frame = frame.caller;
  const path = frame?.file.path ?? py.host.scriptPath;
  return new PyTuple([path, frame?.span?.start.line ?? 0, frame?.func?.code.name ?? '<module>']);
}

const SOURCE = String.raw`
class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def debug(self, msg, *args, **kwargs):
        self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self._log(WARNING, msg, args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self._log(ERROR, msg, args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            raise TypeError('level must be an integer')
        self._log(level, msg, args, **kwargs)

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if not self.isEnabledFor(level):
            return
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = _sys.exc_info()
        path, line, function = _caller()
        record = LogRecord(self.name, level, path, line, msg, args, exc_info, function)
        if extra is not None:
            for key in extra:
                if key in ('message', 'asctime') or key in record.__dict__:
                    raise KeyError('Attempt to overwrite %r in LogRecord' % key)
                setattr(record, key, extra[key])
        self.handle(record)

    def handle(self, record):
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger:
            if logger.handlers:
                return True
            if not logger.propagate:
                return False
            logger = logger.parent
        return False

    def callHandlers(self, record):
        logger = self
        found = 0
        while logger:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if found == 0 and record.levelno >= WARNING:
            _sys.stderr.write(record.getMessage() + '\n')

    def getEffectiveLevel(self):
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > _disabled[0] and level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        return getLogger(suffix if self is root else self.name + '.' + suffix)

    def __repr__(self):
        return '<%s %s (%s)>' % (self.__class__.__name__, self.name, getLevelName(self.getEffectiveLevel()))


class RootLogger(Logger):
    def __init__(self, level):
        Logger.__init__(self, 'root', level)


class LoggerAdapter:
    def __init__(self, logger, extra=None):
        self.logger = logger
        self.extra = extra

    def process(self, msg, kwargs):
        kwargs['extra'] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        msg, kwargs = self.process(msg, kwargs)
        self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)


root = RootLogger(WARNING)
_disabled = [NOTSET]
_loggers = {}


def getLogger(name=None):
    if not name or name == 'root':
        return root
    if name not in _loggers:
        logger = Logger(name)
        _loggers[name] = logger
        for each in [*_loggers.values()]:
            each.parent = _parentOf(each.name)
    return _loggers[name]


def _parentOf(name):
    while '.' in name:
        name = name.rpartition('.')[0]
        if name in _loggers:
            return _loggers[name]
    return root


def getLoggerClass():
    return Logger


def disable(level=CRITICAL):
    _disabled[0] = _checkLevel(level)


def captureWarnings(capture):
    pass


def shutdown():
    for handler in root.handlers:
        handler.flush()
        handler.close()


def basicConfig(**kwargs):
    if kwargs.pop('force', False):
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    encoding = kwargs.pop('encoding', None)
    errors = kwargs.pop('errors', None)
    if len(root.handlers) > 0:
        return
    handlers = kwargs.pop('handlers', None)
    filename = kwargs.pop('filename', None)
    mode = kwargs.pop('filemode', 'a')
    stream = kwargs.pop('stream', None)
    if handlers is None:
        if stream is not None and filename is not None:
            raise ValueError("'stream' and 'filename' should not be specified together")
        handlers = [FileHandler(filename, mode, encoding) if filename else StreamHandler(stream)]
    elif stream is not None or filename is not None:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    dates = kwargs.pop('datefmt', None)
    style = kwargs.pop('style', '%')
    if style not in Formatter._standard:
        raise ValueError('Style must be one of: %s' % ','.join(Formatter._standard))
    basic = {'%': BASIC_FORMAT, '{': '{levelname}:{name}:{message}', '$': '\${levelname}:\${name}:\${message}'}
    formatter = Formatter(kwargs.pop('format', basic[style]), dates, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = kwargs.pop('level', None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError('Unrecognised argument(s): %s' % ', '.join(kwargs.keys()))


def _prepared():
    if not root.handlers:
        basicConfig()
    return root


def debug(msg, *args, **kwargs):
    _prepared().debug(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    _prepared().info(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    _prepared().warning(msg, *args, **kwargs)


warn = warning


def error(msg, *args, **kwargs):
    _prepared().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    _prepared().error(msg, *args, exc_info=exc_info, **kwargs)


def critical(msg, *args, **kwargs):
    _prepared().critical(msg, *args, **kwargs)


fatal = critical


def log(level, msg, *args, **kwargs):
    _prepared().log(level, msg, *args, **kwargs)
`;

const logging: LibraryModule = {
  name: 'logging',
  entries: () =>
    named(
      native('_caller()', (_args, py) => callerOf(py)),
      native('_running()', (_args, py) => py.running),
    ),
  source: `${HANDLERS}\n\n${SOURCE}`.replaceAll('\\${', '${'),
  unmodelled: 'all',
};

const handlers: LibraryModule = {
  name: 'logging.handlers',
  entries: () => [],
  source: MORE_HANDLERS,
  unmodelled: 'all',
};

const config: LibraryModule = {
  name: 'logging.config',
  entries: () => [],
  source: CONFIG,
  unmodelled: 'all',
};

export const modules: readonly LibraryModule[] = [logging, handlers, config];
