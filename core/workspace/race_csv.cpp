#include "core/workspace/race_csv.hpp"

#include "core/workspace/csv_text.hpp"

#include <algorithm>

namespace actlab::workspace {

std::string raceCsv(const nn::RaceResult& result)
{
    std::string table = "epoch";
    std::vector<std::vector<nn::CoursePoint>> courses;
    std::size_t longest = 0;
    for (const nn::Standing& standing : result.standings) {
        addCsvText(table, standing.activation->name());
        addCsvText(table, standing.activation->name() + " deviation");
        courses.push_back(nn::meanCourse(standing, result.isOverValues));
        longest = std::max(longest, courses.back().size());
    }
    for (std::size_t epoch = 0; epoch < longest; ++epoch) {
        table += '\n' + std::to_string(epoch);
        for (const auto& course : courses) {
            if (epoch >= course.size()) {
                table += ",,";
                continue;
            }
            addCsvNumber(table, course[epoch].measure.mean);
            const auto& deviation = course[epoch].measure.deviation;
            deviation ? addCsvNumber(table, *deviation) : addCsvText(table, {});
        }
    }
    return table + '\n';
}

}  // namespace actlab::workspace
