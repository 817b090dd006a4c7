#: arrays one after the other in an open file
import numpy as np
with open('two.npy', 'wb') as file:
    np.save(file, np.arange(3))
    np.save(file, np.eye(2))
with open('two.npy', 'rb') as file:
    print(np.load(file))
    print(np.load(file))
    try:
        np.load(file)
    except Exception as error:
        print(type(error).__name__, error)
try:
    with open('text.npy', 'w') as file:
        np.save(file, np.arange(3))
except TypeError as error:
    print(error)

#: arrays in memory
import io
import numpy as np
buffer = io.BytesIO()
np.save(buffer, np.array([[1.5, 2], [3, 4]]))
print(len(buffer.getvalue()), buffer.tell())
buffer.seek(0)
print(np.load(buffer))

#: archives in memory and in open files
import io
import os
import numpy as np
buffer = io.BytesIO()
np.savez(buffer, x=np.arange(4), y=np.ones(2))
buffer.seek(0)
with np.load(buffer) as archive:
    print(sorted(archive.files), archive['x'], archive['y'])
with open('packed.npz', 'wb') as file:
    np.savez_compressed(file, np.zeros(3), label=np.array(['a', 'b']))
with np.load('packed.npz') as archive:
    print(sorted(archive.files), archive['arr_0'], archive['label'])
print(sorted(name for name in os.listdir('.') if name != 'script.py'))
try:
    np.savez('twice', np.arange(2), arr_0=np.arange(3))
except ValueError as error:
    print(error)

#: text into what is open
import io
import numpy as np
table = np.array([[1, 2.5], [3, -4]])
buffer = io.StringIO()
np.savetxt(buffer, table, fmt='%.2f', delimiter=',')
print(repr(buffer.getvalue()))
buffer = io.BytesIO()
np.savetxt(buffer, table, fmt='%g')
print(buffer.getvalue())
with open('rows.txt', 'w') as file:
    file.write('# first\n')
    np.savetxt(file, table, fmt='%d')
    np.savetxt(file, [9, 8], fmt='%03d')
print(open('rows.txt').read())
with open('rows.bin', 'ab') as file:
    np.savetxt(file, [1])
    np.savetxt(file, [[2]])
print(open('rows.bin').read())

#: head, foot and comments
import numpy as np
np.savetxt('a.csv', np.arange(6).reshape(2, 3), fmt='%i', delimiter=',', header='x,y,z\nmade here', footer='the end\nof it')
print(open('a.csv').read())
np.savetxt('b.csv', np.arange(4).reshape(2, 2), fmt='%5.1f', delimiter=' | ', header='p | q', comments='', newline=';\n')
print(open('b.csv').read())
print(np.loadtxt('a.csv', delimiter=','))
np.savetxt('c.txt', np.arange(3))
print(open('c.txt').read())
np.savetxt('d.txt', np.array([[1, 2]]), fmt=['%d', '%.3f'], delimiter='\t')
print(repr(open('d.txt').read()))
np.savetxt('e.txt', np.array([[1, 2], [3, 4]]), fmt='%d is less than %d')
print(open('e.txt').read())
np.savetxt('f.txt', np.zeros((0, 3)), header='nothing')
print(repr(open('f.txt').read()))

#: packed text
import gzip
import numpy as np
np.savetxt('rows.txt.gz', np.arange(4).reshape(2, 2), fmt='%d')
print(gzip.open('rows.txt.gz', 'rt').read())
print(np.loadtxt('rows.txt.gz'))

#: what savetxt refuses
import numpy as np
for value, options in [
    (np.zeros((2, 2, 2)), {}),
    (5.0, {}),
    (np.zeros((2, 2)), {'fmt': ['%d']}),
    (np.zeros((2, 2)), {'fmt': '%d %d %d'}),
    (np.zeros((2, 2)), {'fmt': 3}),
    (np.array([['a', 'b']]), {}),
]:
    try:
        np.savetxt('x.txt', value, **options)
        print('written')
    except Exception as error:
        print(type(error).__name__, error)
np.savetxt('words.txt', np.array([['a', 'b'], ['c', 'd']]), fmt='%s')
print(open('words.txt').read())

#: bytes into what is open
import numpy as np
with open('numbers.bin', 'wb') as file:
    np.arange(3, dtype='int16').tofile(file)
    np.array([1.5], dtype='float32').tofile(file)
with open('numbers.bin', 'rb') as file:
    print(np.fromfile(file, dtype='int16', count=3), np.fromfile(file, dtype='float32'))
