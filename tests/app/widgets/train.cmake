target_sources(widgets_test PRIVATE
  ../models/scripted_training.cpp
  train_boundary_test.cpp
  train_confusion_test.cpp
  train_edits_test.cpp
  train_layer_plot_test.cpp
  train_marks_test.cpp
  train_message_test.cpp
  train_network_columns_test.cpp
  train_network_picture_test.cpp
  train_number_test.cpp
  train_own_data_test.cpp
  train_paint_test.cpp
  train_parameter_plot_test.cpp
  train_view_fields_test.cpp
  train_view_figures_test.cpp
  train_view_test.cpp)
