# Headers that nobody here edits, read once instead of for every file: reading them is most of the time of compiling.
set(ACTLAB_STANDARD_HEADERS
  <algorithm> <array> <cmath> <functional> <map> <memory> <optional> <span> <string> <variant> <vector>
  <tl/expected.hpp>)
set(ACTLAB_QT_HEADERS
  <QApplication> <QBoxLayout> <QEvent> <QLabel> <QMenu> <QPainter> <QSettings> <QTimer> <QToolButton> <QWidget>)

# actlab_precompile(<target> HEADERS <header> …) or actlab_precompile(<target> AS <other target>): the second has no
# reading of its own; both targets must be compiled with the same flags.
function(actlab_precompile target kind)
  if(kind STREQUAL "AS")
    target_precompile_headers(${target} REUSE_FROM ${ARGN})
  else()
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
  # ccache keeps objects made with a precompiled header only so, and when told that dates do not matter, as the build
  # presets do.
  if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES ccache)
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
endfunction()

# actlab_alone(<target>): compiles each file of the target once more, by itself and without headers read in advance, for
# nothing but the compiler's word that it includes what it needs. The core-only preset asks for it.
function(actlab_alone target)
  if(ACTLAB_ALONE)
    get_target_property(sources ${target} SOURCES)
    add_library(${target}_alone OBJECT ${sources})
    target_link_libraries(${target}_alone PRIVATE $<TARGET_PROPERTY:${target},LINK_LIBRARIES>)
    target_compile_definitions(${target}_alone PRIVATE $<TARGET_PROPERTY:${target},COMPILE_DEFINITIONS>)
    target_compile_options(${target}_alone PRIVATE -O0)
    set_target_properties(${target}_alone PROPERTIES UNITY_BUILD OFF)
  endif()
endfunction()
