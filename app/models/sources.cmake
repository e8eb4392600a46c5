target_sources(actlab-models PRIVATE
  models/activation_list.cpp
  models/explore_model.cpp
  models/exportable.cpp
  models/unsaved_work.cpp
  models/whole_file.cpp
  models/workspace_model.cpp)
