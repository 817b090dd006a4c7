# -- failing
mode = 'b'
if mode != 'a':
    raise ValueError('no such mode')
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[raised]: ValueError: no such mode
# -- fixed
mode = 'a'
if mode != 'a':
    raise ValueError('no such mode')
# -- near miss
mode = 'b'
try:
    if mode != 'a':
        raise ValueError('no such mode')
except ValueError:
    mode = 'a'
