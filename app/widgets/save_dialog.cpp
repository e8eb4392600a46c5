#include "app/widgets/save_dialog.hpp"

#include <QFileDialog>

namespace actlab::widgets {

QString askWhereToSave(const SaveRequest& request, QWidget* parent)
{
    QFileDialog dialog(parent, request.title, QString(), request.filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(request.defaultSuffix);
    dialog.selectFile(request.path);
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

}  // namespace actlab::widgets
