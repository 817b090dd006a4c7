/** What Python's own library refuses: draws, dates, files, texts and pairs that do not fit. */
import { message } from '../../python/message.ts';
import type { Explained, Meaning } from './meaning.ts';
import type { Place } from './place.ts';

/** `random.sample(items, 9)`. */
function explainSample(_words: RegExpExecArray, place: Place): Explained | null {
  const [population, count] = place.call?.args ?? [];
  if (!population || !count) return null;
  return {
    message: message(
      '`{0}` draws no element twice, and `{1}` has fewer than `{2}`: draw fewer, or with `random.choices`.',
      place.called,
      place.text(population),
      place.text(count),
    ),
    related: place.made(population, count),
  };
}

/** `random.choice([])`. */
function explainChoice(_words: RegExpExecArray, place: Place): Explained | null {
  const [items] = place.call?.args ?? [];
  if (!items) return null;
  return {
    message: message(
      '`{0}` is empty here, so that `{1}` has nothing to take.',
      place.text(items),
      place.called,
    ),
    related: place.made(items),
  };
}

/** `datetime.strptime('2020/01/02', '%Y-%m-%d')`. */
function explainDate([, text, format]: RegExpExecArray, place: Place): Explained | null {
  const [given, written] = place.call?.args ?? [];
  if (!given || !written) return null;
  return {
    message: message(
      'The text `{0}` is not written as the format `{1}` says: signs between the parts and their order have to be the same.',
      text!,
      format!,
    ),
    related: place.made(given, written),
  };
}

/** `open(path, 'q')`. */
function explainMode([, mode]: RegExpExecArray, place: Place): Explained | null {
  if (place.call === null) return null;
  return {
    message: message(
      '`{0}` knows no mode `{1}`: `r` reads, `w` writes anew, `a` appends, with `b` behind it for bytes.',
      place.called,
      mode!,
    ),
  };
}

/** `'abc'.index('z')`. */
function explainNotFound(_words: RegExpExecArray, place: Place): Explained | null {
  const { call } = place;
  const [part] = call?.args ?? [];
  if (!part || call?.func.kind !== 'Attribute') return null;
  return {
    message: message(
      '`{0}` does not occur in `{1}`; `find` gives -1 then, and `in` asks first.',
      place.text(part),
      place.text(call.func.value),
    ),
    related: place.made(call.func.value, part),
  };
}

/** `zip(a, b, strict=True)`. */
function explainStrictZip([, later, relation]: RegExpExecArray, place: Place): Explained | null {
  const { node, call } = place;
  const parts = (node?.kind === 'Call' ? node : call)?.args ?? [];
  const other = parts[Number(later) - 1];
  const first = parts[0];
  if (!other || !first || parts.length !== 2) return null;
  const [longer, shorter] = relation === 'longer' ? [other, first] : [first, other];
  return {
    message: message(
      '`{0}` is longer than `{1}`, and with `strict=True` they have to be equally long.',
      place.text(longer),
      place.text(shorter),
    ),
    related: place.made(first, other),
  };
}

export const standardMeanings: readonly Meaning[] = [
  { says: /^ValueError: Sample larger than population or is negative$/, explain: explainSample },
  { says: /^IndexError: Cannot choose from an empty sequence$/, explain: explainChoice },
  { says: /^ValueError: time data '(.*)' does not match format '(.*)'$/, explain: explainDate },
  { says: /^ValueError: invalid mode: '(.*)'$/, explain: explainMode },
  { says: /^ValueError: substring not found$/, explain: explainNotFound },
  {
    says: /^ValueError: zip\(\) argument (\d+) is (longer|shorter) than argument/,
    explain: explainStrictZip,
  },
];
