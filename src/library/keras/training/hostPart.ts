/** Which steps have a part that the host computes: those on text, and those of layers that hash. */
import type { ModelObject } from '../models/modelObject.ts';
import { type Template, textLeaves } from './dataSource.ts';

/** Layers that compute on the host whatever they are given. */
const hashing: ReadonlySet<string> = new Set(['Hashing', 'HashedCrossing']);

/** Whether tracing a step needs the contents of the batch. */
export function hasHostPart(model: ModelObject, template: Template): boolean {
  return (
    textLeaves(template).size > 0 ||
    model.allLayers().some(layer => layer.definition !== null && hashing.has(layer.definition.name))
  );
}
