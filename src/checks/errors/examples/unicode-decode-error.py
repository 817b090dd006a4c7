# -- failing
text = b'\xff\xfe'.decode('utf-8')
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[unicode-decode-error]: These bytes are no text in `utf-8`
# -- fixed
text = b'\xff\xfe'.decode('latin-1')
# -- near miss
text = b'\xff\xfe'.decode('utf-8', errors='replace')
