/** A tensor among a layer's settings, `Flatten(x)`: the call of the layer was forgotten. */

import { type Fix, PythonError } from '../../../../python/errors.ts';
import type { Interpreter } from '../../../../python/interpreter.ts';
import { message } from '../../../../python/message.ts';
import type { CallSite } from '../../../../python/operations/calls.ts';
import type { Span } from '../../../../python/syntax.ts';
import { PyList, PyTuple, type Value } from '../../../../python/values.ts';
import type { ArgumentReader } from '../../objects/arguments.ts';
import { TensorObject } from '../../tensors/tensorObject.ts';
import { LayerObject } from './layerObject.ts';

function isSymbolic(value: Value): boolean {
  return value instanceof TensorObject && value.history !== null;
}

/** A symbolic tensor, or a list of tensors or of models. */
function isInput(value: Value): boolean {
  if (!(value instanceof PyList) && !(value instanceof PyTuple)) return isSymbolic(value);
  return value.items.length > 0 && value.items.every(item => isSymbolic(item) || item instanceof LayerObject);
}

/** The error of a constructor told as what it comes from, where a tensor was passed by position. */
export function asForgottenCall(py: Interpreter, args: ArgumentReader, error: PythonError): PythonError {
  const { site } = py;
  const name = args.names().find(item => isInput(args.raw(item)));
  if (name === undefined || site === null) return error;
  const node = site.argument(name);
  if (node === null || !site.node.args.includes(node)) return error;
  const text = site.argumentText(name)!;
  const told = new PythonError(error.exception, {
    ...error.detail,
    code: 'tensor-as-setting',
    blame: { kind: 'argument', name },
    explanation: message(
      '`{0}(…)` takes settings and makes a layer; `{1}` goes to the layer, in brackets of its own.',
      args.className,
      text,
    ),
    fixes: callFix(site, node.span, text),
  });
  told.traceback.push(...error.traceback);
  return told;
}

/** `Dense(10, x)` becomes `Dense(10)(x)`. */
function callFix(site: CallSite, argument: Span, text: string): Fix[] {
  const { node } = site;
  const spans = [...node.args, ...node.keywords]
    .map(item => item.span)
    .sort((a, b) => a.start.offset - b.start.offset);
  const index = spans.findIndex(span => span.start.offset === argument.start.offset);
  const [before, after] = [spans[index - 1], spans[index + 1]];
  const removed =
    before !== undefined
      ? { start: before.end, end: argument.end }
      : after !== undefined
        ? { start: argument.start, end: after.start }
        : argument;
  const { end } = node.span;
  return [
    {
      kind: 'call-made-layer',
      title: message('Call the layer with `{0}`', text),
      edits: [
        { span: removed, text: '' },
        { span: { start: end, end }, text: `(${text})` },
      ],
      preferred: true,
    },
  ];
}
