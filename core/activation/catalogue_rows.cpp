#include "core/activation/catalogue.hpp"

namespace actlab::activation {

namespace {

constexpr const char* kLinear = "Linear";
constexpr const char* kRectifier = "Rectifier";
constexpr const char* kExponential = "Exponential";
constexpr const char* kGated = "Self-gated";
constexpr const char* kSigmoid = "Sigmoid-like";
constexpr const char* kShrinkage = "Shrinkage";
constexpr const char* kStep = "Step";
constexpr const char* kPeriodic = "Periodic";
constexpr const char* kLocal = "Local";
constexpr const char* kSearched = "Found by search";
constexpr const char* kFamily = "Learnable family";

// A row may call the rows above it. Conditions are spelled so that the selected piece has the gradient PyTorch
// uses at the kink: relu′(0) = 0, leaky_relu′(0) = negative_slope, relu6′(6) = hardtanh′(±1) = 0,
// hardswish′(-3) = -0.5. At 3 PyTorch's vectorised hardswish has the slope 1, its scalar one 1.5: we take the
// first, which is what any tensor of eight elements or more gets. Where PyTorch has no such function, max and min
// split ties and clamp passes them, as its autograd does. Far tails are pieces where the plain formula would
// multiply 0 by infinity or leave float32; they begin where both sides are equal in float64.
constexpr CatalogueRow kRows[] = {
    {"Identity", "linear", kLinear, "x", "", "smooth", "no activation at all; torch.nn.Identity, 2019"},
    {"ReLU", "rectifier", kRectifier, "{x > 0: x, 0}", "", "C0", "Nair and Hinton, ICML 2010"},
    {"ReLU6", "", kRectifier, "{x <= 0: 0, x < 6: x, 6}", "", "C0", "Krizhevsky, CIFAR-10 report, 2010"},
    {"Clipped ReLU", "relu n, relun", kRectifier, "{x <= 0: 0, x < n: x, n}", "n=1[0.1,10]", "C0",
     "Hannun et al., Deep Speech, arXiv 1412.5567, 2014"},
    {"Leaky ReLU", "", kRectifier, "{x > 0: x, negative_slope*x}", "negative_slope=0.01[0,1]", "C0",
     "Maas et al., ICML workshop 2013"},
    {"PReLU", "parametric relu", kRectifier, "{x > 0: x, a*x}", "a*=0.25[-1,1]", "C0",
     "He et al., arXiv 1502.01852, 2015"},
    {"RReLU", "randomized relu", kRectifier, "{x > 0: x, (lower + upper)/2*x}",
     "lower=0.125[0,1]; upper=0.3333333333333333[0,1]", "C0",
     "Xu et al., arXiv 1505.00853, 2015; as it evaluates, with the mean slope"},
    {"Threshold", "", kRectifier, "{x > threshold: x, value}", "threshold=1[-3,3]; value=0[-3,3]", "jump",
     "torch.nn.Threshold, in PyTorch since 2016"},
    {"Shifted ReLU", "", kRectifier, "max(-1, x)", "", "C0", "Clevert et al., arXiv 1511.07289, 2015"},
    {"Abs", "absolute, absolute value", kRectifier, "abs(x)", "", "C0", "Berngardt, arXiv 2304.11758, 2023"},
    {"Squared ReLU", "relu squared, relu2, relu²", kRectifier, "{x > 0: x^2, 0}", "", "C1",
     "So et al., Primer, arXiv 2109.08668, 2021"},
    {"StarReLU", "", kRectifier, "s*{x > 0: x^2, 0} + b", "s=0.8944[0,2]; b=-0.4472[-1,1]", "C1",
     "Yu et al., MetaFormer baselines, arXiv 2210.13452, 2022"},
    {"RePU", "rectified power unit", kRectifier, "{x > 0: x^p, 0}", "p=3[1,5]", "C2",
     "Li et al., arXiv 1903.05858, 2019"},
    {"ELU", "", kExponential, "{x > 0: x, alpha*expm1(x)}", "alpha=1[0,5]", "C1",
     "Clevert et al., arXiv 1511.07289, 2015"},
    {"CELU", "", kExponential, "{x > 0: x, alpha*expm1(x/alpha)}", "alpha=1[0.1,5]", "C1",
     "Barron, arXiv 1704.07483, 2017"},
    {"SELU", "", kExponential, "{x > 0: scale*x, scale*alpha*expm1(x)}",
     "scale=1.0507009873554805[0.5,2]; alpha=1.6732632423543772[0.5,3]", "C0",
     "Klambauer et al., arXiv 1706.02515, 2017"},
    {"GELU", "gelu exact", kGated, "0.5*x*erfc(-x/sqrt(2))", "", "smooth",
     "Hendrycks and Gimpel, arXiv 1606.08415, 2016"},
    {"GELU tanh", "gelu approximate, gelu new, gelu pytorch tanh, tanh gelu", kGated,
     "x*sigmoid(2*sqrt(2/pi)*(x + 0.044715*x^3))", "", "smooth",
     "Hendrycks and Gimpel, arXiv 1606.08415, 2016; the approximation by tanh"},
    {"QuickGELU", "gelu quick", kGated, "x*sigmoid(1.702*x)", "", "smooth",
     "Hendrycks and Gimpel, arXiv 1606.08415, 2016; the approximation by sigmoid"},
    {"SiLU", "", kGated, "x*sigmoid(x)", "", "smooth", "Elfwing et al., arXiv 1702.03118, 2017"},
    {"Swish", "swish beta, swish-β", kGated, "x*sigmoid(beta*x)", "beta*=1[-2,10]", "smooth",
     "Ramachandran et al., arXiv 1710.05941, 2017"},
    {"E-Swish", "", kGated, "beta*x*sigmoid(x)", "beta=1.5[1,2]", "smooth", "Alcaide, arXiv 1801.07145, 2018"},
    // Below the threshold exp cannot overflow. PyTorch's threshold of 20 leaves a step of 2e-9; at 40 there is none.
    {"Softplus", "", kExponential, "{beta*x > threshold: x, log1p(exp(beta*x))/beta}",
     "beta=1[0.1,10]; threshold=20[1,40]", "smooth", "Dugas et al., NIPS 2000"},
    {"Shifted softplus", "ssp", kExponential, "{x < 40: log1p(0.5*expm1(x)), x - log(2)}", "", "smooth",
     "Schütt et al., SchNet, arXiv 1706.08566, 2017"},
    {"Mish", "", kGated, "x*tanh(softplus(x, threshold=40))", "", "smooth", "Misra, arXiv 1908.08681, 2019"},
    {"Hardswish", "hard swish, h-swish", kGated, "{x < -3: 0, x < 3: x*(x + 3)/6, x}", "", "C0",
     "Howard et al., MobileNetV3, arXiv 1905.02244, 2019"},
    {"Hard-Mish", "hard mish", kGated, "x/2*clamp(x + 2, 0, 2)", "", "C0", "Misra, H-Mish, 2019"},
    {"TanhExp", "telu", kGated, "{x > 20: x, x*tanh(exp(x))}", "", "smooth",
     "Liu and Di, arXiv 2003.09855, 2020; TeLU is the same, arXiv 2412.20269, 2024"},
    {"Serf", "", kGated, "x*erf(softplus(x, threshold=40))", "", "smooth",
     "Nag and Bhattacharyya, arXiv 2108.09598, 2021"},
    {"Smish", "", kGated, "x*tanh(log1p(sigmoid(x)))", "", "smooth", "Wang et al., Electronics 11, 2022"},
    {"Logish", "", kGated, "x*log1p(sigmoid(x))", "", "smooth", "Zhu et al., Neurocomputing 458, 2021"},
    {"Phish", "", kGated, "x*tanh(gelu(x))", "", "smooth", "Naveen, TechRxiv, 2022"},
    {"Gish", "", kGated, "{x > 20: log(2)*x, x*log1p(-expm1(-exp(x)))}", "", "smooth",
     "Kaytan et al., Neural Computing and Applications 35, 2023"},
    {"LiSHT", "", kGated, "x*tanh(x)", "", "smooth", "Roy et al., arXiv 1901.05894, 2019"},
    {"ELiSH", "", kGated, "{x >= 0: x*sigmoid(x), expm1(x)*sigmoid(x)}", "", "C1",
     "Basirat and Roth, arXiv 1808.00783, 2018"},
    {"HardELiSH", "hard elish", kGated, "{x >= 0: x*clamp((x + 1)/2, 0, 1), expm1(x)*clamp((x + 1)/2, 0, 1)}", "",
     "C0", "Basirat and Roth, arXiv 1808.00783, 2018"},
    // On the left x and the root cancel; the other spelling of the same quotient does not.
    {"Squareplus", "", kExponential, "{x >= 0: (x + sqrt(x^2 + b))/2, b/(2*(sqrt(x^2 + b) - x))}", "b=4[0.01,10]",
     "smooth", "Barron, arXiv 2112.11687, 2021"},
    {"Bent identity", "", kLinear, "x^2/(2*(sqrt(x^2 + 1) + 1)) + x", "", "smooth",
     "in use since about 2015, without a paper"},
    {"xIELU", "", kExponential, "{x > 0: alpha_p*x^2 + beta*x, alpha_n*(expm1(x) - x) + beta*x}",
     "alpha_p*=0.8[0,3]; alpha_n*=0.8[0,3]; beta=0.5[0,1]", "C1", "Huang and Schlag, arXiv 2411.13010, 2024"},
    {"NLReLU", "", kRectifier, "{x > 0: log1p(beta*x), 0}", "beta=1[0.1,10]", "C0",
     "Liu et al., arXiv 1908.03682, 2019"},
    {"ISRLU", "", kExponential, "{x >= 0: x, x/sqrt(1 + alpha*x^2)}", "alpha=1[0,5]", "C2",
     "Carlile et al., arXiv 1710.09967, 2017"},
    {"SinLU", "", kGated, "(x + a*sin(b*x))*sigmoid(x)", "a*=1[-3,3]; b*=1[-3,3]", "smooth",
     "Paul et al., Mathematics 10, 2022"},
    {"CosLU", "", kGated, "(x + a*cos(b*x))*sigmoid(x)", "a*=1[-3,3]; b*=1[-3,3]", "smooth",
     "Pishchik, Trainable activations for image classification, 2023"},
    {"Sigmoid", "logistic, expit", kSigmoid, "sigmoid(x)", "", "smooth",
     "Verhulst 1838; Rumelhart et al., Nature, 1986"},
    {"LogSigmoid", "", kSigmoid, "{x > 0: -log1p(exp(-x)), x - log1p(exp(x))}", "", "smooth",
     "torch.nn.LogSigmoid, in PyTorch since 2016"},
    {"Bipolar sigmoid", "", kSigmoid, "tanh(x/2)", "", "smooth", "2σ(x) - 1, in use since the 1980s"},
    {"Hardsigmoid", "hard sigmoid", kSigmoid, "{x <= -3: 0, x < 3: (x + 3)/6, 1}", "", "C0",
     "Courbariaux et al., arXiv 1511.00363, 2015; with the slope of torch.nn.Hardsigmoid"},
    {"Hardsigmoid Keras", "keras hard sigmoid, hard sigmoid keras", kSigmoid, "clamp(0.2*x + 0.5, 0, 1)", "", "C0",
     "Courbariaux et al., arXiv 1511.00363, 2015; with the slope of Keras 1 and 2"},
    {"Normal CDF", "ndtr, special ndtr", kSigmoid, "0.5*erfc(-x/sqrt(2))", "", "smooth", "Bliss, Science, 1934"},
    {"CLogLog", "complementary log-log", kSigmoid, "{x > 20: 1, -expm1(-exp(x))}", "", "smooth",
     "Fisher, 1922; Gomes and Ludermir, 2008"},
    {"Elliott", "", kSigmoid, "{x < 0: 0.5/(1 - x), 1 - 0.5/(1 + x)}", "", "C1",
     "Elliott, technical report ISR TR 93-8, 1993"},
    {"Tanh", "hyperbolic tangent", kSigmoid, "tanh(x)", "", "smooth", "LeCun et al., Efficient BackProp, 1998"},
    {"LeCun tanh", "scaled tanh", kSigmoid, "1.7159*tanh(2*x/3)", "", "smooth",
     "LeCun et al., Efficient BackProp, 1998"},
    {"DyT", "dynamic tanh", kSigmoid, "tanh(alpha*x)", "alpha*=0.5[0.1,3]", "smooth",
     "Zhu et al., arXiv 2503.10622, 2025; its affine part left out"},
    {"Penalized tanh", "", kSigmoid, "{x > 0: tanh(x), a*tanh(x)}", "a=0.25[0,1]", "C0",
     "Xu et al., arXiv 1602.05980, 2016"},
    {"Rectified tanh", "", kRectifier, "{x > 0: tanh(x), 0}", "", "C0", "Glorot et al., AISTATS 2011"},
    {"Hardtanh", "hard tanh", kSigmoid, "{x <= min_val: min_val, x < max_val: x, max_val}",
     "min_val=-1[-5,0]; max_val=1[0,5]", "C0", "Collobert, thesis, 2004"},
    {"Softsign", "", kSigmoid, "x/(1 + abs(x))", "", "C1", "Bergstra et al., 2009; Glorot and Bengio, AISTATS 2010"},
    {"Arctan", "atan, arc tangent", kSigmoid, "atan(x)", "", "smooth", "in use since the 1990s"},
    {"Erf", "error function", kSigmoid, "erf(x)", "", "smooth",
     "the error function, named by Glaisher, 1871; torch.erf"},
    {"Gudermannian", "", kSigmoid, "2*atan(tanh(x/2))", "", "smooth", "Gudermann, 1830"},
    {"ISRU", "", kSigmoid, "x/sqrt(1 + alpha*x^2)", "alpha=1[0,5]", "smooth",
     "Carlile et al., arXiv 1710.09967, 2017"},
    {"SQNL", "square nonlinearity", kSigmoid, "{x > 2: 1, x >= 0: x - x^2/4, x >= -2: x + x^2/4, -1}", "", "C1",
     "Wuraola and Patel, IJCNN 2018"},
    {"Arsinh", "asinh, arcsinh", kSigmoid, "asinh(x)", "", "smooth",
     "the inverse hyperbolic sine; torch.asinh, in PyTorch since 2020"},
    {"Symlog", "", kSigmoid, "{x >= 0: log1p(x), -log1p(-x)}", "", "C1",
     "Webber, 2012; Hafner et al., DreamerV3, arXiv 2301.04104, 2023"},
    {"Tanhshrink", "tanh shrink", kShrinkage, "x - tanh(x)", "", "smooth",
     "torch.nn.Tanhshrink, in PyTorch since 2016"},
    {"Hardshrink", "hard shrink", kShrinkage, "{x > lambd: x, x < -lambd: x, 0}", "lambd=0.5[0,3]", "jump",
     "Donoho and Johnstone, Biometrika, 1994"},
    {"Softshrink", "soft shrink", kShrinkage, "{x > lambd: x - lambd, x < -lambd: x + lambd, 0}", "lambd=0.5[0,3]",
     "C0", "Donoho, 1995"},
    // Right of the middle it is 1 minus its own mirror image: the slopes of the two softplus would cancel there.
    {"Soft clipping", "softclip", kSigmoid,
     "{x < 0.5: (softplus(p*x, threshold=40) - softplus(p*(x - 1), threshold=40))/p, "
     "1 - (softplus(p*(1 - x), threshold=40) - softplus(-p*x, threshold=40))/p}",
     "p=50[1,100]", "smooth", "Klimek and Perelstein, arXiv 1810.11509, 2018"},
    {"Smoothstep", "", kSigmoid, "clamp((x + 1)/2, 0, 1)^2*(3 - 2*clamp((x + 1)/2, 0, 1))", "", "C1",
     "Hazimeh et al., arXiv 2002.07772, 2020"},
    {"Binary step", "step, heaviside", kStep, "{x > 0: 1, 0}", "", "jump", "McCulloch and Pitts, 1943"},
    {"Sign", "sgn, signum", kStep, "sign(x)", "", "jump", "Rosenblatt, 1958"},
    {"Sine", "sin", kPeriodic, "sin(omega*x)", "omega=1[0.1,30]", "smooth", "Parascandolo et al., 2016"},
    {"SIREN", "", kPeriodic, "sin(omega_0*x)", "omega_0=30[1,60]", "smooth",
     "Sitzmann et al., arXiv 2006.09661, 2020"},
    {"Cosine", "cos", kPeriodic, "cos(x)", "", "smooth", "Rahimi and Recht, random features, NIPS 2007; torch.cos"},
    {"Sinc", "", kLocal, "sinc(x)", "", "smooth",
     "sin(x)/x, named by Woodward and Davies, 1952; torch.sinc is sinc(pi*x)"},
    {"Snake", "", kPeriodic, "x + sin(a*x)^2/a", "a*=1[0.1,10]", "smooth", "Ziyin et al., arXiv 2006.08195, 2020"},
    {"GCU", "growing cosine unit", kPeriodic, "x*cos(x)", "", "smooth", "Noel et al., arXiv 2108.12943, 2021"},
    {"Gaussian", "", kLocal, "exp(-x^2)", "", "smooth", "Broomhead and Lowe, 1988"},
    {"Ricker wavelet", "mexican hat, ricker", kLocal, "(1 - x^2)*exp(-x^2/2)", "", "smooth", "Ricker, 1953"},
    {"Gabor", "wire", kLocal, "cos(omega*x)*exp(-(s*x)^2)", "omega=5[0,20]; s=1[0.1,5]", "smooth",
     "Saragadam et al., WIRE, arXiv 2301.05187, 2023; its real part"},
    {"Tent", "triangular", kLocal, "{abs(x) < 1: 1 - abs(x), 0}", "", "C0",
     "Rozsa and Boult, arXiv 1908.02435, 2019"},
    {"Triangle wave", "", kPeriodic, "1 - abs(x - 1 - 4*floor((x + 1)/4))", "", "C0",
     "(2/π)·asin(sin(πx/2)), spelled without the poles of its derivative"},
    {"PLU", "piecewise linear unit", kSigmoid, "max(alpha*(x + c) - c, min(alpha*(x - c) + c, x))",
     "alpha=0.1[0,1]; c=1[0.1,5]", "C0", "Nicolae, arXiv 1809.09534, 2018"},
    {"Max sigmoid", "", kSearched, "max(x, sigmoid(x))", "", "C0", "Ramachandran et al., arXiv 1710.05941, 2017"},
    {"Cos minus x", "", kSearched, "cos(x) - x", "", "smooth", "Ramachandran et al., arXiv 1710.05941, 2017"},
    {"Min sine", "", kSearched, "min(x, sin(x))", "", "C2", "Ramachandran et al., arXiv 1710.05941, 2017"},
    {"Arctan squared minus x", "", kSearched, "atan(x)^2 - x", "", "smooth",
     "Ramachandran et al., arXiv 1710.05941, 2017"},
    {"Max tanh", "", kSearched, "max(x, tanh(x))", "", "C2", "Ramachandran et al., arXiv 1710.05941, 2017"},
    {"Sinc plus x", "", kSearched, "sinc(x) + x", "", "smooth", "Ramachandran et al., arXiv 1710.05941, 2017"},
    {"Arsinh squared times x", "", kSearched, "x*asinh(x)^2", "", "smooth",
     "Ramachandran et al., arXiv 1710.05941, 2017"},
    {"SReLU", "s-shaped relu", kFamily, "{x >= tr: tr + ar*(x - tr), x > tl: x, tl + al*(x - tl)}",
     "tl*=0[-5,1]; al*=0.2[-1,1]; tr*=1[-1,5]; ar*=1[-1,2]", "C0", "Jin et al., arXiv 1512.07030, 2015"},
    {"APL", "adaptive piecewise linear", kFamily, "relu(x) + a*relu(b - x)", "a*=0.2[-2,2]; b*=0.5[-3,3]", "C0",
     "Agostinelli et al., arXiv 1412.6830, 2014; one hinge"},
    {"PWLU", "piecewise linear unit of fixed knots", kFamily,
     "{x <= -3: p0 + kl*(x + 3), "
     "x <= -2.25: p0 + (p1 - p0)*(x + 3)/0.75, "
     "x <= -1.5: p1 + (p2 - p1)*(x + 2.25)/0.75, "
     "x <= -0.75: p2 + (p3 - p2)*(x + 1.5)/0.75, "
     "x <= 0: p3 + (p4 - p3)*(x + 0.75)/0.75, "
     "x <= 0.75: p4 + (p5 - p4)*x/0.75, "
     "x <= 1.5: p5 + (p6 - p5)*(x - 0.75)/0.75, "
     "x <= 2.25: p6 + (p7 - p6)*(x - 1.5)/0.75, "
     "x <= 3: p7 + (p8 - p7)*(x - 2.25)/0.75, "
     "p8 + kr*(x - 3)}",
     "p0*=0[-5,5]; p1*=0[-5,5]; p2*=0[-5,5]; p3*=0[-5,5]; "
     "p4*=0[-5,5]; p5*=0.75[-5,5]; p6*=1.5[-5,5]; p7*=2.25[-5,5]; p8*=3[-5,5]; kl*=0[-2,2]; kr*=1[-2,2]",
     "C0", "Zhou et al., arXiv 2104.03693, 2021; eight intervals on [-3, 3], values of ReLU"},
    {"PAU", "pade activation unit, rational", kFamily,
     "{abs(x) < 100: (a0 + a1*x + a2*x^2 + a3*x^3 + a4*x^4 + a5*x^5)"
     "/(1 + abs(b1*x) + abs(b2*x^2) + abs(b3*x^3) + abs(b4*x^4)), "
     "(a0/x^4 + a1/x^3 + a2/x^2 + a3/x + a4 + a5*x)"
     "/(1/x^4 + abs(b1/x^3) + abs(b2/x^2) + abs(b3/x) + abs(b4))}",
     "a0*=0.02979741193897392[-5,5]; a1*=0.6184622773423256[-5,5]; a2*=2.320968073866772[-5,5]; "
     "a3*=3.0445991119874765[-5,5]; a4*=1.4796288908500448[-5,5]; a5*=0.2496583665244732[-5,5]; "
     "b1*=1.1411732154684702[-5,5]; b2*=4.382269559273411[-5,5]; "
     "b3*=0.868195212779252[-5,5]; b4*=0.3452909445954984[-5,5]",
     "C0",
     "Molina et al., arXiv 1907.06732, 2019; version A, a least-squares fit of Leaky ReLU at 601 points of "
     "[-3, 3]"},
    {"Cubic B-spline", "b spline, bspline", kLocal,
     "{abs(x) < 1: 2/3 - x^2 + abs(x)^3/2, abs(x) < 2: (2 - abs(x))^3/6, 0}", "", "C2",
     "Schoenberg, Quart. Appl. Math. 4, 1946; with knots at -2, -1, 0, 1, 2"},
    {"KAN edge", "kan", kFamily,
     "wb*silu(x) + ws*(c0*cubic_b_spline(1.5*x + 2.5) + c1*cubic_b_spline(1.5*x + 1.5) + "
     "c2*cubic_b_spline(1.5*x + 0.5) + c3*cubic_b_spline(1.5*x - 0.5) + c4*cubic_b_spline(1.5*x - 1.5) + "
     "c5*cubic_b_spline(1.5*x - 2.5))",
     "wb*=1[-2,2]; c0*=0[-2,2]; c1*=0[-2,2]; c2*=0[-2,2]; c3*=0[-2,2]; c4*=0[-2,2]; c5*=0[-2,2]; ws*=1[-2,2]",
     "smooth", "Liu et al., KAN, arXiv 2404.19756, 2024; cubic splines on three intervals of [-1, 1], begun as SiLU"},
    {"ACON-C", "acon", kFamily, "(p1 - p2)*x*sigmoid(beta*(p1 - p2)*x) + p2*x",
     "p1*=1[-2,3]; p2*=0[-2,2]; beta*=1[0,10]", "smooth", "Ma et al., arXiv 2009.04759, 2020"},
};

}  // namespace

std::span<const CatalogueRow> catalogueRows()
{
    return kRows;
}

}  // namespace actlab::activation
