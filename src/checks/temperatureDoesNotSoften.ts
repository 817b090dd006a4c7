/** A temperature below 1 where a name or comment says that it softens. */
import { message } from '../python/message.ts';
import type { Check } from './check.ts';
import { fix } from './edits.ts';
import { temperatureProgram } from './temperatureSharpens.ts';
import { saysSoften, sharpeningLiterals } from './temperatures.ts';

export const temperatureDoesNotSoften: Check = {
  code: 'temperature-does-not-soften',
  severity: 'warning',
  title: 'A temperature that does the opposite of what is said',
  documentation: {
    what: 'A comment or a name says that a temperature smooths or softens the probabilities, and the temperature is below 1.',
    why: '`softmax(logits / T)` softens for T > 1 and sharpens for T < 1.',
    fix: 'Use a temperature above 1, for example the reciprocal.',
  },
  chinese: {
    title: '温度的作用与说明相反',
    what: '注释或名称说温度用于平滑或软化概率，而温度小于 1。',
    why: '`softmax(logits / T)` 在 T > 1 时软化，在 T < 1 时锐化。',
    fix: '使用大于 1 的温度，例如其倒数。',
  },
  examples: {
    failing: temperatureProgram(`# smooth the probabilities
temperature = 0.5
#             ^^^ warning[temperature-does-not-soften]: sharpens`),
    fixed: temperatureProgram('# smooth the probabilities\ntemperature = 2.0'),
    nearMiss: temperatureProgram('# no smoothing\ntemperature = 1.0'),
  },
  *run(context) {
    for (const { node, value } of sharpeningLiterals(context)) {
      if (!saysSoften(context.code, node)) continue;
      const softer = reciprocal(value);
      yield {
        span: node.span,
        message: message(
          'T = {0} sharpens the probabilities, though it is said to soften them; T > 1 softens.',
          value,
        ),
        fixes: fix(
          'raise-temperature',
          message('Change to `{0}`', softer),
          [{ span: node.span, text: softer }],
          true,
        ),
      };
    }
  },
};

function reciprocal(value: number): string {
  const text = String(Number((1 / value).toPrecision(3)));
  return /[.e]/.test(text) ? text : `${text}.0`;
}
