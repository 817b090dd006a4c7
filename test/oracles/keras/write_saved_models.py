"""Writes test/fixtures/saved-models: HDF5 files in the layout of Keras 2, with h5py, which Keras 2 itself uses.

    python3 test/oracles/keras/write_saved_models.py test/fixtures/saved-models

The layout is that of the format: attributes with the configs as JSON bytes, `layer_names` and `weight_names` as
arrays of fixed-length bytes, a dataset for each weight under its TensorFlow name. Weights are counted up, so that
what a model predicts can be worked out by hand.
"""
import json
import sys
from pathlib import Path

import h5py
import numpy as np

FOLDER = Path(sys.argv[1])


def counted(*shape):
    size = int(np.prod(shape))
    return ((np.arange(size) % 7 - 3) / 8).reshape(shape).astype("float32")


def write_weights(group, layers):
    group.attrs["backend"] = np.bytes_("tensorflow")
    group.attrs["keras_version"] = np.bytes_("2.15.0")
    group.attrs["layer_names"] = [np.bytes_(name) for name, _ in layers]
    for name, weights in layers:
        inner = group.create_group(name)
        inner.attrs["weight_names"] = [np.bytes_(weight) for weight, _ in weights]
        for weight, value in weights:
            inner.create_dataset(weight, data=value)


def initializer(name, **config):
    return {"class_name": name, "config": config}


def dense(name, units, activation, **more):
    config = {
        "name": name, "trainable": True, "dtype": "float32", **more, "units": units, "activation": activation,
        "use_bias": True, "kernel_initializer": initializer("GlorotUniform", seed=None),
        "bias_initializer": initializer("Zeros"), "kernel_regularizer": None, "bias_regularizer": None,
        "activity_regularizer": None, "kernel_constraint": None, "bias_constraint": None,
    }
    return {"class_name": "Dense", "config": config}


def batch_norm(name, axis):
    config = {
        "name": name, "trainable": True, "dtype": "float32", "axis": axis, "momentum": 0.99, "epsilon": 0.001,
        "center": True, "scale": True, "beta_initializer": initializer("Zeros"),
        "gamma_initializer": initializer("Ones"), "moving_mean_initializer": initializer("Zeros"),
        "moving_variance_initializer": initializer("Ones"), "beta_regularizer": None, "gamma_regularizer": None,
        "beta_constraint": None, "gamma_constraint": None,
    }
    return {"class_name": "BatchNormalization", "config": config}


def input_layer(name, shape):
    config = {"batch_input_shape": [None, *shape], "dtype": "float32", "sparse": False, "ragged": False, "name": name}
    return {"class_name": "InputLayer", "config": config}


def sequential():
    """Keras 2.15: a compiled stack, with the state of its optimizer."""
    config = {
        "class_name": "Sequential",
        "config": {
            "name": "sequential",
            "layers": [
                input_layer("dense_input", [4]),
                dense("dense", 3, "relu", batch_input_shape=[None, 4]),
                batch_norm("batch_normalization", [1]),
                dense("dense_1", 2, "softmax"),
            ],
        },
    }
    training = {
        "loss": "sparse_categorical_crossentropy",
        "metrics": [[{"class_name": "MeanMetricWrapper", "config": {
            "name": "accuracy", "dtype": "float32", "fn": "sparse_categorical_accuracy"}}]],
        "weighted_metrics": None, "loss_weights": None,
        "optimizer_config": {"class_name": "Custom>Adam", "config": {
            "name": "Adam", "weight_decay": None, "clipnorm": None, "global_clipnorm": None, "clipvalue": None,
            "use_ema": False, "ema_momentum": 0.99, "ema_overwrite_frequency": None, "jit_compile": False,
            "is_legacy_optimizer": False, "learning_rate": 0.0020000000949949026, "beta_1": 0.9, "beta_2": 0.999,
            "epsilon": 1e-07, "amsgrad": False}},
    }
    with h5py.File(FOLDER / "sequential-keras-2.h5", "w") as file:
        file.attrs["keras_version"] = np.bytes_("2.15.0")
        file.attrs["backend"] = np.bytes_("tensorflow")
        file.attrs["model_config"] = json.dumps(config).encode("utf8")
        file.attrs["training_config"] = json.dumps(training).encode("utf8")
        write_weights(file.create_group("model_weights"), [
            ("dense", [("dense/kernel:0", counted(4, 3)), ("dense/bias:0", counted(3))]),
            ("batch_normalization", [
                ("batch_normalization/gamma:0", counted(3) + 2), ("batch_normalization/beta:0", counted(3)),
                ("batch_normalization/moving_mean:0", counted(3) / 2),
                ("batch_normalization/moving_variance:0", counted(3) + 1)]),
            ("dense_1", [("dense_1/kernel:0", counted(3, 2)), ("dense_1/bias:0", counted(2))]),
        ])
        file["model_weights"].create_group("top_level_model_weights").attrs["weight_names"] = []
        state = file.create_group("optimizer_weights")
        state.attrs["weight_names"] = [np.bytes_("iteration:0"), np.bytes_("Adam/m/dense/kernel:0")]
        state.create_dataset("iteration:0", data=np.int64(7))
        state.create_dataset("Adam/m/dense/kernel:0", data=counted(4, 3))


def nested():
    """Keras 2.3: a functional model with a model inside; weights that do not train come last in its group."""
    inner = {
        "class_name": "Sequential",
        "config": {"name": "body", "layers": [
            dense("d", 3, "linear", batch_input_shape=[None, 2]), batch_norm("bn", -1), dense("e", 2, "tanh")]},
        "name": "body", "inbound_nodes": [[["x", 0, 0, {}]]],
    }
    config = {
        "class_name": "Model",
        "config": {
            "name": "model_1",
            "layers": [
                {"name": "x", **input_layer("x", [2]), "inbound_nodes": []}, inner,
                {"name": "out", **dense("out", 1, "sigmoid"), "inbound_nodes": [[["body", 1, 0, {}]]]},
            ],
            "input_layers": [["x", 0, 0]], "output_layers": [["out", 0, 0]],
        },
    }
    with h5py.File(FOLDER / "nested-keras-2.h5", "w") as file:
        file.attrs["keras_version"] = np.bytes_("2.3.1")
        file.attrs["backend"] = np.bytes_("tensorflow")
        file.attrs["model_config"] = json.dumps(config).encode("utf8")
        write_weights(file.create_group("model_weights"), [
            ("x", []),
            ("body", [
                ("d/kernel:0", counted(2, 3)), ("d/bias:0", counted(3)), ("bn/gamma:0", counted(3) + 2),
                ("bn/beta:0", counted(3)), ("e/kernel:0", counted(3, 2)), ("e/bias:0", counted(2)),
                ("bn/moving_mean:0", counted(3) / 2), ("bn/moving_variance:0", counted(3) + 1)]),
            ("out", [("out/kernel:0", counted(2, 1)), ("out/bias:0", counted(1))]),
        ])


FOLDER.mkdir(parents=True, exist_ok=True)
sequential()
nested()
