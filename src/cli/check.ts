/** `kerascope check`: the findings of scripts, without running them. */
import { analyseFiles } from './analysis.ts';
import { parseArguments } from './arguments.ts';
import { type CommandEnvironment, UsageError } from './environment.ts';
import { findingLines, type ReportedFinding, reportedFinding, summary } from './findings.ts';
import { chosenLanguage, loadLanguage } from './language.ts';
import { sarifLog } from './sarif.ts';

export const CHECK_USAGE = 'kerascope check [--json | --sarif] [--lang en|zh-cn] FILE...';

/** Returns 1 when a finding is an error, else 0. */
export async function check(words: readonly string[], environment: CommandEnvironment): Promise<number> {
  const rules = { values: ['--lang'], flags: ['--json', '--sarif'], endAtFirstFile: false };
  const { values, flags, rest: files } = parseArguments(words, rules);
  if (files.length === 0) throw new UsageError('check needs at least one file');
  if (flags.size > 1) throw new UsageError('--json and --sarif exclude each other');
  const localise = await loadLanguage(chosenLanguage(values.get('--lang'), environment));
  const findings: ReportedFinding[] = [];
  for await (const { file, program } of analyseFiles(files, environment)) {
    const found = program.findings.map(finding => reportedFinding(file, finding, localise));
    findings.push(...found.sort((a, b) => order(a) - order(b)));
  }
  if (flags.has('--json')) {
    environment.stdout.write(`${JSON.stringify(findings, null, 2)}\n`);
  } else if (flags.has('--sarif')) {
    const log = sarifLog(findings, { name: 'Kerascope', version: await version() });
    environment.stdout.write(`${JSON.stringify(log, null, 2)}\n`);
  } else {
    const lines = findings.flatMap(finding => findingLines(finding, localise));
    environment.stdout.write([...lines, summary(findings, files.length, localise), ''].join('\n'));
  }
  return findings.some(finding => finding.severity === 'error') ? 1 : 0;
}

/** By place in the file. */
function order(finding: ReportedFinding): number {
  const { line, column } = finding.range.start;
  return line * 1e6 + column;
}

/** The package's version. */
export async function version(): Promise<string> {
  const { default: manifest } = await import('../../package.json', { with: { type: 'json' } });
  return manifest.version;
}
