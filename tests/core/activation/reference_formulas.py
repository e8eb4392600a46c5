"""What the catalogue's functions are, written once more in Python, independently of the catalogue's own text.

Every formula is a function of (m, x, parameters with their defaults). `m` is the arithmetic: TorchMath works on
float64 tensors with autograd, ExactMath on one number with 50 digits. PyTorch's own function stands beside the
formula where PyTorch has one.
"""

import inspect

import mpmath
import torch
import torch.nn.functional as F


class TorchMath:
    pi = torch.pi
    abs, atan, asinh, cos, erf, exp, expm1, floor = (
        torch.abs, torch.atan, torch.asinh, torch.cos, torch.erf, torch.exp, torch.expm1, torch.floor)
    log1p, relu, sigmoid, sign, sin, sqrt, tanh = (
        torch.log1p, torch.relu, torch.sigmoid, torch.sign, torch.sin, torch.sqrt, torch.tanh)
    clamp, ndtr = torch.clamp, torch.special.ndtr

    @staticmethod
    def like(x, value):
        return value if torch.is_tensor(value) else torch.full_like(x, value)

    @classmethod
    def where(cls, condition, a, b):
        like = next((v for v in (a, b) if torch.is_tensor(v)), condition.double())
        return torch.where(condition, cls.like(like, a), cls.like(like, b))

    @classmethod
    def max(cls, a, b):
        return torch.maximum(a, cls.like(a, b))

    @classmethod
    def min(cls, a, b):
        return torch.minimum(a, cls.like(a, b))

    @classmethod
    def softplus(cls, x):
        return torch.logaddexp(x, cls.like(x, 0.0))

    @staticmethod
    def sinc(x):
        return torch.sinc(x / torch.pi)

    @staticmethod
    def triangle(x):
        return 1 - torch.abs(torch.remainder(x + 1, 4) - 2)


class ExactMath:
    pi = mpmath.pi
    atan, asinh, cos, erf, exp, expm1, floor = (
        mpmath.atan, mpmath.asinh, mpmath.cos, mpmath.erf, mpmath.exp, mpmath.expm1, mpmath.floor)
    log1p, sign, sin, sqrt, tanh, abs = (
        mpmath.log1p, mpmath.sign, mpmath.sin, mpmath.sqrt, mpmath.tanh, mpmath.fabs)
    max, min = max, min

    relu = staticmethod(lambda x: max(x, mpmath.mpf(0)))
    clamp = staticmethod(lambda x, low, high: min(max(x, mpmath.mpf(low)), mpmath.mpf(high)))
    where = staticmethod(lambda condition, a, b: a if condition else b)
    sigmoid = staticmethod(lambda x: 1 / (1 + mpmath.exp(-x)))
    softplus = staticmethod(lambda x: mpmath.log1p(mpmath.exp(x)))
    ndtr = staticmethod(lambda x: mpmath.erfc(-x / mpmath.sqrt(2)) / 2)
    sinc = staticmethod(lambda x: mpmath.sin(x) / x if x else mpmath.mpf(1))
    triangle = staticmethod(lambda x: 2 / mpmath.pi * mpmath.asin(mpmath.sin(mpmath.pi * x / 2)))


def _tanh_gate(m, x):
    return 0.5 * x * (1 + m.tanh(m.sqrt(m.like(x, 2 / torch.pi) if m is TorchMath else 2 / m.pi)
                                 * (x + 0.044715 * x**3)))


def _hard_gate(m, x):
    return m.clamp((x + 1) / 2, 0, 1)


def _symlog(m, x):
    # clamp passes the gradient at 0, where sign(x) log(1 + |x|) would lose it.
    return m.where(x >= 0, m.log1p(m.clamp(x, 0, float("inf"))), -m.log1p(m.clamp(-x, 0, float("inf"))))


def _smoothstep(m, x):
    u = _hard_gate(m, x)
    return 3 * u**2 - 2 * u**3


def _xielu(m, x, alpha_p=0.8, alpha_n=0.8, beta=0.5):
    return m.where(x > 0, alpha_p * x**2 + beta * x, alpha_n * m.expm1(x) - alpha_n * x + beta * x)


def _sqnl(m, x):
    inside = m.where(x >= 0, x - x**2 / 4, x + x**2 / 4)
    return m.where(x > 2, 1.0, m.where(x < -2, -1.0, inside))


def _selu(m, x, scale=1.0507009873554804934, alpha=1.6732632423543772848):
    return m.where(x > 0, scale * x, scale * alpha * m.expm1(x))


def _softclip(m, x, p=50.0):
    return (m.softplus(p * x) - m.softplus(p * (x - 1))) / p


def _srelu(m, x, tl=0.0, al=0.2, tr=1.0, ar=1.0):
    return m.where(x >= tr, tr + ar * (x - tr), m.where(x <= tl, tl + al * (x - tl), x))


def _pwlu(m, x, p0=0.0, p1=0.0, p2=0.0, p3=0.0, p4=0.0, p5=0.75, p6=1.5, p7=2.25, p8=3.0, kl=0.0, kr=1.0):
    values = [p0, p1, p2, p3, p4, p5, p6, p7, p8]
    y = values[8] + kr * (x - 3)
    for i in reversed(range(8)):  # the leftmost interval that reaches x wins
        share = (x - (-3 + 0.75 * i)) / 0.75
        y = m.where(x <= -3 + 0.75 * (i + 1), values[i] + (values[i + 1] - values[i]) * share, y)
    return m.where(x <= -3, values[0] + kl * (x + 3), y)


# The least-squares fit to Leaky ReLU (slope 0.01) at 601 points of [-3, 3].
PAU_FIT = {
    "a": [0.02979741193897392, 0.6184622773423256, 2.320968073866772, 3.0445991119874765, 1.4796288908500448,
          0.2496583665244732],
    "b": [1.1411732154684702, 4.382269559273411, 0.868195212779252, 0.3452909445954984],
}


def _pau(m, x, a0=PAU_FIT["a"][0], a1=PAU_FIT["a"][1], a2=PAU_FIT["a"][2], a3=PAU_FIT["a"][3], a4=PAU_FIT["a"][4],
         a5=PAU_FIT["a"][5], b1=PAU_FIT["b"][0], b2=PAU_FIT["b"][1], b3=PAU_FIT["b"][2], b4=PAU_FIT["b"][3]):
    above = a0 + x * (a1 + x * (a2 + x * (a3 + x * (a4 + x * a5))))
    return above / (1 + m.abs(b1 * x) + m.abs(b2 * x**2) + m.abs(b3 * x**3) + m.abs(b4 * x**4))


def _b_spline(m, x):
    # By truncated cubes.
    u = m.abs(x)
    return (m.relu(2 - u) ** 3 - 4 * m.relu(1 - u) ** 3) / 6


def _kan_edge(m, x, wb=1.0, c0=0.0, c1=0.0, c2=0.0, c3=0.0, c4=0.0, c5=0.0, ws=1.0):
    spline = sum(c * _b_spline(m, (x - centre / 3) * 1.5)
                 for c, centre in zip([c0, c1, c2, c3, c4, c5], [-5, -3, -1, 1, 3, 5]))
    return wb * x * m.sigmoid(x) + ws * spline


FORMULAS = {
    "Identity": lambda m, x: x,
    "ReLU": lambda m, x: m.relu(x),
    "ReLU6": lambda m, x: m.clamp(x, 0, 6),
    "Clipped ReLU": lambda m, x, n=1.0: m.clamp(x, 0, n),
    "Leaky ReLU": lambda m, x, negative_slope=0.01: m.where(x > 0, x, negative_slope * x),
    "PReLU": lambda m, x, a=0.25: m.where(x > 0, x, a * x),
    "RReLU": lambda m, x, lower=1 / 8, upper=1 / 3: m.where(x > 0, x, (lower + upper) / 2 * x),
    "Threshold": lambda m, x, threshold=1.0, value=0.0: m.where(x > threshold, x, value),
    "Shifted ReLU": lambda m, x: m.max(x, -1.0),
    "Abs": lambda m, x: m.abs(x),
    "Squared ReLU": lambda m, x: m.relu(x) ** 2,
    "StarReLU": lambda m, x, s=0.8944, b=-0.4472: s * m.relu(x) ** 2 + b,
    "RePU": lambda m, x, p=3.0: m.relu(x) ** p,
    "ELU": lambda m, x, alpha=1.0: m.where(x > 0, x, alpha * m.expm1(x)),
    "CELU": lambda m, x, alpha=1.0: m.where(x > 0, x, alpha * m.expm1(x / alpha)),
    "SELU": _selu,
    "GELU": lambda m, x: x * m.ndtr(x),
    "GELU tanh": _tanh_gate,
    "QuickGELU": lambda m, x: x * m.sigmoid(1.702 * x),
    "SiLU": lambda m, x: x * m.sigmoid(x),
    "Swish": lambda m, x, beta=1.0: x * m.sigmoid(beta * x),
    "E-Swish": lambda m, x, beta=1.5: beta * x * m.sigmoid(x),
    "Softplus": lambda m, x, beta=1.0, threshold=20.0: m.where(beta * x > threshold, x, m.softplus(beta * x) / beta),
    "Shifted softplus": lambda m, x: m.softplus(x) - m.log1p(x * 0 + 1),
    "Mish": lambda m, x: x * m.tanh(m.softplus(x)),
    "Hardswish": lambda m, x: x * m.clamp(x + 3, 0, 6) / 6,
    "Hard-Mish": lambda m, x: x / 2 * m.clamp(x + 2, 0, 2),
    "TanhExp": lambda m, x: x * m.tanh(m.exp(x)),
    "Serf": lambda m, x: x * m.erf(m.softplus(x)),
    "Smish": lambda m, x: x * m.tanh(m.log1p(m.sigmoid(x))),
    "Logish": lambda m, x: x * m.log1p(m.sigmoid(x)),
    "Phish": lambda m, x: x * m.tanh(x * m.ndtr(x)),
    "Gish": lambda m, x: x * m.log1p(-m.expm1(-m.exp(x))),
    "LiSHT": lambda m, x: x * m.tanh(x),
    "ELiSH": lambda m, x: m.where(x >= 0, x, m.expm1(x)) * m.sigmoid(x),
    "HardELiSH": lambda m, x: m.where(x >= 0, x, m.expm1(x)) * _hard_gate(m, x),
    "Squareplus": lambda m, x, b=4.0: (x + m.sqrt(x**2 + b)) / 2,
    "Bent identity": lambda m, x: (m.sqrt(x**2 + 1) - 1) / 2 + x,
    "xIELU": _xielu,
    "NLReLU": lambda m, x, beta=1.0: m.log1p(beta * m.relu(x)),
    "ISRLU": lambda m, x, alpha=1.0: m.where(x >= 0, x, x / m.sqrt(1 + alpha * x**2)),
    "SinLU": lambda m, x, a=1.0, b=1.0: (x + a * m.sin(b * x)) * m.sigmoid(x),
    "CosLU": lambda m, x, a=1.0, b=1.0: (x + a * m.cos(b * x)) * m.sigmoid(x),
    "Sigmoid": lambda m, x: m.sigmoid(x),
    "LogSigmoid": lambda m, x: -m.softplus(-x),
    "Bipolar sigmoid": lambda m, x: m.tanh(x / 2),
    "Hardsigmoid": lambda m, x: m.clamp(x + 3, 0, 6) / 6,
    "Hardsigmoid Keras": lambda m, x: m.clamp(0.2 * x + 0.5, 0, 1),
    "Normal CDF": lambda m, x: m.ndtr(x),
    "CLogLog": lambda m, x: -m.expm1(-m.exp(x)),
    "Elliott": lambda m, x: 0.5 * x / (1 + m.abs(x)) + 0.5,
    "Tanh": lambda m, x: m.tanh(x),
    "LeCun tanh": lambda m, x: 1.7159 * m.tanh(2 * x / 3),
    "DyT": lambda m, x, alpha=0.5: m.tanh(alpha * x),
    "Penalized tanh": lambda m, x, a=0.25: m.where(x > 0, m.tanh(x), a * m.tanh(x)),
    "Rectified tanh": lambda m, x: m.relu(m.tanh(x)),
    "Hardtanh": lambda m, x, min_val=-1.0, max_val=1.0: m.clamp(x, min_val, max_val),
    "Softsign": lambda m, x: x / (1 + m.abs(x)),
    "Arctan": lambda m, x: m.atan(x),
    "Erf": lambda m, x: m.erf(x),
    "Gudermannian": lambda m, x: 2 * m.atan(m.tanh(x / 2)),
    "ISRU": lambda m, x, alpha=1.0: x / m.sqrt(1 + alpha * x**2),
    "SQNL": _sqnl,
    "Arsinh": lambda m, x: m.asinh(x),
    "Symlog": _symlog,
    "Tanhshrink": lambda m, x: x - m.tanh(x),
    "Hardshrink": lambda m, x, lambd=0.5: m.where(m.abs(x) > lambd, x, 0.0),
    "Softshrink": lambda m, x, lambd=0.5: m.sign(x) * m.relu(m.abs(x) - lambd),
    "Soft clipping": _softclip,
    "Smoothstep": _smoothstep,
    "Binary step": lambda m, x: m.where(x > 0, 1.0, 0.0),
    "Sign": lambda m, x: m.sign(x),
    "Sine": lambda m, x, omega=1.0: m.sin(omega * x),
    "SIREN": lambda m, x, omega_0=30.0: m.sin(omega_0 * x),
    "Cosine": lambda m, x: m.cos(x),
    "Sinc": lambda m, x: m.sinc(x),
    "Snake": lambda m, x, a=1.0: x + m.sin(a * x) ** 2 / a,
    "GCU": lambda m, x: x * m.cos(x),
    "Gaussian": lambda m, x: m.exp(-(x**2)),
    "Ricker wavelet": lambda m, x: (1 - x**2) * m.exp(-(x**2) / 2),
    "Gabor": lambda m, x, omega=5.0, s=1.0: m.cos(omega * x) * m.exp(-((s * x) ** 2)),
    "Tent": lambda m, x: m.relu(1 - m.abs(x)),
    "Triangle wave": lambda m, x: m.triangle(x),
    "PLU": lambda m, x, alpha=0.1, c=1.0: m.max(alpha * (x + c) - c, m.min(alpha * (x - c) + c, x)),
    "Max sigmoid": lambda m, x: m.max(x, m.sigmoid(x)),
    "Cos minus x": lambda m, x: m.cos(x) - x,
    "Min sine": lambda m, x: m.min(x, m.sin(x)),
    "Arctan squared minus x": lambda m, x: m.atan(x) ** 2 - x,
    "Max tanh": lambda m, x: m.max(x, m.tanh(x)),
    "Sinc plus x": lambda m, x: m.sinc(x) + x,
    "Arsinh squared times x": lambda m, x: x * m.asinh(x) ** 2,
    "SReLU": _srelu,
    "APL": lambda m, x, a=0.2, b=0.5: m.relu(x) + a * m.relu(b - x),
    "PWLU": _pwlu,
    "PAU": _pau,
    "Cubic B-spline": _b_spline,
    "KAN edge": _kan_edge,
    "ACON-C": lambda m, x, p1=1.0, p2=0.0, beta=1.0: (p1 - p2) * x * m.sigmoid(beta * (p1 - p2) * x) + p2 * x,
}

# PyTorch's own functions, each called as PyTorch's documentation says.
PYTORCH = {
    "Identity": torch.nn.Identity(),
    "ReLU": F.relu,
    "ReLU6": F.relu6,
    "Clipped ReLU": lambda x, n: F.hardtanh(x, 0.0, n),
    "Leaky ReLU": F.leaky_relu,
    "PReLU": lambda x, a: F.prelu(x, torch.tensor([a], dtype=x.dtype)),
    "RReLU": lambda x, lower, upper: F.rrelu(x, lower, upper, training=False),
    "Threshold": F.threshold,
    "Abs": torch.abs,
    "ELU": F.elu,
    "CELU": F.celu,
    "SELU": lambda x, scale, alpha: F.selu(x),
    "GELU": F.gelu,
    "GELU tanh": lambda x: F.gelu(x, approximate="tanh"),
    "SiLU": F.silu,
    "Softplus": F.softplus,
    "Mish": F.mish,
    "Hardswish": F.hardswish,
    "Sigmoid": torch.sigmoid,
    "LogSigmoid": F.logsigmoid,
    "Hardsigmoid": F.hardsigmoid,
    "Normal CDF": torch.special.ndtr,
    "Tanh": torch.tanh,
    "Hardtanh": F.hardtanh,
    "Softsign": F.softsign,
    "Arctan": torch.atan,
    "Erf": torch.erf,
    "Arsinh": torch.asinh,
    "Tanhshrink": F.tanhshrink,
    "Hardshrink": F.hardshrink,
    "Softshrink": F.softshrink,
    "Sign": torch.sign,
    "Sine": lambda x, omega: torch.sin(omega * x),
    "Cosine": torch.cos,
    "Sinc": lambda x: torch.sinc(x / torch.pi),
}


def defaults_of(name):
    """The parameters of a formula with their default values."""
    parameters = list(inspect.signature(FORMULAS[name]).parameters.values())[2:]
    return {p.name: p.default for p in parameters}


def torch_reference(name, parameters):
    """The function of one tensor to compare with, and whether it is PyTorch's own."""
    if name in PYTORCH:
        return (lambda x: PYTORCH[name](x, **parameters)), True
    return (lambda x: FORMULAS[name](TorchMath, x, **parameters)), False


def exact_reference(name, parameters):
    """The function of one mpmath number."""
    return lambda x: FORMULAS[name](ExactMath, x, **parameters)
