#pragma once

#include <QTimer>
#include <QWidget>
#include <array>

#include "app/models/checks_model.hpp"
#include "app/models/explore_model.hpp"
#include "app/widgets/figure_menu.hpp"

class QLabel;
class QPushButton;
class QToolButton;

namespace actlab::widgets {

class CataloguePanel;
class ChecksSide;
struct ChecksReport;
class CurvePlot;
class FactsLine;
class ParameterPanel;

/// The Explore workspace: the catalogue and the parameters at the left, the curves, the facts under them.
class ExploreView : public QWidget {
    Q_OBJECT

public:
    explicit ExploreView(models::WorkspaceModel& workspace, QWidget* parent = nullptr);

    void showActivation(const activation::ActivationPtr& activation);
    void setSideVisible(bool visible);  ///< presenter mode has no side column
    void toggleOrder(int order);        ///< draws f, f′ or f″, or no longer
    void resetParameters();
    activation::ActivationPtr selected() const { return m_model.selected(); }  ///< nullptr where nothing is shown
    void fit();
    std::vector<FigurePlace> figures();
    ChecksSide& checks() { return *m_checksSide; }
    void saveReport();   ///< of the checks of the selected one; asks for a file, and says how it went
    void printReport();  ///< the same on paper

Q_SIGNALS:
    void composeWanted(actlab::activation::ActivationPtr activation);
    void exportWanted(actlab::activation::ActivationPtr activation);
    void said(const QString& message);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createSide();
    void connectChecks();
    QWidget* createMain();
    QLayout* createTitleRow();
    void connectControls();
    void follow();
    void drawCurves();
    void showSelection();
    void chooseFonts();
    void showFacts();
    void showSide();
    void takeCure(const QString& formula);
    void point(std::optional<expr::Span> part);
    std::optional<ChecksReport> report();

    models::ExploreModel m_model;
    models::ChecksModel* m_checks;
    ChecksSide* m_checksSide = nullptr;
    QWidget* m_side = nullptr;
    CataloguePanel* m_catalogue = nullptr;
    ParameterPanel* m_parameters = nullptr;
    QLabel* m_parametersTitle = nullptr;
    QPushButton* m_resetParameters = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_formula = nullptr;
    std::array<QToolButton*, 3> m_orders{};
    CurvePlot* m_plot = nullptr;
    FactsLine* m_facts = nullptr;
    QTimer m_factsTimer;  ///< facts follow when the hand rests
};

}  // namespace actlab::widgets
