// KaTeX reads formulas:
//
//     node run_katex.js < FORMULAS
//
// in a folder that holds its package. A formula is a line of JSON, a string; the answer is "" where KaTeX takes it, else
// what it says.

const readline = require("readline");
const katex = require(require.resolve("katex", { paths: [process.cwd()] }));

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  let said = "";
  try {
    katex.renderToString(JSON.parse(line), { displayMode: true, throwOnError: true, strict: "error", output: "mathml" });
  } catch (error) {
    said = String(error.message);
  }
  process.stdout.write(JSON.stringify(said) + "\n");
});
