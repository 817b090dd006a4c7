/** logging.handlers and logging.config: handlers that keep, rotate and pass on records, and set-up from dictionaries. */
export const MORE_HANDLERS = String.raw`
import logging as _logging
import os as _os
import time as _time


class BaseRotatingHandler(_logging.FileHandler):
    """Writes one file: nothing is rotated in a run."""
    namer = None
    rotator = None

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        _logging.FileHandler.__init__(self, filename, mode, encoding, delay)
        self.mode = mode
        self.encoding = encoding

    def rotation_filename(self, default_name):
        return default_name if self.namer is None else self.namer(default_name)

    def shouldRollover(self, record):
        return False

    def doRollover(self):
        pass


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        BaseRotatingHandler.__init__(self, filename, mode, encoding, delay)
        self.maxBytes = maxBytes
        self.backupCount = backupCount


class TimedRotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        BaseRotatingHandler.__init__(self, filename, 'a', encoding, delay)
        self.when = when.upper()
        seconds = {'S': 1, 'M': 60, 'H': 3600, 'D': 86400, 'MIDNIGHT': 86400}
        if self.when.startswith('W'):
            unit = 604800
        elif self.when in seconds:
            unit = seconds[self.when]
        else:
            raise ValueError('Invalid rollover interval specified: %s' % self.when)
        self.interval = unit * interval
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime


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
