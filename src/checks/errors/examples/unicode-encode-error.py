# -- failing
data = 'größe'.encode('ascii')
#      ^^^^^^^^^^^^^^^^^^^^^^^ error[unicode-encode-error]: `ascii` lacks letters of this text
# -- fixed
data = 'größe'.encode('utf-8')
# -- near miss
data = 'größe'.encode('ascii', errors='replace')
