/**
 * Findings of the analysis as rows with links to their lines.
 */
import type { PanelFinding } from '../../src/protocol.ts';
import type { RunRecord } from '../../src/run-record.ts';
import { element, icon, linkButton } from './dom.ts';
import { lineText } from './places.ts';
import { t } from './strings.ts';

const ICONS = { error: 'error', warning: 'warning', information: 'info', hint: 'lightbulb' } as const;

/** A list of findings; `reveal` shows a line in the editor. */
export function findingList(findings: readonly PanelFinding[], reveal: (line: number) => void): HTMLElement {
  return element(
    'ul',
    { class: 'findings', 'aria-label': t('Findings in the code') },
    ...findings.map(finding =>
      element(
        'li',
        { class: `notice ${finding.severity}` },
        icon(ICONS[finding.severity]),
        element('span', { class: 'notice-text' }, finding.message),
        linkButton(lineText(finding.line), () => reveal(finding.line)),
      ),
    ),
  );
}

/** The findings that the error above does not say already: a run that failed tells what was known of it before. */
export function unsaidFindings(record: RunRecord | null): readonly PanelFinding[] {
  const said = record?.traceback?.suggestions ?? [];
  return record?.findings.filter(({ message }) => !said.includes(message)) ?? [];
}
