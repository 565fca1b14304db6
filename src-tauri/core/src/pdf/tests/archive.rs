//! What an archive asks of every paper.

use std::path::Path;
use std::process::Command;

use lopdf::{Document, Object};

use super::samples;
use crate::pdf::*;

#[test]
fn every_paper_claims_pdf_a_2b_and_carries_an_srgb_intent() {
    for (name, pdf) in samples::every_paper() {
        let document = Document::load_mem(&pdf).unwrap();
        let catalog = document.catalog().unwrap();
        let metadata =
            document.get_object(catalog.get(b"Metadata").unwrap().as_reference().unwrap()).unwrap();
        let xmp = String::from_utf8(metadata.as_stream().unwrap().content.clone()).unwrap();
        assert!(xmp.contains("<pdfaid:part>2</pdfaid:part>"), "{name}");
        assert!(xmp.contains("<pdfaid:conformance>B</pdfaid:conformance>"), "{name}");
        let intent = catalog.get(b"OutputIntents").unwrap().as_array().unwrap()[0].as_dict().unwrap();
        let profile = document.get_object(intent.get(b"DestOutputProfile").unwrap().as_reference().unwrap());
        let profile = profile.unwrap().as_stream().unwrap().decompressed_content().unwrap();
        assert_eq!(&profile[12..24], b"mntrRGB XYZ ", "{name}");
        assert_eq!(profile.len(), u32::from_be_bytes(profile[..4].try_into().unwrap()) as usize, "{name}");
    }
}

#[test]
fn every_page_is_a4_and_every_paper_under_400_kb() {
    for (name, pdf) in samples::every_paper() {
        assert!(pdf.len() < 400_000, "{name} has {} bytes", pdf.len());
        let document = Document::load_mem(&pdf).unwrap();
        for page in document.page_iter() {
            let page = document.get_dictionary(page).unwrap();
            let sides = super::numbers(page.get(b"MediaBox").unwrap().as_array().unwrap());
            assert!(
                (sides[2] - 595.276).abs() < 0.01 && (sides[3] - 841.89).abs() < 0.01,
                "{name}: {sides:?}"
            );
        }
    }
}

#[test]
fn a_paper_holds_no_date_and_its_information_agrees_with_its_metadata() {
    for (name, pdf) in samples::every_paper() {
        let document = Document::load_mem(&pdf).unwrap();
        let info = document.trailer.get(b"Info").unwrap().as_reference().unwrap();
        let keys: Vec<_> =
            document.get_dictionary(info).unwrap().iter().map(|(key, _)| key.to_vec()).collect();
        assert_eq!(keys, [b"Title".to_vec(), b"Producer".to_vec()], "{name}");
        let text = String::from_utf8_lossy(&pdf);
        for stamp in ["CreationDate", "ModDate", "CreateDate", "ModifyDate", "MetadataDate"] {
            assert!(!text.contains(stamp), "{name} has {stamp}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_and_another_input_another_identifier() {
    let once = render_bukti(&samples::bukti()).unwrap();
    assert!(once == render_bukti(&samples::bukti()).unwrap());
    let other = Bukti { result: "Dinyatakan sesuai".into(), ..samples::bukti() };
    let identifier = |pdf: &[u8]| Document::load_mem(pdf).unwrap().trailer.get(b"ID").unwrap().clone();
    assert_ne!(identifier(&once), identifier(&render_bukti(&other).unwrap()));
}

/// The test starts itself again and lets the second process write the same papers.
#[test]
fn two_processes_write_the_same_bytes() {
    const TARGET: &str = "LOKET_TEST_PAPERS";
    let papers = samples::every_paper();
    if let Some(folder) = std::env::var_os(TARGET) {
        for (name, bytes) in papers {
            std::fs::write(Path::new(&folder).join(format!("{name}.pdf")), bytes).unwrap();
        }
        return;
    }
    let folder = std::env::temp_dir().join(format!("loket-papers-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "pdf::tests::archive::two_processes_write_the_same_bytes"])
        .env(TARGET, &folder)
        .output()
        .unwrap();
    assert!(done.status.success());
    for (name, bytes) in papers {
        let other = std::fs::read(folder.join(format!("{name}.pdf"))).unwrap();
        assert!(bytes == other, "{name} differs between two processes");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn every_face_is_embedded_as_a_small_subset_and_has_no_glyph_for_nothing() {
    let pdf = render_bukti(&samples::bukti()).unwrap();
    let document = Document::load_mem(&pdf).unwrap();
    let mut faces = 0;
    for object in document.objects.values() {
        let Ok(descriptor) = object.as_dict() else { continue };
        let Ok(program) = descriptor.get(b"FontFile2") else { continue };
        faces += 1;
        let name = descriptor.get(b"FontName").unwrap().as_name().unwrap();
        assert_eq!(name[6], b'+', "a subset is tagged");
        let program = document.get_object(program.as_reference().unwrap()).unwrap().as_stream().unwrap();
        assert!(program.decompressed_content().unwrap().len() < 20_000);
    }
    assert_eq!(faces, 3);
    for (operator, operands) in super::operations(&pdf, 1) {
        let items = match operator.as_str() {
            "TJ" => operands[0].as_array().unwrap().clone(),
            "Tj" => operands,
            _ => continue,
        };
        for item in items {
            if let Object::String(codes, _) = item {
                assert!(codes.chunks(2).all(|code| code != [0, 0]), "a letter became .notdef");
            }
        }
    }
}
