# Headers that nobody here edits, read once instead of for every file: reading them is most of the time of compiling.
# The core-only preset does without (ACTLAB_PRECOMPILE=OFF), so that a missing #include is noticed there.
set(ACTLAB_STANDARD_HEADERS
  <algorithm> <array> <cmath> <functional> <map> <memory> <optional> <span> <string> <variant> <vector>
  <tl/expected.hpp>)
set(ACTLAB_QT_HEADERS
  <QApplication> <QBoxLayout> <QEvent> <QLabel> <QMenu> <QPainter> <QSettings> <QTimer> <QToolButton> <QWidget>)

# actlab_precompile(<target> HEADERS <header> …) or actlab_precompile(<target> AS <other target>): the second has no
# reading of its own; both targets must be compiled with the same flags.
function(actlab_precompile target kind)
  if(NOT ACTLAB_PRECOMPILE)
    return()
  endif()
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
