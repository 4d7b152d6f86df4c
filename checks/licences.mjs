// The licences and sources of all dependencies against deny.toml, for where cargo-deny cannot run.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const [, list] = /^allow = (\[[^\]]*\])/m.exec(readFileSync(`${ROOT}deny.toml`, "utf8"));
const allowed = new Set(JSON.parse(list));

const asked = spawnSync("cargo", ["metadata", "--locked", "--format-version=1"], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });
if (asked.status !== 0) {
  console.error(asked.stderr);
  process.exit(1);
}
const packages = JSON.parse(asked.stdout).packages;

/** Whether an SPDX expression can be met with allowed licences. Of its grammar, crates use `OR`, `AND`, brackets and `/` for `OR`. */
function met(expression) {
  const words = expression.replaceAll("/", " OR ").replaceAll(/([()])/g, " $1 ").trim().split(/\s+/);
  const any = () => {
    let good = all();
    while (words[0] === "OR") {
      words.shift();
      const other = all();
      good ||= other;
    }
    return good;
  };
  const all = () => {
    let good = one();
    while (words[0] === "AND") {
      words.shift();
      const other = one();
      good &&= other;
    }
    return good;
  };
  const one = () => {
    let word = words.shift();
    if (word === "(") {
      const good = any();
      words.shift();
      return good;
    }
    if (words[0] === "WITH") word = `${word} ${words.shift()} ${words.shift()}`;
    return allowed.has(word);
  };
  return any();
}

const wrong = packages.flatMap(({ name, version, license, source }) => [
  ...(license && met(license) ? [] : [`${name} ${version}: licence ${license ?? "not given"}`]),
  ...(source === null || source.startsWith("registry+") ? [] : [`${name} ${version}: comes from ${source}`]),
]);
if (wrong.length > 0) {
  console.error(wrong.map((line) => `   ${line}`).join("\n"));
  process.exit(1);
}
console.log(`   ${packages.length} packages: every licence is allowed, every source is a registry or this repository.`);
