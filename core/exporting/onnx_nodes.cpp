#include "core/exporting/onnx_nodes.hpp"

#include "core/exporting/source_text.hpp"

#include "core/expr/builtins.hpp"

#include <algorithm>
#include <unordered_map>

namespace actlab::exporting {

namespace {

using namespace expr;
using Values = std::vector<std::string>;

const Dialect& operators()
{
    return onnxDialect();
}

/// Names of values stand for themselves: nodes with the same operator and inputs are one.
class NodeWriter {
public:
    NodeWriter(onnx::FunctionProto& function, const Subject& subject)
        : m_function(function), m_subject(subject), m_identifiers(subject.identifiers)
    {
    }

    void writeResult(const Expr& e)
    {
        std::string result = number(e);
        if (!dependsOnInput(e))
            result = node(operators().filled, {result, node("Shape", {"x"})});
        if (result == "x")
            result = node("Identity", {"x"});
        m_function.mutable_node()->rbegin()->set_output(0, "y");
    }

private:
    std::string node(std::string_view op, const Values& inputs)
    {
        std::string key(op);
        for (const std::string& input : inputs)
            key += ' ' + input;
        return unlessKnown(key, op, [&](onnx::NodeProto& made) {
            for (const std::string& input : inputs)
                made.add_input(input);
            if (op == operators().asNumber)
                attribute(made, "to", onnx::AttributeProto::INT).set_i(onnx::TensorProto::FLOAT);
        });
    }

    template <class Fill>
    std::string unlessKnown(const std::string& key, std::string_view op, const Fill& fill)
    {
        const auto [entry, isNew] = m_known.emplace(key, "");
        if (!isNew)
            return entry->second;
        onnx::NodeProto& made = *m_function.add_node();
        made.set_op_type(std::string(op));
        fill(made);
        entry->second = m_identifiers.numbered("t");
        made.add_output(entry->second);
        return entry->second;
    }

    static onnx::AttributeProto& attribute(onnx::NodeProto& made, const char* name,
                                           onnx::AttributeProto::AttributeType type)
    {
        onnx::AttributeProto& added = *made.add_attribute();
        added.set_name(name);
        added.set_type(type);
        return added;
    }

    std::string constant(double value)
    {
        return unlessKnown(literal(value), operators().number, [&](onnx::NodeProto& made) {
            attribute(made, "value_float", onnx::AttributeProto::FLOAT).set_f(static_cast<float>(value));
        });
    }

    std::string number(const Expr& e)
    {
        const std::string value = write(e);
        return isCondition(e) ? node(operators().asNumber, {value}) : value;
    }

    std::string condition(const Expr& e)
    {
        const std::string value = write(e);
        return isCondition(e) ? value : unequal(value, constant(0));
    }

    std::string unequal(const std::string& left, const std::string& right)
    {
        return node(operators().inverse, {node("Equal", {left, right})});
    }

    std::string write(const Expr& e)
    {
        if (const auto known = m_written.find(&e.node()); known != m_written.end())
            return known->second;
        const std::string value = visit([this](const auto& part) { return of(part); }, e);
        m_written.emplace(&e.node(), value);
        return value;
    }

    std::string of(const Number& n) { return constant(n.value); }
    std::string of(const Variable&) const { return "x"; }
    std::string of(const Parameter& p)
    {
        const Argument& argument =
            *std::ranges::find(m_subject.arguments, p.name, [](const Argument& a) { return a.parameter.name; });
        if (argument.isLearnable())
            return argument.name;
        return unlessKnown("@" + argument.name, operators().number, [&](onnx::NodeProto& made) {
            attribute(made, "value_float", onnx::AttributeProto::FLOAT).set_ref_attr_name(argument.name);
        });
    }
    std::string of(const Negate& n) { return node("Neg", {number(n.arg)}); }
    std::string of(const Sum& s) { return node("Add", {number(s.left), number(s.right)}); }
    std::string of(const Difference& d) { return node("Sub", {number(d.left), number(d.right)}); }
    std::string of(const Product& p) { return node("Mul", {number(p.left), number(p.right)}); }
    std::string of(const Quotient& q) { return node("Div", {number(q.left), number(q.right)}); }
    std::string of(const Power& p) { return node("Pow", {number(p.left), number(p.right)}); }
    std::string of(const Comparison& c)
    {
        const std::string left = number(c.left), right = number(c.right);
        switch (c.op) {
        case CompareOp::Less: return node("Less", {left, right});
        case CompareOp::LessEqual: return node("LessOrEqual", {left, right});
        case CompareOp::Greater: return node("Greater", {left, right});
        case CompareOp::GreaterEqual: return node("GreaterOrEqual", {left, right});
        case CompareOp::Equal: return node("Equal", {left, right});
        case CompareOp::NotEqual: break;
        }
        return unequal(left, right);
    }
    std::string of(const And& a) { return node(operators().both, {condition(a.left), condition(a.right)}); }
    std::string of(const Or& o) { return node(operators().either, {condition(o.left), condition(o.right)}); }
    std::string of(const Not& n) { return node(operators().inverse, {condition(n.arg)}); }
    std::string of(const Call& c)
    {
        Values arguments;
        for (const Expr& argument : c.args)
            arguments.push_back(number(argument));
        return node(std::ranges::find(operators().functions, c.function->id, &Spelling::function)->text, arguments);
    }
    std::string of(const Piecewise& p)
    {
        std::string rest = number(p.otherwise);
        for (auto piece = p.pieces.rbegin(); piece != p.pieces.rend(); ++piece) {
            const std::string holds = condition(piece->condition);
            rest = node(operators().select, {holds, number(piece->value), rest});
        }
        return rest;
    }

    onnx::FunctionProto& m_function;
    const Subject& m_subject;
    Identifiers m_identifiers;
    std::unordered_map<const Node*, std::string> m_written;
    std::unordered_map<std::string, std::string> m_known;  ///< of each operator with its inputs, the value
};

}  // namespace

void writeNodes(onnx::FunctionProto& function, const Subject& subject)
{
    NodeWriter(function, subject).writeResult(subject.value);
}

}  // namespace actlab::exporting
