import torch.nn.functional as F


def hard_swish(x, inplace: bool = False):
    if inplace:
        return x.mul_(F.relu6(x + 3.) / 6.)
    return x * F.relu6(x + 3.) / 6.
