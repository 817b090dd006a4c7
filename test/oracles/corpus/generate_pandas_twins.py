"""Programs about pandas' columns of the same name, descriptions of dates, and the order of equal rows, for record.py."""

HEAD = """import warnings
warnings.simplefilter('ignore')
import numpy as np
import pandas as pd
"""

PROGRAMS = {
    "wide tables with named rows": """f = pd.DataFrame(np.arange(60).reshape(3, 20) * 1000.5, index=pd.Index(list('abc'), name='k'), columns=['column_%d' % i for i in range(20)])
print(f)
print(f.assign(text='x').idxmax(numeric_only=True).head(3), f.idxmin(axis=1), sep='\\n')
print(pd.cut(pd.Series([1, 5, 9]), [0, 5, 10], right=False))
""",
    "display options": """w = pd.DataFrame(np.random.RandomState(0).rand(3, 12) * 100).add_prefix('column_')
print(w)
pd.set_option('display.max_columns', None)
print(w)
pd.set_option('display.width', 1000)
print(w)
pd.set_option('display.max_columns', 4, 'display.precision', 2)
print(w)
pd.reset_option('all')
t = pd.DataFrame({'x': [1234.567, 2e6, None], 'n': [1, 2, 3], 's': ['a' * 70, 'b', 'c']})
pd.options.display.float_format = '{:,.2f}'.format
print(t, t['x'], sep='\\n')
pd.options.display.float_format = None
pd.set_option('max_colwidth', 20)
print(t, pd.get_option('display.max_colwidth'))
pd.set_option('display.max_colwidth', None)
print(t)
s = pd.Series(range(100)) / 7
pd.options.display.max_rows = 8
print(s, pd.DataFrame({'s': s}), sep='\\n')
with pd.option_context('display.max_rows', 4, 'display.min_rows', None, 'display.precision', 1):
    print(s)
pd.set_option('display.min_rows', 4)
print(s)
pd.reset_option('display.max_rows')
print(s[:12], pd.get_option('display.max_rows'))
for wrong in [lambda: pd.set_option('display.max_rows', -2), lambda: pd.set_option('nothing', 1), lambda: pd.get_option('display.max')]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
""",
    "tables in parts": """import io
for part in pd.read_csv(io.StringIO('a,b\\n1,2\\n3,4\\n5,6'), chunksize=2):
    print(part, part.index.tolist())
with pd.read_csv(io.StringIO('a,b\\n1,2\\n3,4\\n5,6'), iterator=True) as reader:
    print(reader.get_chunk(1), reader.read())
print(pd.read_csv(io.StringIO('a,b,c\\n1,yes,3\\n2,no,4'), true_values=['yes'], false_values=['no']).dtypes)
open('unclosed.csv', 'w').write('p,q\\n1,2\\n')
print(pd.read_csv('unclosed.csv'))
""",
    "columns twice": """a = pd.DataFrame({'x': [1, 2], 'y': [3, 4]})
b = pd.DataFrame({'x': [5, 6], 'z': [7, 8]})
c = pd.concat([a, b], axis=1)
print(c, c['x'], c.columns.tolist(), c.shape, c.iloc[:, 2], c.values, c.columns.duplicated(), sep='\\n')
print(c.loc[:, ~c.columns.duplicated()], c.sum(), c.mean(axis=1), c.drop(columns='x'), c.drop(columns=['z']), c.dtypes, sep='\\n')
print(c.T, c.rename(columns={'x': 'w'}), c.head(1), c.describe(), c[['x', 'z']], c.isna().sum(), c.columns.is_unique, sep='\\n')
c.columns = ['p', 'q', 'p', 'r']
print(c)
""",
    "columns of rows twice": """e = pd.DataFrame([[1, 2, 3], [4, 5, 6]], columns=['k', 'k', 'm'])
print(e, e['k'].shape, e.loc[0], e.to_dict('list'), e.k, e + 1, e[e['m'] > 3], sep='\\n')
print(list(e.items())[1][1].tolist(), e.sort_values('m', ascending=False), e.loc[:, 'k'], sep='\\n')
e['n'] = [8, 9]
print(e)
e['k'] = 0
print(e, list(e.columns), len(e.columns))
""",
    "descriptions of dates": """df = pd.DataFrame({'a': [1, 2, 3, 4], 'd': pd.to_datetime(['2020-01-01', '2020-01-03', '2020-02-01', None]), 's': list('xyxz')})
print(df.describe(), df.describe(include='all'), df['d'].describe(), df.describe(datetime_is_numeric=True), df['d'].describe(datetime_is_numeric=True), sep='\\n')
print(df.describe(include=[np.number]), df.describe(include='object'), df.describe(exclude=[np.number]), sep='\\n')
""",
    "equal rows": """r = np.random.RandomState(0)
g = pd.DataFrame({'k': r.randint(0, 3, 40), 'v': range(40), 't': [list('abc')[i] for i in r.randint(0, 3, 40)]})
print(g.sort_values('k')['v'].tolist(), g.sort_values('k', ascending=False)['v'].tolist(), g['k'].sort_values().index.tolist(), g.sort_values('t')['v'].tolist())
print(g.sort_values(['k', 'v'])['v'].tolist(), g.nlargest(5, 'k')['v'].tolist(), g['k'].nsmallest(4).index.tolist(), g.sort_values('k', kind='stable')['v'].tolist(), g.sort_values(['k', 't'])['v'].tolist())
print(pd.Series(r.randint(0, 30, 60)).value_counts().index.tolist(), g.set_index('k').sort_index()['v'].tolist())
""",
}


def programs():
    for name, body in PROGRAMS.items():
        yield "twins " + name, HEAD + body
