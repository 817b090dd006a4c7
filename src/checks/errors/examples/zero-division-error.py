# -- failing
total, count = 10, 0
mean = total / count
#      ^^^^^^^^^^^^^ error[zero-division-error]: `count` is 0 here
# -- fixed
total, count = 10, 5
mean = total / count
# -- near miss
total, count = 10, 0
mean = total / count if count else 0.0
