/** Everything in a model that holds variables, with the paths that Keras 3 files give it. */
import { PyDict } from '../../../python/collections.ts';
import { PyList, PyTuple, type Value } from '../../../python/values.ts';
import { adaptedVariables } from '../layers/base/adaptation.ts';
import { LayerObject } from '../layers/base/layerObject.ts';
import { ModelObject } from '../models/modelObject.ts';
import { toSnakeCase } from '../naming.ts';
import { OptimizerObject } from '../optimizers/optimizerObject.ts';
import type { VariableObject } from '../tensors/variableObject.ts';

export type Saveable = LayerObject | OptimizerObject;

/** The variables that an object saves itself, in the order of their numbers in the file. */
export function ownVariables(saveable: Saveable): VariableObject[] {
  if (saveable instanceof OptimizerObject) return optimizerVariables(saveable);
  const adapted = adaptedVariables(saveable);
  if (adapted !== null) return adapted;
  const own = new Set(saveable.keptWeights());
  return saveable.weights.filter(weight => own.has(weight));
}

/** A learning rate that a schedule gives is no variable. */
export function optimizerVariables(optimizer: OptimizerObject): VariableObject[] {
  return optimizer.variables('save');
}

/** Every object by its path (`layers/dense`; the model itself is ''), each once. */
export function saveablesOf(model: LayerObject): [string, Saveable][] {
  const found: [string, Saveable][] = [];
  visit(model, '', new Set(), found);
  return found;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

function visit(saveable: Saveable, path: string, seen: Set<Saveable>, found: [string, Saveable][]): void {
  if (seen.has(saveable)) return;
  seen.add(saveable);
  found.push([path, saveable]);
  if (saveable instanceof OptimizerObject) return;
  for (const [name, value] of childrenOf(saveable)) {
    const inner = join(path, name);
    if (isSaveable(value)) visit(value, inner, seen, found);
    else visitContainer(value, inner, seen, found);
  }
}

function isSaveable(value: Value): value is Saveable {
  return value instanceof LayerObject || value instanceof OptimizerObject;
}

/** Members of lists, tuples and dicts are named by their classes, numbered from the second on. */
function visitContainer(value: Value, path: string, seen: Set<Saveable>, found: [string, Saveable][]): void {
  const items =
    value instanceof PyList || value instanceof PyTuple
      ? value.items
      : value instanceof PyDict
        ? [...value.values()]
        : [];
  const used = new Map<string, number>();
  for (const item of items) {
    if (!isSaveable(item)) continue;
    const name = toSnakeCase(item.cls.name);
    const count = used.get(name) ?? 0;
    used.set(name, count + 1);
    visit(item, join(path, count === 0 ? name : `${name}_${count}`), seen, found);
  }
}

/** Attributes by name, private ones last; the layers of a stack or graph come first. */
function childrenOf(layer: LayerObject): [string, Value][] {
  const attributes = new Map<string, Value>(layer.attributes.map);
  const first: [string, Value][] = [];
  if (layer instanceof ModelObject) {
    const layers = new PyList(modelLayers(layer));
    if (layer.kind === 'subclassed') attributes.set('layers', layers);
    else first.push(['layers', layers]);
    if (layer.compiled?.optimizer) attributes.set('optimizer', layer.compiled.optimizer);
  }
  const key = (name: string): string => (name.startsWith('_') ? `~${name}` : name);
  const sorted = [...attributes].sort(([a], [b]) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return [...first, ...sorted];
}

/** The layers as `model.layers` lists them. */
export function modelLayers(model: ModelObject): LayerObject[] {
  if (model.kind === 'functional' && model.graph !== null) return [...model.graph.layers];
  if (model.kind !== 'sequential') return model.sublayers();
  return model.stack.filter(layer => layer.definition?.name !== 'InputLayer');
}
