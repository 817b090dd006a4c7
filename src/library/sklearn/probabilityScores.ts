/** The Python text of the scores of predicted probabilities; part of the module `sklearn.metrics._classification`. */
export const probabilityScores = String.raw`def log_loss(y_true, y_pred, *, eps="auto", normalize=True, sample_weight=None, labels=None):
    y_pred = check_array(y_pred, ensure_2d=False, dtype=[np.float64, np.float32, np.float16])
    if eps == "auto":
        eps = np.finfo(y_pred.dtype).eps
    check_consistent_length(y_pred, y_true, sample_weight)
    if not running() and not (known(y_true) and known(y_pred)):
        return np.mean(settled(None, (1,), "float64", 0))
    binarizer = LabelBinarizer()
    binarizer.fit(y_true if labels is None else labels)
    classes = binarizer.classes_
    if len(classes) == 1:
        if labels is None:
            raise ValueError(
                "y_true contains only one label ({0}). Please provide the true labels explicitly through the "
                "labels argument.".format(classes[0])
            )
        raise ValueError(
            "The labels array needs to contain at least two labels for log_loss, got {0}.".format(classes)
        )
    rows = binarizer.transform(y_true)
    if rows.shape[1] == 1:
        rows = np.append(1 - rows, rows, axis=1)
    y_pred = np.clip(y_pred, eps, 1 - eps)
    if y_pred.ndim == 1:
        y_pred = y_pred[:, np.newaxis]
    if y_pred.shape[1] == 1:
        y_pred = np.append(1 - y_pred, y_pred, axis=1)
    if len(classes) != y_pred.shape[1]:
        if labels is None:
            raise ValueError(
                "y_true and y_pred contain different number of classes {0}, {1}. Please provide the true labels "
                "explicitly through the labels argument. Classes found in y_true: {2}".format(
                    rows.shape[1], y_pred.shape[1], classes
                )
            )
        raise ValueError(
            "The number of classes in labels is different from that in y_pred. Classes found in labels: {0}".format(
                classes
            )
        )
    y_pred = y_pred / y_pred.sum(axis=1)[:, np.newaxis]
    loss = -np.where(rows == 0, 0.0, rows * np.log(y_pred)).sum(axis=1)
    return _mean(loss, sample_weight, normalize)

def brier_score_loss(y_true, y_prob, *, sample_weight=None, pos_label=None):
    y_true, y_prob = column_or_1d(y_true), column_or_1d(y_prob)
    check_consistent_length(y_true, y_prob, sample_weight)
    if known(y_true) and type_of_target(y_true) != "binary":
        raise ValueError(
            "Only binary classification is supported. The type of the target is %s." % type_of_target(y_true)
        )
    if known(y_prob):
        if y_prob.max() > 1:
            raise ValueError("y_prob contains values greater than 1.")
        if y_prob.min() < 0:
            raise ValueError("y_prob contains values less than 0.")
    true = np.array(y_true == (1 if pos_label is None else pos_label), int)
    return np.average((true - y_prob) ** 2, weights=sample_weight)
`;
