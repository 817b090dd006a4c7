import { describe, expect, it } from 'vitest';
import { problemMessage } from '../../../src/python/syntax.ts';
import recorded from './corpus.recorded.json' with { type: 'json' };
import { corpus } from './corpus.ts';
import { loadParser } from './loadParser.ts';
import { firstDifference, normalised } from './normalised.ts';

const parser = await loadParser();

describe('the syntax tree', () => {
  it.each(Object.entries(corpus))("is CPython's for %s", (name, text) => {
    const { module, errors } = parser.parse(text);
    expect(errors.filter(error => !error.template.includes('outside'))).toEqual([]);
    expect(firstDifference(normalised(module), recorded[name as keyof typeof recorded])).toBeNull();
  });

  it('keeps comments, without the line break', () => {
    const { comments } = parser.parse('x = 1  # one\r\n# two\r\n');
    expect(comments.map(comment => comment.text)).toEqual(['# one', '# two']);
    expect(comments[0]!.span.start).toEqual({ line: 1, column: 7, offset: 7 });
  });

  it.each([
    ['\r\n', 'a = 1\r\nif a:\r\n    b = """x\r\ny"""\r\n'],
    ['\r', 'a = 1\rif a:\r    b = """x\ry"""\r'],
    ['a byte order mark', '\ufeffa = 1\nif a:\n    b = """x\ny"""\n'],
    ['a form feed', '\fa = 1\n\fif a:\n    b = """x\ny"""\n'],
  ])('reads texts with %j', (_, text) => {
    const { module, errors } = parser.parse(text);
    expect(errors).toEqual([]);
    expect(module.body.map(statement => statement.kind)).toEqual(['Assign', 'If']);
    expect(JSON.stringify(module)).toContain('"value":"x\\ny"');
  });

  it('reads the type parameters and aliases of Python 3.12', () => {
    const { module, errors } = parser.parse(
      'type A[T] = list[T]\ndef f[T: int, *Ts, **P](): pass\nclass C[T]: pass\n',
    );
    expect(errors).toEqual([]);
    const [alias, definition, type] = module.body;
    expect(alias).toMatchObject({ kind: 'TypeAlias', type_params: [{ kind: 'TypeVar', name: 'T' }] });
    expect(definition).toMatchObject({
      type_params: [
        { kind: 'TypeVar', name: 'T', bound: { id: 'int' } },
        { kind: 'TypeVarTuple' },
        { kind: 'ParamSpec' },
      ],
    });
    expect(type).toMatchObject({ kind: 'ClassDef', type_params: [{ name: 'T' }] });
  });

  it('reads f-strings that use their own quotes inside, as Python 3.12 does', () => {
    const { module, errors } = parser.parse('x = f"{d["k"]} {f"{y}"}"');
    expect(errors).toEqual([]);
    expect(module.body[0]).toMatchObject({
      value: { kind: 'JoinedStr', values: [{ kind: 'FormattedValue' }, {}, {}] },
    });
  });
});

describe('syntax problems', () => {
  it.each([
    ['print "hi"\nx = 1', "1:0 Missing parentheses in call to 'print'. Did you mean print(...)?"],
    ['x = `a`', "1:4 invalid syntax: write 'repr(...)' instead of backticks"],
    ['if a <> b: pass', "1:5 invalid syntax: '<>' is '!=' in Python 3"],
    ['try: x\nexcept E, e: y', '2:7 multiple exception types must be parenthesized'],
    ['f(1, 2\nx = 3', "1:1 '(' was never closed"],
    ['x = (1, 2]', "1:9 closing parenthesis ']' does not match opening parenthesis '('"],
    ['x = )', "1:4 unmatched ')'"],
    ['s = "abc\nx = 1', '1:4 unterminated string literal (detected at line 1)'],
    ['def f(x)\n  return 1', "1:8 expected ':'"],
    ['x = 1\n  y = 1', '2:2 unexpected indent'],
    ['if x:\n    a\n  b', '3:2 unindent does not match any outer indentation level'],
    ['if x:\n\ta\n        b', '3:8 inconsistent use of tabs and spaces in indentation'],
    ['f() = 1', "1:0 cannot assign to function call here. Maybe you meant '==' instead of '='?"],
    ['1 = x', "1:0 cannot assign to literal here. Maybe you meant '==' instead of '='?"],
    ['x + 1 = 2', "1:0 cannot assign to expression here. Maybe you meant '==' instead of '='?"],
    ['return 1', "1:0 'return' outside function"],
    ['yield 1', "1:0 'yield' outside function"],
    ['break', "1:0 'break' outside loop"],
    ['for x in y:\n  def f(): continue', "2:11 'continue' not properly in loop"],
    ['def f(a, a): pass', "1:9 duplicate argument 'a' in function definition"],
    ['f(a=1, 2)', '1:7 positional argument follows keyword argument'],
    ['def f(a=1, b): pass', '1:11 parameter without a default follows parameter with a default'],
    ['nonlocal x', '1:0 nonlocal declaration not allowed at module level'],
    ['x := 1', "1:0 invalid syntax: ':=' needs parentheses here"],
    ['f"{a!z}"', "1:4 f-string: invalid conversion character 'z': expected 's', 'r', or 'a'"],
    ['f"}"', "1:0 f-string: single '}' is not allowed"],
  ])('%j', (text, expected) => {
    const { errors } = parser.parse(text);
    expect(
      errors.map(error => `${error.span.start.line}:${error.span.start.column} ${problemMessage(error)}`),
    ).toEqual([expected]);
  });

  it('leave the rest of the file readable', () => {
    const { module } = parser.parse(
      'import a\nmodel.add(Dense(10)\nmodel.fit(x, y)\nprint "x"\ndef f(:\n    y = 1\nz = 2\n',
    );
    expect(module.body.map(statement => statement.kind)).toEqual([
      'Import',
      'Invalid',
      'Expr',
      'Invalid',
      'Invalid',
      'Assign',
    ]);
  });
});
