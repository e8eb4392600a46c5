import torch.nn as nn
import torch.nn.functional as F


class HardSwish(nn.Module):
    def __init__(self, inplace: bool = False):
        super(HardSwish, self).__init__()
        self.inplace = inplace

    def forward(self, x):
        gate = F.relu6(x + 3.0, self.inplace).div_(6.0)
        return x.mul_(gate) if self.inplace else x.mul(gate)
