import torch

LOW, HIGH = -2.0, 2.0
SLOPE = 0.1


def five_pieces(x):
    return torch.where(
        x < LOW, SLOPE * (x + 1.0) - 0.4,
        torch.where(x < -1, 0.5 * x + 0.5,
                    torch.where(x <= 1, torch.zeros_like(x),
                                torch.where(x < HIGH, (x - 1) ** 2,
                                            2 * x - 3))))
