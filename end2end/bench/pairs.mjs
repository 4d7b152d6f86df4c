// Ratios on a machine that does other things as well: ours and its control run in turn, each pair gives one ratio.
import { loadavg } from "node:os";

/** Above this, clocks say more about the neighbours than about us. */
const QUIET = 1.0;

/** Whether the machine is quiet; asked once more after some seconds. */
export async function quiet(seconds) {
  if (loadavg()[0] <= QUIET || seconds === 0) return loadavg()[0] <= QUIET;
  console.log(`   The load is ${loadavg()[0].toFixed(2)}: waiting ${seconds} seconds.`);
  await new Promise((later) => setTimeout(later, seconds * 1000));
  return loadavg()[0] <= QUIET;
}

/** Runs both sides in turn, changing who goes first. A side gives a number; what it measures besides, it keeps itself. */
export async function pairs(count, ours, control) {
  const found = [];
  for (let index = 0; index < count; index += 1) {
    const pair = {};
    const sides = [["ours", ours], ["control", control]];
    if (index % 2 === 1) sides.reverse();
    for (const [name, run] of sides) pair[name] = await run();
    found.push(pair);
    process.stdout.write(`   ${index + 1}/${count}: ${pair.ours.toFixed(1)} ÷ ${pair.control.toFixed(1)} = ${(pair.ours / pair.control).toFixed(2)}\n`);
  }
  return found;
}

/** The value below which a share of all values lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  return sorted[low] + (sorted[Math.ceil(at)] - sorted[low]) * (at - low);
}

/** One line of the table: the median of the ratios, the middle half of them, and whether that half is past the bound. */
export function ratio(name, found, bound, unit = "ms") {
  const ratios = found.map((pair) => pair.ours / pair.control);
  const middle = (key) => quantile(found.map((pair) => pair[key]), 0.5);
  const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share));
  return {
    name,
    value: median.toFixed(2),
    spread: `${low.toFixed(2)}–${high.toFixed(2)}`,
    bound: `≤ ${bound}`,
    detail: `${middle("ours").toFixed(0)} ÷ ${middle("control").toFixed(0)} ${unit}, ${found.length} pairs`,
    past: low > bound,
  };
}
