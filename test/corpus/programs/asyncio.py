#: coroutines by hand
async def double(x):
    return x * 2


async def several():
    a = await double(1)
    b = await double(a)
    return [await double(i) for i in range(3)], a + b


coroutine = several()
try:
    coroutine.send(None)
except StopIteration as end:
    print(end.value)
print(type(coroutine).__name__, coroutine.__name__, coroutine.__qualname__)
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)


class Steps:
    def __await__(self):
        sent = yield 1
        print("sent", sent)
        sent = yield 2
        return sent


async def through():
    return await Steps() + 1


coroutine = through()
print(coroutine.send(None), coroutine.send("a"))
try:
    coroutine.send(41)
except StopIteration as end:
    print(end.value)
coroutine = through()
coroutine.send(None)
try:
    coroutine.throw(KeyError("thrown"))
except KeyError as error:
    print("came back", error)
coroutine = through()
coroutine.close()
#: what cannot be awaited
def told(coroutine):
    try:
        coroutine.send(None)
    except Exception as error:
        print(type(error).__name__, error)


async def number():
    await 5


async def over_list():
    async for _ in [1]:
        pass


async def with_number():
    async with 5:
        pass


class HalfManager:
    async def __aenter__(self):
        return self


async def with_half():
    async with HalfManager():
        pass


class NoNext:
    def __aiter__(self):
        return self


async def no_next():
    async for _ in NoNext():
        pass


class WrongAwait:
    def __await__(self):
        return 5


async def wrong_await():
    await WrongAwait()


for make in (number, over_list, with_number, with_half, no_next, wrong_await):
    told(make())
try:
    for _ in number():
        pass
except TypeError as error:
    print(error)
try:
    with 5:
        pass
except TypeError as error:
    print(error)


class OnlyEnter:
    def __enter__(self):
        print("never")


try:
    with OnlyEnter():
        pass
except TypeError as error:
    print(error)
#: asynchronous generators and comprehensions
import asyncio


async def count(n):
    try:
        for i in range(n):
            yield i
    finally:
        print("finally", n)


class Letters:
    def __init__(self, text):
        self.letters = iter(text)

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        try:
            return next(self.letters)
        except StopIteration:
            raise StopAsyncIteration


async def main():
    seen = []
    async for i in count(3):
        seen.append(i)
    else:
        print("else")
    print(seen)
    print([x async for x in Letters("abc")], {x async for x in Letters("a")})
    print({i: x async for i, x in pairs()})
    print([x + y async for x in Letters("ab") for y in "cd" if y != "c" or x == "a"])
    doubled = (2 * i async for i in count(2))
    print(type(doubled).__name__, [x async for x in doubled])
    awaiting = (await asyncio.sleep(0, i) for i in range(2))
    print([x async for x in awaiting])
    generator = echo()
    print(await generator.asend(None), await generator.asend(5), await generator.__anext__())
    print(await generator.athrow(ValueError("v")))
    await generator.aclose()
    print(await anext(generator, "default"))
    try:
        await anext(generator)
    except StopAsyncIteration as end:
        print("over", repr(end))
    try:
        [x async for x in stops()]
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    print(await anext(aiter(Letters("z"))))


async def pairs():
    for i, x in enumerate("xy"):
        await asyncio.sleep(0)
        yield i, x


async def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as error:
            got = "caught " + str(error)


async def stops():
    yield 1
    raise StopAsyncIteration("early")


asyncio.run(main())
#: asynchronous context managers
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


class Manager:
    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("enter", self.name)
        return self.name

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("exit", self.name, kind.__name__ if kind else None, error)
        return self.swallows


@asynccontextmanager
async def managed(value):
    print("open", value)
    try:
        yield value + 1
    except KeyError as error:
        print("inside", error)
    finally:
        print("close", value)


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers closed")


async def main():
    async with Manager("a") as a, Manager("b", True) as b:
        print(a, b)
        raise ValueError("swallowed by b")
    try:
        async with Manager("c"):
            raise ValueError("passed on")
    except ValueError as error:
        print(error)
    async with managed(1) as value:
        print(value)
        raise KeyError("k")
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(Manager("d")), await stack.enter_async_context(Manager("e")))
        stack.callback(print, "callback")

        async def later(text):
            print("later", text)

        stack.push_async_callback(later, "async callback")
    async with aclosing(numbers()) as generator:
        async for number in generator:
            print(number)
            break
    for i in range(2):
        async with managed(i):
            if i == 0:
                continue
            print("last")
    return "done"


print(asyncio.run(main()))
#: gather, tasks and their order
import asyncio

log = []


async def worker(name, delay, turns):
    for i in range(turns):
        await asyncio.sleep(delay)
        log.append(f"{name}{i}")
    return name


async def fail(text, delay=0):
    await asyncio.sleep(delay)
    raise ValueError(text)


async def main():
    results = await asyncio.gather(worker("a", 0.1, 3), worker("b", 0.25, 2), worker("c", 0, 2))
    print(results, log)
    task = asyncio.create_task(worker("t", 0, 1), name="tea")
    print(task.get_name(), task.done())
    print(await task, task.done(), task.result(), task.exception(), task.cancelled())
    print(await asyncio.gather(fail("one"), asyncio.sleep(0, "two"), return_exceptions=True))
    try:
        await asyncio.gather(fail("first", 0.05), asyncio.sleep(0.2, "two"))
    except ValueError as error:
        print("caught", error)
    print(await asyncio.gather())
    same = asyncio.create_task(asyncio.sleep(0, "same"))
    print(await asyncio.gather(same, same))
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    order = []

    async def note(n):
        order.append(("begin", n))
        await asyncio.sleep(0)
        order.append(("middle", n))
        await asyncio.sleep(0)
        order.append(("end", n))

    await asyncio.gather(*(note(n) for n in range(3)))
    print(order)
    tasks = [asyncio.create_task(note(n)) for n in range(2)]
    print(len(order))
    for task in tasks:
        await task
    print(len(order))
    try:
        await asyncio.create_task(fail("in a task"))
    except ValueError as error:
        print(error)
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon")
    loop.call_later(0.02, print, "later")
    loop.call_soon(print, "soon too")
    await asyncio.sleep(0.1)
    future = loop.create_future()
    future.add_done_callback(lambda done: print("done with", done.result()))
    loop.call_soon(future.set_result, 42)
    print(await future, future)
    try:
        future.set_result(43)
    except asyncio.InvalidStateError as error:
        print(error)
    return "end"


print(asyncio.run(main()))
for wrong in (5, main):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error)[:30])


async def nested():
    inner = main()
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
    inner.close()


asyncio.run(nested())
loop = asyncio.new_event_loop()
print(loop.run_until_complete(asyncio.sleep(0, "by hand")), loop.is_running(), loop.is_closed())
loop.close()
print(loop.is_closed())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
#: timeouts and cancelling
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("cancelled, cleaning up")
        await asyncio.sleep(0)
        print("cleaned")
        raise
    finally:
        print("finally")


async def ignoring():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        return "ignored it"


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.02)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error), repr(error.__cause__))
    print(await asyncio.wait_for(asyncio.sleep(0.01, "in time"), 5))
    print(await asyncio.wait_for(asyncio.sleep(0, "no limit"), None))
    try:
        await asyncio.wait_for(stubborn(), timeout=0.02)
    except TimeoutError:
        print("too slow")
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled(), task.cancel())
    task = asyncio.create_task(ignoring())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())
    early = asyncio.create_task(ignoring())
    early.cancel()
    try:
        await early
    except asyncio.CancelledError:
        print("before it began")
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel("with a message")
    try:
        await task
    except asyncio.CancelledError as error:
        print(error.args)
    try:
        async with asyncio.timeout(0.02) as limit:
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out", limit.expired())
    async with asyncio.timeout(5):
        print("well in time")
    inner = asyncio.create_task(asyncio.sleep(0.1, "survives"))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.01)
    except TimeoutError:
        print("outer gone", inner.cancelled())
    print(await inner)
    print(issubclass(asyncio.CancelledError, Exception), issubclass(asyncio.TimeoutError, OSError))


asyncio.run(main())


async def leaves_work():
    asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print("main is over")


asyncio.run(leaves_work())
#: queues
import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put(i)
        print("put", i, queue.qsize())
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        queue.task_done()
        await asyncio.sleep(0)
    queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue.empty(), queue.full(), queue.maxsize)
    await asyncio.gather(producer(queue, 5), consumer(queue))
    await queue.join()
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    small = asyncio.Queue(1)
    small.put_nowait(1)
    try:
        small.put_nowait(2)
    except asyncio.QueueFull as error:
        print(repr(error))
    ordered = asyncio.PriorityQueue()
    for item in (3, 1, 2):
        await ordered.put((item, "x"))
    print([await ordered.get() for _ in range(3)])
    stack = asyncio.LifoQueue()
    for item in "abc":
        stack.put_nowait(item)
    print([stack.get_nowait() for _ in range(3)])
    work = asyncio.Queue()
    for i in range(6):
        work.put_nowait(i)
    done = []

    async def worker(name):
        while True:
            i = await work.get()
            await asyncio.sleep(0.01 * (i % 2))
            done.append((name, i))
            work.task_done()

    workers = [asyncio.create_task(worker(n)) for n in "xy"]
    await work.join()
    for each in workers:
        each.cancel()
    print([type(each).__name__ for each in await asyncio.gather(*workers, return_exceptions=True)])
    print(sorted(i for _, i in done))
    try:
        work.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
#: locks, events, semaphores
import asyncio


async def main():
    lock = asyncio.Lock()

    async def locked(i):
        async with lock:
            print("in", i, lock.locked())
            await asyncio.sleep(0)
            print("out", i)

    await asyncio.gather(*(locked(i) for i in range(3)))
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    semaphore = asyncio.Semaphore(2)
    active = most = 0

    async def limited(i):
        nonlocal active, most
        async with semaphore:
            active += 1
            most = max(most, active)
            await asyncio.sleep(0.05 * (i + 1))
            active -= 1
            print("free", i)

    await asyncio.gather(*map(limited, range(4)))
    print(most, semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    event = asyncio.Event()

    async def waiter(i):
        print("waits", i, event.is_set())
        await event.wait()
        print("goes on", i)

    tasks = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    event.set()
    print("set")
    await asyncio.wait(tasks)
    event.clear()
    print(event.is_set())
    condition = asyncio.Condition()
    items = []

    async def taker():
        async with condition:
            await condition.wait_for(lambda: len(items) >= 2)
            print("took", items)

    task = asyncio.create_task(taker())
    for i in range(2):
        await asyncio.sleep(0)
        async with condition:
            items.append(i)
            condition.notify_all()
    await task
    barrier = asyncio.Barrier(3)

    async def meets(i):
        await asyncio.sleep(0.03 * i)
        print("arrives", i)
        await barrier.wait()
        return i

    print(await asyncio.gather(*map(meets, range(3))))


asyncio.run(main())
#: waiting for several, threads, groups
import asyncio
import time


async def fail(text):
    await asyncio.sleep(0.02)
    raise ValueError(text)


def blocking(a, b=2):
    time.sleep(0.05)
    return a * b


async def main():
    slow = [asyncio.sleep(0.3, "c"), asyncio.sleep(0.05, "a"), asyncio.sleep(0.15, "b")]
    for each in asyncio.as_completed(slow):
        print(await each)
    quick = asyncio.create_task(asyncio.sleep(0.02, "x"))
    long = asyncio.create_task(asyncio.sleep(5))
    done, pending = await asyncio.wait([quick, long], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), [each.result() for each in done], long in pending)
    done, pending = await asyncio.wait({long}, timeout=0.02)
    print(len(done), len(pending))
    long.cancel()
    print(await asyncio.to_thread(blocking, 3, b=5))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 4))
    both = await asyncio.gather(asyncio.to_thread(blocking, 1), asyncio.to_thread(blocking, 2))
    print(both)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.sleep(0.01 * i, i)) for i in range(3)]
    print([task.result() for task in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            good = group.create_task(asyncio.sleep(5, "never"))
            group.create_task(fail("in the group"))
    except* ValueError as errors:
        print(errors, errors.exceptions, good.cancelled())
    with_result = asyncio.ensure_future(asyncio.sleep(0, 1))
    print(isinstance(with_result, asyncio.Task), asyncio.isfuture(with_result), await with_result)
    print(asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(print))
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)
    with_coroutine = main()
    try:
        await asyncio.wait([with_coroutine])
    except TypeError as error:
        print(error)
    with_coroutine.close()


asyncio.run(main())
with asyncio.Runner() as runner:
    print(runner.run(asyncio.sleep(0, "run once")), runner.run(asyncio.sleep(0, "and again")))
#: a pipeline as people write it
import asyncio
import random
from dataclasses import dataclass, field


@dataclass
class Page:
    url: str
    words: list = field(default_factory=list)


class Client:
    def __init__(self, limit):
        self.semaphore = asyncio.Semaphore(limit)
        self.requests = 0

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        print("closed after", self.requests)

    async def get(self, url):
        async with self.semaphore:
            self.requests += 1
            await asyncio.sleep(0.01)
            if url.endswith("3"):
                raise ConnectionError(f"no route to {url}")
            return Page(url, url.split("/"))


async def fetch(client, url, attempts=2):
    for attempt in range(1, attempts + 1):
        try:
            return await client.get(url)
        except ConnectionError as error:
            print(f"attempt {attempt}: {error}")
            if attempt == attempts:
                return None
            await asyncio.sleep(0)


async def main():
    random.seed(1)
    urls = [f"site/{i}" for i in range(5)]
    async with Client(limit=2) as client:
        pages = await asyncio.gather(*[fetch(client, url) for url in urls])
    good = [page for page in pages if page]
    print(len(good), [page.url for page in good])
    print(sum(len(page.words) for page in good))


if __name__ == "__main__":
    asyncio.run(main())
#: an error that leaves the loop
import asyncio


async def inner():
    await asyncio.sleep(0)
    raise LookupError("out of the loop")


async def main():
    await asyncio.gather(inner(), asyncio.sleep(0))


asyncio.run(main())
#: decorators and types of coroutines
import asyncio
import collections.abc
import functools
import inspect
import types


def logged(func):
    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        print("call", func.__name__, args[1:], kwargs)
        result = await func(*args, **kwargs)
        print("gave", result)
        return result

    return wrapper


class Service:
    factor = 3

    @logged
    async def scale(self, x, *, by=None):
        await asyncio.sleep(0)
        return x * (by or self.factor)

    @classmethod
    async def make(cls):
        return cls()

    @staticmethod
    async def plain(x):
        return x


async def generator():
    yield 1


async def main():
    service = await Service.make()
    print(await service.scale(2), await service.scale(2, by=5), await Service.plain(7))
    return "ok"


print(asyncio.run(main()))
print(inspect.iscoroutinefunction(main), inspect.isasyncgenfunction(generator), inspect.iscoroutinefunction(generator))
coroutine = main()
print(inspect.iscoroutine(coroutine), inspect.isawaitable(coroutine), isinstance(coroutine, types.CoroutineType))
print(isinstance(coroutine, collections.abc.Coroutine), isinstance(coroutine, collections.abc.Awaitable))
coroutine.close()
made = generator()
print(inspect.isasyncgen(made), isinstance(made, types.AsyncGeneratorType), isinstance(made, collections.abc.AsyncIterator))
print(isinstance([], collections.abc.AsyncIterable), isinstance(made, collections.abc.AsyncGenerator))


@types.coroutine
def old_style():
    got = yield "out"
    return got


async def uses_old():
    return await old_style()


coroutine = uses_old()
print(coroutine.send(None))
try:
    coroutine.send("in")
except StopIteration as end:
    print(end.value)
#: what is sent and thrown through yield from
def inner():
    total = 0
    while True:
        try:
            got = yield total
        except ValueError as error:
            print("inner caught", error)
            got = 100
        except GeneratorExit:
            print("inner closed")
            raise
        if got is None:
            return total
        total += got


def outer():
    try:
        result = yield from inner()
        print("inner gave", result)
        yield "after"
    finally:
        print("outer ends")


generator = outer()
print(next(generator), generator.send(5), generator.send(6))
print(generator.throw(ValueError("v")))
print(generator.send(None))
print(next(generator, "over"))
generator = outer()
next(generator)
generator.close()


class Counting:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == 3:
            raise StopIteration("the end")
        return self.n

    def send(self, value):
        print("send", value)
        return next(self)

    def throw(self, *details):
        print("throw", details)
        return -1

    def close(self):
        print("close")


def over():
    result = yield from Counting()
    print("result", result)


generator = over()
print(next(generator), generator.send("x"))
print(generator.throw(KeyError("k")))
print(next(generator, "end"))
generator = over()
next(generator)
generator.close()


def passing():
    yield from [1, 2]


generator = passing()
next(generator)
try:
    generator.throw(OSError("through a list"))
except OSError as error:
    print(error)
