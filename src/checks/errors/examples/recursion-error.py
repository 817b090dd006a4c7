# -- failing
def depth(n):
    return depth(n + 1)
#          ^^^^^^^^^^^^ error[recursion-error]: `depth` calls itself without end

depth(0)
# -- fixed
def depth(n):
    return n if n >= 10 else depth(n + 1)

depth(0)
# -- near miss
def depth(n):
    while n < 10:
        n += 1
    return n

depth(0)
