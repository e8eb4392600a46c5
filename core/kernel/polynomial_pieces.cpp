#include "core/kernel/polynomial_pieces.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <unordered_map>
#include <utility>

namespace actlab::kernel {

namespace {

using Slot = std::uint32_t;

constexpr double kUnwritten = -0.0;

bool isConstant(const Polynomial& p)
{
    return p.degree() == 0;
}

/// Whether it is one power of u - centre, times a number.
bool isMonomial(const Polynomial& p)
{
    const auto lower = std::span(p.coefficients).first(p.degree());
    return std::ranges::all_of(lower, [](double c) { return c == 0; });
}

double valueAt(const Polynomial& p, double u)
{
    double value = 0;
    for (std::size_t i = p.coefficients.size(); i-- > 0;)
        value = value * (u - p.centre) + p.coefficients[i];
    return value;
}

/// Reads slots of a tape as polynomials of another slot, each slot once.
class PolynomialReader {
public:
    PolynomialReader(std::span<const Instruction> tape, std::span<const double> constants, Slot argument)
        : m_tape(tape), m_constants(constants), m_argument(argument)
    {
    }

    std::optional<Polynomial> read(Slot slot)
    {
        if (const auto known = m_known.find(slot); known != m_known.end())
            return known->second;
        return m_known.emplace(slot, readAnew(slot)).first->second;
    }

private:
    using Read = std::optional<Polynomial>;

    Read readAnew(Slot slot)
    {
        if (slot == m_argument)
            return Polynomial{0, {kUnwritten, 1}};
        const Instruction& i = m_tape[slot];
        const auto [a, b, unused] = i.operands;
        switch (i.op) {
        case Op::Constant:
            return std::isfinite(m_constants[a]) ? Read(Polynomial{0, {m_constants[a]}}) : std::nullopt;
        case Op::Negate: return changed(read(a), std::negate());
        case Op::Add:
            return isShift(a, b)   ? shifted(-constantAt(b))
                   : isShift(b, a) ? shifted(-constantAt(a))
                                   : sum(read(a), read(b));
        case Op::Subtract:
            return isShift(a, b) ? shifted(constantAt(b)) : sum(read(a), changed(read(b), std::negate()));
        case Op::Multiply: return product(read(a), read(b));
        case Op::Divide: return m_tape[b].op == Op::Constant ? divided(read(a), constantAt(b)) : std::nullopt;
        default: return std::nullopt;
        }
    }

    double constantAt(Slot slot) const { return m_constants[m_tape[slot].operands[0]]; }
    bool isShift(Slot moved, Slot by) const { return moved == m_argument && m_tape[by].op == Op::Constant; }
    static Read shifted(double centre) { return Polynomial{centre, {kUnwritten, 1}}; }

    /// u - c, or a multiple of it, in powers of u.
    static void centreAtZero(Polynomial& p)
    {
        p.coefficients[0] -= p.coefficients[1] * p.centre;
        p.centre = 0;
    }
    /// Whether x - c may be taken apart in a sum: not where both summands vanish at c, for they would cancel there.
    static bool maySplit(const Polynomial& p, const Polynomial& other)
    {
        constexpr double kNear = 0.125;
        return p.degree() == 1 &&
               std::abs(valueAt(other, p.centre)) >= kNear * std::abs(p.coefficients[1] * p.centre);
    }
    /// Whether x - c is as exact in Horner's rule, where a product with a power of x begins with it.
    static bool isUnitShift(const Polynomial& p) { return p.degree() == 1 && std::abs(p.coefficients[1]) == 1; }

    /// Whether both are around one centre now; a constant is around every one.
    static bool align(Polynomial& p, Polynomial& q, const auto& mayCentreAtZero)
    {
        if (isConstant(p))
            p.centre = q.centre;
        if (isConstant(q))
            q.centre = p.centre;
        if (p.centre != q.centre && p.centre == 0 && mayCentreAtZero(q, p))
            centreAtZero(q);
        if (p.centre != q.centre && q.centre == 0 && mayCentreAtZero(p, q))
            centreAtZero(p);
        return p.centre == q.centre;
    }
    static Read divided(Read p, double divisor)
    {
        if (!std::isnormal(divisor))
            return std::nullopt;
        return changed(std::move(p), [&](double c) { return c / divisor; });
    }
    /// Each written coefficient by `change`.
    static Read changed(Read p, const auto& change)
    {
        if (p)
            for (double& c : p->coefficients)
                c = c == 0 ? c : change(c);
        return p;
    }
    static Read sum(Read p, Read q)
    {
        if (!p || !q || !align(*p, *q, maySplit))
            return std::nullopt;
        Polynomial result{p->centre,
                          std::vector(std::max(p->coefficients.size(), q->coefficients.size()), kUnwritten)};
        for (const Polynomial* each : {&*p, &*q})
            for (std::size_t i = 0; i < each->coefficients.size(); ++i)
                result.coefficients[i] += each->coefficients[i];
        return result;
    }
    /// Of sums with each other, which would have to be multiplied out, there is none.
    static Read product(Read p, Read q)
    {
        const auto mayCentreAtZero = [](const Polynomial& moved, const Polynomial&) { return isUnitShift(moved); };
        if (!p || !q || !align(*p, *q, mayCentreAtZero) || (!isMonomial(*p) && !isMonomial(*q)) ||
            p->degree() + q->degree() > kHighestDegree)
            return std::nullopt;
        const auto& [single, other] = isMonomial(*p) ? std::pair(*p, *q) : std::pair(*q, *p);
        Polynomial result{p->centre, std::vector(p->degree() + q->degree() + 1, kUnwritten)};
        for (std::size_t i = 0; i < other.coefficients.size(); ++i)
            if (other.coefficients[i] != 0)
                result.coefficients[i + single.degree()] = other.coefficients[i] * single.coefficients.back();
        return result;
    }

    std::span<const Instruction> m_tape;
    std::span<const double> m_constants;
    Slot m_argument;
    std::unordered_map<Slot, Read> m_known;
};

/// "argument < knot", whichever side the author wrote it on.
struct Decision {
    Slot argument, knot;
    Op op;  ///< Less to GreaterEqual
};

Op mirrored(Op op)
{
    switch (op) {
    case Op::Less: return Op::Greater;
    case Op::LessEqual: return Op::GreaterEqual;
    case Op::Greater: return Op::Less;
    default: return Op::LessEqual;
    }
}

std::optional<Decision> decisionOf(std::span<const Instruction> tape, Slot condition)
{
    const Instruction& i = tape[condition];
    if (i.op < Op::Less || i.op > Op::GreaterEqual)
        return std::nullopt;
    const auto [a, b, unused] = i.operands;
    if (tape[b].op == Op::Constant && tape[a].op != Op::Constant)
        return Decision{a, b, i.op};
    if (tape[a].op == Op::Constant && tape[b].op != Op::Constant)
        return Decision{b, a, mirrored(i.op)};
    return std::nullopt;
}

/// To pick a coefficient, or the centre, costs about as much as to multiply by it and add; so does to look whether
/// all is finite.
bool isWorthIt(const PolynomialPieces& found)
{
    std::size_t operations = 0, highest = 0;
    for (const Polynomial& piece : found.pieces) {
        operations += piece.degree();
        highest = std::max(highest, piece.degree());
    }
    return operations > 2 * highest + 3;
}

bool isUsable(const PolynomialPieces& found)
{
    constexpr double kMost = std::numeric_limits<float>::max();
    const auto isFinite = [](double value) { return std::abs(value) <= kMost; };
    const auto isFinitePiece = [&](const Polynomial& p) {
        return isFinite(p.centre) && std::ranges::all_of(p.coefficients, isFinite);
    };
    // where two knots meet, the first one alone must not belong to the piece before it
    const auto isPassedFirst = [](const PolynomialPieces::Knot& left, const PolynomialPieces::Knot& right) {
        return static_cast<float>(left.at) < static_cast<float>(right.at) || !left.endsPiece || right.endsPiece;
    };
    for (std::size_t k = 1; k < found.knots.size(); ++k)
        if (!isPassedFirst(found.knots[k - 1], found.knots[k]))
            return false;
    return std::ranges::is_sorted(found.knots, {}, &PolynomialPieces::Knot::at) &&
           std::ranges::all_of(found.knots, isFinite, &PolynomialPieces::Knot::at) &&
           std::ranges::all_of(found.pieces, isFinitePiece) && isWorthIt(found);
}

}  // namespace

std::optional<PolynomialPieces> polynomialPiecesOf(std::span<const Instruction> tape,
                                                   std::span<const double> constants, const Instruction& select)
{
    const auto first = decisionOf(tape, select.operands[0]);
    if (!first)
        return std::nullopt;
    const bool isFromTheRight = first->op == Op::Greater || first->op == Op::GreaterEqual;
    PolynomialReader reader(tape, constants, first->argument);
    PolynomialPieces found{first->argument, {}, {}, isFromTheRight};
    const auto add = [&](Slot slot) {
        auto piece = reader.read(slot);
        if (piece)
            found.pieces.push_back(std::move(*piece));
        return piece.has_value();
    };
    for (const Instruction* i = &select;; i = &tape[i->operands[2]]) {
        const auto decision = i->op == Op::Select ? decisionOf(tape, i->operands[0]) : std::nullopt;
        if (!decision) {
            if (!add(static_cast<Slot>(i - tape.data())))
                return std::nullopt;
            break;
        }
        const bool isOtherWay = (decision->op == Op::Greater || decision->op == Op::GreaterEqual) != isFromTheRight;
        if (decision->argument != found.argument || isOtherWay || !add(i->operands[1]))
            return std::nullopt;
        const bool endsPiece = decision->op == Op::LessEqual || decision->op == Op::Greater;
        found.knots.push_back({decision->knot, constants[tape[decision->knot].operands[0]], endsPiece});
    }
    if (isFromTheRight) {
        std::ranges::reverse(found.knots);
        std::ranges::reverse(found.pieces);
    }
    return isUsable(found) ? std::optional(std::move(found)) : std::nullopt;
}

Pieces<double> tableOf(const PolynomialPieces& pieces, std::size_t begin, std::size_t end)
{
    Pieces<double> table;
    table.count = static_cast<std::uint8_t>(end - begin);
    table.forNan = static_cast<std::uint8_t>(pieces.isFromTheRight ? 0 : end - begin - 1);
    std::ranges::fill(table.knots, std::numeric_limits<double>::infinity());
    for (auto& row : table.coefficients)
        std::ranges::fill(row, kUnwritten);
    for (std::size_t k = begin; k < end; ++k) {
        const Polynomial& piece = pieces.pieces[k];
        table.degree = std::max(table.degree, static_cast<std::uint8_t>(piece.degree()));
        table.centres[k - begin] = piece.centre;
        for (std::size_t i = 0; i < piece.coefficients.size(); ++i)
            table.coefficients[i][k - begin] = piece.coefficients[i];
    }
    for (std::size_t k = begin; k + 1 < end; ++k) {
        table.knots[k - begin] = pieces.knots[k].at;
        table.endsWithKnot |= static_cast<std::uint8_t>(pieces.knots[k].endsPiece << (k - begin));
    }
    if (constexpr std::size_t kHalf = kMostPieces / 2; table.count <= kHalf) {
        std::copy_n(table.centres, kHalf, table.centres + kHalf);
        for (auto& row : table.coefficients)
            std::copy_n(row, kHalf, row + kHalf);
    }
    return table;
}

Pieces<float> inFloat(const Pieces<double>& pieces)
{
    Pieces<float> result{pieces.count, pieces.degree, pieces.forNan, pieces.endsWithKnot};
    const auto round = [](double value) { return static_cast<float>(value); };
    std::ranges::transform(pieces.knots, result.knots, round);
    std::ranges::transform(pieces.centres, result.centres, round);
    for (std::size_t i = 0; i <= kHighestDegree; ++i)
        std::ranges::transform(pieces.coefficients[i], result.coefficients[i], round);
    return result;
}

}  // namespace actlab::kernel
