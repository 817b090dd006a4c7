# -- failing
data = 'größe'.encode('ascii')
#      ^^^^^^^^^^^^^^^^^^^^^^^ error[unicode-encode-error]: UnicodeEncodeError: 'ascii' codec can't encode characters in position 2-3: ordinal
# -- fixed
data = 'größe'.encode('utf-8')
# -- near miss
data = 'größe'.encode('ascii', errors='replace')
