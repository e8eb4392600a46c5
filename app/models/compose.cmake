target_sources(actlab-models PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/compose_model.cpp
  ${CMAKE_CURRENT_LIST_DIR}/compose_naming.cpp
  ${CMAKE_CURRENT_LIST_DIR}/piece_reigns.cpp)
