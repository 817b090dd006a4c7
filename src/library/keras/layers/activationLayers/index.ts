/** The activation layers. */
import type { LayerDefinition } from '../base/definition.ts';
import { elu } from './elu.ts';
import { leakyRelu } from './leakyRelu.ts';
import { prelu } from './prelu.ts';
import { relu } from './relu.ts';
import { softmax } from './softmax.ts';

export const activationLayers: readonly LayerDefinition[] = [elu, leakyRelu, prelu, relu, softmax];
