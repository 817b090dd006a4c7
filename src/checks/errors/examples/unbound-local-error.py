# -- failing
def count():
    total += 1
#   ^^^^^ error[unbound-local-error]: `total` is read before the function gives it a value
    return total

count()
# -- fixed
def count():
    total = 0
    total += 1
    return total

count()
# -- near miss
total = 0

def count():
    global total
    total += 1
    return total

count()
