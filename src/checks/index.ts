/** The checks: each file one warning or hint about a program that runs and means something else. */
import type { Finding } from './finding.ts';
import type { Check, CheckContext, CheckInput } from './check.ts';
import { outputsOf, trainingsOf } from './outputs.ts';
import { SourceCode } from './sourceCode.ts';

/** The registry. */
export const checks: readonly Check[] = [];

/** Everything the checks have to say about a program. */
export function runChecks(input: CheckInput): Finding[] {
  const { record } = input;
  if (record.models.size === 0 && record.layers.size === 0) return [];
  const context = contextOf(input);
  return checks.flatMap(check => [...findingsOf(check, context)]);
}

function contextOf({ record, py, parsed, text, kerasVersion }: CheckInput): CheckContext {
  return {
    record,
    py,
    code: new SourceCode(parsed.module, text, parsed.comments),
    kerasVersion: kerasVersion === '1' ? 1 : kerasVersion === '2' ? 2 : 3,
    outputs: outputsOf(record),
    trainings: trainingsOf(record),
  };
}

/** One finding a place: a loop or a second `fit` says nothing new. */
function* findingsOf(check: Check, context: CheckContext): Generator<Finding> {
  const seen = new Set<string>();
  for (const found of check.run(context)) {
    const key = `${found.span.start.offset}:${found.span.end.offset}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield {
      code: check.code,
      severity: check.severity,
      span: found.span,
      message: found.message,
      raises: null,
      related: found.related ?? [],
      fixes: found.fixes ?? [],
    };
  }
}
