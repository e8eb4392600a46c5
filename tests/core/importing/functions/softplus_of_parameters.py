import torch
from torch import nn


class PositiveSwish(nn.Module):
    def __init__(self, beta=1.5, scale=None, **kwargs):
        super().__init__()
        self.inverse = nn.Parameter(torch.log(torch.exp(torch.Tensor([beta])) - 1))
        self.scale = 1.0 if scale is None else scale
        if self.scale <= 0:
            raise ValueError("scale has to be positive, not {}".format(self.scale))

    @property
    def beta(self):
        return nn.functional.softplus(self.inverse)

    def forward(self, x):
        return self.scale * x * torch.sigmoid(self.beta * x)
