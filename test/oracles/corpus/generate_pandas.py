"""Programs around pandas, for record.py.

The model follows pandas 2.2 (`pip install --target FOLDER pandas==2.2.3`, then record with PYTHONPATH=FOLDER): newer than
Debian's, whose dummies are of another type and whose counts have another name.
"""

HEAD = "import numpy as np\nimport pandas as pd\n"

PUT = HEAD + """def put(name, text):
    with open(name, 'w') as f:
        f.write(text)
"""

SMALL = HEAD + "df = pd.DataFrame({'a': [1, 2, 3], 'b': [0.5, 1.25, None], 'c': ['x', 'y', 'x']})\n"

PEOPLE = HEAD + """df = pd.DataFrame({
    'name': ['Ann', 'Ben', 'Cid', 'Dora', 'Eve', 'Finn'],
    'age': [34, 28, np.nan, 41, 28, 52],
    'city': ['Oslo', 'Rome', 'Oslo', None, 'Rome', 'Bern'],
    'income': [52000.0, 48000.5, 61000.0, 75500.25, np.nan, 39000.0],
    'member': [True, False, True, True, False, False],
})
"""

SALES = HEAD + """df = pd.DataFrame({
    'region': ['north', 'south', 'north', 'west', 'south', 'north', 'west', 'south'],
    'product': ['pen', 'pen', 'ink', 'pen', 'ink', 'pen', 'ink', 'pen'],
    'units': [10, 4, 7, 3, 8, 5, 9, 2],
    'price': [1.5, 1.5, 4.25, 1.75, 4.0, 1.5, 4.5, 1.25],
})
"""

WIDE = HEAD + """rng = np.random.RandomState(0)
df = pd.DataFrame(rng.rand(6, 14).round(3), columns=['feature_%d' % i for i in range(14)])
df['label'] = ['yes', 'no', 'yes', 'no', 'no', 'yes']
"""

LONG = HEAD + """df = pd.DataFrame({'x': np.arange(150) * 0.5, 'y': np.arange(150) ** 2, 'z': ['k%d' % (i % 4) for i in range(150)]})
"""

CSV = HEAD + """with open('d.csv', 'w') as f:
    f.write('id,height,weight,kind,ok\\n1,1.75,70,a,True\\n2,1.62,NA,b,False\\n3,,58.5,"a, b",True\\n4,1.80,90,,False\\n')
"""

IRIS = HEAD + """from sklearn.datasets import load_iris
data = load_iris()
df = pd.DataFrame(data.data, columns=['sepal length', 'sepal width', 'petal length', 'petal width'])
df['species'] = [data.target_names[i] for i in data.target]
"""

PROGRAMS = {
    # Making and printing.
    "frame": (SMALL, "print(df)\nprint(df.shape, len(df), df.ndim, df.size, df.empty)"),
    "frame dtypes": (SMALL, "print(df.dtypes)\nprint(df['a'].dtype, df.dtypes['b'], df.dtypes.tolist())"),
    "frame columns": (SMALL, "print(df.columns)\nprint(list(df.columns), list(df), 'a' in df, df.columns.tolist(), df.columns[0])"),
    "frame from rows": (HEAD, "print(pd.DataFrame([[1, 2], [3, 4]]))\nprint(pd.DataFrame([[1, 'a'], [2, 'b']], columns=['n', 't'], index=['r', 's']))"),
    "frame from records": (HEAD, "print(pd.DataFrame([{'a': 1, 'b': 2}, {'a': 3}, {'c': 'x'}]))"),
    "frame from array": (HEAD, "print(pd.DataFrame(np.arange(6).reshape(3, 2), columns=['p', 'q']))\nprint(pd.DataFrame(np.zeros((2, 3))))"),
    "frame from series": (HEAD, "s = pd.Series([1, 2], name='s')\nprint(pd.DataFrame(s))\nprint(pd.DataFrame({'u': s, 'v': s * 2}))"),
    "frame from scalars": (HEAD, "print(pd.DataFrame({'a': 1, 'b': 'x'}, index=[0, 1]))\nprint(pd.DataFrame(5, index=[0, 1], columns=['z']) if False else pd.DataFrame({'a': [1, 2], 'k': 7}))"),
    "empty frames": (HEAD, "print(pd.DataFrame())\nprint(pd.DataFrame(columns=['a', 'b']))\nprint(pd.DataFrame({'a': []}).shape)"),
    "people": (PEOPLE, "print(df)"),
    "people dtypes": (PEOPLE, "print(df.dtypes)\ndf.info()"),
    "wide": (WIDE, "print(df)\nprint(df.head(2))\nprint(df.columns)"),
    "wide transposed": (WIDE, "print(df.iloc[:, :3].T)"),
    "long": (LONG, "print(df)\nprint(df['x'])\nprint(df['z'])"),
    "long head": (LONG, "print(df.head())\nprint(df.tail(3))\nprint(df.head(0).shape)\nprint(df[10:13])"),
    "long index": (LONG, "print(df.index)\nprint(df[df.x > 72].index)\nprint(df['y'].index)"),
    "floats": (HEAD, "print(pd.DataFrame({'a': [1.0, 2.0], 'b': [0.1234567, 100.5], 'c': [1e-8, 1.0], 'd': [1e10, 1.5], 'e': [-1.5, 2.25]}))"),
    "floats series": (HEAD, "print(pd.Series([1e-7, 1.0]))\nprint(pd.Series([123456789.123, 0.5]))\nprint(pd.Series([1.0, np.inf, -np.inf, np.nan]))\nprint(pd.Series([1000000.0, 2.0]))"),
    "negative ints": (HEAD, "print(pd.DataFrame({'a': [-1, 2], 'name': [10, -2000]}))\nprint(pd.Series([-5, 3]))"),
    "bools and none": (HEAD, "print(pd.DataFrame({'a': [True, False], 'b': [None, 'x'], 'c': [np.nan, 'y'], 'd': [None, 1]}))"),
    "mixed objects": (HEAD, "print(pd.Series([1, 'a', 2.5, None, True, [1, 2]]))"),
    "long texts": (HEAD, "print(pd.DataFrame({'t': ['x' * 70, 'short']}))"),
    "labelled rows": (HEAD, "df = pd.DataFrame({'a': [1, 2]}, index=['first', 'second'])\nprint(df)\ndf.index.name = 'row'\nprint(df)\nprint(df['a'])\nprint(df.index)"),
    "repr": (SMALL, "print([df['a']], repr(df.columns))\nprint(df.to_string())\nprint(df.to_string(index=False))"),
    "series": (SMALL, "print(df['a'])\nprint(df.b)\nprint(pd.Series([1, 2, 3]))\nprint(pd.Series(['a', 'b'], index=['x', 'y'], name='n'))\nprint(pd.Series({'p': 1.5, 'q': 2}))\nprint(pd.Series([], dtype=float))"),
    "series attributes": (SMALL, "s = df['b']\nprint(s.name, s.shape, s.size, s.dtype, s.ndim, len(s), s.hasnans, s.index, s.is_unique)"),
    "index printing": (HEAD, "print(pd.Index([1, 2, 3]))\nprint(pd.Index(['a', 'b'], name='k'))\nprint(pd.Index([0.5, 1.5]))\nprint(pd.RangeIndex(5))\nprint(pd.Index(list(range(120))))\nprint(pd.Index(['name%d' % i for i in range(15)]))"),
    "info": (PEOPLE, "df.info()\ndf[['age', 'income']].info()"),
    "info iris": (IRIS, "df.info()\nprint(df.shape)\nprint(df.head())"),
    "iris describe": (IRIS, "print(df.describe())\nprint(df['species'].value_counts())\nprint(df)"),
    "describe": (PEOPLE, "print(df.describe())\nprint(df['age'].describe())\nprint(df['city'].describe())"),
    "describe all": (PEOPLE, "print(df[['age', 'city']].describe(include='all'))\nprint(df.describe(include=['object']))"),
    "describe sales": (SALES, "print(df.describe().T)\nprint(df.describe(percentiles=[0.1, 0.9]))"),
    # Values.
    "values": (SMALL, "print(df[['a', 'b']].values)\nprint(df.values)\nprint(df['a'].to_numpy(), df['c'].tolist(), df['c'].values)"),
    "values types": (PEOPLE, "print(df[['age', 'member']].values.dtype, df[['member']].values.dtype, df[['age', 'income']].to_numpy().dtype, df[['age']].to_numpy(dtype='float32').dtype)\nprint(df[['age', 'member']].values)"),
    "numpy functions": (SALES, "print(np.mean(df['units']), np.sum(df[['units', 'price']].values), np.array(df['units']).shape, np.asarray(df).shape)\nprint(np.log(df['units']).round(3).tolist(), np.sqrt(df['price']).round(3).tolist())"),
    "to_dict": (SMALL, "print(df.to_dict())\nprint(df.to_dict('list'))\nprint(df.to_dict('records'))\nprint(df['a'].to_dict())"),
    # Selecting.
    "iloc": (SMALL, "print(df.iloc[0])\nprint(df.iloc[:, :2].values.shape, df.iloc[1:, -1].tolist(), df.iloc[2, 0])\nprint(df.iloc[[0, 2]])\nprint(df.iloc[-1]['c'], df.iloc[:, 1].tolist(), df.iloc[0:2, [0, 2]])"),
    "loc": (SMALL, "print(df.loc[1, 'c'], df.loc[df.a > 1, 'a'].tolist())\nprint(df.loc[0:1])\nprint(df.loc[:, 'a':'b'])\nprint(df.loc[[0, 2], ['a', 'c']])\nprint(df.loc[1])"),
    "loc labels": (HEAD, "df = pd.DataFrame({'v': [1, 2, 3]}, index=['a', 'b', 'c'])\nprint(df.loc['b'], df.loc['a':'b'], df.loc[['c', 'a'], 'v'])\nprint(df.at['a', 'v'], df.iat[1, 0])"),
    "masks": (PEOPLE, "print(df[df['age'] > 30])\nprint(df[(df.age < 40) & (df.city == 'Rome')].name.tolist())\nprint(df[~df.member | df.city.isin(['Oslo'])].shape)\nprint(df[df.city.isna()])"),
    "mask series": (SALES, "s = df.units\nprint(s[s > 5])\nprint(s[[0, 2]], s[1:3], s.iloc[-1], s[3])\nprint((s > 5).sum(), (s > 5).mean())"),
    "columns by list": (PEOPLE, "print(df[['city', 'name']].head(2))\nprint(df[df.columns[1:3]].shape, df[list(df.columns[:2])].columns.tolist(), df.filter(like='am').columns.tolist(), df.get('zz'))"),
    "query": (SALES, "print(df.query('units > 5'))\nprint(df.query(\"region == 'north' and price < 2\"))"),
    "between isin": (SALES, "print(df[df.units.between(4, 8)].units.tolist(), df[df.region.isin(['west'])].index.tolist(), df['units'].where(df.units > 4).tolist(), df.units.clip(3, 8).tolist())"),
    "select_dtypes": (PEOPLE, "print(df.select_dtypes(include='number').columns.tolist(), df.select_dtypes(include=['object']).columns.tolist(), df.select_dtypes(exclude=['object', 'bool']).columns.tolist(), df.select_dtypes('bool').shape, df.select_dtypes(include=[np.number]).shape)"),
    "head sample": (SALES, "print(df.sample(3, random_state=1))\nprint(df.sample(frac=0.5, random_state=0).index.tolist(), df.sample(frac=1, random_state=42).index.tolist(), df['units'].sample(2, random_state=3).tolist(), df.sample(frac=1, random_state=7).reset_index(drop=True).units.tolist())"),
    "iteration": (SMALL, "for i, row in df.iterrows():\n    print(i, row['a'], row.c, type(row).__name__)\nfor row in df.itertuples():\n    print(row.Index, row.a, row.b, row.c)\nfor name, column in df.items():\n    print(name, column.tolist())\nfor name in df:\n    print(name)"),
    # Changing.
    "assign columns": (SMALL, "df['d'] = df['a'] * 2\ndf['e'] = 1\ndf['f'] = ['u', 'v', 'w']\ndf['g'] = np.arange(3.0)\ndel df['b']\nprint(df)\nprint(df.pop('d').tolist(), df.columns.tolist())"),
    "assign cells": (SMALL, "df.loc[df.c == 'x', 'a'] = 0\ndf.loc[1, 'b'] = 9.5\ndf.iloc[0, 2] = 'q'\ndf.at[2, 'a'] = 7\nprint(df)\ndf.loc[df.a > 5, ['a', 'b']] = -1\nprint(df)"),
    "assign row": (SMALL, "df.loc[3] = [4, 2.5, 'z']\nprint(df)\ndf.loc[len(df)] = {'a': 5, 'b': 1.0, 'c': 'w'}\nprint(df.shape, df.index)"),
    "assign series": (SALES, "s = df.units.copy()\ns[0] = 100\ns[s < 4] = 0\nprint(s.tolist(), df.units[0])\ns.iloc[1] = 2.5\nprint(s.dtype)"),
    "insert": (SMALL, "df.insert(1, 'new', [9, 8, 7])\nprint(df)\nprint(df.assign(total=lambda d: d.a + d.new, k=1).columns.tolist())"),
    "attribute assign": (SMALL, "df.a = df.a + 10\nprint(df.a.tolist(), df['a'].tolist())"),
    "rename": (SMALL, "print(df.rename(columns={'a': 'alpha'}).columns.tolist(), df.rename(columns=str.upper).columns.tolist(), df.rename(index={0: 'zero'}).index.tolist())\ndf.columns = ['x', 'y', 'z']\nprint(df.columns.tolist(), df.add_prefix('p_').columns.tolist())\ndf.rename(columns={'x': 'w'}, inplace=True)\nprint(df.columns.tolist())"),
    "drop": (SMALL, "print(df.drop('c', axis=1).columns.tolist(), df.drop(columns=['a', 'b']).columns.tolist(), df.drop(0).index.tolist(), df.drop([0, 2]).index.tolist(), df.drop(columns='q', errors='ignore').shape)\ndf.drop(['a'], axis=1, inplace=True)\nprint(df.columns.tolist())"),
    "index changes": (PEOPLE, "d = df.set_index('name')\nprint(d.head(2))\nprint(d.loc['Ben', 'age'], d.index.tolist()[:2])\nprint(d.reset_index().columns.tolist(), df[df.age > 30].reset_index(drop=True).index.tolist())\nprint(df[df.age > 30].reset_index().head(2))"),
    "reindex": (SMALL, "print(df.reindex([2, 0, 5]))\nprint(df.reindex(columns=['c', 'z']))\nprint(df['a'].reindex([0, 9]).tolist())"),
    "copy": (SMALL, "e = df.copy()\ne['a'] = 0\nprint(df.a.tolist(), e.a.tolist())"),
    "astype": (SMALL, "print(df['a'].astype('float32').values.dtype, df[['a']].astype(float).values.tolist(), df.astype({'a': str}).a.tolist(), df['a'].astype(str).tolist(), df['a'].astype(bool).tolist())\nprint(df.astype({'a': 'float64'}).dtypes)"),
    # Missing values.
    "missing": (PEOPLE, "print(df.isnull().sum())\nprint(df.isna().any())\nprint(df.isnull().sum().sum(), df.notna().sum().tolist(), df['age'].isna().tolist())"),
    "dropna": (PEOPLE, "print(df.dropna())\nprint(df.dropna(subset=['age']).shape, df.dropna(axis=1).columns.tolist(), df.dropna(how='all').shape, df.dropna(thresh=5).shape, df['city'].dropna().tolist())"),
    "fillna": (PEOPLE, "print(df.fillna(0))\nprint(df.fillna({'age': 1, 'city': 'none'}))\nprint(df['age'].fillna(df['age'].mean()).tolist())\ndf['income'] = df['income'].fillna(df['income'].median())\nprint(df['income'].tolist())\nprint(df['city'].fillna(df['city'].mode()[0]).tolist())"),
    "fill forward": (HEAD, "s = pd.Series([1, np.nan, np.nan, 4, np.nan])\nprint(s.ffill().tolist(), s.bfill().tolist(), s.interpolate().tolist())"),
    "replace": (SALES, "print(df['region'].replace('north', 'N').tolist(), df['region'].replace({'north': 1, 'south': 2, 'west': 3}).tolist(), df.replace('pen', 'pencil')['product'].tolist())\ns = pd.Series([1, 0, 3])\nprint(s.replace(0, np.nan).tolist(), s.replace([0, 3], 9).tolist())\nprint(pd.DataFrame({'a': [0, 1], 'b': [2, 0]}).replace(0, np.nan))"),
    # Text.
    "str case": (PEOPLE, "print(df.name.str.upper().tolist(), df.name.str.lower().tolist(), df.name.str.len().tolist(), df.city.str.lower().tolist())"),
    "str search": (PEOPLE, "print(df.name.str.contains('n').tolist(), df.name.str.startswith('A').tolist(), df.city.str.contains('o', case=False, na=False).tolist(), df.name.str.contains('^[AE]').tolist(), df.name.str.endswith('e').tolist())"),
    "str change": (HEAD, "s = pd.Series([' a-b ', 'c-d', None])\nprint(s.str.strip().tolist(), s.str.replace('-', '_').tolist(), s.str.split('-').tolist(), s.str.strip().str.split('-', expand=True))\nprint(s.str[0].tolist(), s.str.split('-').str[0].tolist(), s.str.replace(r'[a-c]', 'X', regex=True).tolist())"),
    "str extract": (HEAD, "s = pd.Series(['Mr. Smith', 'Mrs. Jones', 'Brown'])\nprint(s.str.extract(r'(\\w+)\\.'))\nprint(s.str.extract(r'(\\w+)\\.', expand=False).tolist(), s.str.findall('s').tolist(), s.str.count('s').tolist(), s.str.zfill(10).tolist(), s.str.cat(sep=','))"),
    # Mapping and counting.
    "map": (SMALL, "print(df['c'].map({'x': 0, 'y': 1}).values, df['c'].map({'x': 'one'}).tolist(), df['a'].apply(lambda v: v * 2).tolist(), df['a'].map(lambda v: 'n%d' % v).tolist())"),
    "apply": (SALES, "print(df.apply(lambda row: row['units'] * row['price'], axis=1).tolist(), df[['units', 'price']].apply(np.mean).tolist(), df[['units', 'price']].apply(lambda c: c.max() - c.min()))\nprint(df['units'].apply(np.sqrt).round(2).tolist(), df[['units']].map(lambda v: v + 1)['units'].tolist())"),
    "value_counts": (SALES, "print(df['region'].value_counts())\nprint(df['region'].value_counts(normalize=True))\nprint(df['product'].value_counts().to_dict(), df['region'].value_counts().index.tolist(), df['region'].value_counts()['north'])\nprint(df[['region', 'product']].value_counts())"),
    "unique": (PEOPLE, "print(df['city'].unique(), df['city'].nunique(), df['age'].unique(), df.nunique().tolist(), pd.unique(df['member']))\nprint(sorted(df['city'].dropna().unique()))"),
    "factorize": (SMALL, "codes, names = pd.factorize(df['c'])\nprint(codes, names)\nprint(pd.factorize(['b', 'a', 'b'], sort=True))\nprint(df['c'].factorize()[0])"),
    "duplicates": (SALES, "print(df.duplicated(subset=['region']).tolist(), df.drop_duplicates(subset=['region', 'product']).shape, df['region'].drop_duplicates().tolist(), df.duplicated().sum())"),
    # Dummies and categories.
    "dummies": (SMALL, "print(pd.get_dummies(df['c']))\nprint(pd.get_dummies(df['c'], prefix='c', dtype=int))\nprint(pd.get_dummies(df).columns.tolist())\nprint(pd.get_dummies(df['c'], drop_first=True))"),
    "dummies frame": (PEOPLE, "print(pd.get_dummies(df, columns=['city'], dtype=float).iloc[:, 1:])\nprint(pd.get_dummies(df[['city', 'member']]).dtypes)\nprint(pd.get_dummies(df['city'], dummy_na=True, dtype=int))"),
    "dummies values": (IRIS, "y = pd.get_dummies(df['species']).values\nprint(y.shape, y.dtype, y[:2])\nprint(pd.get_dummies(df['species']).astype('float32').values.sum(axis=0))\nprint(pd.get_dummies(pd.Series([2, 0, 1])))"),
    "categories": (SMALL, "s = df['c'].astype('category')\nprint(s)\nprint(s.cat.codes.tolist(), s.cat.categories.tolist(), s.dtype, s.cat.codes.dtype)\nprint(s.value_counts())\nc = pd.Categorical(['b', 'a', 'b'], categories=['b', 'a'])\nprint(c, c.codes, list(c.categories))"),
    "ordered categories": (HEAD, "s = pd.Series(pd.Categorical(['low', 'high', 'mid'], categories=['low', 'mid', 'high'], ordered=True))\nprint(s)\nprint(s.sort_values().tolist(), (s > 'low').tolist(), s.cat.codes.tolist(), s.max())"),
    "category columns": (SALES, "df['region'] = df['region'].astype('category')\ndf['product'] = pd.Categorical(df['product'])\nprint(df.dtypes)\ndf['code'] = df['region'].cat.codes\nprint(df.head(3))\nprint(df.select_dtypes('category').columns.tolist())"),
    "cut": (HEAD, "ages = pd.Series([5, 17, 30, 64, 80])\nprint(pd.cut(ages, bins=[0, 18, 65, 100], labels=['child', 'adult', 'senior']).tolist())\nprint(pd.cut(ages, [0, 18, 65, 100]))\nprint(pd.cut(ages, 3, labels=False).tolist(), pd.cut(ages, bins=[0, 18, 65, 100], labels=False).tolist())\nprint(pd.cut(ages, 3))"),
    "qcut": (HEAD, "s = pd.Series([1, 5, 2, 8, 9, 4])\nprint(pd.qcut(s, 3, labels=False).tolist(), pd.qcut(s, 2, labels=['lo', 'hi']).tolist())\nprint(pd.qcut(s, 3))\nprint(pd.cut(s, 3).value_counts().sort_index())"),
    # Arithmetic and statistics.
    "arithmetic": (SALES, "df['total'] = df.units * df.price\nprint(df.total.tolist(), (df.units + 1).tolist(), (10 - df.units).tolist(), (df.units / 4).tolist(), (df.units // 3).tolist(), (df.units % 3).tolist(), (df.units ** 2).tolist(), (-df.units).tolist())"),
    "standardise": (SALES, "X = df[['units', 'price']]\nprint(((X - X.mean()) / X.std()).round(4))\nprint(((X - X.min()) / (X.max() - X.min())).values.round(3))"),
    "frame arithmetic": (SALES, "X = df[['units', 'price']]\nprint((X * 2).head(2), (X + X).iloc[0].tolist(), (X > 4).sum().tolist(), (X == 1.5).values.sum(), (X / X.sum()).round(3).iloc[0].tolist())\nprint(X.sub(X.mean(axis=1), axis=0).round(2).head(2))"),
    "aligned": (HEAD, "a = pd.Series([1, 2, 3], index=['x', 'y', 'z'])\nb = pd.Series([10, 20], index=['y', 'x'])\nprint(a + b)\nprint(a[['x', 'y']] * b)"),
    "statistics": (SALES, "s = df['units']\nprint(s.mean(), s.sum(), s.min(), s.max(), s.std().round(6), s.var().round(6), s.median(), s.quantile(0.25), s.count(), s.idxmax(), s.argmax(), s.mode().tolist(), s.cumsum().tolist(), s.prod(), s.skew().round(6), s.kurt().round(6))"),
    "frame statistics": (SALES, "X = df[['units', 'price']]\nprint(X.mean())\nprint(X.sum(axis=1).tolist(), X.mean(axis=1).tolist(), X.max().tolist(), X.std().round(4).tolist(), X.median().tolist(), X.quantile(0.5).tolist(), X.idxmax().tolist())\nprint(df.mean(numeric_only=True))\nprint(df.max())"),
    "nan statistics": (PEOPLE, "print(df.age.mean(), df.age.sum(), df.age.std().round(4), df.income.max(), df[['age', 'income']].mean().round(3).tolist(), df.age.count(), df.count().tolist(), df[['age', 'income']].mean(axis=1).tolist(), df.member.sum(), df.member.mean())"),
    "correlation": (SALES, "print(df[['units', 'price']].corr().round(4))\nprint(round(df.units.corr(df.price), 6), df.corr(numeric_only=True).shape, df[['units', 'price']].cov().round(4).values.tolist())"),
    "agg": (SALES, "print(df[['units', 'price']].agg(['mean', 'max']))\nprint(df.agg({'units': 'sum', 'price': 'mean'}))\nprint(df.units.agg(['min', 'max']))"),
    "shift": (SALES, "s = df.units\nprint(s.shift(1).tolist(), s.diff().tolist(), s.shift(-1).tolist(), s.pct_change().round(3).tolist(), s.rolling(3).mean().round(3).tolist(), s.rank().tolist())"),
    "sort": (SALES, "print(df.sort_values('units'))\nprint(df.sort_values(['region', 'units'], ascending=[True, False]))\nprint(df.units.sort_values(ascending=False).tolist(), df.sort_values('price', ascending=False).head(2).index.tolist(), df.sort_index(ascending=False).index.tolist(), df.nlargest(2, 'units').units.tolist())"),
    "sort text": (PEOPLE, "print(df.sort_values('city').city.tolist(), df.sort_values('age', ascending=False).name.tolist(), df.name.sort_values(ascending=False).tolist())"),
    # Groups.
    "groupby mean": (SALES, "print(df.groupby('region')['units'].sum())\nprint(df.groupby('region').mean(numeric_only=True))\nprint(df.groupby('region').size())\nfor name, part in df.groupby('region'):\n    print(name, part.units.tolist())"),
    "groupby agg": (SALES, "print(df.groupby('region')['units'].agg(['mean', 'max']))\nprint(df.groupby('region').agg({'units': 'sum', 'price': 'mean'}))\nprint(df.groupby('region').agg(total=('units', 'sum'), top=('price', 'max')))"),
    "groupby two": (SALES, "print(df.groupby(['region', 'product'])['units'].sum())\nprint(df.groupby(['region', 'product']).mean())\nprint(df.groupby(['region', 'product'])['units'].sum().reset_index())"),
    "groupby flat": (SALES, "print(df.groupby('region', as_index=False)['units'].mean())\nprint(df.groupby('region')['units'].mean().reset_index())\nprint(df.groupby('product')['units'].apply(list))\nprint(df.groupby('region').units.nunique().to_dict())"),
    "groupby transform": (SALES, "print(df.groupby('region')['units'].transform('mean').tolist(), df.groupby('region')['units'].cumsum().tolist(), df.groupby('product')['price'].rank().tolist())\nprint(df.groupby('region')['units'].apply(lambda s: s.max() - s.min()))\nprint(df.groupby('region').get_group('west'))"),
    "groupby many": (SALES, "print(df.groupby('region').agg(['min', 'max'])[['units']])\nprint(df.groupby('region')['units'].describe())\nprint(df.groupby('region')['product'].value_counts())\nprint(df.groupby('region').first())"),
    "groupby loop": (IRIS, "for name, part in df.groupby('species'):\n    print(name, part.shape, round(part['petal width'].mean(), 3))\nprint(df.groupby('species').mean())"),
    "pivot": (SALES, "print(df.pivot_table(values='units', index='region', columns='product', aggfunc='sum'))\nprint(df.pivot_table(values='units', index='region', columns='product', aggfunc='sum', fill_value=0))\nprint(pd.pivot_table(df, index='region', values=['units', 'price']))"),
    "crosstab": (SALES, "print(pd.crosstab(df['region'], df['product']))\nprint(pd.crosstab([0, 1, 1], [1, 1, 0]))"),
    "melt": (HEAD, "d = pd.DataFrame({'id': [1, 2], 'x': [3, 4], 'y': [5, 6]})\nprint(d.melt(id_vars='id'))\nprint(pd.melt(d, id_vars=['id'], value_vars=['x'], var_name='k', value_name='v'))"),
    # Combining.
    "concat": (SMALL, "two = pd.concat([df, df], ignore_index=True)\nprint(two.shape, two.index.tolist())\nprint(pd.concat([df[['a']], df['c']], axis=1).columns.tolist())\nprint(pd.concat([df, df.iloc[:1]]))\nprint(pd.concat([df.a, df.b]).tolist())"),
    "concat different": (HEAD, "a = pd.DataFrame({'x': [1, 2], 'y': [3, 4]})\nb = pd.DataFrame({'x': [5], 'z': ['q']})\nprint(pd.concat([a, b]))\nprint(pd.concat([a, b.rename(columns={'x': 'w'})], axis=1))\nprint(pd.concat([a, b], join='inner', ignore_index=True))\nprint(pd.concat([a, b], keys=['a', 'b']).index.tolist())"),
    "merge": (HEAD, "a = pd.DataFrame({'k': [1, 2, 3], 'v': ['a', 'b', 'c']})\nb = pd.DataFrame({'k': [2, 3, 3, 4], 'w': [20, 30, 31, 40]})\nprint(pd.merge(a, b))\nprint(a.merge(b, on='k', how='left'))\nprint(a.merge(b, how='outer', on='k'))\nprint(a.merge(b, how='right', on='k'))"),
    "merge names": (HEAD, "a = pd.DataFrame({'id': [1, 2], 'v': [5, 6]})\nb = pd.DataFrame({'key': [2, 1], 'v': [7, 8]})\nprint(a.merge(b, left_on='id', right_on='key'))\nprint(a.merge(b, left_on='id', right_on='key', suffixes=('_l', '_r')).columns.tolist())"),
    "join": (HEAD, "a = pd.DataFrame({'v': [1, 2]}, index=['x', 'y'])\nb = pd.DataFrame({'w': [3, 4]}, index=['y', 'z'])\nprint(a.join(b))\nprint(a.join(b, how='inner'))\nprint(a.join(b, how='outer'))"),
    # Files.
    "read_csv": (CSV, "d = pd.read_csv('d.csv')\nprint(d)\nprint(d.dtypes)\nprint(d.shape, d.isna().sum().tolist())"),
    "read_csv columns": (CSV, "print(pd.read_csv('d.csv', usecols=['id', 'kind']))\nprint(pd.read_csv('d.csv', usecols=[0, 1]).columns.tolist(), pd.read_csv('d.csv', index_col='id').index.tolist())\nprint(pd.read_csv('d.csv', index_col=0).head(2))"),
    "read_csv header": (CSV, "print(pd.read_csv('d.csv', header=None).shape, pd.read_csv('d.csv', header=None, names=list('uvwxy')).columns.tolist(), pd.read_csv('d.csv', names=list('uvwxy'), header=0).columns.tolist())\nprint(pd.read_csv('d.csv', header=None).dtypes.tolist())\nprint(pd.read_csv('d.csv', nrows=1).shape, pd.read_csv('d.csv', skiprows=1).columns.tolist(), pd.read_csv('d.csv', skiprows=[1, 2]).shape)"),
    "read_csv types": (CSV, "print(pd.read_csv('d.csv', dtype={'id': 'float32'}).dtypes.tolist(), pd.read_csv('d.csv', dtype=str).dtypes.tolist(), pd.read_csv('d.csv', na_values=['a']).kind.tolist(), pd.read_csv('d.csv', na_values={'id': 1}).id.tolist(), pd.read_csv('d.csv', keep_default_na=False).weight.tolist())"),
    "read_csv separators": (PUT, "put('s.csv', 'a;b\\n1;2,5\\n3;4,5\\n')\nprint(pd.read_csv('s.csv', sep=';', decimal=','))\nput('w.txt', '1 2  3\\n4   5 6\\n')\nprint(pd.read_csv('w.txt', sep=r'\\s+', header=None))\nput('t.tsv', 'a\\tb\\n1\\t2\\n')\nprint(pd.read_csv('t.tsv', sep='\\t').values, pd.read_table('t.tsv').shape)\nput('c.csv', '# note\\na,b\\n1,2 # x\\n')\nprint(pd.read_csv('c.csv', comment='#'))"),
    "read_csv odd": (PUT, "put('o.csv', 'a,a,,b\\n1,2,3,\"x, y\"\\n\\n4,5,6,\"q\"\"r\"\\n')\nd = pd.read_csv('o.csv')\nprint(d)\nprint(d.columns.tolist())\nput('p.csv', 'x,y\\nr1,1,2\\nr2,3,4\\n')\nprint(pd.read_csv('p.csv'))\nput('q.csv', 'a, b\\n1, x\\n2, y\\n')\nprint(pd.read_csv('q.csv', skipinitialspace=True).b.tolist(), pd.read_csv('q.csv').columns.tolist())"),
    "read_csv buffer": (HEAD, "import io\nprint(pd.read_csv(io.StringIO('a,b\\n1,2\\n3,4\\n')))\nwith open('f.csv', 'w') as f:\n    f.write('a,b\\n1,yes\\n')\nwith open('f.csv') as f:\n    print(pd.read_csv(f).values.tolist())"),
    "read_csv ragged": (PUT, "put('r.csv', 'a,b\\n1,2\\n3,4,5\\n')\npd.read_csv('r.csv')"),
    "read_csv bool": (PUT, "put('b.csv', 't,n,big,e\\nTrue,1,12345678901,1e3\\nFalse,,2,2.5\\n')\nd = pd.read_csv('b.csv')\nprint(d)\nprint(d.dtypes)"),
    "to_csv": (PEOPLE, "print(df.to_csv())\nprint(df.to_csv(index=False, sep=';'))\ndf.to_csv('out.csv', index=False)\nprint(pd.read_csv('out.csv').equals(df) if False else pd.read_csv('out.csv').shape)\nprint(df[['age', 'income']].to_csv(float_format='%.1f', header=False, na_rep='?'))"),
    "missing file": (HEAD, "pd.read_csv('none.csv')"),
    # With scikit-learn and NumPy.
    "split": (IRIS, "from sklearn.model_selection import train_test_split\nX = df.drop('species', axis=1)\ny = df['species']\na, b, c, d = train_test_split(X, y, test_size=0.2, random_state=42)\nprint(a.shape, b.shape, c.shape, type(a).__name__, a.index.tolist()[:5], d.tolist()[:3])\nprint(b.head(3))"),
    "scale": (IRIS, "from sklearn.preprocessing import StandardScaler, LabelEncoder, MinMaxScaler\nX = StandardScaler().fit_transform(df.iloc[:, :4])\nprint(X[:2].round(4), type(X).__name__)\ny = LabelEncoder().fit_transform(df['species'])\nprint(y[[0, 60, 120]], y.shape)\ndf[['petal width']] = MinMaxScaler().fit_transform(df[['petal width']])\nprint(df['petal width'].max())"),
    "encode": (PEOPLE, "from sklearn.preprocessing import OneHotEncoder\ne = OneHotEncoder(sparse_output=False)\nprint(e.fit_transform(df[['member']]), e.get_feature_names_out())"),
    "random split": (SALES, "np.random.seed(0)\nmask = np.random.rand(len(df)) < 0.7\ntrain, test = df[mask], df[~mask]\nprint(train.shape, test.shape)\ntrain = df.sample(frac=0.75, random_state=200)\nprint(df.drop(train.index).index.tolist())"),
    "windows": (HEAD, "s = pd.Series(np.arange(6.0))\nX, y = [], []\nfor i in range(len(s) - 2):\n    X.append(s[i:i + 2])\n    y.append(s[i + 2])\nprint(np.array(X).shape, np.array(y))"),
    # Errors.
    "key error": (SMALL, "df['z']"),
    "keys error": (SMALL, "df[['a', 'z']]"),
    "keys error all": (SMALL, "df[['y', 'z']]"),
    "drop error": (SMALL, "df.drop('z', axis=1)"),
    "length error": (SMALL, "df['z'] = [1, 2]"),
    "columns error": (SMALL, "df.columns = ['a']"),
    "arrays error": (HEAD, "pd.DataFrame({'a': [1, 2], 'b': [1]})"),
    "shape error": (HEAD, "pd.DataFrame(np.zeros((2, 3)), columns=['a'])"),
    "truth error": (SMALL, "if df['a'] == 1:\n    pass"),
    "frame truth error": (SMALL, "if df:\n    pass"),
    "loc error": (SMALL, "df.loc[7]"),
    "iloc error": (SMALL, "df.iloc[9]"),
    "attribute error": (SMALL, "df.nothing"),
    "nan int error": (SMALL, "df['b'].astype(int)"),
    "text float error": (SMALL, "df['c'].astype(float)"),
    "append error": (SMALL, "try:\n    df.append({'a': 1}, ignore_index=True)\nexcept AttributeError as e:\n    print(e)"),
    "str error": (SMALL, "try:\n    df['a'].str.upper()\nexcept AttributeError as e:\n    print(e)"),
    "numeric error": (HEAD, "pd.to_numeric(pd.Series(['1', 'x']))"),
    "usecols error": (CSV, "pd.read_csv('d.csv', usecols=['id', 'nope'])"),
    "to_numeric": (HEAD, "s = pd.Series(['1', '2.5', 'x', None])\nprint(pd.to_numeric(s, errors='coerce').tolist(), pd.to_numeric(pd.Series(['1', '2'])).dtype, pd.isnull(np.nan), pd.isna([1, None]), pd.notnull(5))"),
    "scalars error": (HEAD, "pd.DataFrame({'a': 1})"),
}


def programs():
    for name, (head, body) in PROGRAMS.items():
        yield name, head + body + "\n"
