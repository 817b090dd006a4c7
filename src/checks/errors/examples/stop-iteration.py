# -- failing
numbers = iter([])
first = next(numbers)
#       ^^^^^^^^^^^^^ error[stop-iteration]: `numbers` has nothing more to give
# -- fixed
numbers = iter([1, 2])
first = next(numbers)
# -- near miss
numbers = iter([])
first = next(numbers, None)
