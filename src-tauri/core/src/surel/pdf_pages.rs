//! Pages of an attached PDF (ISO 32000-1): a page that is one photograph gives it back untouched, any other page
//! is drawn.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::{InterpreterSettings, InterpreterWarning};
use hayro::hayro_syntax::page::Page as PdfPage;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::{DynamicImage, RgbaImage};

use super::delivery::{Delivery, Page};
use super::limits::{Budget, too_much};
use super::pdf_image::{Structure, is_bomb};
use super::stumble;
use crate::capture::{self, PictureFormat};
use crate::error::{Code, Error, Result};

/// Dots per inch at which a page is drawn; a point of a PDF is a 72nd of an inch.
const DPI: f32 = 300.0;
const POINTS: f32 = 72.0;

/// Pixels of a drawn page: A3 at 300 dpi has 17 million. A poster is drawn coarser.
const MOST_DRAWN: f32 = 20_000_000.0;

/// Quality of a drawn page. The original lies sealed beside it.
const QUALITY: u8 = 90;

pub(super) fn take(delivery: &mut Delivery, budget: &mut Budget, name: &str, bytes: &[u8]) {
    if is_bomb(bytes) {
        return delivery.refuse(name, too_much());
    }
    let opened = catching(|| {
        let pdf = Pdf::new(bytes.to_vec()).map_err(|error| refusal(&error))?;
        let structure = Structure::of(bytes, pdf.pages().len());
        Ok((pdf, structure))
    });
    let (pdf, structure) = match opened {
        Ok(opened) => opened,
        Err(why) => return delivery.refuse(name, why),
    };
    if pdf.pages().is_empty() {
        return delivery.refuse(name, damaged());
    }
    if structure.as_ref().is_some_and(Structure::repeats_itself) {
        return delivery.refuse(name, too_much());
    }
    for (index, page) in pdf.pages().iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        if let Err(full) = budget.sheet() {
            return delivery.refuse(name, full);
        }
        let lacks = Arc::<AtomicBool>::default();
        let picture = catching(|| match embedded(structure.as_ref(), index) {
            Some(picture) => Ok(picture),
            None => drawn(page, &lacks),
        });
        // One photograph may fill every page of a small file.
        let picture = picture.and_then(|picture| budget.unpacked(picture.0.len()).map(|()| picture));
        match picture {
            Ok((bytes, width, height)) => {
                delivery.pages.push(Page {
                    name: name.to_owned(),
                    sheet: Some(number),
                    format: PictureFormat::Jpeg,
                    width,
                    height,
                    bytes,
                });
                if lacks.load(Ordering::Relaxed) {
                    let what = format!("Gambar di halaman {number} rusak, jadi halaman itu tidak lengkap.");
                    delivery.refuse(name, damaged().saying(what));
                }
            }
            Err(why) => {
                let what = format!("Halaman {number} tidak dapat dibuka. {}", why.what_happened());
                delivery.refuse(name, why.saying(what));
            }
        }
    }
}

type Picture = (Vec<u8>, u32, u32);

/// The photograph that fills the page, byte for byte.
fn embedded(structure: Option<&Structure>, index: usize) -> Option<Picture> {
    let jpeg = structure?.photograph(index)?;
    let opened = capture::decode(&jpeg).ok()?;
    (opened.format == PictureFormat::Jpeg).then_some((jpeg, opened.width, opened.height))
}

/// The page as it is seen; whether a picture of it could not be, and is left blank.
fn drawn(page: &PdfPage<'_>, lacks: &Arc<AtomicBool>) -> Result<Picture> {
    let (width, height) = page.render_dimensions();
    // Also false for what is no number.
    if !(width >= 1.0 && height >= 1.0 && width / height < 20.0 && height / width < 20.0) {
        return Err(damaged());
    }
    let scale = (DPI / POINTS).min((MOST_DRAWN / (width * height)).sqrt());
    let lacks = Arc::clone(lacks);
    let settings = InterpreterSettings {
        warning_sink: Arc::new(move |warning| {
            if matches!(warning, InterpreterWarning::ImageDecodeFailure) {
                lacks.store(true, Ordering::Relaxed);
            }
        }),
        ..InterpreterSettings::default()
    };
    let pixels = hayro::render(
        page,
        &RenderCache::new(),
        &settings,
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    );
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    let picture = RgbaImage::from_raw(width, height, pixels.data_as_u8_slice().to_vec());
    drop(pixels);
    // The ground is opaque, so what is thrown away is the same everywhere.
    let picture = DynamicImage::from(picture.ok_or_else(damaged)?).into_rgb8();
    Ok((capture::encode_jpeg(&picture, QUALITY)?, width, height))
}

fn catching<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    stumble::catching(work).unwrap_or_else(|| Err(damaged()))
}

fn refusal(error: &LoadPdfError) -> Error {
    match error {
        LoadPdfError::Decryption(_) => Error::new(Code::AttachmentEncrypted, "pdf"),
        LoadPdfError::Invalid => damaged(),
    }
}

fn damaged() -> Error {
    Error::new(Code::PictureTruncated, "pdf").saying("Berkas PDF ini terpotong atau rusak.")
}
