import torch
import torch.nn.functional as F


def mish(x):
    """x * tanh(softplus(x))"""
    return x * torch.tanh(F.softplus(x))
