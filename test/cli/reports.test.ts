import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/analysis/program.ts';
import { parseArguments } from '../../src/cli/arguments.ts';
import { findingLines, reportedFinding, summary } from '../../src/cli/findings.ts';
import { sarifLog } from '../../src/cli/sarif.ts';
import { formatMessage, message } from '../../src/python/message.ts';
import { command } from './commandLine.ts';

const span = (line: number, column: number, endColumn: number) => ({
  start: { line, column, offset: 0 },
  end: { line, column: endColumn, offset: 0 },
});

const finding: Finding = {
  code: 'label-shape',
  severity: 'error',
  span: span(15, 13, 14),
  message: message('`{0}` has the shape {1}', 'y', '(100, 1)'),
  raises: 'ValueError: shapes\ndiffer',
  related: [{ span: span(8, 0, 1), message: message('made here') }],
  fixes: [
    {
      kind: 'encode-labels',
      title: message('Make `y` one-hot'),
      edits: [{ span: span(15, 13, 14), text: 'np.eye(3)[y]' }],
      preferred: true,
    },
  ],
};

const english = formatMessage;
const reported = reportedFinding('my models/a.py', finding, text => english(text));

describe('a finding on the command line', () => {
  it('is one line for its place, and indented lines for what belongs to it', () => {
    expect(findingLines(reported, text => english(text))).toEqual([
      'my models/a.py:15:14: error label-shape `y` has the shape (100, 1)',
      '    Keras raises: ValueError: shapes\n      differ',
      '    my models/a.py:8:1: made here',
      '    Fix: Make `y` one-hot',
    ]);
    expect(summary([reported, { ...reported, severity: 'hint' }], 2, text => english(text))).toBe(
      'Files: 2. Errors: 1. Warnings: 0. Notes: 1.',
    );
  });

  it('has lines from 1 and columns from 0 as an object', () => {
    expect(reported).toMatchObject({
      file: 'my models/a.py',
      severity: 'error',
      range: { start: { line: 15, column: 13 }, end: { line: 15, column: 14 } },
      fixes: [{ title: 'Make `y` one-hot', edits: [{ newText: 'np.eye(3)[y]' }] }],
    });
  });

  it('has columns from 1, a rule and a fix in SARIF', () => {
    const log = sarifLog([reported], { name: 'Kerascope', version: '1.2.3' });
    const region = { startLine: 15, startColumn: 14, endLine: 15, endColumn: 15 };
    const uri = 'my%20models/a.py';
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'Kerascope', version: '1.2.3', rules: [{ id: 'label-shape' }] } },
          results: [
            {
              ruleId: 'label-shape',
              ruleIndex: 0,
              level: 'error',
              locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
              fixes: [
                {
                  artifactChanges: [{ artifactLocation: { uri }, replacements: [{ deletedRegion: region }] }],
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

describe('arguments', () => {
  const rules = { values: ['--lang'], flags: ['--json'], endAtFirstFile: false };

  it('may stand before and behind the files', () => {
    const { values, flags, rest } = parseArguments(['a.py', '--json', '--lang=en', '--', '--b.py'], rules);
    expect([[...values], [...flags], rest]).toEqual([
      [['lang', 'en']].map(([, v]) => ['--lang', v]),
      ['--json'],
      ['a.py', '--b.py'],
    ]);
  });

  it('belong to the script behind its name', () => {
    const { flags, rest } = parseArguments(['--json', 'a.py', '--json', '--x'], {
      ...rules,
      endAtFirstFile: true,
    });
    expect([[...flags], rest]).toEqual([['--json'], ['a.py', '--json', '--x']]);
  });
});

describe('the command line', () => {
  it('explains itself', async () => {
    expect(await command(['--help'])).toMatchObject({ status: 0, stderr: '' });
    expect((await command([])).status).toBe(2);
    const unknown = await command(['train']);
    expect([unknown.status, unknown.stderr]).toEqual([2, expect.stringContaining('unknown command train')]);
    expect((await command(['check'])).status).toBe(2);
    expect((await command(['check', '--json', '--sarif', 'a.py'])).status).toBe(2);
    expect((await command(['check', '--lang', 'fr', 'a.py'])).stderr).toContain('--lang takes en or zh-cn');
  });
});
