target_sources(actlab-widgets PRIVATE
  widgets/formula_completion.cpp
  widgets/formula_file.cpp
  widgets/formula_hover.cpp
  widgets/formula_picture.cpp
  widgets/math_box.cpp
  widgets/math_calls.cpp
  widgets/math_layout.cpp
  widgets/math_outline.cpp
  widgets/math_reading.cpp
  widgets/math_symbols.cpp
  widgets/math_type.cpp
  widgets/proposal_delegate.cpp
  widgets/proposal_popup.cpp
  widgets/signature_tip.cpp)
