#include "app/models/training_session.hpp"
#include "app/models/watchable_training.hpp"
#include "app/models/workspace_model.hpp"
#include "app/widgets/figure_command.hpp"
#include "app/widgets/main_window.hpp"
#include "app/widgets/theme.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <cstdio>

namespace {

int openWindow()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Explore, compose and train with activations."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("file", QApplication::translate("main", "A document (.actlab) to open."), "[file]");
    if (!parser.parse(QCoreApplication::arguments())) {
        std::fprintf(stderr, "%s\n", parser.errorText().toUtf8().constData());
        return 2;
    }
    parser.process(QCoreApplication::arguments());  // answers --help and --version

    actlab::models::WorkspaceModel workspace;
    actlab::models::TrainingSession session(nullptr, actlab::models::watchable(actlab::nn::train));
    actlab::widgets::MainWindow window(workspace, session);
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.open(parser.positionalArguments().front());
    else
        window.restoreWork();
    return QApplication::exec();
}

/// Without a display, and without what Qt says about one: the only words are the answer.
void answerQuietly()
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
}

}  // namespace

int main(int argc, char** argv)
{
    if (actlab::widgets::needsNoDisplay(argc, argv))
        answerQuietly();
    if (actlab::widgets::lacksDisplay(argc, argv)) {
        std::fprintf(stderr, "activation-lab: there is no display to open a window on; --figure needs none\n");
        return 1;
    }
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName("Activation Lab");
    QCoreApplication::setApplicationName("Activation Lab");
    QCoreApplication::setApplicationVersion(ACTLAB_VERSION);
    if (actlab::widgets::wantsFigure(argc, argv))
        return actlab::widgets::drawFigure(QCoreApplication::arguments());
    actlab::widgets::applyTheme(*qApp, actlab::widgets::storedThemeChoice());
    return openWindow();
}
