# -- failing
ages = {'ann': 31}
for name in ages:
#           ^^^^ error[runtime-error]: `ages` is changed while a loop goes through it
    ages['ben'] = 27
# -- fixed
ages = {'ann': 31}
for name in list(ages):
    ages['ben'] = 27
# -- near miss
ages = {'ann': 31}
for name in ages:
    ages['ann'] = 32
