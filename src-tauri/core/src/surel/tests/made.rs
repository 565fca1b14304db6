//! Files that are made for a test: pictures, messages, zips and PDF.

use std::io::{Cursor, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use image::{ImageFormat, Rgb, RgbImage};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::capture::encode_jpeg;

/// A slope of grey, so that no two sides are alike.
fn slope(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, 90]))
}

pub(super) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encode_jpeg(&slope(width, height), 85).unwrap()
}

pub(super) fn picture(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    slope(width, height).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A multipart message with these attachments.
pub(super) struct Letter {
    head: String,
    parts: Vec<String>,
}

const HEAD: &str = "From: \"Wulan Pertiwi\" <kantor@alasroban.example>\r\n\
    To: lpse@contoh.example\r\n\
    Date: Mon, 23 Nov 2026 08:12:30 +0700\r\n\
    Subject: Permohonan verifikasi CV Alas Roban Sejahtera\r\n";

impl Letter {
    pub(super) fn new() -> Self {
        Self::with_head(HEAD)
    }

    pub(super) fn with_head(head: &str) -> Self {
        let words = "Content-Type: text/plain; charset=utf-8\r\n\r\nMohon diverifikasi.".to_owned();
        Self { head: head.to_owned(), parts: vec![words] }
    }

    pub(super) fn attach(mut self, name: &str, media: &str, bytes: &[u8]) -> Self {
        self.parts.push(format!(
            "Content-Type: {media}; name=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\n\r\n{}",
            STANDARD.encode(bytes)
        ));
        self
    }

    /// A part as it stands, with its own header lines.
    pub(super) fn part(mut self, raw: &str) -> Self {
        self.parts.push(raw.to_owned());
        self
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut text = format!(
            "{}MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"batas\"\r\n\r\n",
            self.head
        );
        for part in &self.parts {
            text.push_str(&format!("--batas\r\n{part}\r\n"));
        }
        text.push_str("--batas--\r\n");
        text.into_bytes()
    }
}

pub(super) fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What stands on one page of a PDF.
#[derive(Clone)]
pub(super) struct PdfPage {
    pub(super) content: String,
    /// Shown as `/Im0`.
    pub(super) image: Option<Stream>,
    pub(super) rotate: i64,
    /// Points.
    pub(super) size: (i64, i64),
}

impl PdfPage {
    /// A4 with nothing on it.
    pub(super) fn empty() -> Self {
        Self { content: String::new(), image: None, rotate: 0, size: (595, 842) }
    }

    /// One JPEG that fills the page, as a scanner makes it.
    pub(super) fn scanned(width: u32, height: u32) -> Self {
        let image = jpeg_object(jpeg(width, height), width, height);
        let size = (i64::from(width), i64::from(height));
        let content = format!("q {width} 0 0 {height} 0 0 cm /Im0 Do Q");
        Self { content, image: Some(image), rotate: 0, size }
    }
}

pub(super) fn jpeg_object(jpeg: Vec<u8>, width: u32, height: u32) -> Stream {
    let head = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => i64::from(width), "Height" => i64::from(height),
        "ColorSpace" => "DeviceRGB", "BitsPerComponent" => 8, "Filter" => "DCTDecode",
    };
    Stream::new(head, jpeg)
}

pub(super) fn pdf(pages: &[PdfPage]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let mut kids = Vec::new();
    for page in pages {
        let content = document.add_object(Stream::new(Dictionary::new(), page.content.clone().into_bytes()));
        let mut resources = Dictionary::new();
        if let Some(image) = &page.image {
            let image = document.add_object(image.clone());
            resources.set("XObject", dictionary! { "Im0" => image });
        }
        let (width, height) = page.size;
        let media = vec![0.into(), 0.into(), width.into(), height.into()];
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => tree, "MediaBox" => media, "Contents" => content,
            "Resources" => resources, "Rotate" => page.rotate,
        });
        kids.push(Object::from(page));
    }
    let count = i64::try_from(kids.len()).unwrap();
    document.set_object(tree, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
