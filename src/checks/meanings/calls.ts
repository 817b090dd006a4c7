/** Calls of what is no function, and with other arguments than it takes. */
import { message } from '../../python/message.ts';
import { fix, replace } from '../edits.ts';
import type { Explained, Meaning } from './meaning.ts';
import { explainNone } from './none.ts';
import type { FunctionDefinition, Place } from './place.ts';

function explainCallable([, type]: RegExpExecArray, place: Place): Explained | null {
  const { call, code } = place;
  if (call === null || type === undefined) return null;
  const { func } = call;
  const text = place.text(func);
  const related = place.made(func);
  if (type === 'NoneType') return explainNone(func, place);
  const only = call.args.length === 1 && call.keywords.length === 0 ? call.args[0]! : null;
  const behind = { start: func.span.end, end: call.span.end };
  if (func.kind === 'Constant' && func.value.type === 'str')
    return {
      message: message('Behind `{0}` stand parentheses, which call it: a comma may be missing.', text),
    };
  const isBuiltin = func.kind === 'Name' && BUILTINS.has(func.id);
  if (isBuiltin && place.makingOf(func) !== null)
    return {
      message: message(
        '`{0}` was given a value and is no function any more: choose another name for that value.',
        text,
      ),
      related,
    };
  if (
    /^(tuple|list|dict|str|numpy\.ndarray|DataFrame|Series)$/.test(type) &&
    func.kind === 'Attribute' &&
    call.args.length === 0
  )
    return {
      message: message('`{0}` is of type `{1}`, no function: leave out the parentheses.', text, type),
      fixes: fix('leave-parentheses-away', message('Change to `{0}`', text), [replace(behind, '')], true),
    };
  if (
    /^(list|tuple|dict|numpy\.ndarray|DataFrame|Series|str)$/.test(type) &&
    only !== null &&
    func.kind !== 'List' &&
    func.kind !== 'Tuple'
  )
    return {
      message: message(
        '`{0}` is of type `{1}`: its elements are taken with square brackets, `{2}`.',
        text,
        type,
        `${text}[${place.text(only)}]`,
      ),
      related,
      fixes: fix(
        'square-brackets',
        message('Change to `{0}`', `${text}[${place.text(only)}]`),
        [replace(behind, `[${code.at(only.span)}]`)],
        true,
      ),
    };
  if (type === 'module')
    return {
      message: message('`{0}` is a module, no function: a function of it is called as `{0}.name(…)`.', text),
      related,
    };
  if (func.kind === 'Constant' || func.kind === 'BinOp')
    return {
      message: message('`{0}` is a number, and parentheses behind it call it: `*` multiplies.', text),
    };
  if (func.kind === 'List' || func.kind === 'Tuple' || func.kind === 'Dict')
    return {
      message: message('Behind `{0}` stand parentheses, which call it: a comma may be missing.', text),
    };
  return {
    message: message('`{0}` is of type `{1}`, which is no function and cannot be called.', text, type),
    related,
  };
}

const BUILTINS = new Set(
  'list dict set tuple str int float bool sum max min len range print input type id map filter zip sorted round abs all any open next iter object'.split(
    ' ',
  ),
);

/** The function of the script that a call enters. */
function entered(place: Place, title: string): FunctionDefinition | null {
  const name = title.split('.').at(-1)!;
  const owner = title.includes('.') ? title.split('.').at(-2) : null;
  const cls = owner === null ? undefined : place.code.all('ClassDef').find(item => item.name === owner);
  const method = cls?.body.find(item => item.kind === 'FunctionDef' && item.name === name);
  return method?.kind === 'FunctionDef' ? method : owner === null ? place.functionNamed(name) : null;
}

function explainMissing([, title, names]: RegExpExecArray, place: Place): Explained {
  const owner = entered(place, title!);
  const listed = [...names!.matchAll(/'(\w+)'/g)].map(match => `\`${match[1]}\``).join(', ');
  if (listed === '`self`')
    return {
      message: message(
        '`{0}` is a method and needs an object: make one of its class first, with parentheses.',
        place.called,
      ),
      related: place.defined(owner),
    };
  return {
    message: message('`{0}` needs {1}, and the call does not pass it.', place.called, listed),
    related: place.defined(owner),
  };
}

function explainCount([, title, taken, given]: RegExpExecArray, place: Place): Explained | null {
  const owner = entered(place, title!);
  const isMethod = title!.includes('.') && place.call?.func.kind === 'Attribute';
  const first = owner?.args.args[0]?.arg;
  if (owner !== null && isMethod && first !== 'self' && first !== 'cls') {
    const start = owner.args.args[0]?.span.start ?? null;
    const open = place.code.text.indexOf('(', owner.nameSpan.end.offset) + 1;
    const at = start ?? place.code.position(open);
    return {
      message: message(
        'The method `{0}` lacks `self`: Python passes the object itself as the first argument.',
        owner.name,
      ),
      related: place.defined(owner),
      fixes: fix(
        'add-self',
        message('Add `{0}`', 'self'),
        [{ span: { start: at, end: at }, text: start === null ? 'self' : 'self, ' }],
        true,
      ),
    };
  }
  const less = isMethod || /\.__init__$/.test(title!) ? 1 : 0;
  const lower = (text: string) => text.replace(/\d+/g, number => String(Number(number) - less));
  const takes = lower(taken!);
  if (owner === null && place.call === null) return null;
  const isSpread = place.call?.args.some(item => item.kind === 'Starred') ?? true;
  const passed = isSpread ? Number(given) - less : place.call!.args.length;
  return {
    message: message(
      'Too many arguments: `{0}` takes {1} by position, and the call passes {2}.',
      place.called,
      takes.replace(/^from (\d+) to (\d+)$/, '$1…$2'),
      passed,
    ),
    related: place.defined(owner),
  };
}

/** `np.array(1, 2, 3)`, `np.zeros(3, 4)`. */
function explainArrayCall(_words: RegExpExecArray, place: Place): Explained | null {
  const { call, code } = place;
  if (call === null || call.args.length < 2) return null;
  const name =
    call.func.kind === 'Attribute' ? call.func.attr : call.func.kind === 'Name' ? call.func.id : '';
  const isMaker = /^(zeros|ones|empty)$/.test(name);
  if (!isMaker && name !== 'array') return null;
  const inside = { start: call.args[0]!.span.start, end: call.args.at(-1)!.span.end };
  const written = isMaker ? `(${code.at(inside)})` : `[${code.at(inside)}]`;
  return {
    message: isMaker
      ? message(
          '`{0}` takes the shape as one tuple, and what follows as the type: `{0}({1})`.',
          place.called,
          written,
        )
      : message('`{0}` takes all values as one list: `{0}({1})`.', place.called, written),
    fixes: fix(
      'pass-as-one',
      message('Change to `{0}`', `${place.called}(${written})`),
      [replace(inside, written)],
      true,
    ),
  };
}

function explainRecursion(_words: RegExpExecArray, place: Place): Explained {
  return {
    message: message('`{0}` calls itself without end: a condition has to end it.', place.called),
    related: place.defined(place.call?.func.kind === 'Name' ? place.functionNamed(place.call.func.id) : null),
  };
}
export const callMeanings: readonly Meaning[] = [
  { says: /^TypeError: '([\w.]+)' object is not callable$/, explain: explainCallable },
  {
    says: /^TypeError: ([\w.]+)\(\) missing \d+ required (?:positional|keyword-only) arguments?: (.+)$/,
    explain: explainMissing,
  },
  { says: /^TypeError: Cannot interpret '.*' as a data type$/, explain: explainArrayCall },
  {
    says: /^TypeError: array\(\) takes from 1 to 2 positional arguments but \d+ were given$/,
    explain: explainArrayCall,
  },
  {
    says: /^TypeError: ([\w.]+)\(\) takes (from \d+ to \d+|\d+) positional arguments? but (\d+) (?:was|were) given$/,
    explain: explainCount,
  },
  { says: /^RecursionError: maximum recursion depth exceeded$/, explain: explainRecursion },
];
