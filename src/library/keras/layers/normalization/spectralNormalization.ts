/** The layer `SpectralNormalization`. */
import { ops } from '../../../../graph/index.ts';
import type { Tensor } from '../../../../graph/tensor.ts';
import { raise, ValueError } from '../../../../python/errors.ts';
import { PyFloat } from '../../../../python/values.ts';
import { initializerClasses, resolveInitializer } from '../../initializers/resolve.ts';
import { make } from '../../objects/kerasObject.ts';
import { VariableObject } from '../../tensors/variableObject.ts';
import { defineLayer } from '../base/definition.ts';
import type { LayerObject } from '../base/layerObject.ts';
import { buildInner, callInner, readLayer } from '../wrappers/wrapping.ts';

interface Settings {
  readonly layer: LayerObject;
  readonly iterations: number;
}

function kernelOf(layer: LayerObject): VariableObject {
  for (const name of ['kernel', 'embeddings']) {
    const found = layer.attributes.get(name);
    if (found instanceof VariableObject) return found;
  }
  throw raise(ValueError, `${layer.cls.name} object has no attribute 'kernel' nor 'embeddings'`, {
    code: 'not-a-layer',
  });
}

/** x over its length. */
function unit(x: Tensor): Tensor {
  return ops.mul(x, ops.rsqrt(ops.maximum(ops.sum(ops.square(x), null, true), 1e-12)));
}

/** The kernel over its largest singular value, estimated by power iteration from `u`; and the next `u`. */
function normalized(kernel: Tensor, start: Tensor, iterations: number): { kernel: Tensor; u: Tensor } {
  const matrix = ops.reshape(kernel, [-1, kernel.shape.at(-1) as number | null]);
  let u = start;
  let v = start;
  for (let turn = 0; turn < iterations; turn++) {
    v = unit(ops.matmul(u, matrix, { transposeB: true }));
    u = unit(ops.matmul(v, matrix));
  }
  const sigma = ops.reshape(ops.matmul(ops.matmul(v, matrix), u, { transposeB: true }), []);
  return { kernel: ops.div(kernel, sigma), u };
}

export const spectralNormalization = defineLayer<Settings>({
  name: 'SpectralNormalization',
  module: 'normalization.spectral_normalization',
  parameters: 'layer, power_iterations=1',
  documentation: 'Divides the kernel of a layer by its largest singular value at each training step.',
  source: 'https://keras.io/api/layers/normalization_layers/spectral_normalization/',
  masking: 'stop',
  init(args) {
    const iterations = args.integer('power_iterations');
    if (iterations <= 0) {
      args.fail(
        'power_iterations',
        `\`power_iterations\` should be greater than zero. Received: \`power_iterations=${iterations}\``,
      );
    }
    return { layer: readLayer(args), iterations };
  },
  build(layer, [shape], py) {
    buildInner(py, layer.settings.layer, shape);
    const kernel = kernelOf(layer.settings.layer);
    const normal = make(py, initializerClasses.get('TruncatedNormal')!, [['stddev', new PyFloat(0.02)]]);
    layer.makeWeight(py, {
      name: 'vector_u',
      shape: [1, kernel.shape.at(-1) ?? null],
      initializer: resolveInitializer(py, normal, 'initializer'),
      trainable: false,
    });
    layer.inputSpec = [{ shape: [null, ...shape.slice(1)] }];
  },
  call(layer, { inputs: [x], training, trace, py }) {
    const { layer: inner, iterations } = layer.settings;
    if (training) {
      const variable = kernelOf(inner);
      const [vector] = layer.ownWeights;
      const before = variable.read(trace);
      const next = normalized(ops.stopGradient(before), vector.read(trace), iterations);
      const isZero = ops.all(ops.equal(before, 0));
      vector.assign(trace, ops.select(isZero, vector.read(trace), next.u));
      // The gradient is the one at the new kernel: the change itself counts as constant.
      const change = ops.stopGradient(ops.select(isZero, 0, ops.sub(next.kernel, before)));
      variable.assign(trace, ops.add(before, change));
    }
    return callInner(py, inner, x, { training })[0];
  },
});
