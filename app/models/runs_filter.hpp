#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace actlab::models {

/// The runs in which every word is found somewhere, sorted by a column: numbers as numbers, and those without any
/// last, whichever way.
class RunsFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RunsFilter(QObject* parent = nullptr);
    void setWords(const QString& words);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList m_words;
};

}  // namespace actlab::models
