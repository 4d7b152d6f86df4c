// What comes out of the printer. The page is made into a PDF, and read back as paper is: the text of each page, and its QR codes from a
// picture of it.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";

const run = promisify(execFile);
const FOLDER = fileURLToPath(new URL("results/paper", import.meta.url));
/** As an office scanner reads; a phone's camera sees more. */
const DOTS_PER_INCH = 300;
/** Nearer, as somebody holds a phone who was not understood the first time: of two dozen codes on a page zbar may miss one. */
const DOTS_NEARER = 450;

export interface Paper {
  /** The PDF, kept as an artefact. */
  file: string;
  pages: Sheet[];
}

export interface Sheet {
  /** The text, placed as on the sheet. */
  text: string;
  /** The text in the order in which it was written, without spaces and ends of lines: what is one word stays one. */
  flow: string;
  /** How much white there is around all ink, in millimetres: the least of the four sides. */
  margin: number;
  /** Of the rows from the first ink to the last, the part with ink at both sides: 1 where a frame is whole. */
  framed: number;
  /** The content of every QR code, byte for byte as UTF-8. */
  codes: string[];
}

/** Prints the page, to `results/paper/<name>.pdf`, and reads it back. */
export async function paper(page: Page, name: string): Promise<Paper> {
  await mkdir(FOLDER, { recursive: true });
  const file = join(FOLDER, `${name}.pdf`);
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: false });
  return { file, pages: await read(file) };
}

/** The number beside the restore codes that opens them. */
export function unlockNumber({ pages }: Paper): string {
  const text = pages.map((page) => page.flow).join("");
  const number = /\d{4}-\d{4}-\d{4}/.exec(text.slice(text.indexOf("ひらく番号")))?.[0];
  if (!number) throw new Error("no unlock number on paper");
  return number;
}

/** The pages of a PDF, as somebody would read them. */
export async function read(file: string): Promise<Sheet[]> {
  const out = async (how: string) => (await run("pdftotext", [how, "-enc", "UTF-8", file, "-"], { maxBuffer: 1 << 26 })).stdout;
  const texts = (await out("-layout")).split("\f").slice(0, -1);
  const flows = (await out("-raw")).split("\f").map((text) => text.replace(/\s/g, ""));
  const folder = await mkdtemp(join(tmpdir(), "tsumugu-paper-"));
  try {
    await run("pdftoppm", ["-gray", "-r", String(DOTS_PER_INCH), file, join(folder, "page")]);
    const pictures = (await readdir(folder)).sort();
    if (pictures.length !== texts.length) throw new Error(`${file}: ${texts.length} pages of text, ${pictures.length} pictures`);
    return await Promise.all(texts.map(async (text, at) => {
      const picture = join(folder, pictures[at] ?? "");
      const found = await codes(picture);
      if (found.length > 1) {
        const near = join(folder, `near-${at}`);
        await run("pdftoppm", ["-gray", "-singlefile", "-r", String(DOTS_NEARER), "-f", String(at + 1), "-l", String(at + 1), file, near]);
        found.push(...(await codes(`${near}.pgm`)).filter((code) => !found.includes(code)));
      }
      return { text, flow: flows[at] ?? "", ...ink(await readFile(picture)), codes: found };
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where the ink of a page is: a grey picture with one byte for each dot, after a header of three lines. */
function ink(picture: Buffer): { margin: number; framed: number } {
  const [header = "", width = 0, height = 0] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString("latin1", 0, 40))?.map((part, at) => (at ? Number(part) : part)) ?? [];
  const [start, wide, high] = [String(header).length, Number(width), Number(height)];
  if (picture.length !== start + wide * high) throw new Error("not a grey picture");
  const rows: { y: number; left: number; right: number }[] = [];
  for (let y = 0; y < high; y += 1) {
    const row = picture.subarray(start + y * wide, start + (y + 1) * wide);
    const left = row.findIndex((dot) => dot < 128);
    if (left < 0) continue;
    rows.push({ y, left, right: row.findLastIndex((dot) => dot < 128) });
  }
  const [first, last] = [rows[0]?.y ?? 0, rows.at(-1)?.y ?? high - 1];
  const left = Math.min(wide, ...rows.map((row) => row.left));
  const right = Math.max(0, ...rows.map((row) => row.right));
  // A line is up to four dots thick.
  const sides = rows.filter((row) => row.left - left < 4 && right - row.right < 4).length;
  const least = Math.min(left, wide - 1 - right, first, high - 1 - last);
  return { margin: (least / DOTS_PER_INCH) * 25.4, framed: sides / (last - first + 1) };
}

/** The QR codes of a picture, as bytes: zbar guesses at the encoding of a text, and guesses wrong for Japanese. It puts nothing between
 *  two codes, so they are told apart by how ours begin. */
async function codes(picture: string): Promise<string[]> {
  const flags = ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "-Sqrcode.binary"];
  // 4 says that there is no code in the picture.
  const { stdout } = await run("zbarimg", [...flags, picture], { encoding: "buffer" }).catch((error: { code?: number; stdout?: Buffer }) => {
    if (error.code === 4) return { stdout: Buffer.alloc(0) };
    throw error;
  });
  return stdout.toString("utf8").split(/(?=救急カード|https?:\/\/)/).map((code) => code.trimEnd()).filter((code) => code !== "");
}
