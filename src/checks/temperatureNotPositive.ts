/** A temperature of 0 or below. */
import { message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import type { Check, CheckContext, CheckFinding } from './check.ts';
import { fix } from './edits.ts';
import { activationSpan } from './layers.ts';
import { knownGraph } from './outputs.ts';
import { placeOf, predictedSoftmaxes } from './predictedScores.ts';
import { temperatureProgram } from './temperatureSharpens.ts';
import { dividingLiterals, isNumber, temperaturesOf } from './temperatures.ts';

export const temperatureNotPositive: Check = {
  code: 'temperature-not-positive',
  severity: 'warning',
  title: 'A temperature of 0 or below',
  documentation: {
    what: 'Logits are divided by 0 or by a negative number before a softmax.',
    why: 'Division by 0 gives infinities and NaN, and training is lost at the first step. A negative temperature turns the order round: the least likely class gets the highest probability.',
    fix: 'Use a temperature above 0. Towards 0 the softmax becomes a hard maximum.',
  },
  chinese: {
    title: '温度为 0 或负数',
    what: '在 softmax 之前，logits 被除以 0 或负数。',
    why: '除以 0 得到无穷大和 NaN，训练在第一步就失败。负的温度会颠倒次序：最不可能的类别得到最高的概率。',
    fix: '使用大于 0 的温度。趋近于 0 时 softmax 变成硬性取最大值。',
  },
  examples: {
    failing: temperatureProgram(`temperature = 0.0
#             ^^^ warning[temperature-not-positive]: above 0`),
    fixed: temperatureProgram('temperature = 1.0'),
    nearMiss: temperatureProgram('temperature = 1.5\noffset = 0.0'),
  },
  *run(context) {
    yield* ofPredictions(context);
    for (const model of context.record.models) {
      for (const output of knownGraph(model)?.outputs ?? []) {
        const wrong = temperaturesOf(output.tensor)?.before.find(value => value <= 0);
        if (wrong === undefined) continue;
        const operation = output.history?.node.operation;
        const layer = knownGraph(model)?.layers.find(item => item === operation) ?? null;
        const elsewhere = activationSpan(context, layer) ?? output.history?.node.span ?? null;
        yield* named(context, wrong, elsewhere);
      }
    }
  },
};

/** Predictions that the script divides itself. */
function* ofPredictions(context: CheckContext): Iterable<CheckFinding> {
  for (const softmax of predictedSoftmaxes(context)) {
    const wrong = softmax.divisions.find(({ by }) => by <= 0);
    if (wrong !== undefined) yield* named(context, wrong.by, placeOf(context, softmax, wrong));
  }
}

/** The numbers in the text that a temperature may come from, else where it is applied. */
function* named(context: CheckContext, wrong: number, elsewhere: Span | null): Iterable<CheckFinding> {
  const text = message('The temperature is {0}, and it must be above 0.', Number(wrong.toPrecision(6)));
  const literals = dividingLiterals(context.code, value => isNumber(value, wrong));
  for (const { node } of literals)
    yield {
      span: node.span,
      message: text,
      fixes: fix(
        'reset-temperature',
        message('Change to `{0}`', '1.0'),
        [{ span: node.span, text: '1.0' }],
        true,
      ),
    };
  if (literals.length === 0 && elsewhere !== null) yield { span: elsewhere, message: text };
}
