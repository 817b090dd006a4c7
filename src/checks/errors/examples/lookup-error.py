# -- failing
text = b'label'.decode('utf-88')
#      ^^^^^^^^^^^^^^^^^^^^^^^^^ error[lookup-error]: There is no encoding `utf-88`
# -- fixed
text = b'label'.decode('utf-8')
# -- near miss
text = b'label'.decode('latin-1')
