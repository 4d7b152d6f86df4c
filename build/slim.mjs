// Makes what wasm-bindgen wrote smaller before wasm-opt sees it, and changes nothing that runs:
// * Imports get names of one or two letters, in the wasm file and in its loader. wasm-bindgen gives each a hash of 16 figures, which
//   no compression can squeeze; together they come to 5 kB.
// * Exports that only the server functions of Leptos would use are dropped, and with them the code behind them. We have none.
//
//   node build/slim.mjs FOLDER      with one .wasm and one .js file in it
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const UNUSED = /^(__wbg_)?intounderlying|^_WASM_SPLIT_MARKER/;
const SECTION = { imports: 2, exports: 7 };

/** Reads the parts of a wasm file: numbers as LEB128 and names (WebAssembly core specification, §5.2). */
class Reader {
  at = 0;
  constructor(bytes) {
    this.bytes = bytes;
  }
  number() {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }
  take(count) {
    return this.bytes.subarray(this.at, (this.at += count));
  }
  name() {
    return this.take(this.number()).toString("utf8");
  }
  /** The bytes that `read` goes over. */
  over(read) {
    const from = this.at;
    read();
    return this.bytes.subarray(from, this.at);
  }
}

function number(value) {
  const bytes = [];
  do bytes.push((value & 127) | (value > 127 ? 128 : 0));
  while ((value >>>= 7) > 0);
  return Buffer.from(bytes);
}
const name = (text) => Buffer.concat([number(Buffer.byteLength(text)), Buffer.from(text)]);

/** Goes over the description of an import: what kind of thing it is, and its type. */
function description(reader) {
  const limits = () => {
    const flags = reader.number();
    reader.number();
    if (flags & 1) reader.number();
  };
  const kind = reader.number();
  if (kind === 0) reader.number();
  else if (kind === 1) (reader.number(), limits());
  else if (kind === 2) limits();
  else if (kind === 3) (reader.number(), reader.number());
  else throw new Error(`an import of kind ${kind}`);
}

function imports(reader, names) {
  const count = reader.number();
  const parts = [number(count)];
  for (let index = 0; index < count; index += 1) {
    const [module, field] = [reader.name(), reader.name()];
    names.set(field, names.get(field) ?? `i${names.size.toString(36)}`);
    parts.push(name(module), name(names.get(field)), reader.over(() => description(reader)));
  }
  return Buffer.concat(parts);
}

function exports(reader) {
  const count = reader.number();
  const parts = [];
  for (let index = 0; index < count; index += 1) {
    const field = reader.name();
    const rest = reader.over(() => (reader.number(), reader.number()));
    if (!UNUSED.test(field)) parts.push(Buffer.concat([name(field), rest]));
  }
  return Buffer.concat([number(parts.length), ...parts]);
}

/** The same module with other names; which import is called what. */
function renamed(wasm) {
  const reader = new Reader(wasm);
  const names = new Map();
  const parts = [reader.take(8)];
  while (reader.at < wasm.length) {
    const id = reader.number();
    let body = reader.take(reader.number());
    if (id === SECTION.imports) body = imports(new Reader(body), names);
    if (id === SECTION.exports) body = exports(new Reader(body));
    parts.push(number(id), number(body.length), body);
  }
  return { wasm: Buffer.concat(parts), names };
}

const folder = process.argv[2];
const only = (end) => {
  const found = readdirSync(folder).filter((file) => file.endsWith(end));
  if (found.length !== 1) throw new Error(`${folder} holds ${found.length} files ${end}`);
  return join(folder, found[0]);
};
const [wasm, loader] = [only(".wasm"), only(".js")];
const done = renamed(readFileSync(wasm));
if ([...done.names.keys()].every((name) => /^i[0-9a-z]{1,3}$/.test(name))) process.exit(0); // Done before.
let text = readFileSync(loader, "utf8");
for (const [before, after] of done.names) {
  // As the key of an import it stands before a colon or a bracket; wasm-bindgen's names are too long to stand anywhere else.
  const found = text.split(before).length - 1;
  if (found === 0 || before.length < 12) throw new Error(`${loader} does not give ${before}`);
  text = text.replaceAll(new RegExp(`\\b${before.replaceAll("$", "\\$")}\\b`, "g"), after);
}
// What cargo-leptos leaves to us of the loader: comments and indentation.
text = text.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, "").replace(/^\s+/gm, "");
writeFileSync(wasm, done.wasm);
writeFileSync(loader, text);
