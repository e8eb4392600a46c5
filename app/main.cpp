#include "app/models/training_session.hpp"
#include "app/models/workspace_model.hpp"
#include "app/widgets/figure_command.hpp"
#include "app/widgets/main_window.hpp"
#include "app/widgets/theme.hpp"

#include <QApplication>
#include <QCommandLineParser>

namespace {

int openWindow()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Explore, compose and train with activations."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("file", QApplication::translate("main", "A document (.actlab) to open."), "[file]");
    parser.process(QCoreApplication::arguments());

    actlab::models::WorkspaceModel workspace;
    actlab::models::TrainingSession session;
    actlab::widgets::MainWindow window(workspace, session);
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.open(parser.positionalArguments().front());
    return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv)
{
    const bool isFigure = actlab::widgets::wantsFigure(argc, argv);
    if (isFigure)
        qputenv("QT_QPA_PLATFORM", "offscreen");  // a figure needs no display
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName("Activation Lab");
    QCoreApplication::setApplicationName("Activation Lab");
    QCoreApplication::setApplicationVersion(ACTLAB_VERSION);
    if (isFigure)
        return actlab::widgets::drawFigure(QCoreApplication::arguments());
    actlab::widgets::applyTheme(*qApp, actlab::widgets::storedThemeChoice());
    return openWindow();
}
