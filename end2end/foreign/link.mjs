// The text of a link, made and read by another implementation (`kill-the-clipboard`). Jobs as in seal.mjs. Run by
// crates/share/tests/it/foreign.rs.
import { text } from "node:stream/consumers";
import { SHL, SHLViewer } from "kill-the-clipboard";

const members = ({ url, key, flag, label, exp }) => ({ url, key, flag, label, exp });

const JOBS = {
  read: ({ link }) => members(new SHLViewer({ shlinkURI: link }).shl),
  make({ server, flag, label, seconds }) {
    const expirationDate = seconds ? new Date(seconds * 1000) : undefined;
    const shl = SHL.generate({ baseManifestURL: server, manifestPath: "/manifest.json", flag, label, expirationDate });
    return { link: shl.toURI(), ...members(shl) };
  },
};

const results = JSON.parse(await text(process.stdin)).map(({ job, ...rest }) => {
  try {
    return JOBS[job](rest);
  } catch (error) {
    return { error: String(error) };
  }
});
process.stdout.write(JSON.stringify(results));
