# The window: models (no widgets), widgets, and the program. Paths in the included lists are relative to app/.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Svg PrintSupport)
find_package(QCustomPlotQt6 REQUIRED)   # its targets name Qt6::PrintSupport, hence after Qt

add_library(actlab-models STATIC)
add_library(actlab-widgets STATIC)
set_target_properties(actlab-models actlab-widgets PROPERTIES AUTOMOC ON)
target_link_libraries(actlab-models PUBLIC actlab_flags actlab_workspace actlab_nn Qt6::Core Qt6::Gui)
target_link_libraries(actlab-widgets
  PUBLIC actlab-models Qt6::Widgets
  PRIVATE actlab_exporting Qt6::Svg Qt6::PrintSupport QCustomPlotQt6::QCustomPlotQt6)

actlab_precompile(actlab-models HEADERS ${ACTLAB_STANDARD_HEADERS} <QObject> <QString> <QStringList>)
actlab_precompile(actlab-widgets HEADERS ${ACTLAB_STANDARD_HEADERS} ${ACTLAB_QT_HEADERS})

include(models/sources.cmake)
include(models/compose.cmake)
include(models/training.cmake)
include(widgets/sources.cmake)
include(widgets/resources.cmake)
include(widgets/compose.cmake)
include(widgets/formula.cmake)
include(widgets/train.cmake)

add_executable(activation-lab main.cpp)
target_compile_definitions(activation-lab PRIVATE ACTLAB_VERSION="${PROJECT_VERSION}")
target_link_libraries(activation-lab PRIVATE actlab-widgets)
