//! Makes a drawn document archival: PDF/A-2b (ISO 19005-2), same input, same bytes.
//!
//! The PDF writer gives a plain document with a random identifier and dates. This pass takes those
//! away and adds what an archive asks for: XMP metadata that names the standard, the sRGB output
//! intent, the language. Later the Bukti becomes PDF/A-3b: another [`Level`] and one attached file,
//! both at home here.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use lopdf::{Dictionary, Document, Object, Stream, StringFormat};
use printpdf::{
    ExtendedGraphicsState, ExtendedGraphicsStateId, ExternalXObject, FontId, PdfDocument, PdfFont, PdfPage,
    PdfSaveOptions, XObject, XObjectId,
};
use sha2::{Digest, Sha256};

use super::fonts::{Face, Fonts};
use super::icc::srgb_profile;
use super::page::Veil;
use crate::error::{Code, Error, Result};

/// Name of the program inside the file. It carries no version: an update must not change papers.
const PRODUCER: &str = "Loket";

/// The archival standard a paper claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    A2b,
}

impl Level {
    /// Part and conformance as the PDF/A identification schema spells them.
    fn claim(self) -> (u8, char) {
        match self {
            Self::A2b => (2, 'B'),
        }
    }
}

/// Everything that becomes one file.
pub(super) struct Drawn {
    pub(super) title: String,
    pub(super) level: Level,
    pub(super) pages: Vec<PdfPage>,
    pub(super) pictures: BTreeMap<String, ExternalXObject>,
}

/// Writes the file.
pub(super) fn archival(fonts: &Fonts, drawn: Drawn) -> Result<Vec<u8>> {
    let Drawn { title, level, pages, pictures } = drawn;
    let mut draft = PdfDocument::new("");
    draft.pages = pages;
    let resources = &mut draft.resources;
    for face in Face::ALL {
        let font = PdfFont::new(fonts.of(face).clone());
        resources.fonts.map.insert(FontId(face.resource().to_owned()), font);
    }
    for veil in Veil::ALL {
        let state = ExtendedGraphicsState::default().with_current_fill_alpha(veil.alpha());
        resources.extgstates.map.insert(ExtendedGraphicsStateId(veil.resource().to_owned()), state);
    }
    for (name, picture) in pictures {
        resources.xobjects.map.insert(XObjectId(name), XObject::External(picture));
    }

    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut warnings = Vec::new();
    let mut document = draft.to_lopdf_document(&options, &mut warnings);
    if !warnings.is_empty() {
        // A warning may quote the page, so only their number is told.
        return Err(Error::new(Code::Internal, format!("the PDF writer gave {} warnings", warnings.len())));
    }
    finish(&mut document, &title, level)?;

    let mut bytes = Vec::new();
    document.save_to(&mut bytes).map_err(|_| Error::new(Code::Internal, "the PDF could not be written"))?;
    Ok(bytes)
}

fn finish(document: &mut Document, title: &str, level: Level) -> Result<()> {
    let broken = |_| Error::new(Code::Internal, "the PDF writer left no catalogue");
    document.version = "1.7".to_owned();

    let info = document.trailer.remove(b"Info").and_then(|info| info.as_reference().ok());
    if let Some(info) = info {
        let mut entries = Dictionary::new();
        entries.set("Title", text_string(title));
        entries.set("Producer", text_string(PRODUCER));
        document.set_object(info, entries);
        document.trailer.set("Info", info);
    }

    let mut metadata = Dictionary::new();
    metadata.set("Type", "Metadata");
    metadata.set("Subtype", "XML");
    let metadata = Stream::new(metadata, xmp(title, level).into_bytes()).with_compression(false);
    let metadata = document.add_object(metadata);

    static PROFILE: OnceLock<Vec<u8>> = OnceLock::new();
    let mut profile = Dictionary::new();
    profile.set("N", 3);
    let profile = document.add_object(Stream::new(profile, PROFILE.get_or_init(srgb_profile).clone()));
    let mut intent = Dictionary::new();
    intent.set("Type", "OutputIntent");
    intent.set("S", "GTS_PDFA1");
    intent.set("OutputConditionIdentifier", Object::string_literal("sRGB"));
    intent.set("Info", Object::string_literal("sRGB IEC61966-2.1"));
    intent.set("DestOutputProfile", profile);

    let mut viewer = Dictionary::new();
    viewer.set("DisplayDocTitle", true);
    // Readers must not shrink the page when it is printed: copies are true to size.
    viewer.set("PrintScaling", "None");

    let catalog = document.catalog_mut().map_err(broken)?;
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![Object::Dictionary(intent)]);
    catalog.set("Lang", Object::string_literal("id-ID"));
    catalog.set("ViewerPreferences", viewer);
    catalog.remove(b"PageLayout");

    document.compress();
    let identifier = Object::String(identifier(document, title), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![identifier.clone(), identifier]);
    Ok(())
}

/// The identifier of a file is a digest of what it shows, so it differs exactly when the file does.
fn identifier(document: &Document, title: &str) -> Vec<u8> {
    let mut digest = Sha256::new_with_prefix(title.as_bytes());
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            digest.update(stream.content.len().to_be_bytes());
            digest.update(&stream.content);
        }
    }
    digest.finalize()[..16].to_vec()
}

/// A PDF text string: plain where it can be, else UTF-16 (ISO 32000-1, 7.9.2.2).
fn text_string(text: &str) -> Object {
    if text.is_ascii() {
        return Object::string_literal(text);
    }
    let bytes = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn xmp(title: &str, level: Level) -> String {
    let (part, conformance) = level.claim();
    let title = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>{conformance}</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{FEFF}'
    )
}
