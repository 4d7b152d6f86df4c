// `./dev bench`: how fast the app is, as ratios to the least that could do the same, measured in the same minutes.
//
//   node bench/run.mjs [first-visit] [offline] [save] [change] [revisions] [slowest] [--anyway] [--write]
//
// --anyway measures while the machine is busy; --write puts the table into docs/measurements.md. Fails when a bound is passed by
// the whole middle half of the ratios.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import * as change from "./change.mjs";
import * as offline from "./offline.mjs";
import { quiet } from "./pairs.mjs";
import * as revisions from "./revisions.mjs";
import * as save from "./save.mjs";
import { Site } from "./site.mjs";
import * as slowest from "./slowest.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const PAGE = fileURLToPath(new URL("../../docs/measurements.md", import.meta.url));

const flags = process.argv.slice(2).filter((word) => word.startsWith("--"));
const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const wanted = (name) => named.length === 0 || named.includes(name);

/** Lighthouse is large and nothing else needs it. */
function lighthouse() {
  if (existsSync(`${HERE}node_modules/lighthouse`)) return;
  console.log("   fetching Lighthouse from npm, once: 200 MB");
  const done = spawnSync("npm", ["ci", "--silent", "--no-fund", "--no-audit", "--prefix", HERE], { stdio: "inherit" });
  if (done.status !== 0) throw new Error("npm ci failed in end2end/bench");
}

async function measure() {
  const parts = {};
  if (wanted("first-visit")) {
    lighthouse();
    parts["first-visit"] = await import("./first-visit.mjs");
  }
  if (wanted("offline")) parts.offline = offline;
  if (wanted("save")) parts.save = save;
  if (wanted("change")) parts.change = change;
  if (wanted("revisions")) parts.revisions = revisions;
  if (wanted("slowest")) parts.slowest = slowest;
  const site = new Site();
  const rows = [];
  try {
    await site.start();
    for (const part of Object.values(parts)) await part.prepare?.(site);
    await site.stop();
    await site.start();
    for (const [name, part] of Object.entries(parts)) {
      console.log(`\n   ${name}`);
      rows.push(...(await part.measure(site)));
    }
  } finally {
    await site.remove();
  }
  return rows;
}

const cells = (row) => (row.missing ? [row.name, "not measured", "", "", row.missing] : [row.name, row.value, row.spread, row.bound, row.detail]);
const anyway = flags.includes("--anyway");
const busy = !(await quiet(anyway ? 0 : 60));
if (busy && !anyway) {
  console.log("   Not measured: the machine is busy. Run it again when it is quiet.");
  process.exit(0);
}
const load = loadavg()[0].toFixed(2);
const rows = await measure();
const table = ["| measure | median | middle half | bound | |", "|---|---|---|---|---|", ...rows.map((row) => `| ${cells(row).join(" | ")} |`)].join("\n");
console.log(`\n${table}\n`);

if (flags.includes("--write")) {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const where = `${new Date().toISOString().slice(0, 10)}, commit ${commit}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${load} at the start${busy ? ": **busy, not to be judged**" : ""}`;
  const text = readFileSync(PAGE, "utf8");
  const [start, end] = ["<!-- bench -->", "<!-- /bench -->"].map((mark) => text.indexOf(mark));
  writeFileSync(PAGE, `${text.slice(0, start)}<!-- bench -->\n\`./dev bench --write\`, ${where}.\n\n${table}\n${text.slice(end)}`);
}
const past = rows.filter((row) => row.past);
if (past.length > 0) {
  console.error(`Past the bound: ${past.map((row) => row.name).join("; ")}.`);
  process.exit(busy ? 0 : 1);
}
