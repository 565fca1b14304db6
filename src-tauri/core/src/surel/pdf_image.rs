//! What stands in a PDF before anything of it is drawn: whether it swells when opened, and whether a page is
//! nothing but one photograph.

use std::io::{self, Read as _};

use flate2::read::ZlibDecoder;
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// Bytes that one compressed stream may become: pixels of A3 at 600 dpi in colour, or objects and drawing.
const MOST_PIXEL_BYTES: u64 = 250_000_000;
const MOST_OTHER_BYTES: u64 = 60_000_000;
/// Bytes that all streams may become.
const MOST_ALTOGETHER: u64 = 1_000_000_000;
/// Pixels that one picture may declare: A3 at 600 dpi has 70 million.
const MOST_PIXELS: u64 = 100_000_000;

/// Pieces of which the drawing of one page is put together.
const MOST_PIECES: usize = 100;

/// How far in front of its stream a dictionary is looked for.
const DICTIONARY: usize = 2_048;

/// Share of the page that the photograph must cover, and how much wider or higher it may be drawn than it is.
const COVERS: f32 = 0.9;
const DISTORTED: f32 = 1.03;

/// Whether opening the file would fill the memory. It is read as plain bytes: a parser that unpacks to find
/// out has already lost.
pub(super) fn is_bomb(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"stream";
    let (mut altogether, mut read) = (0, 0);
    let mut from = 0;
    while let Some(at) = bytes[from..].windows(MARK.len()).position(|window| window == MARK) {
        let begin = from + at;
        from = begin + MARK.len();
        if bytes[..begin].ends_with(b"end") {
            continue;
        }
        let before = &bytes[begin.saturating_sub(DICTIONARY)..begin];
        let own = before.windows(4).rposition(|window| window == b" obj").map_or(0, |at| at + 4);
        let dictionary = &before[own..];
        let is_picture = says(dictionary, b"/Image");
        if (is_picture && declared_pixels(dictionary) > MOST_PIXELS) || packs_twice(dictionary) {
            return true;
        }
        let data = &bytes[from..];
        let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).unwrap_or(data);
        let most = if is_picture { MOST_PIXEL_BYTES } else { MOST_OTHER_BYTES };
        let mut unpacked = ZlibDecoder::new(data).take(most + 1);
        // What does not unpack to its end still counts up to there.
        let mut counted = Counted(0);
        let _ = io::copy(&mut unpacked, &mut counted);
        altogether += counted.0;
        read += unpacked.get_ref().total_in();
        // Streams that overlap are no work of a scanner, and would be read over and over.
        let overlaps = read > bytes.len() as u64 * 2 + 1_000_000;
        if counted.0 > most || altogether > MOST_ALTOGETHER || overlaps {
            return true;
        }
    }
    false
}

/// Counts what is written and keeps nothing.
struct Counted(u64);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn says(text: &[u8], mark: &[u8]) -> bool {
    text.windows(mark.len()).any(|window| window == mark)
}

/// A packed stream in a packed stream: what it becomes cannot be told in one pass, and nobody needs it.
fn packs_twice(dictionary: &[u8]) -> bool {
    const NAME: &[u8] = b"/FlateDecode";
    dictionary.windows(NAME.len()).filter(|window| *window == NAME).count() > 1
}

fn declared_pixels(dictionary: &[u8]) -> u64 {
    let number_after = |key: &[u8]| -> u64 {
        let Some(at) = dictionary.windows(key.len()).position(|window| window == key) else { return 0 };
        let digits = dictionary[at + key.len()..].trim_ascii_start();
        let digits = digits.iter().take_while(|byte| byte.is_ascii_digit()).take(12);
        digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
    };
    number_after(b"/Width").saturating_mul(number_after(b"/Height"))
}

/// The objects of a PDF, to look for photographs.
pub(super) struct Structure {
    document: Document,
    pages: Vec<ObjectId>,
}

impl Structure {
    /// Nothing where the file is encrypted or read differently from how it is drawn.
    pub(super) fn of(bytes: &[u8], pages_drawn: usize) -> Option<Self> {
        let document = Document::load_mem(bytes).ok().filter(|document| !document.is_encrypted())?;
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        (pages.len() == pages_drawn).then_some(Self { document, pages })
    }

    /// Whether a page is drawn from more pieces than any program makes; one piece may be named over and over.
    pub(super) fn repeats_itself(&self) -> bool {
        self.pages.iter().any(|page| self.document.get_page_contents(*page).len() > MOST_PIECES)
    }

    /// The bytes of the JPEG, where the page shows it alone, upright, whole and in its own proportions.
    pub(super) fn photograph(&self, index: usize) -> Option<Vec<u8>> {
        let id = *self.pages.get(index)?;
        let page = self.document.get_dictionary(id).ok()?;
        if page.has(b"Annots")
            || self.inherited(page, b"Rotate").is_some_and(|turn| !matches!(turn.as_i64(), Ok(0)))
        {
            return None;
        }
        let content = Content::decode(&self.document.get_page_content(id)).ok()?;
        let (name, matrix) = only_picture(&content.operations)?;
        let picture = self.x_object(page, name)?;
        let (width, height) = plain_jpeg(&self.document, picture)?;
        let shown = self.inherited(page, b"CropBox").or_else(|| self.inherited(page, b"MediaBox"))?;
        covers(matrix, numbers(self.resolved(shown).as_array().ok()?)?, (width, height))
            .then(|| picture.content.clone())
    }

    fn resolved<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).map_or(object, |(_, object)| object)
    }

    /// A value that a page may leave to the nodes above it. The tree of a damaged file may be a ring.
    fn inherited<'a>(&'a self, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        let mut node = page;
        for _ in 0..16 {
            if let Ok(found) = node.get(key) {
                return Some(self.resolved(found));
            }
            node = self.resolved(node.get(b"Parent").ok()?).as_dict().ok()?;
        }
        None
    }

    fn x_object<'a>(&'a self, page: &'a Dictionary, name: &[u8]) -> Option<&'a Stream> {
        let resources = self.inherited(page, b"Resources")?.as_dict().ok()?;
        let all = self.resolved(resources.get(b"XObject").ok()?).as_dict().ok()?;
        self.resolved(all.get(name).ok()?).as_stream().ok()
    }
}

/// Name and place of the picture on a page that draws one picture and nothing else.
fn only_picture(operations: &[Operation]) -> Option<(&[u8], [f32; 6])> {
    let mut matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let mut found = None;
    for operation in operations {
        match operation.operator.as_str() {
            "q" | "Q" => {}
            "cm" if found.is_none() => matrix = times(numbers(&operation.operands)?, matrix),
            "Do" if found.is_none() => found = Some((operation.operands.first()?.as_name().ok()?, matrix)),
            _ => return None,
        }
    }
    found
}

/// First `inner`, then `outer`.
fn times(inner: [f32; 6], outer: [f32; 6]) -> [f32; 6] {
    let [a, b, c, d, e, f] = inner;
    let [oa, ob, oc, od, oe, of] = outer;
    [
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    ]
}

fn numbers<const N: usize>(objects: &[Object]) -> Option<[f32; N]> {
    let all: Vec<f32> = objects.iter().filter_map(|object| object.as_float().ok()).collect();
    <[f32; N]>::try_from(all).ok()
}

/// Width and height of a JPEG that means on the page what it means in a file.
fn plain_jpeg(document: &Document, picture: &Stream) -> Option<(f32, f32)> {
    let dictionary = &picture.dict;
    let is_name = |object: &Object, name: &[u8]| object.as_name().is_ok_and(|found| found == name);
    let filter = dictionary.get(b"Filter").ok()?;
    let is_jpeg = match filter.as_array() {
        Ok(chain) => matches!(chain.as_slice(), [only] if is_name(only, b"DCTDecode")),
        Err(_) => is_name(filter, b"DCTDecode"),
    };
    let changed = [&b"SMask"[..], b"Mask", b"Decode", b"ImageMask"].iter().any(|key| dictionary.has(key));
    let space = dictionary.get(b"ColorSpace").ok().and_then(|space| document.dereference(space).ok())?.1;
    let is_plain = match space.as_array() {
        Ok(parts) => {
            let profile = parts.get(1).and_then(|profile| document.dereference(profile).ok());
            let channels =
                profile.and_then(|(_, profile)| profile.as_stream().ok()?.dict.get(b"N").ok()?.as_i64().ok());
            is_name(parts.first()?, b"ICCBased") && matches!(channels, Some(1 | 3))
        }
        Err(_) => is_name(space, b"DeviceRGB") || is_name(space, b"DeviceGray"),
    };
    let side = |key: &[u8]| dictionary.get(key).ok()?.as_float().ok();
    (is_jpeg && !changed && is_plain && !turns_itself(&picture.content))
        .then_some((side(b"Width")?, side(b"Height")?))
}

/// A PDF ignores the turn that a camera wrote into its JPEG; a file does not.
fn turns_itself(jpeg: &[u8]) -> bool {
    use image::ImageDecoder as _;
    use image::codecs::jpeg::JpegDecoder;
    use image::metadata::Orientation;
    JpegDecoder::new(io::Cursor::new(jpeg))
        .and_then(|mut decoder| decoder.orientation())
        .is_ok_and(|orientation| orientation != Orientation::NoTransforms)
}

/// Whether a picture so placed fills the page and is neither mirrored, turned nor stretched.
fn covers(matrix: [f32; 6], shown: [f32; 4], (width, height): (f32, f32)) -> bool {
    let [a, b, c, d, e, f] = matrix;
    let [left, bottom, right, top] = shown;
    let upright = a > 0.0 && d > 0.0 && b.abs() < 0.01 && c.abs() < 0.01;
    let stretched = (a / d) / (width / height);
    let across = (right.min(e + a) - left.max(e)) / (right - left);
    let down = (top.min(f + d) - bottom.max(f)) / (top - bottom);
    // Also false for what is no number. A picture that hangs over the edge of the page is cut by it.
    let whole = a <= (right - left) * DISTORTED && d <= (top - bottom) * DISTORTED;
    upright
        && whole
        && across >= COVERS
        && down >= COVERS
        && stretched < DISTORTED
        && stretched > 1.0 / DISTORTED
}
