/** What modules of Pillow hold, in all versions of the last years. Data from the libraries, by test/oracles/names. */
export const publicNames: Readonly<Record<string, string>> = {
  'PIL.Image':
    'ADAPTIVE AFFINE BICUBIC BILINEAR BOX DECODERS DEFAULT_STRATEGY DecompressionBombError ' +
    'DecompressionBombWarning DeferredError Dither ENCODERS EXTENSION EXTENT ElementTree Exif ExifTags ' +
    'FASTOCTREE FILTERED FIXED FLIP_LEFT_RIGHT FLIP_TOP_BOTTOM FLOYDSTEINBERG HAMMING HUFFMAN_ONLY ID ' +
    'Image ImageMode ImagePointHandler ImagePointTransform ImageTransformHandler LANCZOS LIBIMAGEQUANT ' +
    'MAXCOVERAGE MAX_IMAGE_PIXELS MEDIANCUT MESH MIME MODES NEAREST NONE OPEN ORDERED PERSPECTIVE Palette ' +
    'QUAD Quantize RASTERIZE RLE ROTATE_180 ROTATE_270 ROTATE_90 Resampling SAVE SAVE_ALL ' +
    'SupportsArrayInterface SupportsArrowArrayInterface SupportsGetData TRANSPOSE TRANSVERSE ' +
    'TYPE_CHECKING TiffTags Transform Transpose USE_CFFI_ACCESS UnidentifiedImageError ' +
    'WARN_POSSIBLE_FORMATS WEB alpha_composite blend builtins cffi coerce_e composite core deprecate ' +
    'effect_mandelbrot effect_noise enum eval fromarray fromarrow frombuffer frombytes fromqimage ' +
    'fromqpixmap getmodebandnames getmodebands getmodebase getmodetype i32le init isImageType is_path ' +
    'item linear_gradient merge module new o32be o32le open preinit radial_gradient register_decoder ' +
    'register_encoder register_extension register_extensions register_mime register_open register_save ' +
    'register_save_all registered_extensions | ANTIALIAS CONTAINER CUBIC Callable DecoderInput HAS_CFFI ' +
    'IO IntEnum LINEAR MutableMapping NORMAL PILLOW_VERSION Path Protocol PyAccess SEQUENCE VERSION abc ' +
    'annotations atexit cast io isCallable isDirectory isNumberType isSequenceType isStringType ' +
    'isTupleType logger logging math os py3 re struct sys tempfile warnings',
};
