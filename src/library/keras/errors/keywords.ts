/** Keywords that a call does not take: old names of parameters, and misspelt ones, with the fix for each. */
import type { ErrorDetail, Fix, FixEdit } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import { ofVersion } from '../versionWords.ts';
import { nearestName } from './spelling.ts';

/** Blame, explanation and fix for a keyword that is not a parameter. */
export function misspeltKeyword(
  py: Interpreter,
  keyword: string,
  parameters: readonly string[],
  oldNames: ReadonlyMap<string, string> = new Map(),
): ErrorDetail {
  const renamed = oldNames.get(keyword);
  const ofToday = new Set(oldNames.values());
  const known = ofVersion(py, {
    1: [...oldNames.keys(), ...parameters.filter(name => !ofToday.has(name))],
    3: parameters,
  });
  const meant = renamed ?? nearestName(keyword, known);
  const span = py.site?.keywordSpan(keyword) ?? null;
  // Keras tells of one; the others of the call would be next.
  const others = renamed === undefined ? [] : otherOldNames(py, keyword, parameters, oldNames);
  const fixes: Fix[] =
    meant === null || span === null
      ? []
      : [
          {
            kind: 'correct-argument',
            title: message('Change to `{0}`', [meant, ...others.map(({ text }) => text)].join('`, `')),
            edits: [{ span, text: meant }, ...others],
            preferred: true,
          },
        ];
  const explanation =
    renamed !== undefined
      ? ofVersion(py, {
          2: message('`{0}` is called `{1}` since Keras 2.', keyword, renamed),
          3: message('`{0}` is called `{1}` in Keras 3.', keyword, renamed),
        })
      : meant === null
        ? message('There is no argument called `{0}`.', keyword)
        : message('There is no argument called `{0}`; did you mean `{1}`?', keyword, meant);
  return {
    code: renamed === undefined ? 'unknown-argument' : 'renamed-argument',
    blame: { kind: 'keyword', name: keyword },
    explanation,
    fixes,
  };
}

function otherOldNames(
  py: Interpreter,
  keyword: string,
  parameters: readonly string[],
  oldNames: ReadonlyMap<string, string>,
): FixEdit[] {
  return (py.site?.node.keywords ?? []).flatMap(({ arg }) => {
    const text = arg === null || arg === keyword || parameters.includes(arg) ? undefined : oldNames.get(arg);
    const span = text === undefined ? null : (py.site?.keywordSpan(arg!) ?? null);
    return text === undefined || span === null ? [] : [{ span, text }];
  });
}

/** The same for a keyword that stands for another argument as a whole: `softmax=False` for `from_logits=True`. */
export function meantKeyword(
  py: Interpreter,
  keyword: string,
  meant: Readonly<Record<string, string>> | undefined,
): ErrorDetail | null {
  const argument = meant?.[keyword];
  if (argument === undefined) return null;
  const span = py.site?.node.keywords.find(item => item.arg === keyword)?.span ?? null;
  return {
    code: 'unknown-argument',
    blame: { kind: 'keyword', name: keyword },
    explanation: message(
      'There is no argument called `{0}`; for raw outputs write `{1}`.',
      keyword,
      argument,
    ),
    fixes:
      span === null
        ? []
        : [
            {
              kind: 'say-from-logits-instead',
              title: message('Change to `{0}`', argument),
              edits: [{ span, text: argument }],
              preferred: true,
            },
          ],
  };
}
