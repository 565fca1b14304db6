//! What comes from a scanner: cards on the glass become pictures at once, a stack from the feeder waits in the Baki.

use image::{Rgb, RgbImage, imageops};
use loket_core::actions::picture::PictureVariant;
use loket_core::actions::scan::Sheet;
use loket_core::capture::{Quad, Taken, decode, rotate};
use loket_core::document::{DocumentKind, PictureSource, Sighting};
use loket_core::error::Code;
use loket_core::kiriman::{KirimanEnd, KirimanSource};
use loket_core::scanner::{Mode, Page};
use loket_tests::{BAGUS, Desk, Guest, Office, RATNA, finish, refused};

/// A4 at 150 dpi.
const GLASS: (u32, u32) = (1240, 1754);
const DPI: u32 = 150;

fn page_of(image: RgbImage) -> Page {
    let (width, height) = image.dimensions();
    Page::new(width, height, Mode::Warna, DPI, image.into_raw()).unwrap()
}

/// Both cards of a guest on the glass, the NPWP upside down, and where the corners of each lie as it is seen upright.
fn glass(guest: &Guest) -> (Page, [(DocumentKind, Quad, u8); 2]) {
    let mut glass = RgbImage::from_pixel(GLASS.0, GLASS.1, Rgb([246, 246, 243]));
    let small = |card: RgbImage| imageops::thumbnail(&card, 506, 319);
    let ktp = small(guest.brought.ktp.draw().unwrap());
    let npwp = rotate(small(guest.brought.npwp.draw().unwrap()), loket_core::capture::TurnedBy::quarters(2));
    imageops::replace(&mut glass, &ktp, 100, 120);
    imageops::replace(&mut glass, &npwp, 400, 900);
    let card = |left: f32, top: f32| {
        [[left, top], [left + 506.0, top], [left + 506.0, top + 319.0], [left, top + 319.0]]
    };
    let (width, height) = (GLASS.0 as f32, GLASS.1 as f32);
    let npwp = card(width - 400.0 - 506.0, height - 900.0 - 319.0);
    (page_of(glass), [(DocumentKind::Ktp, card(100.0, 120.0), 0), (DocumentKind::Npwp, npwp, 2)])
}

/// As the desk does it for each card that was marked on the page.
fn keep(
    desk: &mut Desk,
    guest: &Guest,
    page: &Page,
    (document, corners, turns): (DocumentKind, Quad, u8),
) -> String {
    let cut = page.cut(corners, turns).unwrap();
    let taken = Taken::check(document, cut.page.to_jpeg().unwrap()).unwrap();
    let picture = desk.session.add_picture(&guest.case, PictureSource::Pemindai, taken).unwrap();
    desk.session.crop_picture(&guest.case, &picture, cut.corners, turns).unwrap();
    picture
}

fn seen(desk: &mut Desk, guest: &Guest, picture: &str, variant: PictureVariant) -> RgbImage {
    let look = desk.session.see_picture(&guest.case, picture, variant, Some("diperiksa")).unwrap();
    decode(&look.draw().unwrap()).unwrap().image
}

fn apart(one: &RgbImage, other: &RgbImage) -> f64 {
    let sum: u64 = one.as_raw().iter().zip(other.as_raw()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum as f64 / one.as_raw().len() as f64
}

#[test]
fn two_cards_on_the_glass_become_two_upright_pictures_and_neither_shows_the_other() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let guest = ratna.walk_in("S-01");
    let (page, cards) = glass(&guest);
    let [ktp, npwp] = cards.map(|card| keep(&mut ratna, &guest, &page, card));
    // 4 mm around a card of 506 x 319 pixels.
    for picture in [&ktp, &npwp] {
        let original = seen(&mut ratna, &guest, picture, PictureVariant::Original);
        let (width, height) = original.dimensions();
        assert!((552..=556).contains(&width) && (365..=369).contains(&height), "{width} x {height}");
    }
    let straight = seen(&mut ratna, &guest, &npwp, PictureVariant::Card);
    let drawn = guest.brought.npwp.draw().unwrap();
    assert!(apart(&straight, &drawn) < 12.0, "{}", apart(&straight, &drawn));
    let record = ratna.session.read_case(&guest.case).unwrap();
    assert!(record.pictures.iter().all(|picture| picture.source == PictureSource::Pemindai));
    ratna.session.set_sighting(&guest.case, DocumentKind::Ktp, Sighting::Asli).unwrap();
    ratna.leave();
    finish(office);
}

fn sheet(shade: u8) -> Sheet {
    Sheet::of(&page_of(RgbImage::from_pixel(310, 438, Rgb([shade; 3])))).unwrap()
}

#[test]
fn a_stack_waits_in_the_baki_sheet_by_sheet_and_its_pages_become_pictures_of_a_case() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let stack = ratna.session.receive_stack("EPSON DS-530", &sheet(40)).unwrap();
    // Two blank backs are two sheets, although their pixels are the same.
    for shade in [250, 250] {
        ratna.session.add_sheet(&stack, &sheet(shade)).unwrap();
    }
    let kiriman = ratna.session.kiriman(&stack).unwrap();
    let names: Vec<_> = kiriman.pages.iter().map(|page| (page.name.as_str(), page.sheet)).collect();
    assert_eq!(names, [("Halaman 1", Some(1)), ("Halaman 2", Some(2)), ("Halaman 3", Some(3))]);
    assert_eq!(
        (kiriman.file_name.as_str(), kiriman.source),
        ("Pindaian EPSON DS-530", KirimanSource::Pemindai)
    );
    assert_eq!(ratna.session.home().unwrap().baki, (1, 0));

    let guest = ratna.walk_in("S-01");
    let page = &kiriman.pages[0].id;
    let taken = ratna.session.open_page(&stack, page).unwrap().check(DocumentKind::Akta).unwrap();
    let picture = ratna.session.give_page(&guest.case, &stack, page, taken).unwrap();
    let record = ratna.session.read_case(&guest.case).unwrap();
    let found = record.pictures.iter().find(|found| found.id == picture).unwrap();
    assert_eq!(found.source, PictureSource::Pemindai, "not by e-mail");
    ratna.session.end_kiriman(&stack, KirimanEnd::Selesai).unwrap();
    let late = refused(ratna.session.add_sheet(&stack, &sheet(90)));
    assert_eq!(late.code, Code::CaseErased);
    ratna.leave();
    finish(office);
}

#[test]
fn what_came_before_a_power_cut_is_in_the_baki() {
    let office = Office::open();
    let mut ratna = office.sit_down(RATNA);
    let stack = ratna.session.receive_stack("EPSON DS-530", &sheet(40)).unwrap();
    ratna.session.add_sheet(&stack, &sheet(41)).unwrap();
    drop(ratna);
    let ratna = office.sit_down(RATNA);
    assert_eq!(ratna.session.kiriman(&stack).unwrap().pages.len(), 2);
    ratna.leave();
    finish(office);
}

#[test]
fn a_sheet_belongs_to_a_stack_and_not_to_a_message() {
    let office = Office::staffed();
    let mut bagus = office.sit_down(BAGUS);
    let letter = bagus.receive_letter("S-02");
    assert_eq!(refused(bagus.session.add_sheet(&letter, &sheet(1))).code, Code::InvalidInput);
    assert_eq!(refused(bagus.session.add_sheet("tidak-ada", &sheet(1))).code, Code::NotFound);
    let stack = bagus.session.receive_stack("", &sheet(1)).unwrap();
    let page = bagus.session.kiriman(&stack).unwrap().pages[0].id.clone();
    assert_eq!(
        refused(bagus.session.open_page(&stack, &page)).code,
        Code::RoleForbidden,
        "who may not see pictures"
    );
    bagus.leave();
    finish(office);
}
