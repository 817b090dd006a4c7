/** What training counts with (`epochs=`, `batch_size=`, `steps_per_epoch=`), where it is no whole number. */
import { message } from '../../python/message.ts';
import type { Expression, NodeOf } from '../../python/syntax.ts';
import { fix, replace } from '../edits.ts';
import type { Explained, Meaning } from './meaning.ts';
import type { Place } from './place.ts';
import { ofFraction } from './positions.ts';

/** `'5'`: the number in quotes. */
function inQuotes(node: Expression): string | null {
  if (node.kind !== 'Constant' || node.value.type !== 'str') return null;
  const number = node.value.value.trim();
  return /^\d+$/.test(number) ? number : null;
}

/** The argument's name, or what is called with it. */
function nameOf(node: Expression, place: Place): string {
  const call = place.code.enclosing(node, (item): item is NodeOf<'Call'> => item.kind === 'Call');
  const keyword = call?.keywords.find(({ value }) => value === node)?.arg;
  return keyword ?? (call === null ? place.called : place.text(call.func));
}

function explainSetting([words]: RegExpExecArray, place: Place): Explained | null {
  const { node, finding } = place;
  if (finding.code !== 'invalid-argument' || node === null) return null;
  if (!/'str'|convert '(?!\()|literal for int/.test(words))
    return /'(list|tuple)'|convert [[(]/.test(words) ? null : ofFraction(node, place);
  const text = place.text(node);
  const written = inQuotes(node) ?? `int(${text})`;
  if (node.kind === 'Constant' && inQuotes(node) === null)
    return {
      message: message('`{0}` takes a whole number, and `{1}` is a text (`str`).', nameOf(node, place), text),
    };
  return {
    message: message(
      '`{0}` takes a whole number, and `{1}` is a text (`str`): `{2}`.',
      nameOf(node, place),
      text,
      written,
    ),
    related: place.made(node),
    fixes: fix('read-as-int', message('Change to `{0}`', written), [replace(node.span, written)], true),
  };
}

export const countedSettingMeanings: readonly Meaning[] = [
  // As Python's `range` says it, TensorFlow of how often data are repeated, and Python and TensorFlow of batches.
  { says: /^TypeError: '[\w.]+' object cannot be interpreted as an integer$/, explain: explainSetting },
  { says: /^TypeError: Cannot convert .+ to EagerTensor of dtype int64$/, explain: explainSetting },
  { says: /^ValueError: invalid literal for int\(\) with base 10: /, explain: explainSetting },
  { says: /^TypeError: unsupported operand type\(s\) for \/: 'int' and '\w+'$/, explain: explainSetting },
  { says: /^TypeError: '<' not supported between instances of '\w+' and 'int'$/, explain: explainSetting },
  { says: /^TypeError: slice indices must be integers/, explain: explainSetting },
  { says: /^TypeError: Expected int32 passed to parameter 'size'/, explain: explainSetting },
  // The size of an axis.
  {
    says: /^TypeError: Dimension value must be integer .+ type '<class '[\w.]+'>'$/,
    explain: explainSetting,
  },
  { says: /^ValueError: Cannot convert .+ to a shape\. Found invalid entry .+/, explain: explainSetting },
  { says: /^ValueError: Ambiguous dimension: /, explain: explainSetting },
];
