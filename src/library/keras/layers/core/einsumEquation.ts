/** What an einsum equation of a layer says about the shapes of kernel, bias and output. */

import { type Dim, dimsAgree, type Shape } from '../../../../graph/shapes.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { type Message, message } from '../../../../python/message.ts';

export interface EinsumShapes {
  readonly kernel: Shape;
  /** Null without bias axes. */
  readonly bias: Shape | null;
  readonly output: Shape;
}

export interface Parts {
  readonly input: string;
  readonly weight: string;
  readonly output: string;
  /** Where the equation leaves axes out. */
  readonly elided: 'left' | 'right' | 'none';
}

function fail(text: string, explanation?: Message): never {
  throw raise(ValueError, text, {
    code: 'einsum-equation',
    ...(explanation === undefined ? {} : { explanation }),
  });
}

/** The labels of an equation; raises Keras's error where it is none. */
export function einsumParts(equation: string): Parts {
  const text = equation.replaceAll(' ', '').replaceAll('...', '0');
  const forms: readonly [RegExp, Parts['elided']][] = [
    [/^([a-zA-Z]+),([a-zA-Z]+)->([a-zA-Z]+)$/, 'none'],
    [/^0([a-zA-Z]+),([a-zA-Z]+)->0([a-zA-Z]+)$/, 'left'],
    [/^([a-zA-Z]{2,})0,([a-zA-Z]+)->([a-zA-Z]+)0$/, 'right'],
  ];
  for (const [form, elided] of forms) {
    const found = form.exec(text);
    if (found !== null) return { input: found[1], weight: found[2], output: found[3], elided };
  }
  return fail(
    `Invalid einsum equation '${equation}'. Equations must be in the form [X],[Y]->[Z], ...[X],[Y]->...[Z], or [X]...,[Y]->[Z]....`,
    message('`{0}` does not say what goes in and what comes out: write `ab,bc->ac`.', equation),
  );
}

/** The full output shape: the batch, what the equation leaves out, and the given sizes. */
function fullOutput({ input, elided }: Parts, shape: Shape, given: Shape): Dim[] {
  const hidden = shape.length - input.length;
  const output: Dim[] = [shape[0], ...given];
  if (hidden <= 0) return output;
  if (elided === 'left') output.splice(1, 0, ...shape.slice(1, hidden));
  else if (elided === 'right') output.push(...shape.slice(shape.length - hidden));
  return output;
}

/** Shapes for an input; Keras's errors where equation and shapes do not fit. */
export function analyzeEinsum(
  equation: string,
  biasAxes: string | null,
  shape: Shape,
  given: Shape,
): EinsumShapes {
  const parts = einsumParts(equation);
  const hidden = Math.max(0, shape.length - parts.input.length);
  const offset = parts.elided === 'left' ? hidden : 0;
  const output = fullOutput(parts, shape, given);
  const inputDim = (label: string) => shape[parts.input.indexOf(label) + offset] ?? null;
  const outputDim = (label: string) => output[parts.output.indexOf(label) + offset] ?? null;
  for (const label of parts.input) {
    if (!parts.output.includes(label)) continue;
    const [from, to] = [inputDim(label), outputDim(label)];
    if (!dimsAgree(from, to)) {
      fail(
        `Input shape and output shape do not match at shared dimension '${label}'. Input shape is ${from}, and output shape is ${to}.`,
      );
    }
  }
  for (const label of parts.output) {
    if (parts.input.includes(label) || parts.weight.includes(label)) continue;
    fail(
      `Dimension '${label}' was specified in the output '${parts.output}' but has no corresponding dim in the input spec '${parts.input}' or weight spec '${parts.output}'`,
    );
  }
  const kernel = [...parts.weight].map(label => {
    if (parts.input.includes(label)) return inputDim(label);
    if (parts.output.includes(label)) return outputDim(label);
    return fail(
      `Weight dimension '${label}' did not have a match in either the input spec '${parts.input}' or the output spec '${parts.output}'. For this layer, the weight must be fully specified.`,
    );
  });
  return { kernel, output, bias: biasAxes === null ? null : biasShape(parts, biasAxes, hidden, outputDim) };
}

function biasShape(
  { output, elided }: Parts,
  axes: string,
  hidden: number,
  dim: (label: string) => Dim,
): Dim[] {
  for (const label of axes) {
    if (!output.includes(label)) {
      fail(`Bias dimension '${label}' was requested, but is not part of the output spec '${output}'`);
    }
  }
  const first = Math.min(...[...axes].map(label => output.indexOf(label)));
  const shape: Dim[] = [...output.slice(first)].map(label => (axes.includes(label) ? dim(label) : 1));
  return elided === 'left' ? shape : [...shape, ...new Array<Dim>(hidden).fill(1)];
}
