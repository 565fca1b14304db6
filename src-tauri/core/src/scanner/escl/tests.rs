//! What devices say of themselves, each in its own way, and what is asked of them.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder as _};

use super::able::{Able, uuid_of};
use super::jpeg::page_of;
use super::settings::Settings;
use super::state::trouble_of;
use super::xml::Texts;
use crate::scanner::{Area, Mode, Order, Source, Trouble};

const ORDER: Order = Order { source: Source::Kaca, mode: Mode::Abu, dpi: 300, area: None };

/// As a small flatbed writes it: no prefixes, a range of resolutions, glass only, and no word on formats.
fn flatbed(more: &str) -> String {
    format!(
        "<ScannerCapabilities><Version>2.0</Version>{more}<Platen><PlatenInputCaps>\
         <MaxWidth>2550</MaxWidth><MaxHeight>3300</MaxHeight>\
         <ColorModes><ColorMode>Grayscale8</ColorMode></ColorModes>\
         <XResolutionRange><Min>100</Min><Max>400</Max><Normal>200</Normal><Step>1</Step></XResolutionRange>\
         </PlatenInputCaps></Platen></ScannerCapabilities>"
    )
}

fn settings(order: &Order) -> Option<Settings> {
    Able::read(&flatbed("")).expect("capabilities").settings(order)
}

#[test]
fn a_flatbed_with_a_range_of_resolutions_offers_the_usual_ones_within_it() {
    let able = Able::read(&flatbed("<MakeAndModel>  Contoh\u{7}   Kecil </MakeAndModel>")).unwrap();
    assert_eq!((able.model.as_str(), able.uuid.clone()), ("Contoh   Kecil", None));
    let able = able.capabilities();
    assert_eq!((able.sources, able.modes), (vec![Source::Kaca], vec![Mode::Abu]));
    assert_eq!(able.dpi, [150, 200, 300, 400]);
    assert_eq!(able.bed_mm, [215.9, 279.4]);
}

#[test]
fn a_device_that_does_not_say_its_name_still_has_one() {
    assert_eq!(Able::read(&flatbed("")).unwrap().model, "eSCL");
    let long = "a".repeat(5_000);
    let able = Able::read(&flatbed(&format!("<MakeAndModel>{long}</MakeAndModel>"))).unwrap();
    assert_eq!(able.model.len(), 200);
}

#[test]
fn only_what_every_source_can_do_is_offered() {
    let feeder = "<Adf><AdfDuplexInputCaps><MaxWidth>2550</MaxWidth><MaxHeight>9999</MaxHeight>\
                  <ColorMode>RGB24</ColorMode><ColorMode>Grayscale8</ColorMode>\
                  <DiscreteResolution><XResolution>200</XResolution><YResolution>200</YResolution>\
                  </DiscreteResolution><DiscreteResolution><XResolution>600</XResolution>\
                  <YResolution>300</YResolution></DiscreteResolution></AdfDuplexInputCaps></Adf>";
    let able = Able::read(&flatbed(feeder)).unwrap();
    let all = able.capabilities();
    assert_eq!(all.sources, [Source::Kaca, Source::Pengumpan, Source::PengumpanBolakBalik]);
    assert_eq!((all.modes, all.dpi), (vec![Mode::Abu], vec![200]), "600 x 300 is no resolution");
    let banner = able.settings(&Order { source: Source::Pengumpan, dpi: 200, ..ORDER }).unwrap();
    assert_eq!(banner.size, [2550, 3898], "no longer than the largest original");
}

#[test]
fn a_uuid_is_the_same_however_it_is_written() {
    let plain = "4509a320-00a0-008f-00b6-00559a327d32";
    for said in ["urn:uuid:4509A320-00A0-008F-00B6-00559A327D32", " 4509a320-00a0-008f-00b6-00559a327d32 "] {
        assert_eq!(uuid_of(said), plain);
    }
}

#[test]
fn a_version_goes_back_to_the_device_only_where_it_is_one() {
    for (said, asked) in [("2.63", "2.63"), ("2.0</v><x>", "2.0"), ("dua", "2.0"), ("1234567890", "2.0")] {
        let document = flatbed("").replace("<Version>2.0<", &format!("<Version><![CDATA[{said}]]><"));
        let settings = Able::read(&document).unwrap().settings(&ORDER).unwrap();
        let version = format!("<pwg:Version>{asked}</pwg:Version>");
        assert!(settings.document().contains(&version), "{said}");
    }
}

#[test]
fn what_is_asked_lies_on_the_glass_whatever_was_drawn() {
    let area = |left, top, width, height| Order { area: Some(Area { left, top, width, height }), ..ORDER };
    let card = settings(&area(10.0, 20.0, 85.6, 54.0)).unwrap();
    assert_eq!((card.offset, card.size), ([118, 236], [1011, 638]));
    for order in [
        area(-10.0, -10.0, 85.6, 54.0),
        area(200.0, 270.0, 85.6, 54.0),
        area(0.0, 0.0, f64::INFINITY, 1e300),
        area(f64::NAN, f64::NAN, f64::NAN, f64::NAN),
        area(10.0, 10.0, 0.0, 0.0),
    ] {
        let Settings { offset, size, .. } = settings(&order).unwrap();
        for (at, most) in [2550, 3300].into_iter().enumerate() {
            assert!(size[at] >= 1 && offset[at] + size[at] <= most, "{order:?} {offset:?} {size:?}");
        }
    }
}

#[test]
fn what_a_device_does_not_have_is_not_asked() {
    for order in [
        Order { mode: Mode::Warna, ..ORDER },
        Order { dpi: 600, ..ORDER },
        Order { dpi: 0, ..ORDER },
        Order { source: Source::Pengumpan, ..ORDER },
    ] {
        assert_eq!(settings(&order), None, "{order:?}");
    }
}

#[test]
fn what_is_asked_is_xml_and_names_source_and_sides() {
    let both = "<Adf><AdfDuplexInputCaps><MaxWidth>2550</MaxWidth><MaxHeight>3300</MaxHeight>\
                <ColorMode>Grayscale8</ColorMode><DiscreteResolution><XResolution>300</XResolution>\
                <YResolution>300</YResolution></DiscreteResolution></AdfDuplexInputCaps></Adf>";
    let able = Able::read(&flatbed(both)).unwrap();
    for (source, input, duplex) in [
        (Source::Kaca, "Platen", None),
        (Source::Pengumpan, "Feeder", Some("false")),
        (Source::PengumpanBolakBalik, "Feeder", Some("true")),
    ] {
        let document = able.settings(&Order { source, ..ORDER }).unwrap().document();
        let texts = Texts::read(&document).unwrap();
        assert_eq!(texts.one(&["ScanSettings", "InputSource"]).as_deref(), Some(input));
        assert_eq!(texts.one(&["ScanSettings", "Duplex"]).as_deref(), duplex);
        assert_eq!(texts.one(&["ScanSettings", "ColorMode"]).as_deref(), Some("Grayscale8"));
        assert_eq!(texts.number(&["ScanRegions", "ScanRegion", "Width"]), Some(2550));
    }
}

#[test]
fn a_state_that_nobody_knows_is_no_trouble() {
    for document in ["", "<x/>", "<ScannerStatus><State>Idle</State></ScannerStatus>", "{\"state\":1}"] {
        assert_eq!(trouble_of(document, false), None, "{document}");
    }
    let both = "<s:ScannerStatus xmlns:s='s'><s:State>Stopped</s:State><s:AdfState>ScannerAdfJam</s:AdfState>\
                </s:ScannerStatus>";
    assert_eq!(trouble_of(both, false), Some(Trouble::KertasMacet), "the narrower one helps more");
    assert_eq!(trouble_of(both, true), Some(Trouble::Terputus));
}

#[test]
fn names_and_texts_are_read_whatever_stands_around_them() {
    let texts = Texts::read(
        "\u{feff}<?xml version='1.0'?><a><b> x &amp; <![CDATA[<y>]]> </b><b/><c><b>z</b></c></a>",
    );
    let texts = texts.unwrap();
    assert_eq!(texts.all(&["a", "b"]).collect::<Vec<_>>(), ["x & <y>", "", "z"]);
    assert_eq!(texts.one(&["c", "b"]).as_deref(), Some("z"));
    assert_eq!(texts.one(&["b", "c"]), None);
    for broken in ["<a>", "</a>", "<a></b>", "<a>&lain;</a>", "<!DOCTYPE a><a/>"] {
        assert!(Texts::read(broken).is_none(), "{broken}");
    }
}

fn jpeg(width: u32, height: u32, colour: ExtendedColorType) -> Vec<u8> {
    let channels = if colour == ExtendedColorType::L8 { 1 } else { 3 };
    let pixels = vec![140; (width * height * channels) as usize];
    let mut bytes = Vec::new();
    JpegEncoder::new(&mut bytes).write_image(&pixels, width, height, colour).unwrap();
    bytes
}

#[test]
fn a_page_is_as_large_and_as_colourful_as_it_came() {
    let asked = settings(&ORDER).unwrap();
    let grey = page_of(&jpeg(2560, 40, ExtendedColorType::L8), &asked).unwrap();
    assert_eq!((grey.width, grey.height, grey.mode, grey.dpi), (2560, 40, Mode::Abu, 300));
    let colour = page_of(&jpeg(1275, 40, ExtendedColorType::Rgb8), &asked).unwrap();
    assert_eq!((colour.mode, colour.dpi), (Mode::Warna, 150), "half as many dots as were asked for");
}
