/**
 * What Python's, NumPy's, scikit-learn's and pandas' own errors mean: one sentence in the names of the script, made only of
 * those errors that are shown, so that an exception which somebody catches costs nothing.
 */
import type { Interpreter } from '../../python/interpreter.ts';
import { type Finding, isExplained } from '../finding.ts';
import type { NamedArray } from '../remedies/remedy.ts';
import type { SourceCode } from '../sourceCode.ts';
import { applicationMeanings } from './applications.ts';
import { arrayPositionMeanings } from './arrayPositions.ts';
import { arrayMeanings } from './arrays.ts';
import { builtinCallMeanings } from './builtinCalls.ts';
import { callMeanings } from './calls.ts';
import { containerMeanings } from './containers.ts';
import { conversionMeanings } from './conversions.ts';
import { countedSettingMeanings } from './countedSettings.ts';
import { functionMeanings } from './functions.ts';
import { joiningMeanings } from './joining.ts';
import type { Meaning } from './meaning.ts';
import { nameMeanings } from './names.ts';
import { operatorMeanings } from './operators.ts';
import { Place } from './place.ts';
import { positionMeanings } from './positions.ts';
import { settingMeanings } from './settings.ts';
import { standardMeanings } from './standard.ts';
import { tableMeanings } from './tables.ts';

export type { Meaning };

/** The registry; the first one that fits and knows what to say is taken. */
export const meanings: readonly Meaning[] = [
  ...countedSettingMeanings,
  ...nameMeanings,
  ...tableMeanings,
  ...arrayMeanings,
  ...joiningMeanings,
  ...operatorMeanings,
  ...arrayPositionMeanings,
  ...positionMeanings,
  ...containerMeanings,
  ...callMeanings,
  ...conversionMeanings,
  ...functionMeanings,
  ...applicationMeanings,
  ...settingMeanings,
  ...standardMeanings,
  ...builtinCallMeanings,
];

/** What an explanation is made of. */
export interface MeaningContext {
  readonly code: SourceCode;
  readonly py: Interpreter;
  readonly arrays: () => readonly NamedArray[];
}

/** The findings, with a sentence instead of an exception's own words where these are known. */
export function explained(findings: readonly Finding[], context: () => MeaningContext): Finding[] {
  return findings.map(finding => {
    if (isExplained(finding) || finding.raises === null) return finding;
    let place: Place | null = null;
    for (const { says, explain } of meanings) {
      const words = says.exec(finding.raises);
      if (words === null) continue;
      const { code, py, arrays } = context();
      place ??= new Place(finding, code, py, arrays);
      const said = explain(words, place);
      if (said === null) continue;
      const { message, span = finding.span, related = [], fixes = [] } = said;
      return {
        ...finding,
        message,
        span,
        related: [...finding.related, ...related],
        fixes: finding.fixes.length > 0 ? finding.fixes : fixes,
      };
    }
    return finding;
  });
}
