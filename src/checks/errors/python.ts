/** Errors of Python itself. */

import type { ErrorCode } from './errorCode.ts';
import { codeOfName, type DescribedException, describedExceptions } from './exceptions.ts';

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
  },
  {
    code: 'raised',
    title: ['An exception that the script raises', '脚本自己引发的异常'],
    says: null,
    why: [
      'A `raise` of the script is reached, and nothing catches it.',
      '执行到脚本中的 `raise`，且没有被捕获。',
    ],
    fix: ['See why this branch is taken.', '查明为什么会走到这个分支。'],
  },
];

const meanings: Readonly<Record<DescribedException, readonly [string, string]>> = {
  AttributeError: ['An attribute or method that the object does not have.', '对象没有该属性或方法。'],
  FileNotFoundError: ['A file that is not there.', '文件不存在。'],
  FloatingPointError: [
    'A computation without a finite result, where `np.seterr` asks for an error.',
    '计算没有有限的结果，而 `np.seterr` 要求报错。',
  ],
  IndexError: ['A position behind the end.', '位置超出范围。'],
  KeyError: ['A key that the dict does not have.', '字典中没有该键。'],
  LookupError: ['A name that is not in a table, such as an encoding.', '表中没有该名称，例如编码名。'],
  MemoryError: ['More memory than there is.', '所需内存超出可用内存。'],
  ModuleNotFoundError: ['A module that is not there.', '模块不存在。'],
  NotImplementedError: [
    'A method that a class of the script has to write and did not, such as `call`.',
    '脚本中的类没有实现必须实现的方法，例如 `call`。',
  ],
  OverflowError: ['A result too large for its type.', '结果超出其类型的范围。'],
  RecursionError: ['A function that calls itself without end.', '函数无休止地调用自身。'],
  RuntimeError: ['Something that cannot be done at this time.', '此时无法进行该操作。'],
  StopIteration: ['An iterator that has nothing more to give.', '迭代器已没有更多元素。'],
  TypeError: [
    'A value of a type that the operation does not take, or a call with missing arguments.',
    '运算不接受该类型的值，或调用缺少参数。',
  ],
  UnboundLocalError: ['A local variable that is read before it is assigned.', '局部变量在赋值前被读取。'],
  UnicodeDecodeError: ['Bytes that are no text in this encoding.', '字节不是该编码的文本。'],
  UnicodeEncodeError: ['A character that the encoding does not have.', '该编码没有这个字符。'],
  ValueError: [
    'A value that the function cannot work with, such as arrays whose shapes do not fit.',
    '函数无法处理该值，例如形状不匹配的数组。',
  ],
  ZeroDivisionError: ['A division by zero.', '除以零。'],
};

const plain: readonly ErrorCode[] = describedExceptions.map(name => ({
  code: codeOfName(name),
  title: [name, name],
  says: name,
  why: meanings[name],
  fix: ["The message holds Python's own words.", '消息中有 Python 的原文。'],
}));

/** The page that all other exceptions share. */
const other: ErrorCode = {
  code: 'exception',
  title: ['Another exception', '其他异常'],
  says: null,
  why: ['Python raises an exception here that nothing catches.', 'Python 会在这里引发异常，且没有被捕获。'],
  fix: ["The message holds Python's own words.", '消息中有 Python 的原文。'],
};

export const pythonErrors: readonly ErrorCode[] = [...described, ...plain, other];
