/** Ways out of labels and inputs that stand in each other's place. */
import type { RecordedData } from '../../library/keras/record.ts';
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { fix, replace } from '../edits.ts';
import type { Finding } from '../finding.ts';
import { elementsOf, fitAround, fits, isOfValidation, type Remedy, type RemedyContext } from './remedy.ts';

/** What is passed as inputs and as labels, where each would be right in the other's place. */
interface Swapped {
  readonly isValidation: boolean;
  readonly inputs: Expression;
  readonly labels: Expression;
}

function swappedAt(finding: Finding, context: RemedyContext): Swapped | null {
  const { code } = context;
  const fitted = fitAround(context, finding);
  const wanted = fitted?.model.graph?.inputs ?? [];
  const place = (name: string) => fitted?.spans.get(name) ?? null;
  if (fitted === null || wanted.length !== 1) return null;
  const isValidation = isOfValidation(fitted, finding);
  const [x, y] = isValidation ? [fitted.validationX, fitted.validationY] : [fitted.x, fitted.y];
  const pair = isValidation ? elementsOf(code.expressionAt(place('validation_data'))) : null;
  const inputs = isValidation ? (pair?.[0] ?? null) : code.expressionAt(place('x'));
  const labels = isValidation ? (pair?.[1] ?? null) : code.expressionAt(place('y'));
  if (inputs === null || labels === null || x.length !== 1 || y.length !== 1) return null;
  const isInput = ({ shape }: RecordedData) => fits(shape, wanted[0]!.shape);
  return isInput(y[0]!) && x[0]!.shape !== null && !isInput(x[0]!) ? { isValidation, inputs, labels } : null;
}

/** Whether the labels stand where the inputs belong. */
export function areSwapped(finding: Finding, context: RemedyContext): boolean {
  return swappedAt(finding, context) !== null;
}

/** `fit(y, x)`, `validation_data=(y_val, x_val)`. */
const swapRemedy: Remedy = {
  codes: ['input-shape', 'input-rank'],
  propose(finding, context) {
    const found = swappedAt(finding, context);
    if (found === null) return [];
    const { isValidation, inputs, labels } = found;
    const [x, y] = [context.code.at(labels.span), context.code.at(inputs.span)];
    const edits = [replace(inputs.span, x), replace(labels.span, y)];
    return isValidation
      ? fix('swap-validation-data', message('Pass `{0}`', `(${x}, ${y})`), edits, true)
      : fix('swap-inputs-and-labels', message('Pass `{0}`', `${x}, ${y}`), edits, true);
  },
};

export const swapRemedies: readonly Remedy[] = [swapRemedy];
