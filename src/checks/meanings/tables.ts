/** What scikit-learn and pandas say of data that they cannot take. */
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { fix, replace } from '../edits.ts';
import type { Explained, Meaning } from './meaning.ts';
import type { Place } from './place.ts';

/** The data of a call: its first argument. */
function dataOf(place: Place): Expression | null {
  return place.call?.args[0] ?? null;
}

function explainRows([, listed]: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  const counts = listed!.split(',').map(Number);
  if (call === null) return null;
  const given = [
    ...call.args,
    ...call.keywords
      .filter(({ arg }) => /^(x|X|y|y_true|y_pred|sample_weight)$/.test(arg ?? ''))
      .map(({ value }) => value),
  ];
  if (given.length < counts.length) return null;
  const parts = counts.map((count, index) => `\`${place.text(given[index]!)}\` ${count}`);
  return {
    message: message(
      '`{0}` needs as many rows in each of its data, and they have: {1}.',
      place.called,
      parts.join(', '),
    ),
    related: place.made(...given.slice(0, counts.length)),
  };
}

function explainFlat(_words: RegExpExecArray, place: Place): Explained | null {
  const of = dataOf(place);
  if (of === null) return null;
  const shape = place.shapeText(of);
  const text = place.text(of);
  return {
    message:
      shape === null
        ? message(
            '`{0}` takes a table of rows and columns, and `{1}` has one axis: `{1}.reshape(-1, 1)` makes one column of it.',
            place.called,
            text,
          )
        : message(
            '`{0}` takes a table of rows and columns, and `{1}` is {2}: `{1}.reshape(-1, 1)` makes one column of it.',
            place.called,
            text,
            shape,
          ),
    related: place.made(of),
    fixes:
      of.kind === 'Name'
        ? fix(
            'reshape-to-column',
            message('Change to `{0}`', `${text}.reshape(-1, 1)`),
            [replace(of.span, `${text}.reshape(-1, 1)`)],
            true,
          )
        : [],
  };
}

function explainDeep([, axes]: RegExpExecArray, place: Place): Explained | null {
  const of = dataOf(place);
  if (of === null) return null;
  const text = place.text(of);
  if (of.kind !== 'Name')
    return {
      message: message(
        '`{0}` takes a table of rows and columns, and `{1}` has {2} axes.',
        place.called,
        text,
        axes!,
      ),
    };
  return {
    message: message(
      '`{0}` takes a table of rows and columns, and `{1}` has {2} axes: `{1}.reshape(len({1}), -1)` makes one row of each sample.',
      place.called,
      text,
      axes!,
    ),
    related: place.made(of),
  };
}

function explainUnfitted([, name]: RegExpExecArray, place: Place): Explained | null {
  const owner = place.call?.func.kind === 'Attribute' ? place.call.func.value : null;
  const text = owner === null ? name! : place.text(owner);
  return {
    message: message('`{0}` has learnt nothing yet: call `{0}.fit(…)` with the training data before.', text),
    related: place.made(owner),
  };
}

function explainColumns([, given, wanted]: RegExpExecArray, place: Place): Explained | null {
  const of = dataOf(place);
  const owner = place.call?.func.kind === 'Attribute' ? place.call.func.value : null;
  if (of === null || owner === null) return null;
  return {
    message: message(
      '`{0}` has {1} columns, and `{2}` was fitted on {3}.',
      place.text(of),
      given!,
      place.text(owner),
      wanted!,
    ),
    related: place.made(of, owner),
  };
}

/** `df['Age']`, `df.drop('label')`. */
function explainColumn([, name]: RegExpExecArray, place: Place): Explained | null {
  const { node, call } = place;
  if (node?.kind === 'Subscript')
    return {
      message: message('`{0}` has no column {1}.', place.text(node.value), name!),
      related: place.made(node.value),
    };
  if (call?.func.kind !== 'Attribute') return null;
  const table = place.text(call.func.value);
  const drops = call.func.attr === 'drop';
  const isSaid = call.keywords.some(({ arg }) => /^(axis|columns)$/.test(arg ?? '')) || call.args.length > 1;
  if (drops && !isSaid)
    return {
      message: message(
        '`{0}` looks among the names of rows, where {1} is not: `axis=1` makes it look among the columns.',
        place.called,
        name!,
      ),
      related: place.made(call.func.value),
      fixes: fix(
        'drop-column',
        message('Add `{0}`', 'axis=1'),
        [replace({ start: call.args[0]!.span.end, end: call.args[0]!.span.end }, ', axis=1')],
        true,
      ),
    };
  return { message: message('`{0}` has no column {1}.', table, name!), related: place.made(call.func.value) };
}

function explainLengths(_words: RegExpExecArray, place: Place): Explained | null {
  const of = dataOf(place);
  if (of === null) return null;
  const columns =
    of.kind === 'Dict'
      ? of.keys.flatMap((key, index) => {
          const value = of.values[index]!;
          return key !== null && (value.kind === 'List' || value.kind === 'Tuple')
            ? [`${place.text(key)} ${value.elts.length}`]
            : [];
        })
      : [];
  return {
    message:
      columns.length > 1
        ? message('All columns of a table have the same length, and these have: {0}.', columns.join(', '))
        : message(
            'All columns of a table have the same length, and those of `{0}` have several.',
            place.text(of),
          ),
    related: place.made(of),
  };
}

/** `table['a', 'b']`. */
function explainColumnPair(_words: RegExpExecArray, place: Place): Explained | null {
  const { node, code } = place;
  if (node?.kind !== 'Subscript' || node.slice.kind !== 'Tuple') return null;
  const list = `[${code.at(node.slice.span).replace(/^\(|\)$/g, '')}]`;
  return {
    message: message('Several columns are taken with a list: `{0}[{1}]`.', place.text(node.value), list),
    related: place.made(node.value),
    fixes: fix('columns-as-list', message('Change to `{0}`', list), [replace(node.slice.span, list)], true),
  };
}

export const tableMeanings: readonly Meaning[] = [
  { says: /^KeyError: \('/, explain: explainColumnPair },
  {
    says: /^ValueError: Found input variables with inconsistent numbers of samples: \[([\d, ]+)\]$/,
    explain: explainRows,
  },
  { says: /^ValueError: Expected 2D array, got 1D array instead:/, explain: explainFlat },
  { says: /^ValueError: Found array with dim (\d+)\./, explain: explainDeep },
  { says: /^NotFittedError: (?:This |The )(\w+) instance is not fitted yet/, explain: explainUnfitted },
  {
    says: /^ValueError: X has (\d+) features, but \w+ is expecting (\d+) features as input/,
    explain: explainColumns,
  },
  { says: /^KeyError: "?\[?('[^']*')\]? not (?:found in axis|in index)"?$/, explain: explainColumn },
  {
    says: /^ValueError: (?:All arrays must be of the same length|arrays must all be same length)$/,
    explain: explainLengths,
  },
];
