"""Writes test/fixtures/corpus/pandas.jsonl: programs around pandas with expectations written by hand.

    python3 test/oracles/corpus/hand_pandas.py

pandas is no part of the machine that records the other categories; what stands here follows pandas 2.0's documentation.
"""

import json
import pathlib

HEAD = "import numpy as np\nimport pandas as pd\ndf = pd.DataFrame({'a': [1, 2, 3], 'b': [0.5, 1.25, None], 'c': ['x', 'y', 'x']})\n"
CSV = "import pandas as pd\nwith open('d.csv', 'w') as f:\n    f.write('p,q,r\\n1,2.5,hi\\n3,NA,\"a,b\"\\n')\n"

PROGRAMS = {
    "frame": (HEAD + "print(df)\nprint(df.shape, len(df), df.ndim, df.size)\n",
              "   a     b  c\n0  1  0.50  x\n1  2  1.25  y\n2  3   NaN  x\n(3, 3) 3 2 9\n"),
    "dtypes": (HEAD + "print(df.dtypes)\n", "a      int64\nb    float64\nc     object\ndtype: object\n"),
    "series": (HEAD + "print(df['a'])\nprint(df.b)\n",
               "0    1\n1    2\n2    3\nName: a, dtype: int64\n0    0.50\n1    1.25\n2     NaN\nName: b, dtype: float64\n"),
    "values": (HEAD + "print(df[['a', 'b']].values)\nprint(df.values)\nprint(df['a'].to_numpy(), df['c'].tolist())\n",
               "[[1.   0.5 ]\n [2.   1.25]\n [3.    nan]]\n[[1 0.5 'x']\n [2 1.25 'y']\n [3 nan 'x']]\n[1 2 3] ['x', 'y', 'x']\n"),
    "columns": (HEAD + "print(df.columns)\nprint(list(df.columns), list(df), 'a' in df)\n",
                "Index(['a', 'b', 'c'], dtype='object')\n['a', 'b', 'c'] ['a', 'b', 'c'] True\n"),
    "iloc": (HEAD + "print(df.iloc[0])\nprint(df.iloc[:, :2].values.shape, df.iloc[1:, -1].tolist(), df.iloc[2, 0])\n",
             "a      1\nb    0.5\nc      x\nName: 0, dtype: object\n(3, 2) ['y', 'x'] 3\n"),
    "loc": (HEAD + "print(df.loc[1, 'c'], df.loc[df.a > 1, 'a'].tolist())\ndf.loc[df.c == 'x', 'a'] = 0\nprint(df.a.tolist())\n",
            "y [2, 3]\n[0, 2, 0]\n"),
    "mask": (HEAD + "print(df[df['a'] >= 2])\nprint(df[(df.a > 1) & (df.c == 'x')].a.tolist())\n",
             "   a     b  c\n1  2  1.25  y\n2  3   NaN  x\n[3]\n"),
    "drop": (HEAD + "print(df.drop('c', axis=1).columns.tolist(), df.drop(columns=['a', 'b']).columns.tolist(), df.drop(0).index.tolist())\n",
             "['a', 'b'] ['c'] [1, 2]\n"),
    "missing": (HEAD + "print(df.isnull().sum())\nprint(df.dropna().shape, df.fillna(0)['b'].tolist(), df['b'].isna().tolist())\n",
                "a    0\nb    1\nc    0\ndtype: int64\n(2, 3) [0.5, 1.25, 0.0] [False, False, True]\n"),
    "statistics": (HEAD + "print(df['a'].mean(), df['a'].sum(), df['b'].max(), df['b'].count(), df['a'].std())\n", "2.0 6 1.25 2 1.0\n"),
    "describe": (HEAD + "print(df['a'].describe())\n",
                 "count    3.0\nmean     2.0\nstd      1.0\nmin      1.0\n25%      1.5\n50%      2.0\n75%      2.5\nmax      3.0\nName: a, dtype: float64\n"),
    "dummies": (HEAD + "print(pd.get_dummies(df['c']))\nprint(pd.get_dummies(df['c'], prefix='c', dtype=int).columns.tolist())\nprint(pd.get_dummies(df).columns.tolist())\nprint(pd.get_dummies(df['c'], drop_first=True).shape)\n",
                "       x      y\n0   True  False\n1  False   True\n2   True  False\n['c_x', 'c_y']\n['a', 'b', 'c_x', 'c_y']\n(3, 1)\n"),
    "counts": (HEAD + "print(df['c'].value_counts())\nprint(df['c'].unique(), df['c'].nunique())\n",
               "c\nx    2\ny    1\nName: count, dtype: int64\n['x' 'y'] 2\n"),
    "map": (HEAD + "print(df['c'].map({'x': 0, 'y': 1}).values, df['a'].apply(lambda v: v * 2).tolist())\n", "[0 1 0] [2, 4, 6]\n"),
    "factorize": (HEAD + "codes, names = pd.factorize(df['c'])\nprint(codes, names)\n", "[0 1 0] Index(['x', 'y'], dtype='object')\n"),
    "astype": (HEAD + "print(df['a'].astype('float32').values.dtype, df[['a']].astype(float).values.tolist())\n", "float32 [[1.0], [2.0], [3.0]]\n"),
    "assign": (HEAD + "df['d'] = df['a'] * 2\ndf['e'] = 1\ndel df['b']\nprint(df)\n", "   a  c  d  e\n0  1  x  2  1\n1  2  y  4  1\n2  3  x  6  1\n"),
    "concat": (HEAD + "two = pd.concat([df, df], ignore_index=True)\nprint(two.shape, two.index.tolist())\nprint(pd.concat([df[['a']], df['c']], axis=1).columns.tolist())\n",
               "(6, 3) [0, 1, 2, 3, 4, 5]\n['a', 'c']\n"),
    "groupby": (HEAD + "print(df.groupby('c')['a'].sum())\nfor name, part in df.groupby('c'):\n    print(name, part.a.tolist())\n",
                "c\nx    4\ny    2\nName: a, dtype: int64\nx [1, 3]\ny [2]\n"),
    "read_csv": (CSV + "d = pd.read_csv('d.csv')\nprint(d)\nprint(d.dtypes.tolist(), d.shape)\n",
                 "   p    q    r\n0  1  2.5   hi\n1  3  NaN  a,b\n[dtype('int64'), dtype('float64'), dtype('O')] (2, 3)\n"),
    "read_csv options": (CSV + "print(pd.read_csv('d.csv', usecols=['p']).values.tolist(), pd.read_csv('d.csv', index_col='p').index.tolist())\nprint(pd.read_csv('d.csv', header=None).shape, pd.read_csv('d.csv', header=None, names=['u', 'v', 'w']).columns.tolist())\nprint(pd.read_csv('d.csv', nrows=1).shape, pd.read_csv('d.csv', skiprows=1).columns.tolist())\n",
                         "[[1], [3]] [1, 3]\n(3, 3) ['u', 'v', 'w']\n(1, 3) ['1', '2.5', 'hi']\n"),
    "split frames": (HEAD + "from sklearn.model_selection import train_test_split\nfrom sklearn.preprocessing import StandardScaler\nX = df[['a']]\na, b, c, d = train_test_split(X, df['c'], test_size=1, shuffle=False)\nprint(a.shape, b.shape, c.tolist(), d.tolist())\nprint(StandardScaler().fit_transform(X).ravel().round(4))\n",
                     "(2, 1) (1, 1) ['x', 'y'] ['x']\n[-1.2247  0.      1.2247]\n"),
    "arithmetic": (HEAD + "t = (df[['a']] - df[['a']].mean()) / df[['a']].std()\nprint(t.values.ravel())\n", "[-1.  0.  1.]\n"),
    "key error": (HEAD + "df['z']\n", "", "KeyError: 'z'"),
    "length error": (HEAD + "df['z'] = [1, 2]\n", "", "ValueError: Length of values (2) does not match length of index (3)"),
    "truth error": (HEAD + "if df['a']:\n    pass\n", "",
                    "ValueError: The truth value of a Series is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all()."),
    "missing file": ("import pandas as pd\npd.read_csv('none.csv')\n", "", "FileNotFoundError: [Errno 2] No such file or directory: 'none.csv'"),
}


def main():
    path = pathlib.Path(__file__).resolve().parents[2] / "fixtures" / "corpus" / "pandas.jsonl"
    with open(path, "w", encoding="utf-8") as out:
        for name, (source, stdout, *error) in PROGRAMS.items():
            record = {"name": name, "source": source, "stdout": stdout}
            if error:
                record |= {"status": 1, "error": error[0]}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
