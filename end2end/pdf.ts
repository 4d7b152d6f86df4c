// What comes out of the printer. The page is made into a PDF, and read back as paper is: the text of each page, and its QR codes from a
// picture of it.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";

const run = promisify(execFile);
const FOLDER = fileURLToPath(new URL("results/paper", import.meta.url));
/** As an office scanner reads; a phone's camera sees more. */
const DOTS_PER_INCH = 300;

export interface Paper {
  /** The PDF, kept as an artefact. */
  file: string;
  pages: Sheet[];
}

export interface Sheet {
  /** The text, placed as on the sheet. */
  text: string;
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

/** The pages of a PDF, as somebody would read them. */
export async function read(file: string): Promise<Sheet[]> {
  const texts = (await run("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"], { maxBuffer: 1 << 26 })).stdout.split("\f").slice(0, -1);
  const folder = await mkdtemp(join(tmpdir(), "tsumugu-paper-"));
  try {
    await run("pdftoppm", ["-gray", "-r", String(DOTS_PER_INCH), file, join(folder, "page")]);
    const pictures = (await readdir(folder)).sort();
    if (pictures.length !== texts.length) throw new Error(`${file}: ${texts.length} pages of text, ${pictures.length} pictures`);
    return await Promise.all(texts.map(async (text, at) => ({ text, codes: await codes(join(folder, pictures[at] ?? "")) })));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The QR codes of a picture. zbar guesses at the encoding of the text, and guesses wrong for Japanese; its bytes are right. */
async function codes(picture: string): Promise<string[]> {
  const flags = ["--quiet", "--xml", "-Sdisable", "-Sqrcode.enable", "-Sqrcode.binary"];
  // 4 says that there is no code in the picture.
  const { stdout } = await run("zbarimg", [...flags, picture]).catch((error: { code?: number; stdout?: string }) => {
    if (error.code === 4) return { stdout: error.stdout ?? "" };
    throw error;
  });
  const found = stdout.matchAll(/<data[^>]*?(format='base64')?[^>]*>\s*<!\[CDATA\[([\s\S]*?)\]\]>/g);
  return [...found].map(([, base64, data = ""]) => (base64 ? Buffer.from(data, "base64").toString("utf8") : data));
}
