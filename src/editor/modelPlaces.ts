/** Where models and layers stand in a script: for lenses, the outline and the tree. */
import type { AnalysedLayer, AnalysedModel } from '../analysis/program.ts';
import type { Position, Span } from '../python/syntax.ts';

export type PlacedLayer = AnalysedLayer & { readonly span: Span };

export function placedLayers(model: AnalysedModel): PlacedLayer[] {
  return model.layers.filter((layer): layer is PlacedLayer => layer.span !== null);
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
