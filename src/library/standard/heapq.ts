/** The heapq module, in Python: binary heaps in lists, laid out as CPython lays them out. */
import { pythonModule } from '../../python/modules.ts';

export const module = pythonModule(
  'heapq',
  String.raw`
def _raise_to(heap, start, at):
    """Moves the item at a place up until its parent is not larger."""
    item = heap[at]
    while at > start:
        parent = (at - 1) // 2
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sink(heap, at):
    """Follows the smaller children to a leaf, then moves the item up from there."""
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _raise_to(heap, start, at)


def heappush(heap, item, /):
    heap.append(item)
    _raise_to(heap, 0, len(heap) - 1)


def heappop(heap, /):
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return first


def heapreplace(heap, item, /):
    if not heap:
        raise IndexError('index out of range')
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        return heapreplace(heap, item)
    return item


def heapify(heap, /):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, at)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(0, n)]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(0, n)]


def merge(*iterables, key=None, reverse=False):
    heads = []
    for iterable in iterables:
        source = iter(iterable)
        for value in source:
            heads.append([value if key is None else key(value), value, source])
            break
    while heads:
        best = 0
        for place in range(1, len(heads)):
            if heads[best][0] < heads[place][0] if reverse else heads[place][0] < heads[best][0]:
                best = place
        head = heads[best]
        yield head[1]
        for value in head[2]:
            head[0] = value if key is None else key(value)
            head[1] = value
            break
        else:
            del heads[best]
`,
);
