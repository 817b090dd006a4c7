/** Ways out of tapes that record too little or give too often, and of gradients in the place of variables. */
import type { Fix } from '../../python/errors.ts';
import { message } from '../../python/message.ts';
import type { Span, Statement } from '../../python/syntax.ts';
import { type Edit, fix, replace, setArgument } from '../edits.ts';
import type { Finding } from '../finding.ts';
import type { SourceCode } from '../sourceCode.ts';
import type { Remedy, RemedyContext } from './remedy.ts';

/** The call that made the tape of a finding. */
function tapeOf({ code }: RemedyContext, { related }: Finding) {
  for (const { span } of related) {
    const call = code.callAt(span);
    if (call !== null && /(^|\.)GradientTape$/.test(code.at(call.func.span))) return call;
  }
  return null;
}

function holds(statement: Statement, place: Span): boolean {
  const { start, end } = statement.span;
  return start.offset <= place.start.offset && place.end.offset <= end.offset;
}

/** The statements of each block. */
function blocks(code: SourceCode): readonly (readonly Statement[])[] {
  return [
    code.module.body,
    ...code.all('FunctionDef').map(({ body }) => body),
    ...[...code.all('For'), ...code.all('While'), ...code.all('If')].flatMap(({ body, orelse }) => [
      body,
      orelse,
    ]),
    ...code.all('With').map(({ body }) => body),
    ...code.all('Try').map(({ body }) => body),
  ];
}

/** Everything between the `with` of the tape and what it should have recorded becomes part of its block. */
const outsideRemedy: Remedy = {
  codes: ['loss-outside-tape'],
  propose(finding, context) {
    const { code } = context;
    const made = tapeOf(context, finding);
    if (made === null) return [];
    for (const block of blocks(code)) {
      const first = block.findIndex(
        item => item.kind === 'With' && item.items.some(part => part.context_expr === made),
      );
      const last = block.findIndex((item, index) => index > first && holds(item, finding.span));
      if (first < 0 || last < 0) continue;
      const opened = block[first]!;
      const inner = opened.kind === 'With' ? opened.body[0] : undefined;
      if (inner === undefined || inner.span.start.line === opened.span.start.line) return [];
      const step = ' '.repeat(inner.span.start.column - opened.span.start.column);
      const title = message('Move it into the block of the tape');
      return fix('move-into-tape', title, indented(code, block.slice(first + 1, last + 1), step), true);
    }
    return [];
  },
};

/** The lines of some statements, further in. */
function indented(code: SourceCode, statements: readonly Statement[], step: string): Edit[] {
  const from = statements[0]!.span.start;
  const until = statements.at(-1)!.span.end;
  const edits: Edit[] = [];
  let offset = from.offset - from.column;
  for (const line of code.text.slice(offset, until.offset).split('\n')) {
    const at = code.position(offset);
    if (line.trim() !== '') edits.push({ span: { start: at, end: at }, text: step });
    offset += line.length + 1;
  }
  return edits;
}

const spentRemedy: Remedy = {
  codes: ['tape-spent'],
  propose(finding, context) {
    const made = tapeOf(context, finding);
    if (made === null || finding.related.length < 2) return [];
    const title = message('Make the tape with `persistent=True`');
    return fix('make-tape-persistent', title, setArgument(context.code, made, 'persistent', 'True', 0), true);
  },
};

const pairsRemedy: Remedy = {
  codes: ['gradient-pairs'],
  propose(finding, { code }): readonly Fix[] {
    const call = code.callAt(finding.span);
    const [variables, gradients] = call?.args ?? [];
    const isZip = call !== null && code.at(call.func.span) === 'zip' && call.args.length === 2;
    if (!isZip || variables === undefined || gradients === undefined) return [];
    const edits = [
      replace(variables.span, code.at(gradients.span)),
      replace(gradients.span, code.at(variables.span)),
    ];
    return fix('swap-gradients-and-variables', message('Put the gradients first'), edits, true);
  },
};

export const tapeRemedies: readonly Remedy[] = [outsideRemedy, spentRemedy, pairsRemedy];
