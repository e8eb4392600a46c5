target_sources(widgets_test PRIVATE
  formula_completion_test.cpp
  formula_field_test.cpp
  formula_file_test.cpp
  formula_hover_test.cpp
  formula_picture_test.cpp
  math_layout_test.cpp
  math_outline_test.cpp
  math_symbols_test.cpp)
