//! The published answer for the Argon2id that we link, with the secret and the additional data that we never use.

use argon2::{Algorithm, Argon2, AssociatedData, Block, ParamsBuilder, Version};

/// RFC 9106, section 5.3.
#[test]
fn argon2id_of_rfc_9106() {
    let mut params = ParamsBuilder::new();
    params.m_cost(32).t_cost(3).p_cost(4).data(AssociatedData::new(&[4; 12]).unwrap());
    let argon2 = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params.build().unwrap()).unwrap();
    let mut tag = [0; 32];
    argon2.hash_password_into_with_memory(&[1; 32], &[2; 16], &mut tag, vec![Block::new(); 32]).unwrap();
    let expected = [
        0x0d, 0x64, 0x0d, 0xf5, 0x8d, 0x78, 0x76, 0x6c, 0x08, 0xc0, 0x37, 0xa3, 0x4a, 0x8b, 0x53, 0xc9, 0xd0, 0x1e, 0xf0, 0x45, 0x2d, 0x75,
        0xb6, 0x5e, 0xb5, 0x25, 0x20, 0xe9, 0x6b, 0x01, 0xe6, 0x59,
    ];
    assert_eq!(tag, expected);
}
