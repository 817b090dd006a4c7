/** Every layer that is described by a definition: the one registry. */
import type { PyClass } from '../../../python/classes.ts';
import { activationLayers } from './activationLayers/index.ts';
import { attentionLayers } from './attention/index.ts';
import type { LayerDefinition } from './base/definition.ts';
import { layerClassOf } from './base/layerClass.ts';
import { convolutionLayers } from './convolution/index.ts';
import { activation } from './core/activation.ts';
import { dense } from './core/dense.ts';
import { einsumDense } from './core/einsumDense.ts';
import { embedding } from './core/embedding.ts';
import { identity } from './core/identity.ts';
import { inputLayer } from './core/inputLayer.ts';
import { lambda } from './core/lambda.ts';
import { masking } from './core/masking.ts';
import { mergingLayers } from './merging/index.ts';
import { normalizationLayers } from './normalization/index.ts';
import { poolingLayers } from './pooling/index.ts';
import { preprocessingLayers } from './preprocessing/index.ts';
import { convLSTMCells, recurrentLayers } from './recurrent/index.ts';
import { registerLayerClass } from './registry.ts';
import { activityRegularization } from './regularization/activityRegularization.ts';
import { alphaDropout } from './regularization/alphaDropout.ts';
import { dropout } from './regularization/dropout.ts';
import { gaussianDropout } from './regularization/gaussianDropout.ts';
import { gaussianNoise } from './regularization/gaussianNoise.ts';
import { spatialDropout1D } from './regularization/spatialDropout1D.ts';
import { spatialDropout2D } from './regularization/spatialDropout2D.ts';
import { spatialDropout3D } from './regularization/spatialDropout3D.ts';
import { flatten } from './reshaping/flatten.ts';
import { reshapingLayers } from './reshaping/index.ts';
import { permute } from './reshaping/permute.ts';
import { repeatVector } from './reshaping/repeatVector.ts';
import { reshape } from './reshaping/reshape.ts';
import { wrapper } from './wrappers/wrapper.ts';

/** The registry. */
export const layerDefinitions: readonly LayerDefinition[] = [
  inputLayer,
  dense,
  activation,
  identity,
  lambda,
  masking,
  embedding,
  dropout,
  spatialDropout1D,
  spatialDropout2D,
  spatialDropout3D,
  gaussianNoise,
  gaussianDropout,
  alphaDropout,
  activityRegularization,
  flatten,
  reshape,
  permute,
  repeatVector,
  einsumDense,
  wrapper,
  ...convolutionLayers,
  ...poolingLayers,
  ...normalizationLayers,
  ...mergingLayers,
  ...reshapingLayers,
  ...recurrentLayers,
  ...attentionLayers,
  ...activationLayers,
  ...preprocessingLayers,
];

/** The Python classes by every name. */
export const layerClasses: ReadonlyMap<string, PyClass> = new Map(
  layerDefinitions.flatMap(definition => {
    const cls = layerClassOf(definition);
    return [definition.name, ...(definition.aliases ?? [])].map(name => [name, cls] as const);
  }),
);
for (const [name, cls] of layerClasses) registerLayerClass(name, cls);
for (const cell of convLSTMCells) registerLayerClass(cell.name, layerClassOf(cell));
