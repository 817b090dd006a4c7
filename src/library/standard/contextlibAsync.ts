/** The asynchronous half of contextlib, in Python. */
export const ASYNCHRONOUS = `
import functools as _functools


class AbstractAsyncContextManager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        return None


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @_functools.wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return inner


class _AsyncGeneratorContextManager(AsyncContextDecorator, AbstractAsyncContextManager):
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self._remake = lambda: _AsyncGeneratorContextManager(func, args, kwds)
        self.__doc__ = getattr(func, '__doc__', None)

    def _recreate_cm(self):
        return self._remake()

    async def __aenter__(self):
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, exc_type, exc_value, traceback):
        if exc_type is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        try:
            await self.gen.athrow(exc_value)
        except StopAsyncIteration as error:
            return error is not exc_value
        except RuntimeError as error:
            if error is exc_value:
                return False
            if isinstance(exc_value, (StopIteration, StopAsyncIteration)) and error.__cause__ is exc_value:
                return False
            raise
        except BaseException as error:
            if error is not exc_value:
                raise
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    @_functools.wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class AsyncExitStack(AbstractAsyncContextManager):
    def __init__(self):
        self._exits = []

    def enter_context(self, cm):
        result = type(cm).__enter__(cm)
        self._exits.append((False, type(cm).__exit__.__get__(cm)))
        return result

    async def enter_async_context(self, cm):
        result = await type(cm).__aenter__(cm)
        self._exits.append((True, type(cm).__aexit__.__get__(cm)))
        return result

    def push(self, exit):
        self._exits.append((False, getattr(exit, '__exit__', exit)))
        return exit

    def push_async_exit(self, exit):
        self._exits.append((True, getattr(exit, '__aexit__', exit)))
        return exit

    def callback(self, callback, /, *args, **kwds):
        self._exits.append((False, lambda *details: callback(*args, **kwds) and False))
        return callback

    def push_async_callback(self, callback, /, *args, **kwds):
        async def run(*details):
            await callback(*args, **kwds)

        self._exits.append((True, run))
        return callback

    def pop_all(self):
        stack = type(self)()
        stack._exits, self._exits = self._exits, []
        return stack

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, exc_type, exc_value, traceback):
        pending = exc_value
        while self._exits:
            is_async, leave = self._exits.pop()
            details = (None, None, None) if pending is None else (type(pending), pending, None)
            try:
                swallowed = leave(*details)
                if is_async:
                    swallowed = await swallowed
                if swallowed:
                    pending = None
            except BaseException as error:
                pending = error
        if pending is not None and pending is not exc_value:
            raise pending
        return exc_value is not None and pending is None
`;
