"""A loop-heavy program: calls, arithmetic, lists, dicts, text."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def sieve(limit):
    flags = [True] * (limit + 1)
    for i in range(2, int(limit**0.5) + 1):
        if flags[i]:
            for j in range(i * i, limit + 1, i):
                flags[j] = False
    return sum(flags) - 2


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)


def words(count):
    seen = {}
    for i in range(count):
        word = "w" + str(i % 97)
        seen[word] = seen.get(word, 0) + 1
    return len(seen)


total = Vector(0, 0)
for i in range(60000):
    total = total + Vector(i, i * 0.5)

matrix = [[i * j % 7 for j in range(120)] for i in range(120)]
trace = 0
for row in matrix:
    for value in row:
        trace += value * value
print(fib(21), sieve(200000), total.x, total.y, trace, words(120000))
