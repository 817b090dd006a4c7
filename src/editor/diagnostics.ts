/** Shows findings as diagnostics at their places, each with a link to its page. */
import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  Disposable,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import type { Finding, Severity } from '../analysis/program.ts';
import { raisesMessage } from '../checks/finding.ts';
import { assertNever } from '../protocol.ts';
import { DIAGNOSTIC_SOURCE, INTERNAL_COMMAND } from './contributions.ts';
import type { Documents, Findings } from './documents.ts';
import { localise } from './localisation.ts';
import type { Places, Script } from './scripts.ts';
import { affects, languageSettings } from './settings.ts';

/** Findings about arguments or settings without effect are shown faded. */
const UNNECESSARY = /^(?:unused|dead|redundant)-/;
/** Names that a Keras version has renamed are struck through where they still work. */
const DEPRECATED = /^(?:renamed|deprecated)-/;

function severityOf(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Information;
    default:
      return assertNever(severity);
  }
}

/** A finding's text: its sentence, and below it Python's or Keras's own words, where these are not the sentence itself. */
export function findingText(finding: Finding): string {
  const sentence = localise(finding.message);
  return finding.raises === null || finding.raises === sentence
    ? sentence
    : `${sentence}\n${localise(raisesMessage(finding.code, finding.raises))}`;
}

function linkTo(code: string): Uri {
  const argument = encodeURIComponent(JSON.stringify([code]));
  return Uri.parse(`command:${INTERNAL_COMMAND.explainFinding}?${argument}`);
}

function tagsOf(finding: Finding): DiagnosticTag[] {
  return [
    ...(UNNECESSARY.test(finding.code) ? [DiagnosticTag.Unnecessary] : []),
    ...(DEPRECATED.test(finding.code) && finding.severity !== 'error' ? [DiagnosticTag.Deprecated] : []),
  ];
}

/** A finding as a diagnostic of this document, or null where it stands in another. */
function diagnosticOf(finding: Finding, places: Places, document: TextDocument): Diagnostic | null {
  const range = places.rangeIn(document, finding.span);
  if (range === null) {
    return null;
  }
  const diagnostic = new Diagnostic(range, findingText(finding), severityOf(finding.severity));
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = { value: finding.code, target: linkTo(finding.code) };
  diagnostic.relatedInformation = finding.related.flatMap(related => {
    const location = places.locate(related.span);
    return location === null ? [] : [new DiagnosticRelatedInformation(location, localise(related.message))];
  });
  diagnostic.tags = tagsOf(finding);
  return diagnostic;
}

/** The findings that the settings of this document let through. */
export function shownFindings(findings: readonly Finding[], document: TextDocument): readonly Finding[] {
  const { diagnostics, ignoredCodes } = languageSettings(document.uri);
  return diagnostics ? findings.filter(({ code }) => !ignoredCodes.includes(code)) : [];
}

export function registerDiagnostics(documents: Documents): Disposable {
  const collection = languages.createDiagnosticCollection(DIAGNOSTIC_SOURCE);
  /** What is shown of each script: cells of a notebook come and go. */
  const shown = new Map<string, readonly Uri[]>();
  const clear = (script: Script): void => {
    for (const uri of shown.get(script.uri.toString()) ?? []) {
      collection.delete(uri);
    }
    shown.delete(script.uri.toString());
  };
  const show = ({ script, findings }: Findings): void => {
    const places = script.places();
    const entries = script.documents.map((document): [Uri, Diagnostic[]] => [
      document.uri,
      shownFindings(findings, document).flatMap(finding => diagnosticOf(finding, places, document) ?? []),
    ]);
    const present = new Set(entries.map(([uri]) => uri.toString()));
    for (const uri of shown.get(script.uri.toString()) ?? []) {
      if (!present.has(uri.toString())) {
        collection.delete(uri);
      }
    }
    for (const [uri, diagnostics] of entries) {
      collection.set(uri, diagnostics);
    }
    shown.set(
      script.uri.toString(),
      entries.map(([uri]) => uri),
    );
  };
  return Disposable.from(
    collection,
    documents.onDidFind(show),
    documents.onDidForget(clear),
    workspace.onDidChangeConfiguration(event => {
      if (!affects(event)) {
        return;
      }
      for (const script of documents.scripts) {
        const program = documents.latest(script);
        if (program !== null) {
          show({ script, findings: program.findings });
        }
      }
    }),
  );
}
