/** The layer `ActivityRegularization`. */
import { l1L2 } from '../../regularizers/l1L2.ts';
import { defineLayer } from '../base/definition.ts';

export const activityRegularization = defineLayer<null>({
  name: 'ActivityRegularization',
  module: 'regularization.activity_regularization',
  parameters: 'l1=0.0, l2=0.0',
  documentation: 'Adds a penalty on its input to the loss.',
  source: 'https://keras.io/api/layers/regularization_layers/activity_regularization/',
  masking: 'pass',
  init(args, layer) {
    layer.activityRegularizer = { apply: l1L2.init(args) };
    return null;
  },
  call: (_layer, { inputs: [x] }) => x,
});
