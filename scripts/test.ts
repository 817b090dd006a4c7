/** Everything that CI checks, in order; ends with one line that counts what passed and what failed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

interface Stage {
  readonly title: string;
  readonly command: readonly string[];
  /** Where vitest writes its counts; a stage without it counts as one check. */
  readonly counts?: string;
  /** The stage that has to pass for this one to mean anything. */
  readonly needs?: string;
}

interface Tally {
  passed: number;
  failed: number;
}

/** What we read of vitest's report. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

const vitest = (config: string, counts: string) => [
  ...['vitest', 'run', '--config', config],
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${counts}`],
];
const unitCounts = 'artifacts/unit-tests.json';
const endToEndCounts = 'artifacts/end-to-end-tests.json';

const stages: readonly Stage[] = [
  { title: 'lint and format', command: ['npm', 'run', '--silent', 'lint'] },
  { title: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { title: 'unit and property tests', command: vitest('vitest.config.ts', unitCounts), counts: unitCounts },
  { title: 'build and package', command: ['npm', 'run', '--silent', 'package'] },
  {
    title: 'end-to-end tests',
    command: vitest('vitest.e2e.config.ts', endToEndCounts),
    counts: endToEndCounts,
    needs: 'build and package',
  },
];

const reportOf = (stage: Stage): Report | undefined => {
  try {
    return stage.counts ? JSON.parse(readFileSync(stage.counts, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
};

function tallyOf(report: Report | undefined, ok: boolean): Tally {
  if (!report) return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = report;
  // A file that cannot even be loaded fails the run without a failing test.
  return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(1, numFailedTests) };
}

/** The failing tests with how they failed: repeated at the end, since the end is what a log keeps. */
function failuresOf(report: Report | undefined): string[] {
  const linesShown = 12;
  const shown = (text: string) =>
    stripVTControlCharacters(text)
      .split('\n')
      .filter(line => !line.includes('node_modules'))
      .slice(0, linesShown)
      .map(line => `    ${line}`);
  return (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return message ? [`  ${file}`, ...shown(message)] : [];
    return failed.flatMap(({ fullName, failureMessages }) => [
      `  ${file}: ${fullName}`,
      ...(failureMessages ?? []).flatMap(shown),
    ]);
  });
}

mkdirSync('artifacts', { recursive: true });
const failedStages: string[] = [];
const failures: string[] = [];
const total: Tally = { passed: 0, failed: 0 };
for (const stage of stages) {
  if (stage.needs && failedStages.includes(stage.needs)) {
    console.log(`\n== ${stage.title}: not run, since "${stage.needs}" failed`);
    failedStages.push(stage.title);
    total.failed += 1;
    continue;
  }
  console.log(`\n== ${stage.title}`);
  if (stage.counts) rmSync(stage.counts, { force: true });
  const started = performance.now();
  const [program = '', ...args] = stage.command;
  const ok = spawnSync(program, args, { stdio: 'inherit' }).status === 0;
  console.log(
    `== ${stage.title}: ${ok ? 'passed' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  if (!ok) failedStages.push(stage.title);
  const report = reportOf(stage);
  if (!ok) failures.push(...failuresOf(report));
  const { passed, failed } = tallyOf(report, ok);
  total.passed += passed;
  total.failed += failed;
}
if (failedStages.length > 0) {
  console.log(`\nFailed stages: ${failedStages.join(', ')}`);
  for (const line of failures) console.log(line);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = failedStages.length > 0 ? 1 : 0;
