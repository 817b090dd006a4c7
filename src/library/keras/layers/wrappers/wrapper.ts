/** The layer `Wrapper`, which users derive from. */

import { NotImplementedError, raise } from '../../../../python/errors.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { buildInner, readLayer } from './wrapping.ts';

export const wrapper = defineLayer<LayerObject>({
  name: 'Wrapper',
  module: 'core.wrapper',
  parameters: 'layer',
  documentation: 'The base of layers that wrap another one.',
  source: 'https://keras.io/api/layers/base_layer/',
  init: args => readLayer(args),
  build(layer, [shape], py) {
    if (shape !== undefined) buildInner(py, layer.settings, shape);
  },
  call(layer) {
    throw raise(
      NotImplementedError,
      `Layer ${layer.cls.name} does not have a \`call()\` method implemented.`,
    );
  },
});
