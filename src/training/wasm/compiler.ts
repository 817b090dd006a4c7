// Makes one WebAssembly module for a program: kernels for its shapes, and functions that call them in order.
import { storageOf } from '../../graph/dtypes.ts';
import { matmulGeometry } from '../../graph/reference/products.ts';
import { attributesOf, type Tensor } from '../../graph/tensor.ts';
import type { CompiledSteps, StepCompiler } from '../host/executable.ts';
import type { LinearMemory } from '../host/linear-memory.ts';
import { isWideStep, type Step } from '../host/steps.ts';
import { FunctionWriter, supportsRelaxedMadd } from './assembler.ts';
import { CallWriter } from './calls.ts';
import { callConvolution } from './convolution.ts';
import { callDoubleGroup, callDoubleProduct, callDoubleReduction, doubleImports } from './doubles.ts';
import { callUniform } from './drawing.ts';
import { callElementwise } from './elementwise.ts';
import { callGrouped } from './grouped.ts';
import { type Call, type KernelCall, KernelLibrary } from './kernels.ts';
import { furtherFunctions, laneImports } from './lane-functions.ts';
import { callLoop } from './loop.ts';
import { productKernel } from './matmul.ts';
import { callGather, callMovement, callScatterAdd, callScatterSum } from './movement.ts';
import { requireAssembly } from './platform.ts';
import { callPool } from './pooling.ts';
import { callArgument, callReduction, callSoftmax } from './reductions.ts';

type Address = (tensor: Tensor) => number;

/** The calls that compute a step, or null where its reference kernel has to. */
function callsOf(library: KernelLibrary, step: Step, address: Address): readonly Call[] | null {
  if (isWideStep(step)) return callsOfWide(library, step, address);
  if (step.kind === 'elementwise') {
    return step.shape.includes(0) ? [] : [callElementwise(library, step, address)];
  }
  const { node } = step;
  switch (node.op) {
    case 'matmul':
      return callMatmul(library, node, address);
    case 'convolution':
    case 'convolutionInputGradient':
    case 'convolutionFilterGradient':
      return callConvolution(library, node, address) ?? callGrouped(library, node, address);
    case 'maxPool':
    case 'maxPoolGradient':
    case 'averagePool':
    case 'averagePoolGradient':
      return callPool(library, node, address);
    case 'sum':
    case 'prod':
    case 'max':
    case 'min':
      return callReduction(library, node, address);
    case 'softmax':
    case 'logSoftmax':
      return callSoftmax(library, node, address);
    case 'argMax':
    case 'argMin':
      return callArgument(library, node, address);
    case 'randomUniform':
      return callUniform(library, node, address);
    case 'gather':
      return callGather(library, node, address);
    case 'scatterSum':
      return callScatterSum(library, node, address);
    case 'scatterAdd':
      return callScatterAdd(library, node, address);
    case 'loop':
      return callLoop(library, node, address, callsOf);
    case 'loopResult':
      return [];
    default:
      return callMovement(library, node, address);
  }
}

/** Steps with values of 64 bits: what is float64 throughout has code of its own. */
function callsOfWide(library: KernelLibrary, step: Step, address: Address): readonly Call[] | null {
  if (step.kind === 'elementwise')
    return step.shape.includes(0) ? [] : [callDoubleGroup(library, step, address)];
  const { node } = step;
  if (![node, ...node.inputs].every(({ dtype }) => dtype === 'float64')) return null;
  if (node.op === 'matmul') return callDoubleProduct(library, node, address);
  return callDoubleReduction(library, node, address);
}

function callMatmul(library: KernelLibrary, node: Tensor, address: Address): KernelCall[] | null {
  if (storageOf(node.dtype) !== 'float32') return null;
  const { transposeA, transposeB } = attributesOf(node, 'matmul');
  const { batch, rows, inner, columns, left, right } = matmulGeometry(node);
  if (rows * columns * batch === 0) return [];
  const kernel = productKernel(library, { rows, inner, columns, transposeA, transposeB });
  const [a, b] = node.inputs.map(address);
  const out = address(node);
  return Array.from({ length: batch }, (_, index) => ({
    kernel,
    arguments: [
      a + 4 * rows * inner * (left === null ? index : left[index]),
      b + 4 * inner * columns * (right === null ? index : right[index]),
      out + 4 * rows * columns * index,
      { scratch: 0 },
    ],
  }));
}

export class WasmCompiler implements StepCompiler {
  private readonly memory: LinearMemory;
  private readonly fused = supportsRelaxedMadd();

  constructor(memory: LinearMemory) {
    this.memory = memory;
  }

  compile(steps: readonly Step[], address: Address): CompiledSteps {
    const further = furtherFunctions(doubleImports(steps.filter(isWideStep)));
    const library = new KernelLibrary(this.fused, further);
    const pieces: (Call[] | number)[] = [];
    steps.forEach((step, index) => {
      const calls = callsOf(library, step, address);
      const last = pieces.at(-1);
      if (calls === null) pieces.push(index);
      else if (Array.isArray(last)) last.push(...calls);
      else pieces.push([...calls]);
    });
    const scratch = library.scratchBytes > 0 ? this.memory.allocate(library.scratchBytes) : null;
    const names = pieces.map((piece, index) => {
      if (typeof piece === 'number') return piece;
      const name = `part${index}`;
      library.module.add(writeCalls(piece, scratch ?? 0), name);
      return name;
    });
    const { Module, Instance } = requireAssembly();
    const module = new Module(library.module.bytes());
    const imports = {
      e: { memory: this.memory.memory, ...laneImports(stream => library.streams[stream].position, further) },
    };
    const { exports } = new Instance(module, imports);
    return {
      scratch,
      parts: names.map(name => (typeof name === 'number' ? name : (exports[name] as () => void))),
    };
  }
}

function writeCalls(calls: readonly Call[], scratch: number): FunctionWriter {
  const writer = new FunctionWriter(0);
  new CallWriter(writer, scratch).write(calls);
  return writer;
}
