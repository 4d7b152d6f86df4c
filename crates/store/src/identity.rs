//! Names made of random bytes: of records and entries, and of this browser.

use crate::port::Ports;

const DEVICE: &str = "tsumugu.device";

/// A random name for this browser, to tell apart who wrote which revision. Made once, never sent.
pub(crate) fn device_name(ports: &Ports) -> String {
    ports.key_values.get(DEVICE).unwrap_or_else(|| {
        let name = make_id(ports);
        let _ = ports.key_values.set(DEVICE, &name);
        name
    })
}

/// A random id of 80 bits, in hexadecimal.
pub fn make_id(ports: &Ports) -> String {
    let mut bytes = [0; 10];
    ports.entropy.bytes(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
