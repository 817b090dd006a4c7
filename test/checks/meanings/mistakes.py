#: 3 `pritn` is not defined; did you mean `print`?
import numpy as np
x = np.zeros((3, 4))
pritn(x.shape)
#: 3 `x_tran` is not defined; did you mean `x_train`?
import numpy as np
x_train = np.random.random((10, 4))
print(x_tran.shape)
#: 2 `+` joins a text only with another text, and `epochs` is of type `int`: write `str(epochs)`, or an f-string.
epochs = 10
print('epochs: ' + epochs)
#: 2 `age` is a text (`str`) and `5` is a number: `+` needs two numbers, `float(age)`, or two texts, `str(5)`.
age = '12'
total = 5 + age
#: 4 `a` is (100, 3) and `b` is (100, 2): `+` needs the same size in each axis, or 1, and axis -1 has 3 and 2.
import numpy as np
a = np.ones((100, 3))
b = np.ones((100, 2))
c = a + b
#: 4 `x` is (100, 28, 28) and `weights` is (784, 10): `np.dot` multiplies rows with columns and needs the same length, here 28 and 784.
import numpy as np
weights = np.ones((784, 10))
x = np.ones((100, 28, 28))
out = np.dot(x, weights)
#: 4 `w` is (3, 4) and `x` is (5, 3): `@` multiplies rows with columns and needs the same length, here 4 and 5.
import numpy as np
w = np.ones((3, 4))
x = np.ones((5, 3))
y = w @ x
#: 3 `images` has (100, 28, 28) = 78400 values, and (100, 748) holds 74800: a reshape keeps their number.
import numpy as np
images = np.zeros((100, 28, 28))
flat = images.reshape(100, 748)
#: 3 `images` has (10, 7) = 70 values, which cannot be put into (-1, 4): 70 is no multiple of 4.
import numpy as np
images = np.zeros((10, 7))
flat = images.reshape(-1, 4)
#: 2 The last position of `rows` is 2: there is no element at `3`.
rows = [1, 2, 3]
last = rows[3]
#: 3 `x` is (10, 4): axis 0 has the positions 0 to 9, there is no 10.
import numpy as np
x = np.zeros((10, 4))
print(x[10])
#: 3 `x` is (10, 4): axis 1 has the positions 0 to 3, there is no 4.
import numpy as np
x = np.zeros((10, 4))
print(x[0, 4])
#: 3 `[0, 1]` asks for 2 axes, and `x` is (10,).
import numpy as np
x = np.zeros((10,))
print(x[0, 1])
#: 2 `shape` is a tuple, which never changes and has no `append`: make it a list first, `list(shape)`.
shape = (28, 28)
shape.append(1)
#: 3 `losses` is an array, whose size is fixed, and has no `append`: collect the values in a list and make the array of it at the end.
import numpy as np
losses = np.array([])
losses.append(0.5)
#: 3 `x.shape` is of type `tuple`, no function: leave out the parentheses.
import numpy as np
x = np.zeros((10, 4))
print(x.shape())
#: 3 `x.shape` is of type `tuple`, to which `+` joins only another one, and `1` is of type `int`: write `(1,)` to make it longer.
import numpy as np
x = np.zeros((10, 4))
n = x.shape + 1
#: 2 `n` is a number and has no length: `range(n)` counts up to it.
n = 10
for i in range(len(n)):
    print(i)
#: 2 `for` goes through the elements of something, and `n` is a number: `range(n)` counts up to it.
n = 10
for i in n:
    print(i)
#: 2 `n` is a `float`, since `/` always gives one, and a whole number is needed here: divide with `//`.
n = 100 / 10
for i in range(n):
    print(i)
#: 2 `np.zeros` takes the shape as one tuple, and what follows as the type: `np.zeros((3, 4))`.
import numpy as np
x = np.zeros(3, 4)
#: 2 `np.array` takes all values as one list: `np.array([1, 2, 3])`.
import numpy as np
x = np.array(1, 2, 3)
#: 2 `len(rows) / 2` is a `float`, since `/` always gives one, and a whole number is needed here: divide with `//`.
rows = list(range(10))
half = rows[len(rows) / 2]
#: 4 `n` is a `float`, and a whole number is needed here: `int(n)`.
import numpy as np
x = np.arange(10)
n = len(x) * 0.8
train = x[:n]
#: 3 `x.shape` is (100, 28, 28): it gives 3, and `n, h, w, c` waits for 4.
import numpy as np
x = np.zeros((100, 28, 28))
n, h, w, c = x.shape
#: 3 `x.shape` is (100, 28, 28): it gives 3, and `h, w` waits for 2.
import numpy as np
x = np.zeros((100, 28, 28))
h, w = x.shape
#: 3 `count` is assigned inside of `step`, which makes it a name of its own there, without a value yet: pass it as an argument, or say `global count`.
count = 0
def step():
    count = count + 1
    return count
step()
#: 3 `rows` is `None`: `rows.sort(…)` changes `rows` in place and returns nothing, so its result is not to be kept.
rows = [3, 1, 2]
rows = rows.sort()
print(rows[0])
#: 3 `names` is `None`: `names.append(…)` changes `names` in place and returns nothing, so its result is not to be kept.
names = ['a']
names = names.append('b')
names.append('c')
#: 4 `x` is `None`: the function `load` returns nothing; end it with `return` and the value.
def load():
    x = [1, 2]
x = load()
print(len(x))
#: 3 `load()` is `None`: the function `load` returns nothing; end it with `return` and the value.
def load():
    pass
x, y = load()
#: 3 `train` needs `epochs`, and the call does not pass it.
def train(x, y, epochs):
    return x
train(1, 2)
#: 3 Too many arguments: `train` takes 1 by position, and the call passes 2.
def train(x):
    return x
train(1, 2)
#: 5 The method `load` lacks `self`: Python passes the object itself as the first argument.
class Data:
    def load():
        return 1
d = Data()
d.load()
#: 3 `train` has no parameter `epoch`: it takes `x`, `epochs`.
def train(x, epochs=3):
    return x
train(1, epoch=3)
#: 3 `total` is 0 here, and nothing can be divided by 0.
correct = 0
total = 0
print(correct / total)
#: 2 There is no key `'epoch'`: the keys are `'lr'`, `'epochs'`.
config = {'lr': 0.1, 'epochs': 3}
print(config['epoch'])
#: 2 There is no key `0`: the keys are `1`, `2`.
labels = {1: 'a', 2: 'b'}
print(labels[0])
#: 1 `'12,5'` has a comma, and Python reads numbers with a point: `.replace(",", ".")`.
value = float('12,5')
#: 1 `'3.5'` is no whole number, and `int` reads only these: `int(float('3.5'))`.
n = int('3.5')
#: 2 The module `np` has no `arrange`; did you mean `arange`?
import numpy as np
x = np.arrange(10)
#: 2 NumPy has no `np.float` since 1.24: write `float`.
import numpy as np
x = np.random.randn(10).astype(np.float)
#: 2 `name` is of type `str`, which has no `length`: Python asks for a length with `len(name)`.
name = 'abc'
print(name.length())
#: 2 `words` is a list, and `lower` is a method of texts: call it for each element.
words = ['A', 'B']
print(words.lower())
#: 2 `x` is a list, and only arrays have `astype`: make it one first, `np.array(x)`.
x = [1, 2, 3]
x = x.astype('float32')
#: 2 `x` is a list, and only arrays have `shape`: make it one first, `np.array(x)`.
x = [1, 2, 3]
print(x.shape)
#: 3 Lists do not compute, so `-` is not defined for `a`: make an array of it, `np.array(a)`.
a = [1, 2]
b = [3, 4]
print(a - b)
#: 2 Lists do not compute, so `/` is not defined for `x`: make an array of it, `np.array(x)`.
x = [1, 2, 3]
x = x / 255
#: 1 Between `[1, 2]` and `0.5` stands `*`, which repeats a list or text a whole number of times: to compute with numbers make an array or a number of it.
x = [1, 2] * 0.5
#: 2 `n` is a text (`str`) and cannot be compared with the number `3` by `>`: make it a number, `float(n)`.
n = '5'
if n > 3:
    print(n)
#: 3 `x > 2` is an array with a truth value for every element: say which is meant, `(x > 2).any()` or `(x > 2).all()`.
import numpy as np
x = np.array([1, 2, 3])
if x > 2:
    print('yes')
#: 3 `and` wants one truth value from each side, and an array has one for every element: write `&` between comparisons in parentheses.
import numpy as np
x = np.array([1, 2, 3])
y = (x > 1) and (x < 3)
#: 4 `np.concatenate` joins arrays of the same number of axes, and `a` has 2, `b` has 1.
import numpy as np
a = np.ones((10, 3))
b = np.ones((10,))
c = np.concatenate([a, b])
#: 4 `np.concatenate` takes the arrays as one tuple or list, and the second argument as the axis: `np.concatenate((a, b))`.
import numpy as np
a = np.ones((10, 3))
b = np.ones((10, 3))
c = np.concatenate(a, b)
#: 4 `np.stack` needs arrays of one shape, and gets `a` (10, 3), `b` (9, 3).
import numpy as np
a = np.ones((10, 3))
b = np.ones((9, 3))
c = np.stack([a, b])
#: 4 `np.vstack` joins arrays that are equal in all other axes, and in axis 1 `a` has 3 and `b` has 4.
import numpy as np
a = np.ones((10, 3))
b = np.ones((10, 4))
c = np.vstack((a, b))
#: 3 `y` is (10,), with one axis, number 0: there is no axis 1.
import numpy as np
y = np.zeros(10)
print(np.argmax(y, axis=1))
#: 2 The rows of `[[1, 2], [3]]` have different lengths, (2,): an array needs one length for all, so pad the rows or cut them.
import numpy as np
x = np.array([[1, 2], [3]])
#: 3 `x[0]` has room for one number, and `[1, 2]` holds several.
import numpy as np
x = np.zeros(3)
x[0] = [1, 2]
#: 3 `x[0]` has the shape (4,), and `np.ones(5)` is (5,): they have to agree.
import numpy as np
x = np.zeros((3, 4))
x[0] = np.ones(5)
#: 4 `y == 0` chooses with 8 truth values from axis 0 of `x`, which has 10: both need the same length.
import numpy as np
x = np.zeros((10, 2))
y = np.zeros(8)
print(x[y == 0])
#: 2 `shape` is a tuple, which never changes: make it a list before, `list(shape)`.
shape = (1, 2)
shape[0] = 3
#: 2 `s` is a text, which never changes: make a new one, for example with `replace`.
s = 'abc'
s[0] = 'x'
#: 2 `n` is of type `int`, which is no function and cannot be called.
n = 3
print(n(4))
#: 2 `random` is a module, no function: a function of it is called as `random.name(…)`.
import random
print(random())
#: 2 `rows` is of type `list`: its elements are taken with square brackets, `rows[0]`.
rows = [1, 2, 3]
print(rows(0))
#: 3 `f` is a function, which is called with round parentheses: `f(0)`.
def f(x):
    return x
print(f[0])
#: 2 `np.zeros` is a function, which is called with round parentheses: `np.zeros(3)`.
import numpy as np
print(np.zeros[3])
#: 2 `n` is of type `int`, which has no elements to take with `[…]`.
n = 4
print(n[0])
#: 2 `rows` is of type `list`, whose elements have numbers, and `'a'` is a text: is it a key of one of its elements?
rows = [{'a': 1}]
print(rows['a'])
#: 2 `s` is of type `str`, whose elements have numbers, and `'a'` is a text: is it a key of one of its elements?
s = 'abc'
print(s['a'])
#: 1 Keys of dictionaries and elements of sets must never change, and a `list` can: use a tuple, or a number or text made of it.
d = {[1, 2]: 3}
#: 1 Keys of dictionaries and elements of sets must never change, and a `list` can: use a tuple, or a number or text made of it.
s = set([[1, 2], [3]])
#: 1 `join` takes texts only, and element 0 of `[1, 2, 3]` is of type `int`: make texts of them, `map(str, [1, 2, 3])`.
print(', '.join([1, 2, 3]))
#: 1 `%d` stands for a number, and `'three'` gives it a value of type `str`.
print('%d epochs' % 'three')
#: 2 The format `f` is for numbers, and `x` is of type `str`.
x = 'abc'
print(f'{x:.2f}')
#: 3 A format such as `.2f` is for one number, and `x` is of type `numpy.ndarray`: leave the format out, or format each element.
import numpy as np
x = np.array([0.1, 0.2])
print(f'{x:.2f}')
#: 1 `sum` adds numbers to 0, and `['a', 'b']` holds values of type `str`.
print(sum(['a', 'b']))
#: 1 `[]` is empty here, so that `max` has nothing to take.
print(max([]))
#: 2 `3` is not among the elements of `a`.
a = [1, 2]
a.remove(3)
#: 2 `'c'` is not among the elements of `a`.
a = ['a', 'b']
print(a.index('c'))
#: 2 `a` is empty here, so that `a.pop` has nothing to take.
a = []
a.pop()
#: 3 `float` makes one number, and `x` is an array of several, (2,).
import numpy as np
x = np.array([1, 2])
print(float(x))
#: 3 `math.sqrt` computes with one number, and `x` is an array: `np.sqrt` computes with each element.
import math, numpy as np
x = np.array([1.0, 2.0])
print(math.sqrt(x))
#: 2 `math.sqrt` has no real result for `-1`: roots need 0 or more, logarithms more than 0.
import math
print(math.sqrt(-1))
#: 2 `math.log` has no real result for `0`: roots need 0 or more, logarithms more than 0.
import math
print(math.log(0))
#: 2 `5` has fewer elements than `10` asks for, and none may be drawn twice: take less, or `replace=True`.
import numpy as np
x = np.random.choice(5, 10, replace=False)
#: 5 `train_test_split` needs as many rows in each of its data, and they have: `x` 100, `y` 99.
from sklearn.model_selection import train_test_split
import numpy as np
x = np.zeros((100, 3))
y = np.zeros(99)
a, b, c, d = train_test_split(x, y)
#: 5 `train_test_split` gives two parts of each array, 4 in all, and `x_train, x_test` waits for 2.
from sklearn.model_selection import train_test_split
import numpy as np
x = np.zeros((100, 3))
y = np.zeros(100)
x_train, x_test = train_test_split(x, y)
#: 4 `StandardScaler().fit_transform` takes a table of rows and columns, and `x` is (100,): `x.reshape(-1, 1)` makes one column of it.
from sklearn.preprocessing import StandardScaler
import numpy as np
x = np.zeros(100)
x = StandardScaler().fit_transform(x)
#: 4 `scaler` has learnt nothing yet: call `scaler.fit(…)` with the training data before.
from sklearn.preprocessing import StandardScaler
import numpy as np
scaler = StandardScaler()
x = scaler.transform(np.zeros((10, 3)))
#: 3 `StandardScaler().fit_transform` takes a table of rows and columns, and `np.zeros((10, 3, 2))` has 3 axes.
from sklearn.preprocessing import StandardScaler
import numpy as np
x = StandardScaler().fit_transform(np.zeros((10, 3, 2)))
#: 4 `np.zeros((10, 4))` has 4 columns, and `scaler` was fitted on 3.
from sklearn.preprocessing import StandardScaler
import numpy as np
scaler = StandardScaler().fit(np.zeros((10, 3)))
x = scaler.transform(np.zeros((10, 4)))
#: 2 `accuracy_score` needs as many rows in each of its data, and they have: `[1, 0, 1]` 3, `[1, 0]` 2.
from sklearn.metrics import accuracy_score
print(accuracy_score([1, 0, 1], [1, 0]))
#: 3 There is no column `'Age'`: the columns are `'age'`, `'name'`.
import pandas as pd
df = pd.DataFrame({'age': [1, 2], 'name': ['a', 'b']})
print(df['Age'])
#: 3 `df` has no `Age`; did you mean `age`?
import pandas as pd
df = pd.DataFrame({'age': [1, 2]})
print(df.Age)
#: 3 `df` has no column 'label'.
import pandas as pd
df = pd.DataFrame({'age': [1, 2]})
x = df.drop('label', axis=1)
#: 3 `df.drop` looks among the names of rows, where 'label' is not: `axis=1` makes it look among the columns.
import pandas as pd
df = pd.DataFrame({'age': [1, 2], 'label': [0, 1]})
x = df.drop('label')
#: 3 `df.values` holds texts such as `'a'`, which are no numbers: give each of them a number first.
import pandas as pd
df = pd.DataFrame({'age': [1, 2], 'name': ['a', 'b']})
x = df.values.astype('float32')
#: 2 All columns of a table have the same length, and these have: 'age' 2, 'name' 1.
import pandas as pd
df = pd.DataFrame({'age': [1, 2], 'name': ['a']})
#: 3 pandas 2 has no `append` any more: use `pd.concat([df, …])`.
import pandas as pd
df = pd.DataFrame({'age': [1, 2]})
df = df.append({'age': 3}, ignore_index=True)
#: 3 `expand_dims` needs `axis`, and the call does not pass it.
import numpy as np
x = np.zeros((3, 4))
y = np.expand_dims(x)
#: 3 `x` is (3, 4), 2 axes: a transpose names each of them once.
import numpy as np
x = np.zeros((3, 4))
y = x.transpose(0, 2, 1)
#: 3 `np.eye(3)` has the rows 0 to 2, and `y` asks for row 3: number the classes from 0, or make as many rows as the largest number plus one.
import numpy as np
y = np.array([1, 2, 3])
print(np.eye(3)[y])
#: 3 `y` holds numbers with fractions, and positions are whole numbers: `y.astype(int)`.
import numpy as np
y = np.array([0., 1., 2.])
print(np.eye(3)[y])
#: 3 `x` is (3, 4), with axes 0 to 1: there is no axis 2.
import numpy as np
x = np.zeros((3, 4))
print(np.swapaxes(x, 1, 2).shape)
#: 3 `x` is (10, 4), which cannot be cut into `3` equal parts; `np.array_split` allows unequal ones.
import numpy as np
x = np.zeros((10, 4))
a = np.split(x, 3)
#: 2 `x` is `None` here: it was never given another value, or a function returned nothing.
x = None
y = x + 1
#: 2 `x` is `None` here: it was never given another value, or a function returned nothing.
x = None
print(x.shape)
#: 4 `A` needs `n`, and the call does not pass it.
class A:
    def __init__(self, n):
        self.n = n
a = A()
#: 5 `self` has no `sise`; did you mean `size`?
class A:
    def __init__(self, n):
        self.size = n
    def get(self):
        return self.sise
print(A(3).get())
#: 1 `true` is not defined: Python writes `True`.
debug = true
#: 1 `null` is not defined: Python writes `None`.
x = null
#: 4 `x.mean` is a method that is not called: write `x.mean()`.
import numpy as np
x = np.zeros(3)
print(x.mean)
print(x.mean + 1)
#: 3 `a` holds values of type `int64`, and `+= 0.5` would put `float64` into it: write `a = a …`, or make it of that type, `a.astype(float)`.
import numpy as np
a = np.zeros((3, 3), dtype=int)
a += 0.5
#: 2 `10.0` is a `float`, and a whole number is needed here: `int(10.0)`.
import numpy as np
x = np.linspace(0, 1, 10.0)
#: 2 `np.random.randint` draws from `5` up to below `1`, and there is no number between.
import numpy as np
y = np.random.randint(5, 1, size=10)
#: 3 `np.where` takes a condition alone, or with both what stands where it holds and what stands elsewhere.
import numpy as np
x = np.array([1, 2, 3])
x = np.where(x > 1, 1)
#: 3 There are texts or objects in `x`, `255`, with which NumPy cannot compute: make numbers of them first, `.astype(float)`.
import numpy as np
x = np.array(['1', '2'])
print(x / 255)
#: 3 There are texts or objects in `x`, with which NumPy cannot compute: make numbers of them first, `.astype(float)`.
import numpy as np
x = np.array(['a', 'b'])
print(x.mean())
#: 2 `np.array(['a', 'b'])` holds texts such as `'a'`, which are no numbers: give each of them a number first.
import numpy as np
x = np.array(['a', 'b']).astype(int)
#: 4 `x` is (10, 4): axis 0 has the positions 0 to 9, and `i` asks for 10.
import numpy as np
x = np.zeros((10, 4))
for i in range(11):
    print(x[i])
#: 3 The last position of `names` is 1: there is no element at `i`.
names = ['a', 'b']
for i in range(3):
    print(names[i])
#: 3 `data` is (100, 3) and `mean` is (4,): `-` needs the same size in each axis, or 1, and axis -1 has 3 and 4.
import numpy as np
def normalise(data, mean):
    return data - mean
x = np.ones((100, 3))
print(normalise(x, np.ones(4)))
#: 6 `data` is `None`: the function `make` returns nothing; end it with `return` and the value.
import numpy as np
def make(n):
    x = np.zeros((n, 4))
    print(x.shape)
data = make(10)
data = data / 255
#: 2 `np.concatenate` joins arrays that are equal in all other axes, and in axis 1 `np.ones((10, 3))` has 3 and `np.ones((10, 4))` has 4.
import numpy as np
x = np.concatenate([
    np.ones((10, 3)),
    np.ones((10, 4)),
], axis=0)
#: 3 There are texts or objects in `y`, with which NumPy cannot compute: make numbers of them first, `.astype(float)`.
import numpy as np
y = np.array(['1', '2', '3'])
print(y.mean())
#: 1 Behind `(1, 2)` stand parentheses, which call it: a comma may be missing.
rows = [(1, 2) (3, 4)]
#: 2 `2` is a number, and parentheses behind it call it: `*` multiplies.
x = 3
y = 2(x + 1)
#: 2 `list` was given a value and is no function any more: choose another name for that value.
list = [1, 2]
rows = list((3, 4))
#: 4 `sum` was given a value and is no function any more: choose another name for that value.
sum = 0
for v in [1, 2]:
    sum = sum + v
print(sum([1, 2]))
#: 2 `'cat'` is no number.
labels = ['cat', 'dog', 'cat']
y = [int(l) for l in labels]
#: 2 `config` is of type `dict`, which has no `epochs`.
config = {'epochs': 3}
print(config.epochs)
#: 2 There is no key `'accuracy'`: the keys are `'loss'`.
history = {'loss': [1, 2]}
print(history['accuracy'][-1])
#: 4 The last position of `classes` is 1: there is no element at `np.argmax(pred)`.
import numpy as np
classes = ['a', 'b']
pred = np.array([[0.1, 0.2, 0.7]])
print(classes[np.argmax(pred)])
#: 4 `classes` is a list, which takes one position, and `np.argmax(pred, axis=1)` is an array of several: make it an array, `np.array(classes)`.
import numpy as np
classes = ['a', 'b', 'c']
pred = np.array([[0.1, 0.2, 0.7], [0.2, 0.3, 0.5]])
print(classes[np.argmax(pred, axis=1)])
#: 3 There is no key `2`: the keys are `0`, `1`.
names = {0: 'cat', 1: 'dog'}
labels = [0, 1, 2]
print([names[l] for l in labels])
#: 1 `i, a, b` waits for 3 values, and there are 2.
for i, a, b in enumerate(['x', 'y']):
    print(i, a, b)
#: 2 `x, y` waits for several values in each element, and each is a single one, of type `int`: `zip` pairs the elements of several lists.
xs = [1, 2]
for x, y in xs:
    print(x, y)
#: 5 `self` is of type `Trainer`, which has no `optimizer`.
class Trainer:
    def __init__(self, lr):
        self.lr = lr
    def run(self):
        return self.optimizer
print(Trainer(0.1).run())
#: 5 Too many arguments: `t.step` takes 1 by position, and the call passes 2.
class Trainer:
    def step(self, x):
        return x
t = Trainer()
t.step(1, 2)
#: 4 `Trainer.step` needs `x`, and the call does not pass it.
class Trainer:
    def step(self, x):
        return x
Trainer.step(3)
#: 6 `Net().add(1)` is `None`: the function `add` returns nothing; end it with `return` and the value.
class Net:
    def __init__(self):
        self.layers = []
    def add(self, n):
        self.layers.append(n)
Net().add(1).add(2)
#: 4 `data` exists only inside of the function `load`: return it there, and take it from the call.
def load():
    data = [1, 2, 3]
load()
print(data)
#: 1 `total` is used before line 2 gives it a value.
print(total)
total = 3
#: 2 `s` has no `uper`; did you mean `upper`?
s = 'abc'
print(s.uper())
#: 1 `round` needs a number, and `'3.2'` is of type `str`.
print(round('3.2'))
#: 1 `abs()` needs a number, and `[-1, 2]` is of type `list`.
print(abs([-1, 2]))
#: 1 `3` is of type `int`, which has no elements to go through.
print(max(3))
#: 1 `5` is of type `int`, which has no elements to go through.
print(sorted(5))
#: 2 `os.path.join` takes file names, which are texts, and one argument is of type `int`.
import os
p = os.path.join('data', 3)
#: 1 The text `'{} {}'` has more fields than there are values to put into them.
print('{} {}'.format(1))
#: 1 The text `'%s %s'` has more fields than there are values to put into them.
print('%s %s' % 'a')
#: 2 `n` is `None` here: it was never given another value, or a function returned nothing.
n = None
print(int(n))
#: 2 `n` is `None` here: it was never given another value, or a function returned nothing.
n = None
for i in range(n):
    pass
#: 2 The text is no JSON at line 1, column 2: names and texts stand in double quotes there.
import json
d = json.loads("{'a': 1}")
#: 3 `x.shape` is (3, 4), so that `x.shape == (4, 3)` does not hold.
import numpy as np
x = np.zeros((3, 4))
assert x.shape == (4, 3), 'wrong shape'
#: 3 `x` is (3, 4), with axes 0 to 1: there is no axis 2.
import numpy as np
x = np.zeros((3, 4))
print(np.mean(x, axis=2))
#: 3 Only axes of size 1 can be squeezed out, and `x` is (3, 4).
import numpy as np
x = np.zeros((3, 4))
print(np.squeeze(x, axis=0))
#: 4 `np.hstack` joins arrays that are equal in all other axes, and in axis 0 `a` has 3 and `b` has 2.
import numpy as np
a = np.zeros((3, 4))
b = np.zeros((2, 4))
print(np.hstack([a, b]))
#: 4 `np.append` joins arrays of the same number of axes, and `a` has 2, `b` has 1.
import numpy as np
a = np.zeros((3, 4))
b = np.zeros(4)
print(np.append(a, b, axis=0))
#: 3 `a` is (3, 4) and `np.ones((2, 4))` is (2, 4): `+=` needs the same size in each axis, or 1, and axis -2 has 3 and 2.
import numpy as np
a = np.zeros((3, 4))
a += np.ones((2, 4))
#: 4 `y == p` compares shapes that do not fit, (3,) and (2,), and gives one `bool` instead of an array.
import numpy as np
y = np.array([1, 2, 3])
p = np.array([1, 2])
print((y == p).mean())
#: 2 `np.ones(3)` is (3,) and `np.ones(4)` is (4,): `np.dot` multiplies rows with columns and needs the same length, here 3 and 4.
import numpy as np
print(np.dot(np.ones(3), np.ones(4)))
#: 2 `@` multiplies the rows of `np.ones(3)`, of 3 numbers, with the columns of `np.ones((4, 2))`, of 4: both need the same length.
import numpy as np
print(np.ones(3) @ np.ones((4, 2)))
#: 2 `np.linalg.inv` takes square matrices, and `np.zeros((2, 3))` is none.
import numpy as np
print(np.linalg.inv(np.zeros((2, 3))))
#: 2 `np.zeros((2, 2))` is a singular matrix, which has no inverse.
import numpy as np
print(np.linalg.inv(np.zeros((2, 2))))
#: 3 `x` has (10,) = 10 values, and (3, 4) holds 12: a reshape keeps their number.
import numpy as np
x = np.arange(10)
y = np.reshape(x, (3, 4))
#: 3 `x.reshape` counts with whole numbers, and `'2'` is of type `str`.
import numpy as np
x = np.arange(10)
y = x.reshape('2', 5)
#: 3 `x` is an array, whose positions are whole numbers, slices and arrays of these: `'a'` is none of them.
import numpy as np
x = np.arange(10)
print(x['a'])
#: 3 `[1:2, 0:1, 0]` asks for 3 axes, and `x` is (3, 4).
import numpy as np
x = np.zeros((3, 4))
print(x[1:2, 0:1, 0])
#: 2 `np.random.normal` needs a `scale` of 0 or more.
import numpy as np
print(np.random.normal(0, -1, 3))
#: 3 `y` holds texts such as `'cat'`, which are no numbers: give each of them a number first.
import numpy as np
y = np.array(['cat', 'dog'])
y = y.astype('float32')
#: 3 Several columns are taken with a list: `df[['a', 'b']]`.
import pandas as pd
df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
x = df['a', 'b']
#: 3 `df` has no column 'c'.
import pandas as pd
df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
x = df[['a', 'c']]
#: 3 `df.values` is of type `numpy.ndarray`, no function: leave out the parentheses.
import pandas as pd
df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
x = df.values()
#: 3 Tables of pandas have no `reshape`: write `df['a'].values.reshape`.
import pandas as pd
df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
x = df['a'].reshape(-1, 1)
#: 3 Tables of pandas have no `ix`: write `df.loc`.
import pandas as pd
df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
x = df.ix[0]
#: 3 Tables of pandas have no `as_matrix`: write `df.to_numpy`.
import pandas as pd
df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
x = df.as_matrix()
#: 3 `df['a'] > 1` is an array with a truth value for every element: say which is meant, `(df['a'] > 1).any()` or `(df['a'] > 1).all()`.
import pandas as pd
df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
if df['a'] > 1:
    print('x')
#: 3 `df.iloc` counts rows and columns from 0, and `[:, 2]` is beyond the last one.
import pandas as pd
df = pd.DataFrame({'a': [1, 2], 'b': [3, 4]})
x = df.iloc[:, 2]
#: 3 `le` has met no label 'c' in `fit`: fit it on all labels that there are.
from sklearn.preprocessing import LabelEncoder
le = LabelEncoder().fit(['a', 'b'])
print(le.transform(['c']))
#: 5 `p` has probabilities, and the other side classes: compare them with a threshold first.
from sklearn.metrics import accuracy_score
import numpy as np
y = np.array([0, 1, 1])
p = np.array([0.2, 0.8, 0.6])
print(accuracy_score(y, p))
#: 4 `stratify` needs two samples of each class, and one class has a single one.
from sklearn.model_selection import train_test_split
import numpy as np
x, y = np.zeros((4, 2)), np.array([0, 0, 0, 1])
a, b, c, d = train_test_split(x, y, stratify=y)
#: 4 `test_size=20` is a number of samples, and `train_test_split` gets 4 in all: a share is written as a fraction such as 0.2.
from sklearn.model_selection import train_test_split
import numpy as np
x, y = np.zeros((4, 2)), np.array([0, 0, 0, 1])
a, b, c, d = train_test_split(x, y, test_size=20)
#: 3 `np.array([['a'], ['b']])` holds texts such as `'a'`, which are no numbers: give each of them a number first.
from sklearn.linear_model import LogisticRegression
import numpy as np
LogisticRegression().fit(np.array([['a'], ['b']]), [0, 1])
#: 2 `plt.plot` draws a point for each pair, and `[1, 2, 3]` is (3,), `[1, 2]` is (2,).
import matplotlib.pyplot as plt
plt.plot([1, 2, 3], [1, 2])
#: 2 `keras.applications.VGG16` makes its pictures smaller again and again and needs at least 32 by 32 pixels: `input_shape` is (16, 16, 3).
import keras
base = keras.applications.VGG16(include_top=False, weights=None, input_shape=(16, 16, 3))
#: 2 `MobileNetV2` with the weights of ImageNet tells 1000 classes apart, not 5: leave its top out (`include_top=False`) and put a Dense layer of 5 units behind it, or begin without weights (`weights=None`).
from keras.applications import MobileNetV2
base = MobileNetV2(weights='imagenet', classes=5, input_shape=(224, 224, 3))
#: 2 `ResNet50` with its top and the weights of ImageNet takes (224, 224, 3), and `input_shape` is (100, 100, 3): other sizes go with `include_top=False`.
from keras.applications import ResNet50
base = ResNet50(weights='imagenet', input_shape=(100, 100, 3))
#: 2 The weights of ImageNet are for pictures of 3 channels, and `input_shape` is (100, 100, 1): repeat the channel, or begin without weights (`weights=None`).
from keras.applications import VGG16
base = VGG16(weights='imagenet', include_top=False, input_shape=(100, 100, 1))
#: 2 `VGG16` with its top needs a size that is known, and `input_shape` is (None, None, 3).
from keras.applications import VGG16
base = VGG16(weights=None, input_shape=(None, None, 3))
#: 3 `random.sample` draws no element twice, and `classes` has fewer than `5`: draw fewer, or with `random.choices`.
import keras, random
classes = ['cat', 'dog']
drawn = random.sample(classes, 5)
#: 3 `files` is empty here, so that `random.choice` has nothing to take.
import keras, random
files = []
print(random.choice(files))
#: 3 The text `2020/01/02` is not written as the format `%Y-%m-%d` says: signs between the parts and their order have to be the same.
import keras
from datetime import datetime
day = datetime.strptime('2020/01/02', '%Y-%m-%d')
#: 2 `open` knows no mode `q`: `r` reads, `w` writes anew, `a` appends, with `b` behind it for bytes.
import keras
log = open('log.txt', 'q')
#: 3 `'_'` does not occur in `name`; `find` gives -1 then, and `in` asks first.
import keras
name = 'model.h5'
stem = name[:name.index('_')]
#: 4 `labels` is longer than `files`, and with `strict=True` they have to be equally long.
import keras
files = ['a.png']
labels = [0, 1]
for file, label in zip(files, labels, strict=True):
    print(file, label)
#: 2 `%` takes a number here, and `scores` is of type `list`.
scores = [0.5, 0.75]
print('loss: %.2f' % scores)
#: 3 `time.sleep` takes a number here, and `'1'` is of type `str`.
import time
# A text.
time.sleep('1')
#: 2 `counts` is empty: there is nothing to take out.
counts = {}
counts.popitem()
#: 1 The format `d` does not fit a value of type `str`.
print('{:d}'.format('a'))
#: 2 The pattern is wrong at position 0: missing ), unterminated subpattern.
import re
re.compile('(')
#: 1 `dict` takes pairs of keys and values, as `zip(keys, values)` gives them.
table = dict([1, 2])
#: 2 `sorted` compares the elements, and `str` and `int` have no order: bring them to one type.
mixed = [1, 'a']
print(sorted(mixed))
#: 1 `ord` takes one character, and this text has 2.
print(ord('ab'))
#: 2 A text is not split at nothing: `list(word)` gives its characters.
word = 'abc'
letters = word.split('')
#: 1 `', '.join` joins the texts of a list, and `5` is none.
print(', '.join(5))
#: 3 `Empty` has no `__init__` that takes arguments.
class Empty:
    pass
Empty(1)
#: 1 `isinstance` takes a class, and `'int'` is none.
print(isinstance(1, 'int'))
#: 2 `random.randint` takes the smaller number first: the range is empty.
import random
random.randint(5, 1)
#: 1 The text has a place for `name`, and `format` is not given it.
print('{name}'.format(title=1))
#: 1 `super()` stands in a method of a class: here is no class.
super().__init__()
#: 1 `raise` takes an exception: `raise ValueError('no data')`.
raise 'no data'
#: 1 Text becomes bytes in an encoding: `'a'.encode()`.
data = bytes('a')
