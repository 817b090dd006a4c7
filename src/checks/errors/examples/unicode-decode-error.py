# -- failing
text = b'\xff\xfe'.decode('utf-8')
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[unicode-decode-error]: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid
# -- fixed
text = b'\xff\xfe'.decode('latin-1')
# -- near miss
text = b'\xff\xfe'.decode('utf-8', errors='replace')
