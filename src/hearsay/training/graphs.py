"""The network as ONNX graphs, written node by node from its tensors: no torch, no exporter whose output changes.

Opset 20. Names of tensors are those of :class:`hearsay.training.fitting.network.Network`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Tensors = Mapping[str, NDArray[np.float32]]
_OPSET = 20
_IR = 10


class Graph:
    """A graph under construction: nodes in order and the constants that they use."""

    def __init__(self) -> None:
        """Empty."""
        self._nodes: list[Any] = []
        self._constants: dict[str, Any] = {}
        self._made = 0

    def constant(self, value: NDArray[Any], name: str = "") -> str:
        """A constant, stored once for each name."""
        name = name or f"constant_{len(self._constants)}"
        if name not in self._constants:
            self._constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def node(self, kind: str, *inputs: str, **attributes: Any) -> str:
        """One node with one output, whose name it gives."""
        self._made += 1
        output = attributes.pop("output", None) or f"{kind.lower()}_{self._made}"
        self._nodes.append(helper.make_node(kind, list(inputs), [output], name=f"n{self._made}", **attributes))
        return output

    def linear(self, states: str, tensors: Tensors, name: str, **attributes: Any) -> str:
        """``states @ weight.T + bias``."""
        weight = self.constant(tensors[f"{name}.weight"].T, f"{name}.weight.T")
        bias = self.constant(tensors[f"{name}.bias"], f"{name}.bias")
        return self.node("Add", self.node("MatMul", states, weight), bias, **attributes)

    def packed_linear(self, states: str, tensors: Tensors, name: str, **attributes: Any) -> str:
        """The same with weights stored as int8, one scale for each column, and reckoned in full precision."""
        weight = tensors[f"{name}.weight"].T
        scale = np.maximum(np.abs(weight).max(axis=0), 1e-12).astype(np.float32) / 127
        small = np.clip(np.round(weight / scale), -127, 127).astype(np.int8)
        whole = self.node(
            "DequantizeLinear",
            self.constant(small, f"{name}.weight.int8"),
            self.constant(scale, f"{name}.weight.scale"),
            axis=1,
        )
        bias = self.constant(tensors[f"{name}.bias"], f"{name}.bias")
        return self.node("Add", self.node("MatMul", states, whole), bias, **attributes)

    def norm(self, states: str, tensors: Tensors, name: str, epsilon: float) -> str:
        """Layer normalisation over the last axis."""
        weight = self.constant(tensors[f"{name}.weight"], f"{name}.weight")
        bias = self.constant(tensors[f"{name}.bias"], f"{name}.bias")
        return self.node("LayerNormalization", states, weight, bias, axis=-1, epsilon=epsilon)

    def model(self, inputs: list[Any], outputs: list[Any], name: str) -> onnx.ModelProto:
        """The finished, checked graph."""
        graph = helper.make_graph(self._nodes, name, inputs, outputs, list(self._constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], producer_name="hearsay")
        model.ir_version = _IR
        onnx.checker.check_model(model)
        return model


def encoder_graph(tensors: Tensors, *, layers: int, heads: int, epsilon: float) -> onnx.ModelProto:
    """``ids``, ``cases`` [length] → ``hidden`` [length, size], ``tags`` [length, tags]: one text, no padding."""
    g = Graph()
    size = tensors["encoder.segment"].shape[0]
    words = g.node("Gather", g.constant(tensors["encoder.words.weight"], "words"), "ids")
    cases = g.node("Gather", g.constant(tensors["encoder.cases.weight"], "cases.weight"), "cases")
    length = g.node("Shape", "ids")
    zero = g.constant(np.array([0], dtype=np.int64))
    rows = g.constant(tensors["encoder.positions.weight"] + tensors["encoder.segment"], "positions")
    places = g.node("Slice", rows, zero, length, zero)
    hidden = g.norm(g.node("Add", g.node("Add", words, places), cases), tensors, "encoder.norm", epsilon)
    for number in range(layers):
        hidden = _layer(g, tensors, f"encoder.layers.{number}", hidden, heads, epsilon)
    g.node("Identity", hidden, output="hidden")
    g.linear(hidden, tensors, "tags", output="tags")
    ints = [helper.make_tensor_value_info(name, TensorProto.INT64, ["length"]) for name in ("ids", "cases")]
    width = tensors["tags.bias"].shape[0]
    floats = [
        helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["length", size]),
        helper.make_tensor_value_info("tags", TensorProto.FLOAT, ["length", width]),
    ]
    return g.model(ints, floats, "encoder")


def _layer(g: Graph, tensors: Tensors, name: str, hidden: str, heads: int, epsilon: float) -> str:
    size = tensors[f"{name}.query.weight"].shape[0]  # of all heads: less than the vectors' in a narrow network
    into = g.constant(np.array([0, heads, size // heads], dtype=np.int64), f"split{heads}")
    back = g.constant(np.array([0, size], dtype=np.int64), "join")
    query, key, value = (
        g.node("Reshape", g.linear(hidden, tensors, f"{name}.{part}"), into) for part in ("query", "key", "value")
    )
    query, value = (g.node("Transpose", part, perm=[1, 0, 2]) for part in (query, value))
    key = g.node("Transpose", key, perm=[1, 2, 0])
    scale = g.constant(np.array((size // heads) ** -0.5, dtype=np.float32), "scale")
    weights = g.node("Softmax", g.node("Mul", g.node("MatMul", query, key), scale), axis=-1)
    context = g.node("Transpose", g.node("MatMul", weights, value), perm=[1, 0, 2])
    mixed = g.linear(g.node("Reshape", context, back), tensors, f"{name}.attended")
    hidden = g.norm(g.node("Add", hidden, mixed), tensors, f"{name}.attended_norm", epsilon)
    inner = g.node("Gelu", g.linear(hidden, tensors, f"{name}.up"))
    outer = g.linear(inner, tensors, f"{name}.down")
    return g.norm(g.node("Add", hidden, outer), tensors, f"{name}.norm", epsilon)


def heads_graph(tensors: Tensors, *, rows: int) -> onnx.ModelProto:
    """The heads on vectors of spans, for ``rows`` events and ``rows`` links at a time."""
    g = Graph()
    size = tensors["events.absent"].shape[1]
    kept = g.node("Unsqueeze", "there", g.constant(np.array([2], dtype=np.int64)))
    gone = g.node("Sub", g.constant(np.array(1, dtype=np.float32)), kept)
    blank = g.node("Mul", g.constant(tensors["events.absent"], "absent"), gone)
    filled = g.node("Add", g.node("Mul", "slots", kept), blank)
    flat = g.node("Reshape", filled, g.constant(np.array([rows, 3 * size], dtype=np.int64)))
    mixed = g.packed_linear(g.node("Concat", "sentence", flat, axis=1), tensors, "events.mix")
    g.packed_linear(g.node("Gelu", mixed), tensors, "events.out", output="events")
    terms = [
        g.packed_linear("source", tensors, "links.source"),
        g.packed_linear("target", tensors, "links.target"),
        g.packed_linear(g.node("Mul", "source", "target"), tensors, "links.product"),
        g.node("Gather", g.constant(tensors["links.role.weight"], "roles"), "role"),
        g.node("Gather", g.constant(tensors["links.distance.weight"], "distances"), "distance"),
    ]
    g.packed_linear(g.node("Gelu", g.node("Sum", *terms)), tensors, "links.out", output="links")
    sizes = {"sentence": [rows, size], "slots": [rows, 3, size], "there": [rows, 3]}
    sizes |= {"source": [rows, size], "target": [rows, size]}
    inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in sizes.items()]
    inputs += [helper.make_tensor_value_info(name, TensorProto.INT64, [rows]) for name in ("role", "distance")]
    width = tensors["events.out.bias"].shape[0]
    outputs = [
        helper.make_tensor_value_info("events", TensorProto.FLOAT, [rows, width]),
        helper.make_tensor_value_info("links", TensorProto.FLOAT, [rows, 1]),
    ]
    return g.model(inputs, outputs, "heads")
