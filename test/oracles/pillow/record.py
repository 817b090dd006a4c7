"""Records what Pillow makes of small images: python3 test/oracles/pillow/record.py > test/fixtures/pillow/recorded.json"""
import base64
import io
import json

import numpy as np
from PIL import Image

rng = np.random.RandomState(7)
METHODS = {"nearest": Image.NEAREST, "bilinear": Image.BILINEAR, "bicubic": Image.BICUBIC,
           "lanczos": Image.LANCZOS, "box": Image.BOX, "hamming": Image.HAMMING}


def picture(mode, height, width):
    shape = (height, width) if mode == "L" else (height, width, len(mode))
    return Image.fromarray(rng.randint(0, 256, shape).astype("uint8"), mode)


def pixels(image):
    return np.asarray(image).tolist()


resized = []
for method, code in METHODS.items():
    for mode, size, target, box in [
        ("RGB", (7, 9), (4, 5), None), ("RGB", (4, 3), (9, 8), None), ("L", (6, 6), (3, 9), None),
        ("RGBA", (8, 5), (5, 3), None), ("RGB", (8, 8), (3, 5), (1, 2, 6, 7))]:
        image = picture(mode, *size)
        made = image.resize(target, code, box=box)
        resized.append({"method": method, "mode": mode, "pixels": pixels(image), "target": target, "box": box,
                        "made": pixels(made)})

converted = []
for source in ["L", "RGB", "RGBA"]:
    image = picture(source, 3, 4)
    for target in ["L", "RGB", "RGBA"]:
        converted.append({"from": source, "to": target, "pixels": pixels(image), "made": pixels(image.convert(target))})

files = []
for name, image, options in [
    ("rgb.png", picture("RGB", 5, 6), {}), ("grey.png", picture("L", 3, 7), {}), ("alpha.png", picture("RGBA", 4, 4), {}),
    ("palette.png", picture("RGB", 4, 5).quantize(8), {}),
    ("bits.png", Image.fromarray(rng.rand(5, 11) > 0.5), {}),
    ("deep.png", Image.fromarray(rng.randint(0, 65536, (3, 4)).astype("uint16")), {}),
    ("rgb.bmp", picture("RGB", 5, 3), {}), ("grey.bmp", picture("L", 4, 5), {}),
    ("palette.gif", picture("RGB", 6, 5).quantize(16), {}),
    ("smooth.jpg", Image.fromarray(np.add.outer(np.arange(24) * 4, np.arange(16) * 5).astype("uint8")).convert("RGB"), {"quality": 95}),
    ("grey.jpg", Image.fromarray(np.add.outer(np.arange(16) * 6, np.arange(24) * 3).astype("uint8")), {"quality": 95})]:
    buffer = io.BytesIO()
    image.save(buffer, {"png": "PNG", "bmp": "BMP", "gif": "GIF", "jpg": "JPEG"}[name[-3:]], **options)
    opened = Image.open(io.BytesIO(buffer.getvalue()))
    made = np.asarray(opened) >> 8 if name == "deep.png" else np.asarray(opened.convert("L" if opened.mode in ("1", "L") else "RGBA" if "alpha" in name else "RGB"))
    files.append({"name": name, "bytes": base64.b64encode(buffer.getvalue()).decode(), "made": made.tolist()})

print(json.dumps({"pillow": Image.__version__, "resized": resized, "converted": converted, "files": files}))
