import torch
from torch import Tensor, nn


class Snake(nn.Module):
    """x + sin(a x)^2 / a, with one learnable frequency."""

    def __init__(self, alpha: float = 0.5, eps: float = 1e-9):
        super().__init__()
        self.alpha = nn.Parameter(torch.ones(1) * alpha)
        self.no_div_by_zero = eps

    def forward(self, x: Tensor) -> Tensor:
        sine = torch.sin(x * self.alpha)
        return x + (1.0 / (self.alpha + self.no_div_by_zero)) * sine.pow(2)
