# cmake --build --preset coverage --target coverage: runs the tests and prints the line coverage of core/expr.
find_program(GCOVR gcovr REQUIRED)
add_custom_target(coverage
  COMMAND find ${CMAKE_BINARY_DIR} -name *.gcda -delete
  COMMAND ctest --test-dir ${CMAKE_BINARY_DIR} --output-on-failure -L ^core/ -j 2
  COMMAND ${GCOVR} --root ${CMAKE_SOURCE_DIR} --object-directory ${CMAKE_BINARY_DIR} --filter core/expr/ --print-summary
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  USES_TERMINAL
  VERBATIM)
