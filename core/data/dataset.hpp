#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/error.hpp"

namespace actlab::data {

enum class Task { Classification, Regression };

/// Rows of numbers. Classification targets are class numbers 0, 1, …; regression targets are values.
struct Table {
    std::size_t features = 0;
    std::vector<float> inputs;   ///< row-major, rows() × features
    std::vector<float> targets;  ///< rows()
    std::size_t rows() const { return targets.size(); }
};

/// How a number of the source became one of the data: (number − mean) / deviation.
struct Scaling {
    double mean = 0, deviation = 1;
    bool operator==(const Scaling&) const = default;
};

/// A number of a place (x, y) that a network may be given beside its coordinates or in their place.
enum class Feature { X, Y, XSquared, YSquared, Product, SineX, SineY };
inline constexpr std::size_t kFeatures = 7;

/// Data ready to train with.
struct Dataset {
    std::string name;
    Task task = Task::Classification;
    std::size_t classes = 0;  ///< 0 for regression
    std::vector<std::string> featureNames;
    std::vector<std::string> classNames;
    std::size_t imageWidth = 0, imageHeight = 0;  ///< 0 where the rows are not pictures
    std::vector<std::string> remarks;             ///< sentences on what was left out or changed
    Table train, test;
    std::vector<Scaling> inputScaling = {};  ///< one a feature; empty where they are as the source has them
    Scaling targetScaling = {};              ///< of values
    std::vector<Feature> features = {};      ///< that the inputs are; empty where they are the places themselves
    std::vector<float> trainPlane = {}, testPlane = {};  ///< with features, the places: x and y of each row
};

/// A point that the person painted on the plane.
struct PaintedPoint {
    float x = 0, y = 0;
    std::size_t label = 0;  ///< the number of its class
    bool operator==(const PaintedPoint&) const = default;
};

/// Which data, before it exists: what documents save and what the command line says.
struct DataSpec {
    std::string name = "circle";  ///< a name of dataSets() or of ownDataSets()
    double noise = 0;             ///< 0 to 0.5
    std::size_t samples = 0;      ///< 0: usualSamples(), the Playground's 500 or 1,200, or all there are
    double trainShare = 0.8;      ///< 0.1 to 0.9 (0.5 in TensorFlow Playground)
    std::uint64_t seed = 1;
    std::vector<Feature> features = {};  ///< of a plane, in place of x and y; empty: these two

    // Of ownDataSets() alone.
    std::string file;                  ///< csv: the table; mnist: the pictures
    std::string labels;                ///< mnist: the file of what the pictures show
    std::string target;                ///< csv: the column to learn, by name or by number from 1
    std::string formula;               ///< formula: in x and y
    Task task = Task::Classification;  ///< csv, formula: what is asked
    bool standardise = true;           ///< csv: numbers to mean 0 and deviation 1, by the rows to train on
    std::vector<PaintedPoint> points;  ///< points: in the order of painting
    bool operator==(const DataSpec&) const = default;
};

struct DataSetInfo {
    std::string_view name;   ///< "spiral"
    std::string_view title;  ///< "Two spirals"
    Task task;
    std::size_t features;
    std::string_view about;  ///< one sentence with the source
    std::size_t classes;     ///< 0 for regression
};
/// Those that need nothing but their name.
const std::vector<DataSetInfo>& dataSets();
/// Those that the person brings: "csv", "mnist", "formula", "points". Their features, classes and task are the
/// spec's.
const std::vector<DataSetInfo>& ownDataSets();

/// The first thing that is wrong with a spec, as field and sentence; nullopt where nothing is.
std::optional<Error> validate(const DataSpec& spec);

/// How many rows the set has when `samples` is 0; 0 where only what the person brings knows.
std::size_t usualSamples(const DataSetInfo& set);

/// Asked now and then by what takes long, from the thread that works: whether nobody waits for it any more.
using IsOver = std::function<bool()>;

/// Makes or reads the data, shuffles it once and splits it. The same spec and file give the same data, bit for bit.
/// Answers `isOver` within 100 ms, with an error without a field.
Result<Dataset> load(const DataSpec& spec, const IsOver& isOver = {});

}  // namespace actlab::data
