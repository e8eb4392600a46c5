#pragma once

#include <QString>

class QWidget;

namespace actlab::widgets {

struct SaveRequest {
    QString title, path;    ///< of the dialog, and what is proposed
    QString filter;         ///< "Figures (*.png *.svg)"
    QString defaultSuffix;  ///< "png": what a name without one gets, before the person is asked about overwriting
};

/// Empty where the person changed their mind.
QString askWhereToSave(const SaveRequest& request, QWidget* parent);

}  // namespace actlab::widgets
