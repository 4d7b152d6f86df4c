//! Names made of random bytes: of records and entries, and of this browser.

use crate::port::Ports;

const DEVICE: &str = "tsumugu.device";
const SEQ: &str = "tsumugu.seq";

/// A random name for this browser, to tell apart who wrote which revision. Never sent.
pub(crate) fn device_name(ports: &Ports) -> String {
    ports.key_values.get(DEVICE).unwrap_or_else(|| {
        let name = make_id(ports);
        let _ = ports.key_values.set(DEVICE, &name);
        name
    })
}

/// The next number of this browser's revisions: higher than every one that it has given and than `known`.
pub(crate) fn next_seq(ports: &Ports, known: u32) -> u32 {
    let last = ports.key_values.get(SEQ).and_then(|raw| raw.parse().ok()).unwrap_or(0);
    let next = known.max(last).saturating_add(1);
    // A store that lost it: what the journal holds of the record is counted as well.
    let _ = ports.key_values.set(SEQ, &next.to_string());
    next
}

/// Takes another name from now on. After something was erased: what is begun anew does not come after what was.
pub(crate) fn forget_device(ports: &Ports) {
    ports.key_values.remove(DEVICE);
    ports.key_values.remove(SEQ);
}

/// A random id of 80 bits, in hexadecimal.
pub fn make_id(ports: &Ports) -> String {
    let mut bytes = [0; 10];
    ports.entropy.bytes(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
