import { expect, test } from 'vitest';
import type { RunRequest, TracebackReport } from '../../src/protocol.ts';
import { emptyRecord } from '../../src/run-record.ts';
import { unsaidFindings } from '../../webview/panel/findings.ts';

const finding = (message: string) => ({ code: 'label-shape', severity: 'error', message, line: 9 }) as const;

test('what the error of a failed run says is not said twice', () => {
  const record = emptyRecord({ runId: 'run' } as RunRequest);
  record.findings = [finding('`y` is (40, 1)'), finding('`x` is unscaled')];
  expect(unsaidFindings(record)).toHaveLength(2);
  record.traceback = { suggestions: ['`y` is (40, 1)', 'Change the loss'] } as unknown as TracebackReport;
  expect(unsaidFindings(record)).toEqual([finding('`x` is unscaled')]);
  expect(unsaidFindings(null)).toEqual([]);
});
