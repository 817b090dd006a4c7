/** logging.handlers and logging.config: handlers that keep, rotate and pass on records, and set-up from dictionaries. */
export const MORE_HANDLERS = String.raw`
import logging as _logging
import os as _os
import time as _time
from logging import _running


class BaseRotatingHandler(_logging.FileHandler):
    """Writes a file that is put aside from time to time, and begun again."""
    namer = None
    rotator = None

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        _logging.FileHandler.__init__(self, filename, mode, encoding, delay)
        self.mode = mode
        self.encoding = encoding
        self._delay = delay

    def emit(self, record):
        # While typing nothing is written, and nothing put aside.
        if _running() and self.shouldRollover(record):
            self.doRollover()
        _logging.FileHandler.emit(self, record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif _os.path.exists(source):
            _os.rename(source, dest)

    def shouldRollover(self, record):
        return False

    def doRollover(self):
        pass

    def _put_aside(self, name):
        """The file of now under another name, in the place of what was there."""
        if _os.path.exists(name):
            _os.remove(name)
        self.rotate(self._filename, name)

    def _pause(self):
        if self.stream:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        BaseRotatingHandler.__init__(self, filename, 'a' if maxBytes > 0 else mode, encoding, delay)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def shouldRollover(self, record):
        if self.maxBytes <= 0:
            return False
        if self.stream:
            self.stream.flush()
        size = _os.path.getsize(self._filename) if _os.path.exists(self._filename) else 0
        # An empty file takes any record.
        return size > 0 and size + len(self.format(record)) + 1 >= self.maxBytes

    def doRollover(self):
        self._pause()
        if self.backupCount > 0:
            for number in range(self.backupCount - 1, 0, -1):
                source, dest = [self.rotation_filename('%s.%d' % (self._filename, each)) for each in (number, number + 1)]
                if _os.path.exists(source):
                    if _os.path.exists(dest):
                        _os.remove(dest)
                    _os.rename(source, dest)
            self._put_aside(self.rotation_filename(self._filename + '.1'))
        # Without names for older files the one of now stays, and grows.
        if not self._delay:
            self.stream = self._open()


_SPANS = {'S': (1, '%Y-%m-%d_%H-%M-%S'), 'M': (60, '%Y-%m-%d_%H-%M'), 'H': (3600, '%Y-%m-%d_%H'), 'D': (86400, '%Y-%m-%d'), 'MIDNIGHT': (86400, '%Y-%m-%d')}


class TimedRotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        self.when = when.upper()
        self.dayOfWeek = None
        if self.when.startswith('W'):
            if len(self.when) != 2:
                raise ValueError('You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s' % self.when)
            if self.when[1] < '0' or self.when[1] > '6':
                raise ValueError('Invalid day specified for weekly rollover: %s' % self.when)
            self.dayOfWeek = int(self.when[1])
            unit, self.suffix = 604800, '%Y-%m-%d'
        elif self.when in _SPANS:
            unit, self.suffix = _SPANS[self.when]
        else:
            raise ValueError('Invalid rollover interval specified: %s' % self.when)
        BaseRotatingHandler.__init__(self, filename, 'a', encoding, delay)
        self.interval = unit * interval
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        if _running():
            self.rolloverAt = self.computeRollover(int(_time.time()))

    def _parts(self, moment):
        return _time.gmtime(moment) if self.utc else _time.localtime(moment)

    def computeRollover(self, currentTime):
        """When the file is put aside next: after the interval, or at the time of the day that was asked for."""
        if self.when != 'MIDNIGHT' and self.dayOfWeek is None:
            return currentTime + self.interval
        parts = self._parts(currentTime)
        at = 86400 if self.atTime is None else (self.atTime.hour * 60 + self.atTime.minute) * 60 + self.atTime.second
        rest = at - ((parts[3] * 60 + parts[4]) * 60 + parts[5])
        day = parts[6]
        if rest <= 0:
            rest += 86400
            day = (day + 1) % 7
        found = currentTime + rest
        if self.dayOfWeek is not None:
            found += (self.dayOfWeek - day) % 7 * 86400
            return found + (0 if self.interval == 604800 else self.interval - 604800)
        return found + self.interval - 86400

    def shouldRollover(self, record):
        return int(_time.time()) >= self.rolloverAt

    def getFilesToDelete(self):
        folder, base = _os.path.split(self._filename)
        length = len(_time.strftime(self.suffix, self._parts(0)))
        found = []
        for name in _os.listdir(folder or '.'):
            ending = name[len(base) + 1:]
            if name.startswith(base + '.') and len(ending) == length and all([a.isdigit() == b.isdigit() for a, b in zip(ending, _time.strftime(self.suffix, self._parts(0)))]):
                found.append(_os.path.join(folder, name))
        found.sort()
        return found[:max(0, len(found) - self.backupCount)]

    def doRollover(self):
        now = int(_time.time())
        self._pause()
        self._put_aside(self.rotation_filename(self._filename + '.' + _time.strftime(self.suffix, self._parts(self.rolloverAt - self.interval))))
        if self.backupCount > 0:
            for name in self.getFilesToDelete():
                _os.remove(name)
        if not self._delay:
            self.stream = self._open()
        at = self.computeRollover(now)
        while at <= now:
            at += self.interval
        self.rolloverAt = at


class WatchedFileHandler(_logging.FileHandler):
    def reopenIfNeeded(self):
        pass


class BufferingHandler(_logging.Handler):
    def __init__(self, capacity):
        _logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        self.buffer.clear()

    def close(self):
        self.flush()


class MemoryHandler(BufferingHandler):
    def __init__(self, capacity, flushLevel=_logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        self.target = target

    def flush(self):
        if self.target:
            for record in self.buffer:
                self.target.handle(record)
            self.buffer.clear()

    def close(self):
        if self.flushOnClose:
            self.flush()
        self.target = None


class QueueHandler(_logging.Handler):
    def __init__(self, queue):
        _logging.Handler.__init__(self)
        self.queue = queue

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        record.msg = record.message = self.format(record)
        record.args = None
        record.exc_info = None
        return record

    def emit(self, record):
        self.enqueue(self.prepare(record))


class QueueListener:
    """A run has one thread: what the queue holds is handled when the listener stops."""

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self.respect_handler_level = respect_handler_level

    def start(self):
        pass

    def prepare(self, record):
        return record

    def handle(self, record):
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def stop(self):
        while not self.queue.empty():
            self.handle(self.prepare(self.queue.get_nowait()))
`;

export const CONFIG = String.raw`
import importlib as _importlib
import logging as _logging
import logging.handlers as _handlers
import sys as _sys


def _resolve(name):
    if not isinstance(name, str):
        return name
    parts = name.split('.')
    for size in range(len(parts) - 1, 0, -1):
        try:
            found = _importlib.import_module('.'.join(parts[:size]))
        except ImportError:
            continue
        for part in parts[size:]:
            found = getattr(found, part)
        return found
    raise ValueError('Cannot resolve %r' % name)


def _convert(value):
    if isinstance(value, str) and value.startswith('ext://'):
        return _resolve(value[len('ext://'):])
    return value


def _keywords(config, without):
    return {key: _convert(value) for key, value in config.items() if key not in without}


def _formatter(config):
    if '()' in config:
        return _resolve(config['()'])(**_keywords(config, ('()',)))
    made = _resolve(config['class']) if 'class' in config else _logging.Formatter
    return made(config.get('format'), config.get('datefmt'), config.get('style', '%'))


def _filter(config):
    if '()' in config:
        return _resolve(config['()'])(**_keywords(config, ('()',)))
    return _logging.Filter(config.get('name', ''))


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError('Unsupported version: %s' % config['version'])
        if config.get('incremental', False):
            for name, given in config.get('handlers', {}).items():
                raise ValueError('No handler found with name %r' % name)
            for name, given in config.get('loggers', {}).items():
                self._level(_logging.getLogger(name), given)
            return
        formatters = {}
        for name, given in config.get('formatters', {}).items():
            try:
                formatters[name] = _formatter(given)
            except Exception as error:
                raise ValueError('Unable to configure formatter %r' % name) from error
        filters = {}
        for name, given in config.get('filters', {}).items():
            try:
                filters[name] = _filter(given)
            except Exception as error:
                raise ValueError('Unable to configure filter %r' % name) from error
        handlers = {}
        for name in sorted(config.get('handlers', {})):
            try:
                handlers[name] = self._handler(config['handlers'][name], formatters, filters, handlers)
                handlers[name].name = name
            except Exception as error:
                raise ValueError('Unable to configure handler %r' % name) from error
        if config.get('disable_existing_loggers', True):
            given = set(config.get('loggers', {}))
            for name, logger in list(_logging._loggers.items()):
                if name not in given and not any(name.startswith(each + '.') for each in given):
                    logger.disabled = True
        for name, each in config.get('loggers', {}).items():
            logger = _logging.getLogger(name)
            try:
                self._logger(logger, each, handlers, filters)
            except Exception as error:
                raise ValueError('Unable to configure logger %r' % name) from error
            logger.disabled = False
            if each.get('propagate') is not None:
                logger.propagate = each['propagate']
        if config.get('root'):
            try:
                self._logger(_logging.getLogger(), config['root'], handlers, filters)
            except Exception as error:
                raise ValueError('Unable to configure root logger') from error

    def _level(self, target, config):
        level = config.get('level')
        if level is not None:
            target.setLevel(level)

    def _handler(self, config, formatters, filters, handlers):
        config = dict(config)
        formatter = config.pop('formatter', None)
        level = config.pop('level', None)
        wanted = config.pop('filters', ())
        if formatter is not None and formatter not in formatters:
            raise ValueError('Unable to set formatter %r' % formatter)
        if '()' in config:
            factory = _resolve(config.pop('()'))
        else:
            factory = _resolve(config.pop('class'))
        config.pop('.', None)
        if isinstance(config.get('target'), str) and config['target'] in handlers:
            config['target'] = handlers[config['target']]
        made = factory(**{key: _convert(value) for key, value in config.items()})
        if formatter is not None:
            made.setFormatter(formatters[formatter])
        if level is not None:
            made.setLevel(level)
        for name in wanted:
            made.addFilter(filters[name])
        return made

    def _logger(self, logger, config, handlers, filters):
        self._level(logger, config)
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in config.get('handlers', ()):
            if name not in handlers:
                raise ValueError('Unable to add handler %r' % name)
            logger.addHandler(handlers[name])
        for name in config.get('filters', ()):
            logger.addFilter(filters[name])


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
`;
