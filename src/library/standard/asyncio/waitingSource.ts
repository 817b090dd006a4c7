/** Sleeping, gathering, waiting with and without a limit, in Python on top of the loop, futures and tasks. */
export const WAITING = `
import collections as _collections
import functools as _functools
import heapq as _heapq
import inspect as _inspect

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

TimeoutError = TimeoutError


class QueueEmpty(Exception):
    "Raised when Queue.get_nowait() is called on an empty Queue."


class QueueFull(Exception):
    "Raised when the Queue.put_nowait() method is called on a full Queue."


class BrokenBarrierError(RuntimeError):
    "Barrier is broken by barrier.abort() call."


class IncompleteReadError(EOFError):
    pass


class SendfileNotAvailableError(RuntimeError):
    pass


iscoroutine = _inspect.iscoroutine
iscoroutinefunction = _inspect.iscoroutinefunction


def isfuture(obj):
    return isinstance(obj, Future)


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name)


async def _await_it(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        return coro_or_future
    if loop is None:
        loop = get_event_loop()
    if iscoroutine(coro_or_future):
        return loop.create_task(coro_or_future)
    if _inspect.isawaitable(coro_or_future):
        return loop.create_task(_await_it(coro_or_future))
    raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    wrapped = (loop or get_event_loop()).create_future()
    if future.exception() is not None:
        wrapped.set_exception(future.exception())
    else:
        wrapped.set_result(future.result())
    return wrapped


class _Turn:
    def __await__(self):
        yield


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


async def sleep(delay, result=None):
    if delay <= 0:
        await _Turn()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_unless_done, future, result)
    try:
        return await future
    finally:
        handle.cancel()


async def to_thread(func, /, *args, **kwargs):
    return await get_running_loop().run_in_executor(None, _functools.partial(func, *args, **kwargs))


def run_coroutine_threadsafe(coro, loop):
    return ensure_future(coro, loop=loop)


class _GatheringFuture(Future):
    def __init__(self, children, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = [child.cancel(msg) for child in self._children]
        if any(cancelled):
            self._cancel_requested = True
        return any(cancelled)


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        empty = get_event_loop().create_future()
        empty.set_result([])
        return empty
    known = {}
    children = []
    for each in coros_or_futures:
        if each not in known:
            known[each] = ensure_future(each)
        children.append(known[each])
    outer = _GatheringFuture(children, None)
    left = len(known)

    def child_done(child):
        nonlocal left
        left -= 1
        if outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(CancelledError())
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if left == 0:
            results = []
            for one in children:
                if one.cancelled():
                    results.append(CancelledError(*_cancel_arguments(one)))
                else:
                    error = one.exception()
                    results.append(one.result() if error is None else error)
            if outer._cancel_requested:
                outer.set_exception(CancelledError())
            else:
                outer.set_result(results)

    for child in known.values():
        child.add_done_callback(child_done)
    return outer


def _cancel_arguments(future):
    try:
        future.exception()
    except CancelledError as error:
        return error.args


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def inner_done(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


def _wake(waiter, *ignored):
    if not waiter.done():
        waiter.set_result(None)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = set(fs)
    if any(iscoroutine(each) for each in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, get_running_loop())


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    handle = None if timeout is None else loop.call_later(timeout, _wake, waiter)
    left = sum(not each.done() for each in fs)

    def one_done(future):
        nonlocal left
        left -= 1
        failed = return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None
        if left <= 0 or return_when == FIRST_COMPLETED or failed:
            if handle is not None:
                handle.cancel()
            _wake(waiter)

    ready = {each for each in fs if each.done()}
    failed = any(not each.cancelled() and each.exception() is not None for each in ready)
    if left and not (ready and return_when == FIRST_COMPLETED) and not (failed and return_when == FIRST_EXCEPTION):
        for each in fs:
            each.add_done_callback(one_done)
        left = len(fs)
        try:
            await waiter
        finally:
            if handle is not None:
                handle.cancel()
            for each in fs:
                each.remove_done_callback(one_done)
    done, pending = set(), set()
    for each in fs:
        (done if each.done() else pending).add(each)
    return done, pending


async def _cancel_and_wait(future):
    waiter = get_running_loop().create_future()
    wake = _functools.partial(_wake, waiter)
    future.add_done_callback(wake)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(wake)


async def wait_for(fut, timeout):
    loop = get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut)
        if not fut.done():
            await _cancel_and_wait(fut)
        return _result_in_time(fut)
    waiter = loop.create_future()
    handle = loop.call_later(timeout, _wake, waiter)
    wake = _functools.partial(_wake, waiter)
    fut = ensure_future(fut)
    fut.add_done_callback(wake)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(wake)
            await _cancel_and_wait(fut)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(wake)
        await _cancel_and_wait(fut)
        return _result_in_time(fut)
    finally:
        handle.cancel()


def _result_in_time(future):
    try:
        return future.result()
    except CancelledError as error:
        raise TimeoutError() from error


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    done = Queue()
    loop = get_event_loop()
    todo = {ensure_future(each, loop=loop) for each in set(fs)}
    handle = None

    def timed_out():
        for each in todo:
            each.remove_done_callback(one_done)
            done.put_nowait(None)
        todo.clear()

    def one_done(future):
        if not todo:
            return
        todo.remove(future)
        done.put_nowait(future)
        if not todo and handle is not None:
            handle.cancel()

    async def next_done():
        future = await done.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for each in todo:
        each.add_done_callback(one_done)
    if todo and timeout is not None:
        handle = loop.call_later(timeout, timed_out)
    for _ in range(len(todo)):
        yield next_done()
`;
