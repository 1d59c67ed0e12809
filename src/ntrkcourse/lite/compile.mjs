// Runs compile.py in the very Pyodide that readers get, so that it reads what was compiled.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [core, script, from, to] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${core}/pyodide.mjs`).href);
const python = await loadPyodide();
python.mountNodeFS("/from", from);
python.mountNodeFS("/to", to);
python.runPython(readFileSync(script, "utf8"));
