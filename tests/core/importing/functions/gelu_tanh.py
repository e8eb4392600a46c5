import math

import torch


def gelu_new(x):
    c = math.sqrt(2 / math.pi); inner = c * (x + 0.044_715 * torch.pow(x, 3.0))
    return 0.5 * x * (1.0 + torch.tanh(inner))
