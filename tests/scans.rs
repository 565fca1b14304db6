//! Files as an office's scanner makes them: a PDF with one photo on each page, and a TIFF with many.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// Dots per inch of the pages.
const DPI: u32 = 300;

/// A PDF whose pages are these JPEGs, each over all of its page; with the size of each in pixels.
pub fn pdf_of(pages: &[(Vec<u8>, u32, u32)]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let mut kids = Vec::new();
    for (jpeg, width, height) in pages {
        let points = |pixels: u32| (pixels * 72) as f32 / DPI as f32;
        let image = dictionary! {
            "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(*width),
            "Height" => i64::from(*height), "ColorSpace" => "DeviceRGB", "BitsPerComponent" => 8,
            "Filter" => "DCTDecode",
        };
        let image = document.add_object(Stream::new(image, jpeg.clone()).with_compression(false));
        let (across, down) = (points(*width), points(*height));
        let drawn = format!("q {across} 0 0 {down} 0 0 cm /Im0 Do Q");
        let content = document.add_object(Stream::new(Dictionary::new(), drawn.into_bytes()));
        let page = dictionary! {
            "Type" => "Page", "Parent" => tree, "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), across.into(), down.into()],
            "Resources" => dictionary! { "XObject" => dictionary! { "Im0" => image } },
        };
        kids.push(Object::from(document.add_object(page)));
    }
    let count = kids.len() as i64;
    document.objects.insert(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count }.into());
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

/// A grey TIFF of so many pages, each of another shade (TIFF 6.0, section 2).
pub fn tiff_of(pages: u8, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"II*\0".to_vec();
    let mut link = bytes.len();
    bytes.extend([0; 4]);
    for page in 0..pages {
        let strip = bytes.len() as u32;
        bytes.extend(std::iter::repeat_n(40 + page, (width * height) as usize));
        if bytes.len() % 2 == 1 {
            bytes.push(0);
        }
        let directory = bytes.len() as u32;
        bytes[link..link + 4].copy_from_slice(&directory.to_le_bytes());
        let entries: [(u16, u32); 8] = [
            (256, width),
            (257, height),
            (258, 8),
            (259, 1),
            (262, 1),
            (273, strip),
            (278, height),
            (279, width * height),
        ];
        bytes.extend((entries.len() as u16).to_le_bytes());
        for (tag, value) in entries {
            bytes.extend(tag.to_le_bytes());
            bytes.extend(4_u16.to_le_bytes());
            bytes.extend(1_u32.to_le_bytes());
            bytes.extend(value.to_le_bytes());
        }
        link = bytes.len();
        bytes.extend([0; 4]);
    }
    bytes
}
