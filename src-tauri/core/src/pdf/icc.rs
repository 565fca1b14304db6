//! The colour profile every archival paper names: sRGB, written here from its published numbers.
//!
//! ICC.1:2001-04 (version 2, the one every reader knows), primaries and curve of IEC 61966-2-1,
//! primaries adapted to D50. A profile of our own needs nobody's licence and holds no date.

/// Points of the tone curve; enough that a straight line between two of them is exact to 16 bits.
const CURVE_POINTS: u16 = 1024;

/// The profile as bytes, about 2.5 kB.
pub(super) fn srgb_profile() -> Vec<u8> {
    let curve = tone_curve();
    // XYZ in 16.16 fixed point: media white D50, then the three primaries.
    let white = xyz([0x0000_F6D6, 0x0001_0000, 0x0000_D32D]);
    let red = xyz([0x6FA2, 0x38F5, 0x0390]);
    let green = xyz([0x6299, 0xB785, 0x18DA]);
    let blue = xyz([0x24A0, 0x0F84, 0xB6CF]);
    let blocks = [description("sRGB"), text("No rights reserved."), white, red, green, blue, curve];
    let tags: [(&[u8; 4], usize); 9] = [
        (b"desc", 0),
        (b"cprt", 1),
        (b"wtpt", 2),
        (b"rXYZ", 3),
        (b"gXYZ", 4),
        (b"bXYZ", 5),
        (b"rTRC", 6),
        (b"gTRC", 6),
        (b"bTRC", 6),
    ];

    let mut offset = 128 + 4 + 12 * tags.len();
    let mut places = Vec::new();
    let mut body = Vec::new();
    for block in &blocks {
        places.push((offset, block.len()));
        body.extend_from_slice(block);
        body.resize(body.len().next_multiple_of(4), 0);
        offset += block.len().next_multiple_of(4);
    }

    let mut profile = header(offset);
    profile.extend(be(tags.len()));
    for (signature, block) in tags {
        profile.extend_from_slice(signature);
        profile.extend(be(places[block].0));
        profile.extend(be(places[block].1));
    }
    profile.extend(body);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(128);
    header.extend(be(size));
    header.extend([0; 4]);
    header.extend([2, 0x10, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // Date and time of creation: a fixed day, so that the bytes never differ.
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.resize(68, 0);
    // Illuminant of the connection space: D50.
    for value in [0x0000_F6D6_u32, 0x0001_0000, 0x0000_D32D] {
        header.extend(value.to_be_bytes());
    }
    header.resize(128, 0);
    header
}

fn be(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

fn xyz(values: [u32; 3]) -> Vec<u8> {
    let mut block = b"XYZ \0\0\0\0".to_vec();
    block.extend(values.into_iter().flat_map(u32::to_be_bytes));
    block
}

fn text(words: &str) -> Vec<u8> {
    let mut block = b"text\0\0\0\0".to_vec();
    block.extend_from_slice(words.as_bytes());
    block.push(0);
    block
}

/// textDescriptionType: the ASCII name, then an empty Unicode and an empty Macintosh name.
fn description(name: &str) -> Vec<u8> {
    let mut block = b"desc\0\0\0\0".to_vec();
    block.extend(be(name.len() + 1));
    block.extend_from_slice(name.as_bytes());
    block.push(0);
    block.extend([0; 4 + 4 + 2 + 1 + 67]);
    block
}

fn tone_curve() -> Vec<u8> {
    let mut block = b"curv\0\0\0\0".to_vec();
    block.extend(u32::from(CURVE_POINTS).to_be_bytes());
    for point in 0..CURVE_POINTS {
        let encoded = f64::from(point) / f64::from(CURVE_POINTS - 1);
        let linear =
            if encoded <= 0.040_45 { encoded / 12.92 } else { ((encoded + 0.055) / 1.055).powf(2.4) };
        // Between 0 and 65535 by construction, so the cast only drops the fraction.
        block.extend(((linear * 65_535.0).round() as u16).to_be_bytes());
    }
    block
}
