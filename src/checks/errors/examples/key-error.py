# -- failing
settings = {'epochs': 3}
epochs = settings['epoch']
#        ^^^^^^^^^^^^^^^^^ error[key-error]: There is no key `'epoch'`
# -- fixed
settings = {'epochs': 3}
epochs = settings['epochs']
# -- near miss
settings = {'epochs': 3}
epochs = settings.get('epoch', 3)
