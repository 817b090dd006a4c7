"""Programs about pandas' columns of the same name, descriptions of dates, and the order of equal rows, for record.py."""

HEAD = """import warnings
warnings.simplefilter('ignore')
import numpy as np
import pandas as pd
"""

PROGRAMS = {
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
