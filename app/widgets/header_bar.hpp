#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace actlab::widgets {

class SegmentedSwitch;

/// The strip under the menu: the three workspaces, the search for everything, light and dark, presenter mode.
class HeaderBar : public QWidget {
    Q_OBJECT

public:
    explicit HeaderBar(QWidget* parent = nullptr);

    void setPlace(int place);  ///< 0 Explore, 1 Compose, 2 Train; -1: none of them; does not emit
    void setSearchable(const QStringList& names);
    void focusSearch();

Q_SIGNALS:
    void placeChosen(int place);
    void searched(const QString& name);  ///< one of the searchable names
    void themeToggled();
    void presenterToggled();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createSearch();
    void choose(const QString& name);
    void showThemeIcon();

    SegmentedSwitch* m_places;
    QLineEdit* m_search;
    QToolButton* m_theme;
};

}  // namespace actlab::widgets
