/** The part of omggif that is used here; the package has no types of its own. */
declare module 'omggif' {
  class GifReader {
    constructor(bytes: Uint8Array);
    readonly width: number;
    readonly height: number;
    decodeAndBlitFrameRGBA(frame: number, pixels: Uint8Array): void;
  }
  const library: { readonly GifReader: typeof GifReader };
  export default library;
}
