// onnxruntime runs ONNX files:
//
//     node run_onnx.js < JOBS
//
// in a folder that holds its package. A job is a line of JSON: the file, its input's numbers, name and shape; the answer
// is one too: the output's numbers as text and its shape, or the error.

const readline = require("readline");
const ort = require(require.resolve("onnxruntime-node", { paths: [process.cwd()] }));

const options = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 };

async function answer({ file, input, x, shape }) {
  const session = await ort.InferenceSession.create(file, options);
  const given = new ort.Tensor("float32", Float32Array.from(x), shape);
  const output = (await session.run({ [input]: given }))[session.outputNames[0]];
  return { y: Array.from(output.data, String), shape: output.dims };
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const said = await answer(JSON.parse(line)).catch((error) => ({ error: String(error.message) }));
    process.stdout.write(JSON.stringify(said) + "\n");
  }
})();
