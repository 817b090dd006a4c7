/** The remedies: one registry, and the fixes that they add to findings. */
import type { Fix, FixEdit } from '../../python/errors.ts';
import { message } from '../../python/message.ts';
import { together } from '../edits.ts';
import type { Finding } from '../finding.ts';
import { reference } from '../imports.ts';
import { metricsForLabels } from '../metricFixes.ts';
import { branchRemedies } from './branches.ts';
import { callbackRemedies } from './callbacks.ts';
import { encodingRemedies, isContradicted } from './encodings.ts';
import { inputShapeRemedies } from './inputShapes.ts';
import { inputRemedies } from './inputs.ts';
import { labelRemedies } from './labels.ts';
import { layerRemedies } from './layers.ts';
import { metricRemedies } from './metrics.ts';
import { nameRemedies } from './names.ts';
import { partRemedies } from './parts.ts';
import { elementsOf, fitAround, type NamedArray, type RemedyContext } from './remedy.ts';
import { rowRemedies } from './rows.ts';
import { swapRemedies } from './swapped.ts';
import { tapeRemedies } from './tapes.ts';
import { versionRemedies } from './versions.ts';

export type { NamedArray, RemedyContext };

const remedies = [
  ...inputRemedies,
  ...inputShapeRemedies,
  ...layerRemedies,
  ...branchRemedies,
  ...callbackRemedies,
  ...encodingRemedies,
  ...labelRemedies,
  ...metricRemedies,
  ...nameRemedies,
  ...partRemedies,
  ...rowRemedies,
  ...swapRemedies,
  ...tapeRemedies,
  ...versionRemedies,
];

/** The findings with the fixes that the script around them allows. Those that an error brought along come first. */
export function withRemedies(findings: readonly Finding[], context: () => RemedyContext): Finding[] {
  const improved = findings.map(finding => {
    const isBare = finding.fixes.length === 0;
    const asked = remedies.filter(({ codes, beside }) => codes.includes(finding.code) && (isBare || beside));
    const written = isBare ? finding : withNames(finding, context);
    if (asked.length === 0) return written;
    const around = context();
    const found = asked.flatMap(remedy => remedy.propose(finding, around));
    const brought = written.fixes.filter(item => !isContradicted(around, finding, item));
    return { ...written, fixes: found.length === 0 ? brought : [...found, ...withoutPreference(brought)] };
  });
  return withAllRenamed(improved);
}

function withoutPreference(fixes: readonly Fix[]): Fix[] {
  return fixes.map(({ kind, title, edits }) => ({ kind, title, edits }));
}

/** Names of libraries in the fixes that an error brought along are written as the script writes them. */
function withNames(finding: Finding, context: () => RemedyContext): Finding {
  const isPlain = ({ behind, text }: FixEdit) => behind === undefined && !text.endsWith('.argmax(axis=-1)');
  if (finding.fixes.every(({ edits }) => edits.every(isPlain))) return finding;
  const around = context();
  const { code } = around;
  const written = ({ span, text, behind }: FixEdit): readonly FixEdit[] => {
    if (behind === undefined) return [{ span, text }];
    const { text: name, edits } = reference(code, behind.module, behind.name, span.start.offset);
    return [...edits, { span, text: name + text }];
  };
  const fixes = finding.fixes.map(fix => ({
    ...fix,
    // Two names may need one import.
    edits: together([...fix.edits, ...alsoChanged(fix, finding, around)].flatMap(written)) ?? [],
  }));
  return { ...finding, fixes };
}

/** What goes with other labels: those of validation, and metrics. */
function alsoChanged({ edits }: Fix, finding: Finding, context: RemedyContext): readonly FixEdit[] {
  const encoding = edits.find(
    ({ behind, text }) => behind?.name === 'to_categorical' || /\.argmax\(axis=-1\)$/.test(text),
  );
  const compile = fitAround(context, finding)?.compile ?? null;
  if (encoding === undefined || compile === null) return [];
  const kind = encoding.behind === undefined ? 'numbers' : 'rows';
  return [...alsoHeldBack(encoding, finding, context), ...metricsForLabels(context, compile, kind)];
}

/** What is done to the labels of training is done to those of validation, where these are class numbers as well. */
function alsoHeldBack(encoding: FixEdit, finding: Finding, context: RemedyContext): FixEdit[] {
  const fitted = fitAround(context, finding);
  const held = context.code.expressionAt(fitted?.spans.get('validation_data') ?? null);
  const labels = elementsOf(held)?.[1];
  const facts = fitted?.validationY.length === 1 ? fitted.validationY[0]!.array?.facts : undefined;
  if (labels === undefined || fitted?.y.length !== 1) return [];
  const isTrained =
    held!.span.end.offset <= encoding.span.start.offset ||
    held!.span.start.offset >= encoding.span.end.offset;
  if (!isTrained || facts === undefined) return [];
  if (encoding.behind === undefined) {
    const { shape } = fitted.validationY[0]!;
    const hasRows = shape?.length === 2 && shape[1] !== 1;
    const text = `${context.code.at(labels.span)}.argmax(axis=-1)`;
    return labels.kind === 'Name' && hasRows ? [{ span: labels.span, text }] : [];
  }
  if (!facts.integers || facts.oneHot !== null) return [];
  const settings = encoding.text.slice(1 + context.code.at(encoding.span).length);
  return [{ ...encoding, span: labels.span, text: `(${context.code.at(labels.span)}${settings}` }];
}

/** Old names of arguments come in numbers: one fix for all of them in the file. */
function withAllRenamed(findings: readonly Finding[]): Finding[] {
  const renamed = findings.filter(
    finding => finding.code === 'renamed-argument' && finding.fixes.length === 1,
  );
  if (renamed.length < 2) return [...findings];
  const all: Fix = {
    kind: 'rename-all-arguments',
    title: message('Change all {0} renamed arguments in this file', renamed.length),
    edits: renamed.flatMap(finding => finding.fixes[0]!.edits),
  };
  return findings.map(finding =>
    renamed.includes(finding) ? { ...finding, fixes: [...finding.fixes, all] } : finding,
  );
}
