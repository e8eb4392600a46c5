import torch
import torch.nn as nn


class Gated(nn.Module):
    scale = 1.5

    def __init__(self, alpha=0.25, negative=0.5):
        super(Gated, self).__init__()
        self.alpha = nn.Parameter(torch.tensor(alpha))
        self.left = nn.ELU(alpha=negative)
        self.gate = torch.sigmoid

    def mix(self, x, y):
        return self.alpha * x + (1 - self.alpha) * y

    def forward(self, input):
        left, gate = self.left(input), self.gate(input)
        return self.scale * self.mix(left, gate * input)
