/** Where models and layers stand in a script: for lenses, the outline and the tree. */
import type { AnalysedLayer, AnalysedModel, AnalysedProgram } from '../analysis/program.ts';
import type { Position, Span } from '../python/syntax.ts';

const INPUT_LAYER = 'InputLayer';

export type PlacedLayer = AnalysedLayer & { readonly span: Span };

function holds(outer: Span, inner: Span): boolean {
  return outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}

/**
 * The layers that the script's author sees. An input that Keras makes from another layer's `input_dim` or
 * `input_shape` stands at the call that holds that layer, such as `model.add(Dense(…))`, and has no line of its own.
 */
export function visibleLayers(model: AnalysedModel): AnalysedLayer[] {
  const own = model.layers.filter(layer => layer.className !== INPUT_LAYER);
  return model.layers.filter(
    ({ className, span }) =>
      className !== INPUT_LAYER ||
      span === null ||
      !own.some(layer => layer.span !== null && holds(span, layer.span)),
  );
}

/** The layers together with those that layers of own classes hold. */
export function withInner(layers: readonly AnalysedLayer[]): AnalysedLayer[] {
  return layers.flatMap(layer => [layer, ...withInner(layer.inner)]);
}

function arePlaced(layers: readonly AnalysedLayer[]): PlacedLayer[] {
  return layers.filter((layer): layer is PlacedLayer => layer.span !== null);
}

export function placedLayers(model: AnalysedModel): PlacedLayer[] {
  return arePlaced(visibleLayers(model));
}

/** The same with those inside of others. */
function allPlacedLayers(model: AnalysedModel): PlacedLayer[] {
  return arePlaced(withInner(visibleLayers(model)));
}

/** The same of all models, and of layers that are in none. */
export function layersOfProgram({ models, looseLayers }: AnalysedProgram): PlacedLayer[] {
  return [...models.flatMap(allPlacedLayers), ...arePlaced(withInner(looseLayers))];
}

/** Where the model is made: its own call, else its first layer's, else where it is compiled; null for none. */
export function modelSpan(model: AnalysedModel): Span | null {
  return model.span ?? placedLayers(model)[0]?.span ?? model.compile?.span ?? null;
}

/** From the model's call to its last layer: what the outline folds. */
export function modelExtent(model: AnalysedModel): Span | null {
  const own = modelSpan(model);
  if (own === null) {
    return null;
  }
  const spans = [own, ...placedLayers(model).map(layer => layer.span)];
  const first = (one: Position, other: Position): Position => (other.offset < one.offset ? other : one);
  const last = (one: Position, other: Position): Position => (other.offset > one.offset ? other : one);
  return {
    start: spans.map(span => span.start).reduce(first),
    end: spans.map(span => span.end).reduce(last),
  };
}

/** What of a model can be told apart: its name, its place, and the shapes of its layers. */
function signature(model: AnalysedModel): string {
  const layers = model.layers.map(({ className, outputShape, params }) => [className, outputShape, params]);
  return JSON.stringify([model.name, modelSpan(model)?.start.offset, model.params, layers]);
}

/** The models without those that a loop or a function makes again just as they were. */
export function distinctModels(models: readonly AnalysedModel[]): AnalysedModel[] {
  return [...new Map(models.toReversed().map(model => [signature(model), model])).values()].toReversed();
}

/** The models that are made at one place, place by place. */
export function modelsByPlace(models: readonly AnalysedModel[]): { span: Span; models: AnalysedModel[] }[] {
  const places = new Map<number, { span: Span; models: AnalysedModel[] }>();
  for (const model of models) {
    const span = modelSpan(model);
    if (span === null) {
      continue;
    }
    const place = places.get(span.start.offset) ?? { span, models: [] };
    place.models.push(model);
    places.set(span.start.offset, place);
  }
  return [...places.values()];
}
