#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "core/activation/callable.hpp"
#include "core/expr/open_call.hpp"

namespace actlab::models {

/// A name that may be meant by what has been typed of it.
struct Proposal {
    enum class Kind { Parameter, Constant, Function, Keyword };
    Kind kind = Kind::Function;
    QString name;            ///< as it goes into the formula
    QString signature;       ///< "elu(x, alpha=1)"
    QString help;            ///< one short line
    std::string curve = {};  ///< a formula whose curve shows what it does; empty where there is none
};

/// The likeliest first: what begins as `typed` does, then other spellings, then names that hold it. All where it is
/// empty.
std::vector<Proposal> proposalsFor(const QString& typed, const std::vector<activation::Parameter>& parameters);

/// The keywords that an argument of this call may begin with: "alpha=". None that an argument before it has given.
std::vector<Proposal> keywordsFor(const QString& typed, const expr::OpenCall& call, const QString& formula);

/// The arguments as help shows them, with their defaults: "x", "alpha=1".
QStringList shownArguments(const expr::Signature& signature);
/// One short line on what it is.
QString helpOn(const activation::Callable& function);

}  // namespace actlab::models
