# -- failing
ages = {'ann': 31}
for name in ages:
#           ^^^^ error[runtime-error]: RuntimeError: dictionary changed size during iteration
    ages['ben'] = 27
# -- fixed
ages = {'ann': 31}
for name in list(ages):
    ages['ben'] = 27
# -- near miss
ages = {'ann': 31}
for name in ages:
    ages['ann'] = 32
