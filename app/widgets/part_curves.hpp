#pragma once

#include <QLabel>
#include <vector>

#include "app/models/compose_part.hpp"
#include "app/widgets/curve_plot.hpp"

namespace actlab::widgets {

/// The curves and, above them, those of the parts pointed at: whole where one always counts, else thin and dashed
/// where other pieces are chosen.
std::vector<PlottedCurve> withParts(std::vector<PlottedCurve> curves,
                                    const std::vector<const models::ComposePart*>& parts, analysis::Interval x,
                                    int pixels);

/// Names that part beside a stroke in the colour of its curve; empty where there is none.
class PartChip : public QLabel {
    Q_OBJECT

public:
    explicit PartChip(const models::ComposePart& part, QWidget* parent = nullptr);

private:
    void follow();

    const models::ComposePart& m_part;
};

}  // namespace actlab::widgets
