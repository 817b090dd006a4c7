/** Labels that do not fit in calls of losses and metrics that the script makes itself, as in a training loop. */
import type { Tensor } from '../../../graph/tensor.ts';
import { PythonError } from '../../../python/errors.ts';
import type { Interpreter } from '../../../python/interpreter.ts';
import { message } from '../../../python/message.ts';
import type { CallSite } from '../../../python/operations/calls.ts';
import type { Expression, Span } from '../../../python/syntax.ts';
import type { Value } from '../../../python/values.ts';
import { NdArray } from '../../numpy/ndarray.ts';
import { layerBehind } from '../layers/madeBy.ts';
import type { LossDefinition } from '../losses/definition.ts';
import { kerasRecordKey } from '../record.ts';
import { isTensorLike, tensorOf } from '../tensors/conversion.ts';
import { circumstanceOf, withPythonErrors } from '../tensors/operation.ts';
import { argumentArray } from '../training/comparisons.ts';
import { explained } from './labels.ts';
import { type LabelUse, useOfParts, type Written } from './labelUse.ts';

/** A loss or metric as the script calls it. */
export interface LabelCall {
  readonly name: string;
  /** The function of Keras that a loss is. */
  readonly functionName?: string | null;
  readonly expects: LossDefinition['expects'] | null;
  readonly isMetric: boolean;
  /** The parameter of the labels. */
  readonly parameter: string;
  readonly labels: Value;
  readonly outputs: Value;
  /** The call that made the object; null where the function's own name chooses. */
  readonly madeAt: Span | null;
  /** Chosen elsewhere, as by `compile`. */
  readonly chosen?: Written | null;
}

/** Compares labels with outputs; what that raises says which labels, which layer and what to do. */
export function explainCall<T>(py: Interpreter, callOf: () => LabelCall, body: () => T): T {
  const { site } = py;
  try {
    return withPythonErrors(py, circumstanceOf(py), body);
  } catch (error) {
    py.site = site;
    // Errors of a running script are told by its traceback.
    if (py.running || site === null || !py.frame?.file.isScript) throw error;
    const call = callOf();
    const labels = labelsIn(site, call.parameter);
    if (labels === null) throw error;
    throw swapped(py, error, site, call) ?? explained(py, error, () => useInCall(py, site, call, labels));
  }
}

/** `loss(model(x), y)`: what a layer made stands where the labels belong; null where it does not. */
function swapped(py: Interpreter, error: unknown, { node, source }: CallSite, call: LabelCall): unknown {
  const [first, second] = node.args;
  const { layers } = py.state(kerasRecordKey);
  const isMade = (value: Value) => isTensorLike(value) && layerBehind(layers, tensorOf(py, value)) !== null;
  if (!(error instanceof PythonError) || first === undefined || second === undefined) return null;
  if (node.args.length !== 2 || !isMade(call.labels) || isMade(call.outputs)) return null;
  const [labels, outputs] = [first, second].map(({ span }) =>
    source.slice(span.start.offset, span.end.offset),
  );
  const found = new PythonError(error.exception, {
    code: 'label-shape',
    blame: { kind: 'span', span: first.span },
    explanation: message(
      '`{0}` is what the model gives, and `{1}` stands behind it: `{2}` takes the labels first.',
      labels!,
      outputs!,
      call.name,
    ),
    fixes: [
      {
        kind: 'swap-labels-and-outputs',
        title: message('Pass `{0}`', `${outputs}, ${labels}`),
        edits: [
          { span: first.span, text: outputs! },
          { span: second.span, text: labels! },
        ],
        preferred: true,
      },
    ],
  });
  found.traceback.push(...error.traceback);
  return found;
}

function useInCall(py: Interpreter, site: CallSite, call: LabelCall, node: Expression): LabelUse {
  const { labels } = call;
  const output: Tensor = tensorOf(py, call.outputs);
  const layer = layerBehind(py.state(kerasRecordKey).layers, output);
  return useOfParts({
    name: call.name,
    functionName: call.functionName ?? null,
    expects: call.expects,
    isMetric: call.isMetric,
    makesColumns: call.madeAt !== null || call.chosen !== undefined,
    output: output.shape,
    label: tensorOf(py, labels).shape,
    array: argumentArray(py, labels),
    areTensors: !(labels instanceof NdArray) && isTensorLike(labels),
    layer,
    widthLayer: layer,
    blame: { kind: 'span', span: node.span },
    written: writtenAt(site, node.span),
    chosen: call.chosen === undefined ? chosenBy(site, call.madeAt) : call.chosen,
  });
}

/** The labels in the script's own call; null where something else compares, as `fit` does for its metrics. */
function labelsIn(site: CallSite, parameter: string): Expression | null {
  const { args } = site.node;
  // Methods that pass their arguments on have no parameter of this name: there the labels come first.
  const passesOn = site.signature?.parameters[1]?.kind === 'variadic' && args.length > 1;
  const found = site.argument(parameter) ?? (passesOn ? args[0]! : null);
  return found === null || found.kind === 'Starred' ? null : found;
}

function writtenAt(site: CallSite, span: Span): Written {
  return { span, text: site.source.slice(span.start.offset, span.end.offset) };
}

function chosenBy(site: CallSite, madeAt: Span | null): Written | null {
  return writtenAt(site, madeAt ?? site.node.func.span);
}
