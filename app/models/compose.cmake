target_sources(actlab-models PRIVATE
  models/another_formula.cpp
  models/compose_gradient.cpp
  models/compose_knots.cpp
  models/compose_model.cpp
  models/compose_naming.cpp
  models/compose_part.cpp
  models/compose_pieces.cpp
  models/compose_sketch.cpp
  models/compose_sketch_search.cpp
  models/formula_proposals.cpp
  models/proposal_list.cpp
  models/python_draft.cpp
  models/python_file.cpp
  models/python_reading.cpp
  models/sketch_drawing.cpp
  models/sketch_proposals.cpp
  models/utf16_place.cpp)
