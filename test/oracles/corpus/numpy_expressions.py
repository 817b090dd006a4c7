"""Programs that show one NumPy expression after another over the same few arrays."""

PRELUDE = """import numpy as np
import numpy.ma as ma
import warnings
from numpy.lib import recfunctions as rfn

warnings.simplefilter('ignore')

def show(text, compute):
    try:
        print(text, '->', repr(compute()))
    except Exception as error:
        print(text, '->', type(error).__name__ + ':', error)

a = np.arange(6).reshape(2,3)
f = np.array([[1.5,-2.25,np.nan],[0.,1e10,-np.inf]])
x = np.array([3.,1.,2.,5.,4.])
y = np.array([1,2,2,3,3,3])
s = np.array(['apple','Banana',' kiwi ','x1'])
b = np.array([b'ab', b'c'])
c = np.array([1+2j, -1j, 3])
d = np.array(['2020-01-31','2021-12-01','NaT'],'M8[D]')
t = np.array([1,90,3600],'m8[s]')
m = np.array([[4.,1.,2.],[1.,3.,0.],[2.,0.,5.]])
o = np.array([1,'a',None],dtype=object)
r = np.array([('Rex',9,81.),('Fido',3,27.)],dtype=[('name','U10'),('age','i4'),('w','f8')])
k = ma.array([1.,2.,3.,4.], mask=[0,1,0,0])
k2 = ma.array([[1,2,3],[4,5,6]], mask=[[0,1,0],[0,0,1]])
B = np.array([True,False,True])

"""


def programs_of(expressions):
    for start in range(0, len(expressions), 14):
        lines = [f"show({text!r}, lambda: {text})" for text in expressions[start : start + 14]]
        yield f"expressions {start // 14}", PRELUDE + "\n".join(lines) + "\n"
