import torch


@torch.jit.script
def squareplus(x, b: float = 4.0):
    y = torch.square(x)
    y += b              # the hyperbola
    return 0.5 * (x + torch.sqrt(y))
