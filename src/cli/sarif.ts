/** Findings as a SARIF 2.1.0 log, for code scanning services. */
import { assertNever } from '../python/assertNever.ts';
import type { ReportedFinding, ReportedRange } from './findings.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

interface Tool {
  readonly name: string;
  readonly version: string;
}

function level(severity: ReportedFinding['severity']): 'error' | 'warning' | 'note' {
  switch (severity) {
    case 'error':
    case 'warning':
      return severity;
    case 'information':
    case 'hint':
      return 'note';
    default:
      return assertNever(severity);
  }
}

/** SARIF counts lines and columns from 1; the end column is exclusive. */
function region(range: ReportedRange) {
  return {
    startLine: range.start.line,
    startColumn: range.start.column + 1,
    endLine: range.end.line,
    endColumn: range.end.column + 1,
  };
}

/** A relative reference where the path is relative, with what URIs reserve escaped. */
function uriOf(file: string): string {
  const slashes = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return slashes.startsWith('/') ? `file://${slashes}` : slashes;
}

function physicalLocation(file: string, range: ReportedRange) {
  return { artifactLocation: { uri: uriOf(file) }, region: region(range) };
}

/** The whole log as an object ready for JSON. */
export function sarifLog(findings: readonly ReportedFinding[], tool: Tool): object {
  const codes = [...new Set(findings.map(finding => finding.code))].sort();
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...tool, rules: codes.map(id => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map(finding => result(finding, codes)),
      },
    ],
  };
}

function result(finding: ReportedFinding, codes: readonly string[]): object {
  const text = finding.raises === null ? finding.message : `${finding.message}\n${finding.raises}`;
  return {
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: level(finding.severity),
    message: { text },
    locations: [{ physicalLocation: physicalLocation(finding.file, finding.range) }],
    relatedLocations: finding.related.map((related, id) => ({
      id,
      message: { text: related.message },
      physicalLocation: physicalLocation(finding.file, related.range),
    })),
    fixes: finding.fixes
      .filter(fix => fix.edits.length > 0)
      .map(fix => ({
        description: { text: fix.title },
        artifactChanges: [
          {
            artifactLocation: { uri: uriOf(finding.file) },
            replacements: fix.edits.map(edit => ({
              deletedRegion: region(edit.range),
              insertedContent: { text: edit.newText },
            })),
          },
        ],
      })),
  };
}
