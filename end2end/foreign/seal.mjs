// What crates/seal writes, opened by other implementations, and the other way round: `jose` for JWE, `@hpke/core` for HPKE, Node's own HKDF.
//
// Reads one JSON array of jobs from standard input and writes the array of their results. All bytes are base64url. A job that fails has
// the result `{"error": …}`, so that the test can ask for a failure too. Run by crates/seal/tests/it/foreign.rs.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { CompactEncrypt, compactDecrypt } from "jose";

const bytes = (words) => new Uint8Array(Buffer.from(words, "base64url"));
const words = (buffer) => Buffer.from(buffer).toString("base64url");
const MOST = 8 * 1024 * 1024;

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

const JOBS = {
  async "jwe-open"({ key, jwe }) {
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, bytes(key), { maxDecompressedLength: MOST });
    return { content: words(plaintext), header: protectedHeader };
  },
  async "jwe-seal"({ key, header, content }) {
    return { jwe: await new CompactEncrypt(bytes(content)).setProtectedHeader({ alg: "dir", enc: "A256GCM", ...header }).encrypt(bytes(key)) };
  },
  async "hpke-keys"({ from }) {
    const { publicKey, privateKey } = await suite.kem.deriveKeyPair(bytes(from));
    return { to: words(await suite.kem.serializePublicKey(publicKey)), secret: words(await suite.kem.serializePrivateKey(privateKey)) };
  },
  // What follows is written from the documentation of crates/seal alone: header, padding, additional data, labels.
  async "content-open"({ key, kind, owner, sealed }) {
    const { plaintext, protectedHeader: header } = await compactDecrypt(sealed, bytes(key));
    const expected = contentHeader(bytes(key), kind, owner, header.n);
    if (JSON.stringify(header) !== JSON.stringify(expected)) throw new Error(`header ${JSON.stringify(header)}`);
    return { content: words(unpad(plaintext)), counter: header.n };
  },
  async "content-seal"({ key, kind, owner, counter, content }) {
    const header = contentHeader(bytes(key), kind, owner, counter);
    return { sealed: await new CompactEncrypt(pad(bytes(content))).setProtectedHeader(header).encrypt(bytes(key)) };
  },
  async "letter-open"({ secret, owner, sealed }) {
    return { content: words(unpad(await openForm(sealed, secret, owner))) };
  },
  async "letter-seal"({ to, kind, owner, content }) {
    return { sealed: await sealForm({ tsumugu: "letter", v: 3, kind }, to, owner, pad(bytes(content))) };
  },
  async "unwrap-for"({ secret, owner, sealed }) {
    return { content: words(await openForm(sealed, secret, owner)) };
  },
  async "wrap-for"({ key, to, kind, owner }) {
    return { sealed: await sealForm({ tsumugu: "wrap", v: 3, kind, kid: derived(bytes(key), "key id") }, to, owner, bytes(key)) };
  },
  async "unwrap-link"({ link, owner, sealed }) {
    const { ct, ...rest } = JSON.parse(sealed);
    const text = bytes(ct);
    const open = createDecipheriv("aes-256-gcm", linkWrap(link, owner), bytes(rest.by.nonce));
    open.setAAD(additional(rest, owner)).setAuthTag(text.subarray(-16));
    return { content: words(Buffer.concat([open.update(text.subarray(0, -16)), open.final()])) };
  },
  async "wrap-link"({ key, link, kind, owner }) {
    const nonce = randomBytes(12);
    const rest = { tsumugu: "wrap", v: 3, kind, kid: derived(bytes(key), "key id"), by: { name: "hkdf-sha256", nonce: words(nonce) } };
    const seal = createCipheriv("aes-256-gcm", linkWrap(link, owner), nonce).setAAD(additional(rest, owner));
    const text = Buffer.concat([seal.update(bytes(key)), seal.final(), seal.getAuthTag()]);
    return { sealed: JSON.stringify({ ...rest, ct: words(text) }) };
  },
  async derived({ link }) {
    const token = bytes(derived(bytes(link), "reply token"));
    const replies = bytes(derived(bytes(link), "reply key"));
    return { token: words(token), hash: words(createHash("sha256").update(token).digest()), replies: derived(replies, "key id") };
  },
};

const derived = (key, label, context = "") =>
  words(hkdfSync("sha256", key, new Uint8Array(), Buffer.from(`tsumugu v3 ${label}\0${context}`), 32));

const linkWrap = (link, owner) => bytes(derived(bytes(link), "wrap by link", owner));

const contentHeader = (key, kind, owner, n) => ({
  alg: "dir", enc: "A256GCM", kid: derived(key, "key id"), tsumugu: kind, v: 3, of: derived(key, "owner", owner), n,
});

const additional = (rest, owner) => Buffer.from(`${JSON.stringify(rest)}\0${owner}`);

/** Length as 4 bytes big-endian, the content, zeros up to the next multiple of 1,024. */
function pad(content) {
  const padded = Buffer.alloc(Math.ceil((4 + content.length) / 1024) * 1024);
  padded.writeUInt32BE(content.length);
  padded.set(content, 4);
  return padded;
}

function unpad(padded) {
  const buffer = Buffer.from(padded);
  const length = buffer.readUInt32BE();
  const content = buffer.subarray(4, 4 + length);
  if (content.length !== length || buffer.compare(pad(content)) !== 0) throw new Error("padding");
  return content;
}

const info = ({ tsumugu, kind }, owner) => Buffer.from(`tsumugu v3 hpke ${tsumugu}\0${kind}\0${owner}`);

async function openForm(sealed, secret, owner) {
  const { ct, ...rest } = JSON.parse(sealed);
  const recipientKey = await suite.kem.importKey("raw", bytes(secret), false);
  return suite.open({ recipientKey, enc: bytes(rest.by.enc), info: info(rest, owner) }, bytes(ct), additional(rest, owner));
}

async function sealForm(head, to, owner, content) {
  const recipientPublicKey = await suite.kem.importKey("raw", bytes(to), true);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: info(head, owner) });
  const fingerprint = createHash("sha256").update(bytes(to)).digest();
  const rest = { ...head, by: { name: "hpke", kem: 16, kdf: 1, aead: 2, to: words(fingerprint), enc: words(sender.enc) } };
  return JSON.stringify({ ...rest, ct: words(await sender.seal(content, additional(rest, owner))) });
}

const results = [];
for (const { job, ...rest } of JSON.parse(await text(process.stdin))) {
  try {
    results.push(await JOBS[job](rest));
  } catch (error) {
    results.push({ error: String(error) });
  }
}
process.stdout.write(JSON.stringify(results));
