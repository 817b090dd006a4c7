/** Offers the fixes of findings as quick fixes, and all preferred ones at once as a source action. */
import {
  type CancellationToken,
  CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionProvider,
  type Diagnostic,
  type Disposable,
  type DocumentSelector,
  languages,
  type Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import type { Finding, Fix } from '../analysis/program.ts';
import { message } from '../python/message.ts';
import { DIAGNOSTIC_SOURCE, FIX_ALL_KIND } from './contributions.ts';
import { shownFindings } from './diagnostics.ts';
import type { Analysis, Documents } from './documents.ts';
import { editsToFixAll } from './edits.ts';
import { localise } from './localisation.ts';
import type { Script } from './scripts.ts';
import { plainText } from './wording.ts';

const FIX_ALL = CodeActionKind.Empty.append(FIX_ALL_KIND);

function workspaceEdit(script: Script, edits: Fix['edits']): WorkspaceEdit | null {
  const result = new WorkspaceEdit();
  for (const edit of edits) {
    const location = script.locate(edit.span);
    if (location === null) {
      return null;
    }
    result.replace(location.uri, location.range, edit.text);
  }
  return result;
}

class QuickFixes implements CodeActionProvider {
  readonly #documents: Documents;

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  async provideCodeActions(
    document: TextDocument,
    range: Range,
    context: CodeActionContext,
    token: CancellationToken,
  ): Promise<CodeAction[]> {
    const analysis = await this.#documents.analysed(document, token);
    if (analysis === null) {
      return [];
    }
    const findings = shownFindings(analysis.program.findings, document);
    const places = analysis.script.places();
    const wants = (kind: CodeActionKind): boolean => context.only?.contains(kind) ?? true;
    const fixes = wants(CodeActionKind.QuickFix)
      ? findings
          .filter(finding => places.rangeIn(document, finding.span)?.intersection(range))
          .flatMap(finding => this.#fixesOf(finding, analysis, context))
      : [];
    // Editors that ask for everything at a place do not want what concerns the whole file.
    return context.only?.intersects(FIX_ALL) ? [...fixes, ...this.#fixAll(findings, analysis)] : fixes;
  }

  #fixesOf(finding: Finding, analysis: Analysis, context: CodeActionContext): CodeAction[] {
    return finding.fixes.flatMap(fix => {
      const edit = workspaceEdit(analysis.script, fix.edits);
      if (edit === null) {
        return [];
      }
      const action = new CodeAction(plainText(localise(fix.title)), CodeActionKind.QuickFix);
      action.edit = edit;
      action.isPreferred = fix.preferred === true;
      action.diagnostics = diagnosticsOf(finding, analysis, context);
      return [action];
    });
  }

  #fixAll(findings: readonly Finding[], { script }: Analysis): CodeAction[] {
    const edits = editsToFixAll(findings);
    const edit = edits.length > 0 ? workspaceEdit(script, edits) : null;
    if (edit === null) {
      return [];
    }
    const action = new CodeAction(localise(message('Fix all Kerascope findings')), FIX_ALL);
    action.edit = edit;
    return [action];
  }
}

/** The diagnostics at the place that show this finding, so that the editor ties the fix to them. */
function diagnosticsOf(finding: Finding, { script }: Analysis, context: CodeActionContext): Diagnostic[] {
  const range = script.locate(finding.span)?.range;
  return context.diagnostics.filter(
    diagnostic =>
      diagnostic.source === DIAGNOSTIC_SOURCE &&
      typeof diagnostic.code === 'object' &&
      diagnostic.code.value === finding.code &&
      range?.isEqual(diagnostic.range) === true,
  );
}

export function registerQuickFixes(documents: Documents, selector: DocumentSelector): Disposable {
  return languages.registerCodeActionsProvider(selector, new QuickFixes(documents), {
    providedCodeActionKinds: [CodeActionKind.QuickFix, FIX_ALL],
  });
}
