/** What there is to say of a program that was followed: findings first, then models and values. */
import { remedied, runChecks } from '../checks/index.ts';
import { SourceCode } from '../checks/sourceCode.ts';
import type { ModelObject } from '../library/keras/models/modelObject.ts';
import { kerasRecordKey } from '../library/keras/record.ts';
import { nodesOfKind } from '../python/nodeKinds.ts';
import { problemsOfNotebook } from '../python/parse/cells.ts';
import type { ParseResult } from '../python/parse/parser.ts';
import { atOnce, stretches } from '../python/pauses.ts';
import type { Span } from '../python/syntax.ts';
import type { Value } from '../python/values.ts';
import type { AnalysisPolicy, Observed, Raised } from './analysisPolicy.ts';
import { describeValue, isModel, mayBeShown } from './describe.ts';
import { findingOf, isOurLimit, syntaxFinding } from './findings.ts';
import type { Following } from './following.ts';
import { missingName } from './missingNames.ts';
import { analyseFits, analyseLayer, analyseModel, looseLayers, type NameOf, shownModels } from './models.ts';
import type { AnalysedProgram, Finding, UnknownNote, ValueNote } from './program.ts';

/** Is told the findings as soon as they are known. */
export type OnFindings = (findings: readonly Finding[]) => void;

/** What there is to say of a script, with pauses. */
export function* gathering(
  following: Following,
  parsed: ParseResult,
  text: string,
  onFindings?: OnFindings,
): Generator<void, AnalysedProgram> {
  const steps = gather(following, parsed, text, onFindings);
  for (;;) {
    const { done, value } = following.policy.describing(() => steps.next());
    if (done) return value as AnalysedProgram;
    yield;
  }
}

function* gather(
  following: Following,
  parsed: ParseResult,
  text: string,
  onFindings: OnFindings | undefined,
): Generator<void, AnalysedProgram> {
  const { interpreter, policy, cutShort } = following;
  const record = interpreter.state(kerasRecordKey);
  const bound = yield* boundValues(policy);
  yield;
  const findings = yield* findingsIn(following, parsed, text, bound);
  onFindings?.(findings);
  yield;
  const values = yield* valueNotes(bound);
  yield;
  const { nameOf } = bound;
  const shown = shownModels(record, nameOf);
  const models = yield* stretches(shown, MODELS, some =>
    some.map(model => analyseModel(model, record, nameOf(model))),
  );
  const loose = yield* stretches(looseLayers(record), LAYERS, some => some.map(analyseLayer));
  yield;
  return {
    isKerasScript: record.layers.size > 0 || record.models.size > 0 || importsKeras(parsed),
    models,
    looseLayers: loose,
    fits: analyseFits(record, nameOf),
    findings,
    values,
    unknown: unknownNotes(policy),
    cutShort,
  };
}

/** Errors of the text, errors that the script raises, and what the checks have to say. */
function* findingsIn(
  { interpreter, policy, isNotebook }: Following,
  parsed: ParseResult,
  text: string,
  bound: Bound,
): Generator<void, Finding[]> {
  const record = interpreter.state(kerasRecordKey);
  const problems = isNotebook ? problemsOfNotebook(parsed.errors) : parsed.errors;
  const errors: Finding[] = problems.map(syntaxFinding);
  for (const raised of firstInLibraries(policy.raised))
    if (!isOurLimit(interpreter, raised)) errors.push(findingOf(interpreter, raised));
  const code = new SourceCode(parsed.module, text, parsed.comments);
  for (const node of policy.undefinedNames) {
    const finding = missingName(interpreter, node, code);
    if (finding) errors.push(finding);
  }
  const input = { record, py: interpreter, parsed, text };
  const arrays = () =>
    atOnce(valueNotes(bound)).flatMap(({ name, span, value }) =>
      value.shape === null ? [] : [{ name, span, shape: value.shape }],
    );
  yield;
  const findings = [...remedied(errors, input, arrays)];
  yield;
  findings.push(...(yield* runChecks(input)));
  return distinct(findings);
}

/** The errors without those that a library's text runs into behind its first one, where the real one has ended. */
function firstInLibraries(raised: readonly Raised[]): readonly Raised[] {
  const seen = new Set<Span>();
  return raised.filter(({ isInLibrary, scriptSpan }) => {
    if (!isInLibrary || scriptSpan === null) return true;
    if (seen.has(scriptSpan)) return false;
    seen.add(scriptSpan);
    return true;
  });
}

function importsKeras(parsed: ParseResult): boolean {
  return (
    nodesOfKind(parsed.module, 'Import').some(({ names }) => names.some(({ name }) => isKeras(name))) ||
    nodesOfKind(parsed.module, 'ImportFrom').some(({ module }) => module !== null && isKeras(module))
  );
}

function isKeras(module: string): boolean {
  return (
    /^(keras|tensorflow\.keras|tensorflow\.python\.keras|tf_keras)(\.|$)/.test(module) ||
    module === 'tensorflow'
  );
}

/** Bindings and models that are described between two pauses. */
const BINDINGS = 500;
const MODELS = 10;
const LAYERS = 20;

/** What assignments of the script bound to names that is worth a word. */
interface Bound {
  /** The last value that each place gave, where it may be shown. */
  readonly last: ReadonlyMap<Observed['node'], Value>;
  /** The variable that holds a model in the script: the first name it was bound to. */
  readonly nameOf: NameOf;
}

function* boundValues({ bindings }: AnalysisPolicy): Generator<void, Bound> {
  const last = new Map<Observed['node'], Value>();
  const names = new Map<ModelObject, { name: string; span: Span }>();
  for (let index = 0; index < bindings.length; index++) {
    if (index % BINDINGS === BINDINGS - 1) yield;
    const { node, value } = bindings[index]!;
    // Most are numbers and text, bound in loops.
    if (!mayBeShown(value)) {
      if (last.size > 0) last.delete(node);
      continue;
    }
    last.set(node, value);
    if (isModel(value) && node.kind === 'Name' && !names.has(value))
      names.set(value, { name: node.id, span: node.span });
  }
  return { last, nameOf: model => names.get(model) ?? null };
}

/** The last value that each assignment gave, in the order of the text. */
function* valueNotes({ last }: Bound): Generator<void, ValueNote[]> {
  const notes: ValueNote[] = [];
  let described = 0;
  for (const [node, value] of last) {
    if (++described % BINDINGS === 0) yield;
    if (node.kind !== 'Name' && node.kind !== 'Attribute') continue;
    const shown = describeValue(value);
    if (shown !== null)
      notes.push({ name: node.kind === 'Name' ? node.id : node.attr, span: node.span, value: shown });
  }
  return notes.sort((a, b) => a.span.start.offset - b.span.start.offset);
}

function unknownNotes(policy: AnalysisPolicy): UnknownNote[] {
  const notes = new Map<string, UnknownNote>();
  for (const note of policy.unknowns) notes.set(`${note.span.start.offset}:${note.reason}`, note);
  return [...notes.values()].sort((a, b) => a.span.start.offset - b.span.start.offset);
}

/** Loops and repeated calls meet the same mistake again and again: it is told once. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.code}:${finding.span.start.offset}:${finding.span.end.offset}`;
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()].sort((a, b) => a.span.start.offset - b.span.start.offset);
}
