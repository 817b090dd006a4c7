# -- failing
rows = 3
assert rows == 4
#      ^^^^^^^^^ error[assertion]: The assertion `rows == 4` does not hold
# -- fixed
rows = 4
assert rows == 4
# -- near miss
rows = 3
try:
    assert rows == 4
except AssertionError:
    rows = 4
