// Programs of graphics that lay the windows of images out as rows of a matrix, and add such rows up to images again.
import type { GPGPUProgram, MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { WebGPUBackend, WebGPUProgram } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';

export interface PatchGeometry {
  /** Height and width of a window. */
  readonly window: readonly [number, number];
  readonly strides: readonly [number, number];
  /** How many windows there are down and across. */
  readonly output: readonly [number, number];
}

type Images = [batch: number, height: number, width: number, channels: number];

const WORKGROUP: [number, number, number] = [64, 1, 1];

function webgpuProgram(name: string, outputShape: number[], code: string): WebGPUProgram {
  const size = outputShape.reduce((product, length) => product * length, 1);
  return {
    variableNames: [name],
    outputShape,
    workgroupSize: WORKGROUP,
    dispatchLayout: { x: outputShape.map((_, axis) => axis) },
    dispatch: [Math.ceil(size / WORKGROUP[0]), 1, 1],
    size: true,
    shaderKey: code,
    getUserCode: () => code,
  };
}

/** Every number of the matrix from its place in the image. */
function patchesOnWebgpu(rows: number, columns: number, channels: number, g: PatchGeometry): WebGPUProgram {
  const [, width] = g.window;
  const [down, across] = g.output;
  const code = `fn main(index: i32) {
    if (index < uniforms.size) {
      let row = index / ${columns};
      let column = index % ${columns};
      let channel = column % ${channels};
      let tap = column / ${channels};
      let y = (row / ${across}) % ${down} * ${g.strides[0]} + tap / ${width};
      let x = row % ${across} * ${g.strides[1]} + tap % ${width};
      setOutputAtIndex(index, getImages(row / ${down * across}, y, x, channel));
    }
  }`;
  return webgpuProgram('images', [rows, columns], code);
}

/** The same, two rows and two columns in a texel, as the matrix product reads them. */
function patchesOnWebgl(rows: number, columns: number, channels: number, g: PatchGeometry): GPGPUProgram {
  const [, width] = g.window;
  const [down, across] = g.output;
  return {
    variableNames: ['images'],
    outputShape: [rows, columns],
    packedInputs: false,
    packedOutput: true,
    userCode: `
      float at(int row, int column) {
        if (row >= ${rows} || column >= ${columns}) return 0.0;
        int tap = column / ${channels};
        int y = imod(row / ${across}, ${down}) * ${g.strides[0]} + tap / ${width};
        int x = imod(row, ${across}) * ${g.strides[1]} + imod(tap, ${width});
        return getImages(row / ${down * across}, y, x, imod(column, ${channels}));
      }
      void main() {
        ivec2 rc = getOutputCoords();
        setOutput(vec4(at(rc.x, rc.y), at(rc.x, rc.y + 1), at(rc.x + 1, rc.y), at(rc.x + 1, rc.y + 1)));
      }`,
  };
}

/** Every number of the images from the windows that it lies in. */
function foldOnWebgl(images: Images, g: PatchGeometry): GPGPUProgram {
  const [height, width] = g.window;
  const [down, across] = g.output;
  return {
    variableNames: ['columns'],
    outputShape: images,
    userCode: `
      void main() {
        ivec4 place = getOutputCoords();
        float sum = 0.0;
        for (int i = 0; i < ${height}; i++) {
          int y = place.y - i;
          if (y < 0 || y >= ${down * g.strides[0]} || imod(y, ${g.strides[0]}) != 0) continue;
          for (int j = 0; j < ${width}; j++) {
            int x = place.z - j;
            if (x < 0 || x >= ${across * g.strides[1]} || imod(x, ${g.strides[1]}) != 0) continue;
            int row = (place.x * ${down} + y / ${g.strides[0]}) * ${across} + x / ${g.strides[1]};
            sum += getColumns(row, (i * ${width} + j) * ${images[3]} + place.w);
          }
        }
        setOutput(sum);
      }`,
  };
}

function foldOnWebgpu(images: Images, g: PatchGeometry): WebGPUProgram {
  const [height, width] = g.window;
  const [down, across] = g.output;
  const code = `fn main(index: i32) {
    if (index < uniforms.size) {
      let place = getCoordsFromIndex(index);
      var sum = 0.0;
      for (var i = 0; i < ${height}; i++) {
        let y = place[1] - i;
        if (y < 0 || y >= ${down * g.strides[0]} || y % ${g.strides[0]} != 0) { continue; }
        for (var j = 0; j < ${width}; j++) {
          let x = place[2] - j;
          if (x < 0 || x >= ${across * g.strides[1]} || x % ${g.strides[1]} != 0) { continue; }
          let row = (place[0] * ${down} + y / ${g.strides[0]}) * ${across} + x / ${g.strides[1]};
          sum += getColumns(row, (i * ${width} + j) * ${images[3]} + place[3]);
        }
      }
      setOutputAtIndex(index, sum);
    }
  }`;
  return webgpuProgram('columns', images, code);
}

function run(input: tf.Tensor, webgl: () => GPGPUProgram, webgpu: () => WebGPUProgram): tf.Tensor {
  const made =
    tf.getBackend() === 'webgpu'
      ? (tf.backend() as WebGPUBackend).runWebGPUProgram(webgpu(), [input], 'float32')
      : (tf.backend() as MathBackendWebGL).runWebGLProgram(webgl(), [input], 'float32');
  return tf.engine().makeTensorFromTensorInfo(made);
}

/** (batch x windows, height x width x channels) of images (batch, height, width, channels). */
export function patches(images: tf.Tensor4D, g: PatchGeometry): tf.Tensor2D {
  const [batch, , , channels] = images.shape;
  const rows = batch * g.output[0] * g.output[1];
  const columns = g.window[0] * g.window[1] * channels;
  const made = run(
    images,
    () => patchesOnWebgl(rows, columns, channels, g),
    () => patchesOnWebgpu(rows, columns, channels, g),
  );
  return made as tf.Tensor2D;
}

/** Images of which each number is the sum of its places in the rows of such a matrix. */
export function fold(columns: tf.Tensor2D, images: Images, g: PatchGeometry): tf.Tensor4D {
  const made = run(
    columns,
    () => foldOnWebgl(images, g),
    () => foldOnWebgpu(images, g),
  );
  return made as tf.Tensor4D;
}
