/** Where the shape of a model's input is written, and the way out of data of another size: that shape changed. */
import type { LayerObject } from '../../library/keras/layers/base/layerObject.ts';
import type { ModelObject } from '../../library/keras/models/modelObject.ts';
import type { Fix } from '../../python/errors.ts';
import { message } from '../../python/message.ts';
import type { Expression } from '../../python/syntax.ts';
import { argumentOf, fix, removeArgument, replace, setArgument, together } from '../edits.ts';
import type { Finding } from '../finding.ts';
import type { Call } from '../sourceCode.ts';
import {
  elementsOf,
  isOfValidation,
  type Remedy,
  type RemedyContext,
  readShape,
  type Shape,
  stackWith,
  tupleText,
  wasTrained,
} from './remedy.ts';
import { areSwapped } from './swapped.ts';

/** The call and the argument that fix the shape of a model's input. */
export interface ShapeArgument {
  readonly call: Call;
  readonly name: string;
  readonly place: number | null;
}

/** Where the input shape that reaches the first layer of a stack is written. */
function inputArgument(context: RemedyContext, layer: LayerObject | null): ShapeArgument | null {
  const call = layer === null ? null : context.code.callAt(layer.madeAt);
  if (call === null || layer === null) return null;
  // Sequential models make an input of their own for a first layer with `input_shape`.
  const isInput = /(^|\.)Input(Layer)?$/.test(context.code.at(call.func.span));
  if (layer.definition?.name === 'InputLayer') return isInput ? { call, name: 'shape', place: 0 } : null;
  const keyword = call.keywords.find(item => item.arg === 'input_shape' || item.arg === 'input_dim')?.arg;
  return keyword == null ? null : { call, name: keyword, place: null };
}

/** The argument that gives the shape which a layer receives, where nothing stands between. */
export function shapeBefore(context: RemedyContext, layer: LayerObject): ShapeArgument | null {
  const own = inputArgument(context, layer);
  if (own !== null) return own;
  const model = stackWith(context, layer);
  if (model !== null) {
    const [input, first] = model.stack;
    return first === layer ? inputArgument(context, input ?? null) : null;
  }
  // In a functional graph the call's argument may be a name that an Input was given.
  const call = context.code.callAt(layer.madeAt);
  const outer = call === null ? null : context.code.parent(call);
  const input = outer?.kind === 'Call' && outer.func === call ? outer.args[0] : undefined;
  if (input?.kind !== 'Name') return null;
  const assigned = context.code
    .all('Assign')
    .filter(
      item =>
        item.span.start.offset < outer!.span.start.offset &&
        item.targets.some(target => target.kind === 'Name' && target.id === input.id),
    )
    .at(-1);
  const made = assigned?.value.kind === 'Call' ? assigned.value : null;
  return made !== null && /(^|\.)Input$/.test(context.code.at(made.func.span))
    ? { call: made, name: 'shape', place: 0 }
    : null;
}

/** Writes a shape over one that is there; of one of as many axes the sizes that differ from `before` alone. */
export function writeShape(
  { code }: RemedyContext,
  { call, name, place }: ShapeArgument,
  shape: Shape,
  before: Shape | null = null,
): Fix['edits'] | null {
  if (name === 'input_dim')
    return shape.length === 1
      ? setArgument(code, call, name, String(shape[0]))
      : together(
          removeArgument(code, call, 'input_dim'),
          setArgument(code, call, 'input_shape', tupleText(shape)),
        );
  const sizes = elementsOf(argumentOf(call, name, place));
  if (before?.length === shape.length && sizes?.length === shape.length)
    return shape.flatMap((size, axis) =>
      size === before[axis] ? [] : [replace(sizes[axis]!.span, size === null ? 'None' : String(size))],
    );
  return setArgument(code, call, name, tupleText(shape), place);
}

/** `x.shape` where the shape of one sample is wanted. */
export function withoutSamples({ code }: RemedyContext, node: Expression): Fix[] {
  const text = `${code.at(node.span)}[1:]`;
  return fix(
    'drop-samples-from-shape-of-data',
    message('Leave the number of samples out of the shape: {0}', text),
    [replace(node.span, text)],
    true,
  );
}

/** The model that a finding about data is about: that of the training call around it, or the one that is called. */
export function modelOfCall(finding: Finding, context: RemedyContext): ModelObject | null {
  const fit = context.record.fits.find(
    ({ span }) =>
      span.start.offset <= finding.span.start.offset && finding.span.end.offset <= span.end.offset,
  );
  if (fit !== undefined) return fit.model;
  const blamed = finding.related.at(-1)?.span.start.offset;
  const isBlamed = ({ madeAt }: LayerObject) => madeAt !== null && madeAt.start.offset === blamed;
  const called = [...context.record.models].filter(
    model => isBlamed(model) || model.stack.some(isBlamed) || model.graph?.layers.some(isBlamed),
  );
  return called.length === 1 ? called[0]! : null;
}

/** Whether the finding is about what a model is validated on: it was made for what it is trained on. */
export function isValidation(finding: Finding, context: RemedyContext): boolean {
  return context.record.fits.some(fitted => isOfValidation(fitted, finding));
}

const sizeRemedy: Remedy = {
  codes: ['input-shape', 'input-rank'],
  propose(finding, context) {
    const model = modelOfCall(finding, context);
    if (model === null || isValidation(finding, context) || areSwapped(finding, context)) return [];
    if (wasTrained(context, model, finding)) return [];
    // "`x` is (100, 10), and the model takes (None, 8)."
    const [, given, wanted] = finding.message.args.map(String);
    const data = given === undefined ? null : readShape(given);
    const taken = wanted === undefined ? null : readShape(wanted);
    const isWhole = data !== null && taken?.length === data.length + 1;
    if (data === null || taken === null || (data.length !== taken.length && !isWhole)) return [];
    const operation =
      model.graph?.inputs.length === 1 ? model.graph.inputs[0]!.history?.node.operation : null;
    const input = model.kind === 'sequential' ? (model.stack[0] ?? null) : operation;
    const layers = model.kind === 'sequential' ? model.stack.slice(0, 2) : [input];
    for (const layer of layers) {
      if (layer === null || layer === undefined || !('madeAt' in layer)) continue;
      const argument = inputArgument(context, layer as LayerObject);
      if (argument === null) continue;
      if (isWhole) {
        const node = argumentOf(argument.call, argument.name, argument.place);
        return node?.kind === 'Attribute' && node.attr === 'shape' ? withoutSamples(context, node) : [];
      }
      const shape = data.slice(1);
      return fix(
        'change-input-shape',
        message('Change the shape of the input to {0}', tupleText(shape)),
        writeShape(context, argument, shape, taken.slice(1)),
        true,
      );
    }
    return [];
  },
};

export const inputShapeRemedies: readonly Remedy[] = [sizeRemedy];
