/** `None` where a value was meant: where it comes from, mostly a method that changes its object or a missing `return`. */
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { fix } from '../edits.ts';
import type { Explained } from './meaning.ts';
import type { FunctionDefinition, Place } from './place.ts';

/** Methods of lists, dictionaries and sets that change the object and return nothing. */
const IN_PLACE = /^(append|extend|insert|sort|reverse|remove|clear|update|add|discard|shuffle|compile)$/;

/** Those that only show something. */
const SHOWN = /^(summary|show|info)$/;

/** What is said of a value that is `None`; `node` is the expression it stands for. */
export function explainNone(node: Expression | null | undefined, place: Place): Explained | null {
  if (!node) return null;
  const making = place.makingOf(node);
  const origin = making?.value ?? node;
  const text = place.text(node);
  const related = place.made(node);
  if (origin.kind === 'Call') {
    const { func } = origin;
    const name = func.kind === 'Name' ? func.id : func.kind === 'Attribute' ? func.attr : '';
    const found = place.functionNamed(name);
    const isMethod = found !== null && place.code.parent(found)?.kind === 'ClassDef';
    const owner = isMethod === (func.kind === 'Attribute') ? found : null;
    if (func.kind === 'Attribute' && owner === null && IN_PLACE.test(func.attr)) {
      const statement = making?.statement;
      const isAlone = statement?.kind === 'Assign' && statement.targets.length === 1;
      return {
        message: message(
          '`{0}` is `None`: `{1}` changes `{2}` in place and returns nothing, so its result is not to be kept.',
          text,
          `${place.text(func)}(…)`,
          place.text(func.value),
        ),
        related,
        fixes:
          isAlone && place.code.at(func.value.span) === place.code.at(statement.targets[0]!.span)
            ? fix(
                'leave-assignment-away',
                message('Leave out `{0} =`', place.code.at(statement.targets[0]!.span)),
                [{ span: { start: statement.span.start, end: origin.span.start }, text: '' }],
                true,
              )
            : [],
      };
    }
    if (owner !== null && !returnsValue(place, owner))
      return {
        message: message(
          '`{0}` is `None`: the function `{1}` returns nothing; end it with `return` and the value.',
          text,
          owner.name,
        ),
        related: [...place.defined(owner), ...related],
      };
    if (owner === null && (name === 'print' || SHOWN.test(name)))
      return {
        message: message(
          '`{0}` is `None`: `{1}` shows something and returns nothing.',
          text,
          place.text(func),
        ),
        related,
      };
  }
  return {
    message: message(
      '`{0}` is `None` here: it was never given another value, or a function returned nothing.',
      text,
    ),
    related,
  };
}

function returnsValue(place: Place, owner: FunctionDefinition): boolean {
  return place.code
    .all('Return')
    .some(node => node.value !== null && place.code.functionAround(node) === owner);
}
