// What runs in a worker before its bundle: graphics that fail, that can be made to, or whose objects are counted.

/** Canvases give no WebGL context. */
export const WITHOUT_WEBGL = 'OffscreenCanvas.prototype.getContext = () => null;\n';

/**
 * Lets a test force a fault of the graphics, as a driver's reset or a full memory do. It strikes inside the worker, at
 * the message that it waits for: seen from outside, training may have ended by the time a busy machine reacts.
 */
export const LOSABLE = `{
  const contexts = [];
  const getContext = OffscreenCanvas.prototype.getContext;
  OffscreenCanvas.prototype.getContext = function (...args) {
    const context = getContext.apply(this, args);
    if (context !== null && String(args[0]).startsWith('webgl')) contexts.push(context);
    return context;
  };
  let texturesGiven = true;
  const { createTexture } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.createTexture = function () {
    return texturesGiven ? createTexture.call(this) : null;
  };
  const devices = [];
  if ('gpu' in navigator) {
    const { requestDevice } = GPUAdapter.prototype;
    GPUAdapter.prototype.requestDevice = async function (...args) {
      const device = await requestDevice.apply(this, args);
      devices.push(device);
      return device;
    };
  }
  const faults = {
    'refuse-textures': () => (texturesGiven = false),
    'lose-devices': () => {
      for (const device of devices.splice(0)) device.destroy();
      for (const context of contexts.splice(0)) context.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
  let planned = null;
  addEventListener('message', ({ data }) => {
    if (data.fault !== undefined) planned = data;
  });
  const { postMessage } = self;
  self.postMessage = (message, ...rest) => {
    postMessage.call(self, message, ...rest);
    if (planned === null) return;
    const { fault, at } = planned;
    if (!Object.entries(at).every(([name, value]) => message[name] === value)) return;
    planned = null;
    faults[fault]();
  };
}
`;

/**
 * Counts what lives on the graphics devices, textures and buffers, whenever the worker tells how far the training is.
 */
export const COUNTED = `{
  let live = 0;
  const counted = new WeakSet();
  const count = (prototype, name) => {
    const create = prototype[name];
    prototype[name] = function (...args) {
      const made = create.apply(this, args);
      if (made !== null) {
        counted.add(made);
        live++;
      }
      return made;
    };
  };
  const discount = object => {
    if (counted.delete(object)) live--;
  };
  for (const kind of ['Texture', 'Buffer']) {
    const { prototype } = WebGL2RenderingContext;
    count(prototype, 'create' + kind);
    const remove = prototype['delete' + kind];
    prototype['delete' + kind] = function (object) {
      discount(object);
      return remove.call(this, object);
    };
  }
  if ('gpu' in navigator) {
    for (const kind of ['Texture', 'Buffer']) {
      count(GPUDevice.prototype, 'create' + kind);
      const { prototype } = self['GPU' + kind];
      const { destroy } = prototype;
      prototype.destroy = function () {
        discount(this);
        return destroy.call(this);
      };
    }
  }
  self.liveObjects = [];
  const { postMessage } = self;
  self.postMessage = (message, ...rest) => {
    postMessage.call(self, message, ...rest);
    if (message.type === 'progress') self.liveObjects.push(live);
  };
}
`;

/**
 * Notes shaders that are drawn with, or computed with, as soon as a driver was given them: they hold up the step that
 * needs them. What is compiled ahead is handed over by `flush` first. The notes begin anew whenever the worker tells that
 * shaders are compiled.
 */
export const COMPILING = `{
  self.unawaited = [];
  self.compiledAhead = 0;
  const { prototype } = WebGL2RenderingContext;
  const { linkProgram, flush, useProgram } = prototype;
  const linked = new Set();
  prototype.linkProgram = function (program) {
    linked.add(program);
    return linkProgram.call(this, program);
  };
  prototype.flush = function () {
    self.compiledAhead += linked.size;
    linked.clear();
    return flush.call(this);
  };
  prototype.useProgram = function (program) {
    if (program !== null && linked.delete(program)) {
      const [, shader] = this.getAttachedShaders(program);
      self.unawaited.push(this.getShaderSource(shader).slice(-1000));
    }
    return useProgram.call(this, program);
  };
  if ('gpu' in navigator) {
    const device = GPUDevice.prototype;
    const { createComputePipeline, createComputePipelineAsync } = device;
    device.createComputePipeline = function (descriptor) {
      self.unawaited.push(descriptor.label);
      return createComputePipeline.call(this, descriptor);
    };
    device.createComputePipelineAsync = function (descriptor) {
      self.compiledAhead++;
      return createComputePipelineAsync.call(this, descriptor);
    };
  }
  const { postMessage } = self;
  self.postMessage = (message, ...rest) => {
    postMessage.call(self, message, ...rest);
    if (message.type === 'preparing' && message.stage === 'shaders') self.unawaited = [];
  };
}
`;

/** A driver that is never done with its shaders. */
export const ENDLESS_COMPILING = `{
  const DONE = 0x91b1;
  const { getExtension, getProgramParameter } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.getExtension = function (name) {
    return name === 'KHR_parallel_shader_compile' ? { COMPLETION_STATUS_KHR: DONE } : getExtension.call(this, name);
  };
  WebGL2RenderingContext.prototype.getProgramParameter = function (program, parameter) {
    return parameter === DONE ? false : getProgramParameter.call(this, program, parameter);
  };
  if ('gpu' in navigator) GPUDevice.prototype.createComputePipelineAsync = () => new Promise(() => {});
}
`;
