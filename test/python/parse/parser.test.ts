import { describe, expect, it } from 'vitest';
import recorded from './corpus.recorded.json' with { type: 'json' };
import { corpus } from './corpus.ts';
import { loadParser } from './loadParser.ts';
import { firstDifference, normalised } from './normalised.ts';

const parser = await loadParser();

describe('the syntax tree', () => {
  it.each(Object.entries(corpus))("is CPython's for %s", (name, text) => {
    const { module, errors } = parser.parse(text);
    expect(errors.filter(error => !/outside|future/.test(error.template))).toEqual([]);
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
      'FunctionDef',
      'Assign',
    ]);
  });

  it.each([
    ['def f(x)\n    y = x\n    return y\nz = f(1)', 'Invalid FunctionDef[Assign Return] Assign'],
    ['async def f(x)\n    return x', 'Invalid AsyncFunctionDef[Return]'],
    ['class A(:\n    def f(self): pass\nz = 1', 'Invalid ClassDef[FunctionDef] Assign'],
    ['match x y:\n    case 1: a = 1\n    case _: b = 1\nc = 1', 'Invalid Match Assign'],
    ['for i range(3):\n    break\nz = 1', 'Invalid While[Break] Assign'],
    ['if x = 1:\n    y = 1\nelse:\n    z = 1', 'Invalid Assign Assign Assign'],
    ['for i in x:\nprint(i)\nz = 1', 'For[Expr] Assign'],
    ['x = [1, 2, 3\ny = [4, 5]\nprint(y)', 'Invalid Assign Assign Expr'],
    ['x.\ny = 1', 'Invalid Assign'],
    ['z = x.\ny = 1', 'Invalid Assign Assign'],
    ['x[0] =\ny = 1', 'Invalid Assign'],
    ['z = x.shape.\ny.fit(1)', 'Invalid Assign Expr'],
    ['def f():\n    x.\n    y = 1\nz = 2', 'FunctionDef[Invalid Assign] Assign'],
  ])('keep what is below a broken header: %j', (text, expected) => {
    const { module } = parser.parse(text);
    const kinds = module.body.map(statement => {
      const inside = 'body' in statement && Array.isArray(statement.body) ? statement.body : null;
      return inside === null
        ? statement.kind
        : `${statement.kind}[${inside.map(each => each.kind).join(' ')}]`;
    });
    expect(kinds.join(' ')).toBe(expected);
  });

  it.each([
    ['model.add(Dense(10)\n', 'model'],
    ['x[0] =\n', 'x'],
    ['x.\n', 'x'],
    ['fit(x\n', null],
    ['y = model.add(\n', null],
  ])('say what a broken line is about: %j', (text, touched) => {
    const [invalid] = parser.parse(text).module.body;
    expect(invalid?.kind === 'Invalid' ? (invalid.touched?.id ?? null) : undefined).toBe(touched);
  });

  it('leave nothing known of what a broken line assigns', () => {
    const { module } = parser.parse('x = 1\nx, y = = 3\n');
    expect(module.body[2]).toMatchObject({
      kind: 'Assign',
      targets: [{ id: 'x' }, { id: 'y' }],
      value: { kind: 'Name', id: '<unreadable>' },
    });
  });
});
