#pragma once

#include <QObject>
#include <map>
#include <string>
#include <vector>

#include "app/models/workspace_model.hpp"
#include "core/analysis/curve.hpp"
#include "core/analysis/facts.hpp"

namespace actlab::models {

/// What Explore shows of the document: the plotted activations sampled for the present view, and the facts of
/// the selected one. The selected one is the first of the plot.
class ExploreModel : public QObject {
    Q_OBJECT

public:
    struct Curve {
        std::string name;
        int colour = 0;  ///< stays the same as long as the activation is shown
        analysis::CurveSet set;
    };

    explicit ExploreModel(WorkspaceModel& workspace, QObject* parent = nullptr);

    WorkspaceModel& workspace() { return m_workspace; }
    const workspace::PlotSpec& plot() const { return m_workspace.document().plot; }
    activation::ActivationPtr selected() const;  ///< nullptr where nothing is shown
    int colourOf(const std::string& name) const;

    /// Sampled over `x`, about one point a pixel. What has not changed since the last call is not sampled again.
    const std::vector<Curve>& curves(analysis::Interval x, int pixels);
    analysis::Facts facts() const;  ///< of the selected one, which must be there

    /// Shows `activation` in the place of the selected one; where it is shown already, selects it.
    void select(const activation::ActivationPtr& activation);
    void setParameter(const QString& name, double value);  ///< one undo step until endGesture()
    void resetParameters();
    bool hasChangedParameters() const;
    void setOrder(int order, bool visible);  ///< f, f′ or f″

Q_SIGNALS:
    void changed();

private:
    void follow();
    int highestOrder() const;

    struct Sampled {
        activation::ActivationPtr activation;
        analysis::Interval x;
        int pixels = 0, order = 0;
        bool operator==(const Sampled&) const = default;
    };

    WorkspaceModel& m_workspace;
    std::map<std::string, int> m_colours;
    std::vector<Sampled> m_sampled;  ///< what m_curves was made from
    std::vector<Curve> m_curves;
};

}  // namespace actlab::models
