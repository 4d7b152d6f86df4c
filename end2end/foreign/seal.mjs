// What crates/seal writes, opened by other implementations, and the other way round: `jose` for JWE, `@hpke/core` for HPKE, Node's own HKDF.
//
// Reads one JSON array of jobs from standard input and writes the array of their results. All bytes are base64url. A job that fails has
// the result `{"error": …}`, so that the test can ask for a failure too. Run by crates/seal/tests/it/foreign.rs.
import { hkdfSync } from "node:crypto";
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
  async "hpke-open"({ secret, enc, sealed, info, additional }) {
    const recipientKey = await suite.kem.importKey("raw", bytes(secret), false);
    const content = await suite.open({ recipientKey, enc: bytes(enc), info: bytes(info) }, bytes(sealed), bytes(additional));
    return { content: words(content) };
  },
  async "hpke-seal"({ to, content, info, additional }) {
    const recipientPublicKey = await suite.kem.importKey("raw", bytes(to), true);
    const { enc, ct } = await suite.seal({ recipientPublicKey, info: bytes(info) }, bytes(content), bytes(additional));
    return { enc: words(enc), sealed: words(ct) };
  },
  async "hpke-keys"({ from }) {
    const { publicKey, privateKey } = await suite.kem.deriveKeyPair(bytes(from));
    return { to: words(await suite.kem.serializePublicKey(publicKey)), secret: words(await suite.kem.serializePrivateKey(privateKey)) };
  },
  async hkdf({ key, info, length }) {
    return { content: words(hkdfSync("sha256", bytes(key), new Uint8Array(), bytes(info), length)) };
  },
};

const results = [];
for (const { job, ...rest } of JSON.parse(await text(process.stdin))) {
  try {
    results.push(await JOBS[job](rest));
  } catch (error) {
    results.push({ error: String(error) });
  }
}
process.stdout.write(JSON.stringify(results));
