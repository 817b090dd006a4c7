/** What hovers say about a name where it is used: the array, model, layer or plain value that it stands for there. */
import type { AnalysedModel, AnalysedProgram, Use, UsedValue } from '../analysis/program.ts';
import { assertNever } from '../protocol.ts';
import { type Message, message } from '../python/message.ts';
import type { Span } from '../python/syntax.ts';
import {
  code,
  escapeMarkdown,
  type HoverPart,
  layerHover,
  modelCosts,
  paragraphs,
  sentenceMarkdown,
  settingsList,
  valueHover,
  valueTitle,
} from './hoverText.ts';
import { withInner } from './modelPlaces.ts';
import {
  countText,
  type Localise,
  modelSummary,
  SEPARATOR,
  shapesText,
  tupleText,
  valueText,
} from './wording.ts';

function isSame(first: Span | null, second: Span | null): boolean {
  return (
    first !== null &&
    second !== null &&
    first.start.offset === second.start.offset &&
    first.end.offset === second.end.offset
  );
}

/** A model or layer as it is at the program's end, where it is the same one: built, compiled, with its name. */
function finished(value: UsedValue, program: AnalysedProgram): UsedValue {
  if (value.kind === 'model') {
    const model = program.models.find(other => isSame(other.span, value.model.span));
    return model === undefined ? value : { ...value, model };
  }
  if (value.kind === 'layer') {
    const { span, name } = value.layer;
    const layers = [
      ...program.models.flatMap(model => withInner(model.layers)),
      ...withInner(program.looseLayers),
    ];
    const layer = layers.find(other => other.name === name && isSame(other.span, span));
    return layer === undefined ? value : { ...value, layer };
  }
  return value;
}

function titled(name: string, type: string, ...rest: readonly string[]): string {
  return [`${code(name)}: ${escapeMarkdown(type)}`, ...rest].filter(part => part !== '').join(SEPARATOR);
}

function modelLine(name: string, className: string, model: AnalysedModel, localise: Localise): string {
  return titled(name, className, escapeMarkdown(modelSummary(model, localise)));
}

function elementsMessage({ length, element }: Extract<UsedValue, { kind: 'dataset' }>): Message {
  const parts = element
    .map(part => valueText(part) ?? (part.shape === null ? part.type : tupleText(part.shape)))
    .map(code)
    .join(', ');
  if (length === null) {
    return parts === '' ? message('of unknown length') : message('elements of {0}', parts);
  }
  const count = countText(length);
  return parts === '' ? message('{0} elements', count) : message('{0} elements of {1}', count, parts);
}

function plainLine(
  name: string,
  { type, text, keys, length }: Extract<UsedValue, { kind: 'plain' }>,
  localise: Localise,
): string {
  if (text !== null) {
    return type === 'None' ? titled(name, type) : `${titled(name, type)} ${code(text)}`;
  }
  if (keys !== null) {
    return titled(name, type, localise(message('keys {0}', keys.map(code).join(', '))));
  }
  return titled(name, type, length === null ? '' : localise(message('of length {0}', countText(length))));
}

/** In one line, without what is known besides shapes. */
function line(name: string, value: UsedValue, localise: Localise): string {
  switch (value.kind) {
    case 'value':
      return [
        valueTitle(name, value.value),
        ...value.value.facts.map(fact => sentenceMarkdown(localise(fact))),
      ].join(SEPARATOR);
    case 'model':
      return modelLine(name, value.className, value.model, localise);
    case 'layer': {
      const { className, outputShape } = value.layer;
      const shape = shapesText(outputShape);
      return titled(name, className, shape === null ? '' : `→ ${code(shape)}`);
    }
    case 'dataset':
      return titled(name, value.type, localise(elementsMessage(value)));
    case 'plain':
      return plainLine(name, value, localise);
    default:
      return assertNever(value);
  }
}

/** All that is known of the one value that a place has. */
function block(name: string, value: UsedValue, localise: Localise): string {
  switch (value.kind) {
    case 'value':
      return valueHover(name, value.value, localise);
    case 'model':
      return paragraphs([
        line(name, value, localise),
        modelCosts(value.model, localise),
        settingsList(value.model, localise),
      ]);
    case 'layer':
      return layerHover(value.layer, localise);
    case 'dataset':
    case 'plain':
      return line(name, value, localise);
    default:
      return assertNever(value);
  }
}

/** The value of a name, or the values that it takes one after another. */
export function useHover(use: Use, program: AnalysedProgram, localise: Localise): HoverPart {
  const values = use.values.map(value => finished(value, program));
  const [first] = values;
  const text =
    values.length === 1 && first !== undefined
      ? block(use.name, first, localise)
      : paragraphs([
          localise(message('One after another:')),
          [...values.map(value => line(use.name, value, localise)), ...(use.hasMore ? ['…'] : [])]
            .map(item => `- ${item}`)
            .join('\n'),
        ]);
  return { span: use.span, text };
}
