/** The names and modules that imports mean: `from keras.layers import Dence`, `import matplotlib.pyplt`. */
import type { Interpreter } from '../../python/interpreter.ts';
import { message } from '../../python/message.ts';
import { type Edit, fix, replace } from '../edits.ts';
import type { Finding } from '../finding.ts';
import type { SourceCode } from '../sourceCode.ts';
import type { Remedy } from './remedy.ts';

interface Correction {
  readonly wrong: string;
  readonly meant: string;
  /** Where the script uses what it imports. */
  readonly uses: readonly Edit[];
}

function nameCorrection(finding: Finding, code: SourceCode, py: Interpreter): Correction | null {
  const words = /cannot import name '(\w+)' from '([\w.]+)'/.exec(finding.raises ?? '');
  const module = words === null ? undefined : py.modules.library(words[2]!);
  if (words === null || !module) return null;
  const wrong = words[1]!;
  // What another version has is not misspelt.
  const meant = py.modules.lacksName(words[2]!, wrong) ? null : py.modules.meantName(module, wrong);
  if (meant === null) return null;
  const isRenamed = /\bas\b/.test(code.at(finding.span));
  const uses = isRenamed ? [] : code.all('Name').filter(node => node.id === wrong);
  return { wrong, meant, uses: uses.map(node => replace(node.span, meant)) };
}

function moduleCorrection(finding: Finding, code: SourceCode, py: Interpreter): Correction | null {
  const path = /No module named '([\w.]+)'$/.exec(finding.raises ?? '')?.[1];
  const misspelt = path === undefined ? null : py.modules.misspeltPart(path);
  if (misspelt === null) return null;
  const { missing, meant } = misspelt;
  const last = meant.slice(meant.lastIndexOf('.') + 1);
  const uses = code.all('Attribute').filter(node => code.at(node.span) === missing);
  return { wrong: missing, meant, uses: uses.map(node => replace(node.attrSpan, last)) };
}

export const misspeltImportRemedy: Remedy = {
  codes: ['import-name'],
  propose(finding, { code, py }) {
    const correction = nameCorrection(finding, code, py) ?? moduleCorrection(finding, code, py);
    if (correction === null) return [];
    const { wrong, meant, uses } = correction;
    const text = code.at(finding.span);
    if (!text.startsWith(wrong) || /^\w/.test(text.slice(wrong.length))) return [];
    return fix(
      'correct-import',
      message('Change to `{0}`', meant),
      [replace(finding.span, meant + text.slice(wrong.length)), ...uses],
      true,
    );
  },
};
