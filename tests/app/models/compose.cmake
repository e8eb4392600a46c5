target_sources(models_test PRIVATE
  another_formula_test.cpp
  checks_model_test.cpp
  compose_gradient_test.cpp
  compose_model_test.cpp
  compose_part_test.cpp
  compose_pieces_test.cpp
  compose_sketch_test.cpp
  formula_proposals_test.cpp
  latest_answer_test.cpp
  python_draft_test.cpp
  python_file_test.cpp
  python_reader_test.cpp
  python_reading_test.cpp
  sketch_drawing_test.cpp
  utf16_place_test.cpp)
