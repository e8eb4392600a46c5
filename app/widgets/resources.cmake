# What the program carries inside itself: icons and the style sheet.
set(icons)
foreach(name check chevron-down chevron-right close compose dark-check dark-chevron-down dark-chevron-up delete down
        draw explore export fit help light-check light-chevron-down light-chevron-up minus moon new open pause play plus
        presenter race redo reset save search sliders snowflake step stop sun train undo up warning)
  list(APPEND icons ${CMAKE_SOURCE_DIR}/resources/icons/${name}.svg)
endforeach()
qt_add_resources(actlab-widgets actlab_look
  PREFIX / BASE ${CMAKE_SOURCE_DIR}/resources
  FILES ${icons} ${CMAKE_SOURCE_DIR}/resources/style.qss ${CMAKE_SOURCE_DIR}/resources/icons/logo.svg)
