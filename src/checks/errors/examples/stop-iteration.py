# -- failing
numbers = iter([])
first = next(numbers)
#       ^^^^^^^^^^^^^ error[stop-iteration]: StopIteration
# -- fixed
numbers = iter([1, 2])
first = next(numbers)
# -- near miss
numbers = iter([])
first = next(numbers, None)
