/** Names and attributes that are not there. */
import { nearestName } from '../../library/keras/errors/spelling.ts';
import { message } from '../../python/message.ts';
import type { NodeOf } from '../../python/syntax.ts';
import { fix, replace } from '../edits.ts';
import { reference } from '../imports.ts';
import type { Explained, Meaning } from './meaning.ts';
import { explainNone } from './none.ts';
import { makingsOf, type Place } from './place.ts';

/** Constants as other languages write them. */
const constants: ReadonlyMap<string, string> = new Map([
  ['true', 'True'],
  ['TRUE', 'True'],
  ['false', 'False'],
  ['FALSE', 'False'],
  ['null', 'None'],
  ['NULL', 'None'],
  ['none', 'None'],
  ['nil', 'None'],
  ['undefined', 'None'],
]);

function explainName([, name, meant]: RegExpExecArray, place: Place): Explained | null {
  const { code, node } = place;
  if (node?.kind !== 'Name' || name === undefined) return null;
  const constant = constants.get(name);
  if (constant !== undefined)
    return {
      message: message('`{0}` is not defined: Python writes `{1}`.', name, constant),
      fixes: fix(
        'correct-constant',
        message('Change to `{0}`', constant),
        [replace(node.span, constant)],
        true,
      ),
    };
  const later = makingsOf(code, name).filter(({ statement }) => code.functionAround(statement) === null);
  const owner = makingsOf(code, name).map(({ statement }) => code.functionAround(statement));
  const behind = later.find(({ target }) => target.start.offset > node.span.start.offset);
  if (behind !== undefined)
    return {
      message: message('`{0}` is used before line {1} gives it a value.', name, behind.target.start.line),
      related: [{ span: behind.target, message: message('`{0}` gets its value here.', name) }],
    };
  const inside = owner.find(item => item?.kind === 'FunctionDef');
  if (inside?.kind === 'FunctionDef' && inside !== code.functionAround(node))
    return {
      message: message(
        '`{0}` exists only inside of the function `{1}`: return it there, and take it from the call.',
        name,
        inside.name,
      ),
      related: place.defined(inside),
    };
  if (meant !== undefined)
    return { message: message('`{0}` is not defined; did you mean `{1}`?', name, meant) };
  return {
    message: message('`{0}` is not defined: nothing of that name is assigned or imported before.', name),
  };
}

function explainUnbound([, name]: RegExpExecArray, place: Place): Explained | null {
  const { code, node } = place;
  if (node === null || name === undefined) return null;
  const owner = code.functionAround(node);
  const outside = makingsOf(code, name).find(({ statement }) => code.functionAround(statement) === null);
  if (outside === undefined || owner?.kind !== 'FunctionDef')
    return { message: message('`{0}` is read before the function gives it a value.', name) };
  const first = owner.body[0]!.span.start;
  const indent = code.text.slice(first.offset - first.column, first.offset);
  return {
    message: message(
      '`{0}` is assigned inside of `{1}`, which makes it a name of its own there, without a value yet: pass it as an argument, or say `global {0}`.',
      name,
      owner.name,
    ),
    related: [{ span: outside.target, message: message('This `{0}` is another one.', name) }],
    fixes:
      indent.trim() === ''
        ? fix(
            'declare-global',
            message('Add `{0}`', `global ${name}`),
            [{ span: { start: first, end: first }, text: `global ${name}\n${indent}` }],
            true,
          )
        : [],
  };
}

/** Attributes of arrays that people ask lists for. */
const OF_ARRAYS =
  /^(shape|ndim|dtype|size|astype|reshape|mean|std|sum|min|max|flatten|ravel|transpose|T|argmax|argmin|tolist|squeeze|any|all|round|clip|dot|values)$/;
const OF_TEXTS = /^(lower|upper|strip|split|replace|startswith|endswith|join|format|encode)$/;
const OF_LISTS = /^(append|extend|insert|remove|pop|sort|reverse|clear)$/;
const LENGTHS = /^(length|size|len|count|Length|shape)$/;

function explainAttribute([, type, name]: RegExpExecArray, place: Place): Explained | null {
  const { node } = place;
  const { meant } = place.finding;
  const attribute = node?.kind === 'Call' ? node.func : node;
  if (attribute?.kind !== 'Attribute' || attribute.attr !== name || type === undefined) return null;
  const { value } = attribute;
  if (type === 'NoneType') return explainNone(value, place);
  const text = place.text(value);
  const related = place.made(value);
  const of = (said: Explained['message'], fixes: Explained['fixes'] = []): Explained => ({
    message: said,
    related,
    fixes,
  });
  if (type === 'list' && OF_ARRAYS.test(name)) return ofList(text, name, attribute, place);
  if (/^(str|list|tuple|dict|set)$/.test(type) && LENGTHS.test(name)) {
    const parent = place.code.parent(attribute);
    const whole = parent?.kind === 'Call' && parent.func === attribute ? parent : attribute;
    return of(
      message(
        '`{0}` is of type `{1}`, which has no `{2}`: Python asks for a length with `len({0})`.',
        text,
        type,
        name,
      ),
      fix(
        'write-len',
        message('Change to `{0}`', `len(${text})`),
        [replace(whole.span, `len(${place.code.at(value.span)})`)],
        true,
      ),
    );
  }
  if (type === 'list' && OF_TEXTS.test(name))
    return of(
      message('`{0}` is a list, and `{1}` is a method of texts: call it for each element.', text, name),
    );
  if (type === 'tuple' && OF_LISTS.test(name))
    return of(
      message(
        '`{0}` is a tuple, which never changes and has no `{1}`: make it a list first, `list({0})`.',
        text,
        name,
      ),
    );
  if (type === 'numpy.ndarray' && /^(append|extend|insert)$/.test(name))
    return of(
      message(
        '`{0}` is an array, whose size is fixed, and has no `{1}`: collect the values in a list and make the array of it at the end.',
        text,
        name,
      ),
    );
  if (type === 'bool' && value.kind === 'Compare') {
    const sides = [value.left, value.comparators[0]!];
    const shapes = sides.map(side => place.shapeText(side));
    if (shapes.every(shape => shape !== null))
      return {
        message: message(
          '`{0}` compares shapes that do not fit, {1} and {2}, and gives one `bool` instead of an array.',
          text,
          shapes[0]!,
          shapes[1]!,
        ),
        related: place.made(...sides),
      };
  }
  const ofTable = /^(DataFrame|Series)$/.test(type) ? formerOfTables(name, attribute, place) : null;
  if (ofTable !== null) return ofTable;
  if (meant) return of(message('`{0}` has no `{1}`; did you mean `{2}`?', text, name, meant));
  if (/^(DataFrame|Series)$/.test(type) && name === 'append')
    return of(message('pandas 2 has no `append` any more: use `pd.concat([{0}, …])`.', text));
  if (/^(function|builtin_function_or_method|method|type)$/.test(type))
    return of(
      message('`{0}` is a function, which has no `{1}`: is it to be called before, `{0}(…)`?', text, name),
    );
  return of(message('`{0}` is of type `{1}`, which has no `{2}`.', text, type, name));
}

/** What pandas had once, or leaves to NumPy. */
const TABLES_NOW: ReadonlyMap<string, string> = new Map([
  ['ix', 'loc'],
  ['as_matrix', 'to_numpy'],
  ['get_values', 'to_numpy'],
  ['iteritems', 'items'],
  ['reshape', 'values.reshape'],
]);

function formerOfTables(name: string, attribute: NodeOf<'Attribute'>, place: Place): Explained | null {
  const now = TABLES_NOW.get(name);
  if (now === undefined) return null;
  const text = place.text(attribute.value);
  return {
    message: message('Tables of pandas have no `{1}`: write `{0}.{2}`.', text, name, now),
    related: place.made(attribute.value),
    fixes: fix(
      'use-pandas-of-today',
      message('Change to `{0}`', now),
      [replace(attribute.attrSpan, now)],
      true,
    ),
  };
}

function ofList(text: string, name: string, attribute: NodeOf<'Attribute'>, place: Place): Explained {
  const { code } = place;
  const array = reference(code, 'numpy', 'array');
  return {
    message: message(
      '`{0}` is a list, and only arrays have `{1}`: make it one first, `{2}({0})`.',
      text,
      name,
      array.text,
    ),
    related: place.made(attribute.value),
    fixes: fix(
      'make-array-for-attribute',
      message('Change to `{0}`', `${array.text}(${text})`),
      [...array.edits, replace(attribute.value.span, `${array.text}(${code.at(attribute.value.span)})`)],
      true,
    ),
  };
}

/** `np.float`, gone since NumPy 1.24. */
function explainPlainType([, name]: RegExpExecArray, place: Place): Explained | null {
  const { node } = place;
  if (node?.kind !== 'Attribute' || name === undefined) return null;
  const text = place.text(node);
  return {
    message: message('NumPy has no `{0}` since 1.24: write `{1}`.', text, name),
    fixes: fix('write-plain-type', message('Change to `{0}`', name), [replace(node.span, name)], true),
  };
}

function explainModule([, module, name]: RegExpExecArray, place: Place): Explained {
  const { node } = place;
  const { meant } = place.finding;
  const text = node?.kind === 'Attribute' ? place.text(node.value) : module!;
  return {
    message: !meant
      ? message('The module `{0}` has no `{1}`.', text, name!)
      : message('The module `{0}` has no `{1}`; did you mean `{2}`?', text, name!, meant),
  };
}

/** `train(epoch=3)` of a function that has `epochs`. */
function explainKeyword([, name]: RegExpExecArray, place: Place): Explained | null {
  const { code, finding } = place;
  const keyword = code.all('keyword').find(({ span }) => span.start.offset === finding.span.start.offset);
  const call = keyword && code.all('Call').find(item => item.keywords.includes(keyword));
  const func = call?.func;
  const title = func?.kind === 'Name' ? func.id : func?.kind === 'Attribute' ? func.attr : null;
  if (title === null || title === undefined || name === undefined) return null;
  const cls = code.all('ClassDef').find(item => item.name === title);
  const init = cls?.body.find(item => item.kind === 'FunctionDef' && item.name === '__init__');
  const owner = init?.kind === 'FunctionDef' ? init : place.functionNamed(title);
  if (owner === null) return null;
  const { args } = owner;
  const names = [...args.args, ...args.kwonlyargs].map(item => item.arg).filter(item => item !== 'self');
  const meant = nearestName(name, names);
  const related = place.defined(owner);
  if (names.length === 0)
    return { message: message('`{0}` takes no arguments, and the call passes `{1}`.', title, name), related };
  return {
    message: message(
      '`{0}` has no parameter `{1}`: it takes {2}.',
      title,
      name,
      names.map(item => `\`${item}\``).join(', '),
    ),
    related,
    fixes:
      meant === null
        ? []
        : fix('correct-parameter', message('Change to `{0}`', meant), [replace(finding.span, meant)], true),
  };
}

export const nameMeanings: readonly Meaning[] = [
  { says: /^NameError: name '(\w+)' is not defined(?:\. Did you mean: '(\w+)'\?)?$/, explain: explainName },
  { says: /^UnboundLocalError: cannot access local variable '(\w+)'/, explain: explainUnbound },
  {
    says: /^AttributeError: module 'numpy' has no attribute '(float|int|bool|object|str|complex)'\./,
    explain: explainPlainType,
  },
  {
    says: /^AttributeError: module '([\w.]+)' has no attribute '(\w+)'(?:\. Did you mean: '\w+'\?)?$/,
    explain: explainModule,
  },
  {
    says: /^AttributeError: '([\w.]+)' object has no attribute '(\w+)'(?:\. Did you mean: '\w+'\?)?$/,
    explain: explainAttribute,
  },
  {
    says: /^AttributeError: type object '([\w.]+)' has no attribute '(\w+)'(?:\. Did you mean: '\w+'\?)?$/,
    explain: explainAttribute,
  },
  { says: /^TypeError: .*got an unexpected keyword argument '(\w+)'/, explain: explainKeyword },
];
