# -- failing (a run raises)
with open('missing.csv') as file:
    rows = file.readlines()
# -- fixed
with open('missing.csv', 'w') as file:
    file.write('1,2')
with open('missing.csv') as file:
    rows = file.readlines()
# -- near miss
import os

if os.path.exists('missing.csv'):
    with open('missing.csv') as file:
        rows = file.readlines()
