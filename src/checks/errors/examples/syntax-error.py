# -- failing
units = (3
#       ^ error[syntax-error]: '(' was never closed
# -- fixed
units = (3)
# -- near miss
units = (
    3
)
