target_sources(models_test PRIVATE
  activation_list_test.cpp
  explore_model_test.cpp
  exportable_test.cpp
  unsaved_work_test.cpp
  whole_file_test.cpp
  workspace_model_test.cpp)
