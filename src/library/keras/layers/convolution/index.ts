/** The convolution layers. */
import type { LayerDefinition } from '../base/definition.ts';
import { conv1D } from './conv1D.ts';
import { conv1DTranspose } from './conv1DTranspose.ts';
import { conv2D } from './conv2D.ts';
import { conv2DTranspose } from './conv2DTranspose.ts';
import { conv3D } from './conv3D.ts';
import { conv3DTranspose } from './conv3DTranspose.ts';
import { depthwiseConv1D } from './depthwiseConv1D.ts';
import { depthwiseConv2D } from './depthwiseConv2D.ts';
import { separableConv1D } from './separableConv1D.ts';
import { separableConv2D } from './separableConv2D.ts';

export const convolutionLayers: readonly LayerDefinition[] = [
  conv1D,
  conv1DTranspose,
  conv2D,
  conv2DTranspose,
  conv3D,
  conv3DTranspose,
  depthwiseConv1D,
  depthwiseConv2D,
  separableConv1D,
  separableConv2D,
];
