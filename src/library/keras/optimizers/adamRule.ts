/** The update of Adam, which AdamW shares (Kingma and Ba 2014; amsgrad: Reddi et al. 2018). */
import { ops } from '../../../graph/index.ts';
import type { ArgumentReader } from '../objects/arguments.ts';
import type { UpdateRule } from './definition.ts';

export function adamRule(args: ArgumentReader): UpdateRule {
  const [beta1, beta2, epsilon] = [args.number('beta_1'), args.number('beta_2'), args.number('epsilon')];
  const amsgrad = args.boolean('amsgrad');
  return ({ gradient, value, rate, step, slot }) => {
    const [first, second] = [slot('momentum'), slot('velocity')];
    const momentum = first.assign(ops.add(first.read(), ops.mul(ops.sub(gradient, first.read()), 1 - beta1)));
    let velocity = second.assign(
      ops.add(second.read(), ops.mul(ops.sub(ops.square(gradient), second.read()), 1 - beta2)),
    );
    if (amsgrad) {
      const largest = slot('velocity_hat');
      velocity = largest.assign(ops.maximum(largest.read(), velocity));
    }
    const correction = ops.div(ops.sqrt(ops.sub(1, ops.pow(beta2, step))), ops.sub(1, ops.pow(beta1, step)));
    return ops.sub(
      value,
      ops.div(ops.mul(momentum, ops.mul(rate, correction)), ops.add(ops.sqrt(velocity), epsilon)),
    );
  };
}
