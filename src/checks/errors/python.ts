/** Errors of Python itself. */

import { builtinExceptions } from '../../python/errors.ts';
import type { ErrorCode } from './errorCode.ts';

const described: readonly ErrorCode[] = [
  {
    code: 'syntax-error',
    title: ['Text that is no Python', '不是合法的 Python'],
    says: 'SyntaxError',
    why: [
      'Python cannot read the statement, and runs nothing of the file.',
      'Python 无法读懂该语句，整个文件都不会运行。',
    ],
    fix: [
      'Correct the marked place; the rest of the file is analysed all the same.',
      '修正标记处；文件其余部分仍会被分析。',
    ],
    example: { failing: 'units = (3\n', fixed: 'units = (3)\n' },
  },
  {
    code: 'undefined-name',
    title: ['A name that is not defined', '名称没有定义'],
    says: "NameError: name 'Dense' is not defined",
    why: [
      'Nothing of this name was assigned or imported. Names of Keras are analysed as if they were imported.',
      '没有赋值或导入过该名称。Keras 的名称会当作已导入来分析。',
    ],
    fix: ['Add the import; the quick fix does.', '添加导入，快速修复会完成。'],
    example: {
      failing:
        'from keras.models import Sequential\n\nmodel = Sequential()\nmodel.add(Dense(3, input_dim=4))\n',
      fixed:
        'from keras.models import Sequential\nfrom keras.layers import Dense\n\nmodel = Sequential()\nmodel.add(Dense(3, input_dim=4))\n',
    },
  },
  {
    code: 'import-name',
    title: ['A name that the module does not have', '模块中没有该名称'],
    says: "ImportError: cannot import name '…' from '…'",
    why: [
      'The module exists, and has nothing of this name in this version.',
      '模块存在，但该版本中没有这个名称。',
    ],
    fix: ['Check the spelling and the version.', '检查拼写和版本。'],
    example: { failing: 'from keras.layers import Dence\n', fixed: 'from keras.layers import Dense\n' },
  },
  {
    code: 'assertion',
    title: ['An assertion that does not hold', '断言不成立'],
    says: 'AssertionError',
    why: [
      'An `assert` of the script is false for the values that are known.',
      '对于已知的值，脚本中的 `assert` 为假。',
    ],
    fix: ['Correct the values, or the assertion.', '修正值或断言。'],
    example: { failing: 'rows = 3\nassert rows == 4\n', fixed: 'rows = 4\nassert rows == 4\n' },
  },
  {
    code: 'raised',
    title: ['An exception that the script raises', '脚本自己抛出的异常'],
    says: null,
    why: [
      'A `raise` of the script is reached, and nothing catches it.',
      '执行到脚本中的 `raise`，且没有被捕获。',
    ],
    fix: ['See why this branch is taken.', '查明为什么会走到这个分支。'],
    example: {
      failing: "mode = 'b'\nif mode != 'a':\n    raise ValueError('no such mode')\n",
      fixed: "mode = 'a'\nif mode != 'a':\n    raise ValueError('no such mode')\n",
    },
  },
];

const notable: Readonly<Record<string, readonly [string, string]>> = {
  TypeError: [
    'A value of a type that the operation does not take, or a call with missing arguments.',
    '运算不接受该类型的值，或调用缺少参数。',
  ],
  ValueError: [
    'A value that the function cannot work with, such as arrays whose shapes do not fit.',
    '函数无法处理该值，例如形状不匹配的数组。',
  ],
  IndexError: ['A position behind the end.', '位置超出范围。'],
  KeyError: ['A key that the dict does not have.', '字典中没有该键。'],
  AttributeError: ['An attribute or method that the object does not have.', '对象没有该属性或方法。'],
  ZeroDivisionError: ['A division by zero.', '除以零。'],
  ModuleNotFoundError: ['A module that is not there.', '模块不存在。'],
  FileNotFoundError: ['A file that is not there.', '文件不存在。'],
  UnboundLocalError: ['A local variable that is read before it is assigned.', '局部变量在赋值前被读取。'],
};

/** The code of an exception that says no more of itself: `ValueError` -> `value-error`. */
function codeOf(className: string): string {
  return className.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
}

const plain: ErrorCode[] = [...builtinExceptions.keys()]
  .filter(
    name =>
      !/Warning$|^(BaseException|Exception|SystemExit|KeyboardInterrupt|GeneratorExit|SyntaxError|.*Group)$/.test(
        name,
      ),
  )
  .map(name => ({
    code: codeOf(name),
    title: [name, name],
    says: name,
    why: notable[name] ?? [`Python raises \`${name}\` here.`, `Python 会在这里抛出 \`${name}\`。`],
    fix: ["The message holds Python's own words.", '消息中有 Python 的原文。'],
  }));

export const pythonErrors: readonly ErrorCode[] = [...described, ...plain];
