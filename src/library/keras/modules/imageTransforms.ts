/** The transformations of `keras.preprocessing.image`, in Python: a part of the text of imageGenerator.ts. */
export const imageTransforms = `
def flip_axis(x, axis):
    return np.flip(x, axis)


def apply_channel_shift(x, intensity, channel_axis=0):
    x = np.moveaxis(x, channel_axis, 0)
    low, high = np.min(x), np.max(x)
    shifted = np.stack([np.clip(channel + intensity, low, high) for channel in x], axis=0)
    return np.moveaxis(shifted, 0, channel_axis)


def apply_brightness_shift(x, brightness, scale=True):
    low, high = np.min(x), np.max(x)
    is_local = low < 0 or high > 255
    image = np.asarray(_images.array_to_img(x, scale=is_local or scale)).astype('float64')
    # Pillow's brightness: a share of black.
    bright = _images.img_to_array(np.clip(np.trunc(image * brightness), 0, 255).astype('uint8'))
    return bright / 255 * (high - low) + low if is_local else bright


def apply_affine_transform(x, theta=0, tx=0, ty=0, shear=0, zx=1, zy=1, row_axis=1, col_axis=2, channel_axis=0,
                           fill_mode='nearest', cval=0.0, order=1):
    if x.ndim != 3:
        raise ValueError('Input arrays must be multi-channel 2D images.')
    if channel_axis not in (0, 2):
        raise ValueError('Channels are allowed and the first and last dimensions.')
    steps = []
    if theta != 0:
        angle = np.deg2rad(theta)
        steps.append(np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]]))
    if tx != 0 or ty != 0:
        steps.append(np.array([[1, 0, tx], [0, 1, ty], [0, 0, 1]]))
    if shear != 0:
        angle = np.deg2rad(shear)
        steps.append(np.array([[1, -np.sin(angle), 0], [0, np.cos(angle), 0], [0, 0, 1]]))
    if zx != 1 or zy != 1:
        steps.append(np.array([[zx, 0, 0], [0, zy, 0], [0, 0, 1]]))
    if not steps:
        return x
    matrix = steps[0]
    for step in steps[1:]:
        matrix = matrix @ step
    height, width = x.shape[row_axis], x.shape[col_axis]
    # The middle of the image is what stays; matrices are for (x, y), arrays for (row, column).
    middle_x, middle_y = height / 2 - 0.5, width / 2 - 0.5
    matrix = np.array([[1, 0, middle_x], [0, 1, middle_y], [0, 0, 1]]) @ matrix @ np.array([[1, 0, -middle_x], [0, 1, -middle_y], [0, 0, 1]])
    if col_axis > row_axis:
        matrix = matrix[[1, 0, 2]][:, [1, 0, 2]]
    last = np.moveaxis(x, channel_axis, 2)
    if col_axis < row_axis:
        last = np.swapaxes(last, 0, 1)
    made = _indexed.affine(last, matrix[:2, :2].tolist(), matrix[:2, 2].tolist(), fill_mode, cval, order)
    if col_axis < row_axis:
        made = np.swapaxes(made, 0, 1)
    return np.moveaxis(made, 2, channel_axis)


def random_rotation(x, rg, row_axis=1, col_axis=2, channel_axis=0, fill_mode='nearest', cval=0.0, interpolation_order=1):
    return apply_affine_transform(x, theta=np.random.uniform(-rg, rg), row_axis=row_axis, col_axis=col_axis,
                                  channel_axis=channel_axis, fill_mode=fill_mode, cval=cval, order=interpolation_order)


def random_shift(x, wrg, hrg, row_axis=1, col_axis=2, channel_axis=0, fill_mode='nearest', cval=0.0, interpolation_order=1):
    tx = np.random.uniform(-hrg, hrg) * x.shape[row_axis]
    ty = np.random.uniform(-wrg, wrg) * x.shape[col_axis]
    return apply_affine_transform(x, tx=tx, ty=ty, row_axis=row_axis, col_axis=col_axis, channel_axis=channel_axis,
                                  fill_mode=fill_mode, cval=cval, order=interpolation_order)


def random_shear(x, intensity, row_axis=1, col_axis=2, channel_axis=0, fill_mode='nearest', cval=0.0, interpolation_order=1):
    return apply_affine_transform(x, shear=np.random.uniform(-intensity, intensity), row_axis=row_axis,
                                  col_axis=col_axis, channel_axis=channel_axis, fill_mode=fill_mode, cval=cval,
                                  order=interpolation_order)


def random_zoom(x, zoom_range, row_axis=1, col_axis=2, channel_axis=0, fill_mode='nearest', cval=0.0, interpolation_order=1):
    if len(zoom_range) != 2:
        raise ValueError('\`zoom_range\` should be a tuple or list of two floats. Received: %s' % (zoom_range,))
    zx, zy = (1, 1) if zoom_range[0] == 1 and zoom_range[1] == 1 else np.random.uniform(zoom_range[0], zoom_range[1], 2)
    return apply_affine_transform(x, zx=zx, zy=zy, row_axis=row_axis, col_axis=col_axis, channel_axis=channel_axis,
                                  fill_mode=fill_mode, cval=cval, order=interpolation_order)


def random_channel_shift(x, intensity_range, channel_axis=0):
    return apply_channel_shift(x, np.random.uniform(-intensity_range, intensity_range), channel_axis=channel_axis)


def random_brightness(x, brightness_range, scale=True):
    if len(brightness_range) != 2:
        raise ValueError('\`brightness_range should be tuple or list of two floats. Received: %s' % (brightness_range,))
    return apply_brightness_shift(x, np.random.uniform(brightness_range[0], brightness_range[1]), scale)
`;
