#pragma once

#include <Eigen/Core>

namespace actlab::analysis {

/// What Eigen's solvers ask of the type of a problem whose size is known only when it runs.
struct LeastSquares {
    using Scalar = double;
    using InputType = Eigen::VectorXd;
    using ValueType = Eigen::VectorXd;
    using JacobianType = Eigen::MatrixXd;
    enum { InputsAtCompileTime = Eigen::Dynamic, ValuesAtCompileTime = Eigen::Dynamic };
};

}  // namespace actlab::analysis
