#pragma once

#include <QWidget>

#include "app/models/checks_model.hpp"
#include "app/models/compose_pieces.hpp"
#include "app/models/compose_sketch.hpp"
#include "app/widgets/figure_menu.hpp"

namespace actlab::widgets {

class ChecksSide;
struct ChecksReport;
class ComposeExamples;
class ComposePlot;
class FormulaBox;
class PythonImport;

/// The Compose workspace: the curve with its pieces above, the formula below it, the table of pieces and the
/// parameters at the side.
class ComposeView : public QWidget {
    Q_OBJECT

public:
    explicit ComposeView(models::WorkspaceModel& workspace, QWidget* parent = nullptr);
    ~ComposeView() override;

    void fit();
    std::vector<FigurePlace> figures();
    ChecksSide& checks() { return *m_checksSide; }
    void saveReport();   ///< of the checks; asks for a file, and says how it went
    void printReport();  ///< the same on paper
    /// A run is on: see models::ComposeModel::setLive().
    void setLive(bool live) { m_model.setLive(live); }
    void setSideVisible(bool visible);  ///< presenter mode has no side column, but while one draws
    PythonImport& python() { return *m_python; }
    models::ComposeSketch& sketch() { return m_sketch; }

Q_SIGNALS:
    void trainWanted(const QString& name);
    void exploreWanted(const QString& name);
    void said(const QString& message);

private:
    QWidget* createSide();
    QWidget* createSideColumn();
    QWidget* createMain();
    void follow();
    void connectChecks();
    void followChecks();
    std::optional<ChecksReport> report();
    void connectSketch();
    void showSide();

    models::ComposeModel m_model;
    models::ComposePieces m_pieces{m_model};
    models::ComposeSketch m_sketch{m_model};
    PythonImport* m_python;
    models::ChecksModel* m_checks;
    ChecksSide* m_checksSide = nullptr;
    QWidget* m_side = nullptr;
    QWidget* m_drawSide = nullptr;  ///< in its place while one draws
    bool m_isSideWanted = true;
    ComposePlot* m_plot = nullptr;
    FormulaBox* m_formula = nullptr;
    ComposeExamples* m_examples = nullptr;
};

}  // namespace actlab::widgets
