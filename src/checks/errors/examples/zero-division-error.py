# -- failing
total, count = 10, 0
mean = total / count
#      ^^^^^^^^^^^^^ error[zero-division-error]: ZeroDivisionError: division by zero
# -- fixed
total, count = 10, 5
mean = total / count
# -- near miss
total, count = 10, 0
mean = total / count if count else 0.0
