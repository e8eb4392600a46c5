#pragma once

#include <QObject>
#include <functional>

#include "app/widgets/figure.hpp"

class QMenu;

namespace actlab::widgets {

/// A plot of which a figure can be made.
struct FigurePlace {
    QWidget* plot = nullptr;
    std::function<Figure()> figure;  ///< as the plot is now; may be empty
};

/// What can be done with the figure of a plot, in its context menu.
class FigureMenu : public QObject {
    Q_OBJECT

public:
    explicit FigureMenu(FigurePlace place);

    void fill(QMenu& menu);

Q_SIGNALS:
    /// The person wants this figure's file, in the format by this name; empty: any.
    void exportWanted(const QString& key, const QString& format);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const FigurePlace m_place;
};

}  // namespace actlab::widgets
