//! Shows our own papers inside Loket: PDF bytes in, pixels out, nothing on disk.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::RgbaImage;

use crate::error::{Code, Error, Result};

/// Widest picture of a page; an A4 page at 300 dpi is 2480 pixels wide.
pub const WIDEST: u32 = 4_000;

pub fn page_count(pdf: &[u8]) -> Result<usize> {
    Ok(open(pdf)?.pages().len())
}

/// The same as PNG bytes, for a window.
pub fn render_page_png(pdf: &[u8], page: usize, width: u32) -> Result<Vec<u8>> {
    let picture = render_page(pdf, page, width)?;
    let mut png = std::io::Cursor::new(Vec::new());
    picture
        .write_to(&mut png, image::ImageFormat::Png)
        .map_err(|error| Error::new(Code::Internal, format!("png: {error}")))?;
    Ok(png.into_inner())
}

/// Page `page` (the first is 0) on white, `width` pixels wide. The height follows from the page.
pub fn render_page(pdf: &[u8], page: usize, width: u32) -> Result<RgbaImage> {
    if width == 0 || width > WIDEST {
        return Err(Error::new(Code::InvalidInput, "page width in pixels is out of range"));
    }
    let document = open(pdf)?;
    let page = document.pages().get(page).ok_or_else(|| Error::new(Code::NotFound, "no such page"))?;
    let (page_width, page_height) = page.render_dimensions();
    if !(page_width > 0.0 && page_height > 0.0 && page_height / page_width < 8.0) {
        return Err(Error::new(Code::InvalidInput, "page has no usable size"));
    }
    // A hair more than the ratio: the renderer drops the fraction of a pixel, which would otherwise
    // cost a whole column.
    let scale = (width as f32 + 0.01) / page_width;
    let pixels = hayro::render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    );
    let (width, height) = (u32::from(pixels.width()), u32::from(pixels.height()));
    // The background is opaque, so premultiplied and straight alpha are the same.
    let bytes = pixels.data_as_u8_slice().to_vec();
    RgbaImage::from_raw(width, height, bytes)
        .ok_or_else(|| Error::new(Code::Internal, "page picture has a wrong size"))
}

fn open(pdf: &[u8]) -> Result<Pdf> {
    Pdf::new(pdf.to_vec()).map_err(|_| Error::new(Code::PictureNotAnImage, "not a readable PDF"))
}
