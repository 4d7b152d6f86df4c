// Whether bytes carry a value that a person typed: as it is, or in an encoding that code or a browser would put it in by itself.

/** Shorter values would be found everywhere by chance: a month, a yes. In bytes of UTF-8, so two Japanese characters are enough. */
const SHORTEST = 5;

/** What somebody sent, as far as the browser tells. */
export interface Sent {
  url: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** The ways a value may be written. The texts hold one byte in each character. */
export function forms(value: string): string[] {
  const found = new Set<string>();
  for (const spelling of new Set([value, value.normalize("NFC"), value.normalize("NFKC"), value.replace(/[-\s]/g, "")])) {
    const bytes = Buffer.from(spelling);
    if (bytes.length < SHORTEST) continue;
    found.add(bytes.toString("latin1"));
    const percent = encodeURIComponent(spelling);
    found.add(percent).add(percent.toLowerCase()).add(percent.replaceAll("%20", "+"));
    found.add([...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`).join(""));
    found.add(bytes.toString("hex")).add(bytes.toString("hex").toUpperCase());
    // In the middle of base64 the value may start at any of three places; only the signs that its own bits fill are compared.
    for (const before of [0, 1, 2]) {
      const inside = Buffer.concat([Buffer.alloc(before), bytes, Buffer.alloc(2)]).toString("base64");
      const text = inside.slice(Math.ceil((8 * before) / 6), Math.floor((8 * (before + bytes.length)) / 6));
      found.add(text).add(text.replaceAll("+", "-").replaceAll("/", "_"));
    }
    const wide = Buffer.from(spelling, "utf16le");
    found.add(wide.toString("latin1")).add(Buffer.from(wide).swap16().toString("latin1"));
    const escaped = [...spelling].flatMap((sign) => sign.split("")).map((unit) => {
      const code = unit.charCodeAt(0);
      return code < 128 ? unit : `\\u${code.toString(16).padStart(4, "0")}`;
    });
    found.add(escaped.join(""));
  }
  return [...found];
}

/** Everything that was sent with one request, byte for byte, and once more with `%XX` undone. */
function haystack({ url, headers, body }: Sent): string {
  const heads = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const raw = `${Buffer.from([url, ...heads].join("\n")).toString("latin1")}\n${body.toString("latin1")}`;
  const undone = raw.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return raw === undone ? raw : `${raw}\n${undone}`;
}

/** Those of the values that a request carries. */
export function carried(sent: Sent, values: Iterable<string>): string[] {
  const hay = haystack(sent);
  return [...values].filter((value) => forms(value).some((form) => hay.includes(form)));
}

/** Whether a text of the console holds one of the values. */
export function tells(text: string, values: Iterable<string>): string[] {
  return carried({ url: "", headers: {}, body: Buffer.from(text) }, values);
}
