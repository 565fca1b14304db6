//! One sample of every paper, with the fictional persons and firms of the acceptance scenarios.

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, Rgb, RgbImage};

use crate::laporan::{Cell, Heading, NOTES, Table};
use crate::pdf::*;

const PRIVACY: &str = "Data pribadi dipakai hanya untuk verifikasi akun SPSE dan disimpan menurut jadwal \
    retensi arsip. Anda berhak meminta salinan, perbaikan, atau penghapusan: pdp@contoh.go.id.";

pub(super) fn letterhead() -> Letterhead {
    Letterhead {
        government: "PEMERINTAH KABUPATEN CONTOH".into(),
        unit: "SEKRETARIAT DAERAH".into(),
        service: "Layanan Pengadaan Secara Elektronik (LPSE)".into(),
        address_line: "Jl. Contoh No. 1, Contoh · lpse@contoh.go.id · (0285) 000000".into(),
        logo: None,
        practice: false,
    }
}

pub(super) fn logo() -> Pixels {
    let rgb = (0..120_u32 * 140).flat_map(|at| [(at % 251) as u8, 90, (at / 120) as u8]).collect();
    Pixels { width: 120, height: 140, rgb }
}

pub(super) fn signer(role: &str) -> Signer {
    Signer {
        city_date: "Contoh, 23 November 2026".into(),
        role: role.into(),
        name: "Ratna Purnomo".into(),
        nip: "NIP 19880000 000000 0 000".into(),
    }
}

fn row(label: &str, outcome: &str, note: &str) -> ComparedRow {
    ComparedRow { label: label.into(), outcome: outcome.into(), note: note.into() }
}

fn seen(name: &str, hash: &str) -> SeenDocument {
    SeenDocument {
        name: name.into(),
        seen: "Dokumen asli diperiksa langsung".into(),
        archive: "Gambar tersegel".into(),
        hash: hash.into(),
    }
}

/// S-01, with the notes of S-03 so that every kind of row is there.
pub(super) fn bukti() -> Bukti {
    Bukti {
        letterhead: letterhead(),
        number: Some("BV-2026-1-000311".into()),
        company: "CV Alas Roban Sejahtera (badan usaha, pusat)".into(),
        npwp_masked: "**.***.***.*-**3.000".into(),
        attendee: "Wulan Pertiwi, direktur".into(),
        nik_masked: "************9002".into(),
        channel: "Tatap muka, akun baru SPSE".into(),
        time_line: "Senin, 23 November 2026, 09.12–09.31 WIB (19 menit dari mutu baku 30)".into(),
        spse_user_id: "Dicatat saat akun diaktifkan di SPSE".into(),
        replaces: None,
        documents: vec![seen("KTP direktur", "9f3a 71c0…"), seen("NPWP perusahaan", "c41e 08b2…")],
        changes: DataChanges::default(),
        rows: vec![
            row("Bentuk usaha, nama", "Sama", ""),
            row("NPWP", "Setara", "15 angka lama = 0 + 15 angka pada formulir"),
            row("Nama direktur", "Mirip", "Nama pada formulir disingkat. KTP asli memuat nama lengkap."),
            row("NIK", "Sama", "Angka ke-13 diketik ulang dari kartu asli"),
            row("Alamat", "Beda", "Alamat lama pada formulir. Tidak wajib cocok."),
            row("Kewenangan", "–", "Tidak diperiksa (di luar syarat SOP)"),
            row("Daftar hitam", "–", "Tidak tercantum pada daftar tanggal 20 November 2026"),
        ],
        result: "Dinyatakan sesuai dan disetujui".into(),
        next_step:
            "Selanjutnya, lengkapi data kualifikasi di SIKAP. Petugas LPSE akan menghubungi Anda sekitar 26 November 2026."
                .into(),
        seal_lines: vec!["Segel 7c19 e2a4 55d0 81bf".into(), "Catatan ke-4.812".into()],
        signer: signer("Verifikator"),
        privacy_line: PRIVACY.into(),
    }
}

pub(super) fn tanda_terima() -> TandaTerima {
    let item = |name: &str, original_shown, copy_kept, to_follow| HandedIn {
        name: name.into(),
        original_shown,
        copy_kept,
        to_follow,
    };
    TandaTerima {
        letterhead: letterhead(),
        number: "TT-2026-1-000502".into(),
        date_line: "Senin, 23 November 2026, 09.05 WIB".into(),
        permohonan: "2026/0412".into(),
        company: "CV Alas Roban Sejahtera".into(),
        bearer: "Wulan Pertiwi, direktur".into(),
        items: vec![
            item("KTP direktur", true, true, false),
            item("NPWP perusahaan", true, true, false),
            item("Akta pendirian", true, false, false),
            item("Formulir keikutsertaan", false, false, true),
        ],
        received_by: signer("Penerima"),
        privacy_line: PRIVACY.into(),
    }
}

/// S-21.
pub(super) fn surat_penolakan() -> SuratPenolakan {
    SuratPenolakan {
        letterhead: letterhead(),
        number: "SP-2026-1-000003".into(),
        date_line: "Senin, 23 November 2026, 10.12 WIB".into(),
        permohonan: "2026/1/0415".into(),
        company: "CV Alas Roban Sejahtera (badan usaha, pusat)".into(),
        npwp_masked: "************3000".into(),
        attendee: "Wulan Pertiwi, direktur".into(),
        code: "X01".into(),
        reason: "Pelaku usaha tercantum dalam daftar hitam.".into(),
        finding: "NPWP tercantum pada daftar hitam sampai Mei 2027.".into(),
        ground: "SOP 01.09.03./SOP/2020. Daftar hitam tanggal 20 November 2026.".into(),
        still_open: "Ajukan lagi setelah masa sanksi berakhir.".into(),
        complaint: "Bila tidak setuju, sampaikan keberatan secara tertulis kepada LPSE Kabupaten Contoh."
            .into(),
        signer: signer("Verifikator"),
        privacy_line: PRIVACY.into(),
    }
}

/// S-11.
pub(super) fn surat_pemberitahuan() -> SuratPemberitahuan {
    SuratPemberitahuan {
        letterhead: letterhead(),
        number: "PB-2026-1-000004".into(),
        date_line: "Kamis, 26 November 2026, 08.10 WIB".into(),
        permohonan: "2026/1/0420".into(),
        company: "CV Ujungnegoro Lestari".into(),
        subject: "Tautan formulir SPSE belum diterima".into(),
        message:
            "Surel kantor@ujungnegoro.example didaftarkan pada 23 November 2026. Tautannya belum diterima."
                .into(),
        steps: vec![
            "Periksa folder Spam pada surel itu.".into(),
            "Bila tidak ada, daftar ulang di laman SPSE.".into(),
        ],
        contact: "(0285) 000000, lpse@contoh.example".into(),
        signer: signer("Petugas"),
        privacy_line: PRIVACY.into(),
    }
}

/// S-02, compared by one officer and approved by another.
pub(super) fn berita_acara() -> BeritaAcara {
    let values = |label: &str, form: &str, document: &str, outcome: &str, note: &str| ComparedValues {
        label: label.into(),
        form: form.into(),
        document: document.into(),
        outcome: outcome.into(),
        note: note.into(),
    };
    let step = |label: &str, standard: &str, took: &str, note: &str| TakenStep {
        label: label.into(),
        standard: standard.into(),
        took: took.into(),
        note: note.into(),
    };
    let picture = |caption: &str| ShownPicture {
        jpeg: card_jpeg(),
        width: 1011,
        height: 638,
        caption: caption.into(),
        hash: "9f3a 71c0…".into(),
    };
    BeritaAcara {
        letterhead: letterhead(),
        number: "BA-2026-1-000012".into(),
        opening: "Pada hari Senin, 23 November 2026, Ratna Purnomo selaku verifikator dan Dewi Lestari selaku \
                  penyetuju pada LPSE Kabupaten Contoh telah memverifikasi permohonan akun SPSE dari Toko Sumber \
                  Rejeki, dengan hasil sebagai berikut."
            .into(),
        company: "Toko Sumber Rejeki (usaha perorangan)".into(),
        npwp_masked: "************9002".into(),
        permohonan: "2026/1/0318".into(),
        attendee: "Slamet Riyadi, pemilik".into(),
        nik_masked: "************9002".into(),
        channel: "Daring, lewat panggilan video, akun baru SPSE".into(),
        time_line: "Senin, 23 November 2026, 10.00–10.41 WIB (41 menit dari mutu baku 30)".into(),
        bukti: "BV-2026-1-000311".into(),
        documents: vec![SeenDocument {
            seen: "Asli dilihat lewat video".into(),
            ..seen("KTP pemilik", "9f3a 71c0…")
        }],
        changes: DataChanges::default(),
        rows: vec![
            values("Nama", "Slamet Riyadi", "SLAMET RIYADI", "Sama", ""),
            values("NIK", "************9002", "************9002", "Sama", ""),
            values("Daftar hitam", "", "", "–", "Tidak tercantum pada daftar tanggal 23 November 2026"),
        ],
        steps: vec![
            step("3. Datang ke LPSE", "5 menit", "tidak diukur", "Surel 23 November 2026"),
            step("5. Verifikasi dokumen", "30 menit", "41 menit", "Jaringan pelaku usaha lambat"),
        ],
        sessions: vec![HeldSession {
            label: "1".into(),
            time: "23 November 2026, 10.00–10.41 WIB".into(),
            code: "KRNG-42".into(),
            state: "Selesai".into(),
        }],
        pictures: vec![
            picture("KTP pemilik, 23 November 2026, 07.41 WIB."),
            picture("NPWP pemilik, 23 November 2026, 07.41 WIB."),
            picture("Wajah dan kode sesi, sesi 1, 23 November 2026, 10.05 WIB."),
        ],
        mark: "SALINAN - ARSIP VERIFIKASI AKUN SPSE - LPSE KABUPATEN CONTOH - 2026/1/0318".into(),
        result: "Dinyatakan sesuai dan disetujui".into(),
        result_text: "Data pada formulir SPSE sesuai dengan dokumen asli yang dilihat.".into(),
        seal_lines: vec!["Segel 7c19 e2a4 55d0 81bf · Catatan ke-4.812".into()],
        signers: vec![signer("Verifikator"), signer("Penyetuju")],
        privacy_line: PRIVACY.into(),
    }
}

/// A month in which a row took longer than its standard.
pub(super) fn laporan() -> Laporan {
    let heading = |(words, share)| Heading { words, share };
    let text = |words: &str| Cell::Text(words.into());
    Laporan {
        letterhead: letterhead(),
        title: "Laporan bulanan".into(),
        period: "November 2026".into(),
        summary: "27 permohonan diverifikasi sampai 23 November 2026: 24 di dalam mutu baku, 3 lewat.".into(),
        tables: vec![
            Table {
                title: "Langkah SOP",
                headings: [("SOP", 0.1), ("Langkah", 0.4), ("Jumlah", 0.25), ("Median", 0.25)]
                    .map(heading)
                    .into(),
                rows: vec![
                    vec![
                        Cell::Count(5),
                        text("Verifikasi dokumen"),
                        Cell::Count(27),
                        Cell::Minutes(Some(1_200)),
                    ],
                    vec![Cell::Count(6), text("Persetujuan"), Cell::Count(22), Cell::Minutes(None)],
                ],
            },
            Table {
                title: "Lewat mutu baku",
                headings: [("Tanggal", 0.3), ("Permohonan", 0.2), ("Alasan", 0.5)].map(heading).into(),
                rows: vec![vec![
                    Cell::Day(chrono::NaiveDate::from_ymd_opt(2026, 11, 11).unwrap()),
                    text("2026/1/0317"),
                    text("Akta dicari."),
                ]],
            },
        ],
        notes: NOTES.map(str::to_owned).to_vec(),
        made: "Dibuat Senin, 23 November 2026, 15.04 WIB oleh Ratna Purnomo. NPWP disamarkan.".into(),
        signer: signer("Koordinator"),
        privacy_line: "NPWP disamarkan.".into(),
    }
}

/// S-20.
pub(super) fn lembar_pengalihan() -> LembarPengalihan {
    LembarPengalihan {
        letterhead: letterhead(),
        number: "LP-2026-1-000002".into(),
        date_line: "Senin, 23 November 2026, 10.20 WIB".into(),
        permohonan: "2026/1/0416".into(),
        company: "PT Lintas Kandeman Digital".into(),
        attendee: "Dewi Lestari Putri, penerima kuasa".into(),
        target: "LPSE Kabupaten Sebelah".into(),
        why: "Pendaftaran dilakukan di LPSE Kabupaten Sebelah.".into(),
        outcome: String::new(),
        checks: Vec::new(),
        steps: vec![
            "Hubungi LPSE tempat pendaftaran dilakukan.".into(),
            "Bawa KTP dan NPWP asli ke LPSE itu.".into(),
        ],
        contact: "Jl. Contoh No. 1 · (0285) 000000".into(),
        signer: signer("Verifikator"),
        privacy_line: PRIVACY.into(),
    }
}

/// S-06 and S-05 on one sheet.
pub(super) fn lembar_kekurangan() -> LembarKekurangan {
    let reason = |code: &str, what: &str, bring: &str| Kekurangan {
        code: code.into(),
        what: what.into(),
        bring: bring.into(),
    };
    LembarKekurangan {
        letterhead: letterhead(),
        number: "LK-2026-1-000044".into(),
        date_line: "Senin, 23 November 2026, 09.40 WIB".into(),
        permohonan: "2026/0413".into(),
        company: "PT Lintas Kandeman Digital".into(),
        attendee: "Dewi Lestari Putri, penerima kuasa".into(),
        reasons: vec![
            reason(
                "P05",
                "NPWP pada formulir SPSE berbeda dengan kartu.",
                "Perbaiki NPWP pada formulir SPSE sesuai dengan kartu, atau bawa kartu yang benar.",
            ),
            reason(
                "P08",
                "Surat kuasa hanya berupa foto di telepon, tanpa meterai.",
                "Surat kuasa asli, ditandatangani direktur di atas meterai Rp10.000.",
            ),
        ],
        until: "Senin, 7 Desember 2026".into(),
        contact: "Tanya: (0285) 000000 atau lpse@contoh.go.id, hari kerja 08.00–15.00 WIB.".into(),
        signer: signer("Verifikator"),
        privacy_line: PRIVACY.into(),
    }
}

/// A drawn card: a blue field with stripes, so that no two places look the same.
pub(super) fn card_jpeg() -> Vec<u8> {
    let card = RgbImage::from_fn(1011, 638, |x, y| {
        if y % 40 < 6 { Rgb([20, 40, 70]) } else { Rgb([110, 170, (150 + (x / 12) % 60) as u8]) }
    });
    jpeg(&card, ExtendedColorType::Rgb8)
}

fn jpeg(picture: &RgbImage, color: ExtendedColorType) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 85)
        .encode(picture.as_raw(), picture.width(), picture.height(), color)
        .unwrap();
    bytes
}

pub(super) fn fotokopi() -> Fotokopi {
    let nik = KeptFree { left: 2.0, top: 8.0, width: 58.0, height: 7.0 };
    let photo = KeptFree { left: 64.0, top: 11.0, width: 19.0, height: 25.0 };
    let card = |caption: &str, hash: &str, kept_free| CopiedCard {
        jpeg: card_jpeg(),
        caption: caption.into(),
        hash: hash.into(),
        kept_free,
    };
    Fotokopi {
        permohonan: "2026/0412".into(),
        company: "CV Alas Roban Sejahtera".into(),
        person: "Wulan Pertiwi".into(),
        lpse: "Kabupaten Contoh".into(),
        date: "23-11-2026".into(),
        cards: vec![
            card("KTP direktur, ukuran asli 85,6 × 54,0 mm.", "9f3a 71c0…", vec![nik, photo]),
            card(
                "NPWP perusahaan, ukuran asli 85,6 × 54,0 mm.",
                "c41e 08b2…",
                vec![KeptFree { left: 4.0, top: 15.0, width: 60.0, height: 7.0 }],
            ),
        ],
        signer: Signer { city_date: String::new(), ..signer("Sesuai dengan asli") },
        practice: false,
    }
}

pub(super) fn words() -> Vec<String> {
    [
        "awan", "bambu", "cermin", "delima", "embun", "fajar", "gunung", "hujan", "intan", "jambu", "kapal",
        "lontar",
    ]
    .map(str::to_owned)
    .to_vec()
}

pub(super) fn lembar_pemulihan() -> Vec<u8> {
    render_lembar_pemulihan(&LembarPemulihan {
        letterhead: &letterhead(),
        office: "LPSE Kabupaten Contoh",
        made: "23 November 2026, lembar ke-1",
        words: &words(),
    })
    .unwrap()
}

pub(super) fn tiket(place: TicketPlace) -> Vec<u8> {
    let ticket = TiketAntrean {
        office: "LPSE Kabupaten Contoh".into(),
        number: "A-07".into(),
        service: "Akun baru SPSE".into(),
        name: "W**** P******".into(),
        given: "Diambil 23 November 2026, 09.12 WIB".into(),
        ahead: Some(3),
        priority: place == TicketPlace::Sheet,
        practice: place != TicketPlace::Sheet,
    };
    render_tiket_antrean(&ticket, place).unwrap().pdf
}

pub(super) fn halaman_uji() -> Vec<u8> {
    render_halaman_uji(&HalamanUji { printer: "Canon_LBP_Lantai_2", made: "23 November 2026, 09.12 WIB" })
        .unwrap()
}

/// Every paper by name.
pub(super) fn every_paper() -> Vec<(&'static str, Vec<u8>)> {
    let practice = Bukti {
        letterhead: Letterhead { practice: true, logo: Some(logo()), ..letterhead() },
        number: None,
        ..bukti()
    };
    let changed = |label: &str, former: &str, new: &str| ChangedData {
        label: label.into(),
        former: former.into(),
        new: new.into(),
    };
    let change = Bukti {
        channel: "Tatap muka, perubahan data akun SPSE".into(),
        changes: DataChanges {
            fields: vec![
                changed("Nama penanggung jawab", "Bambang Sutrisno", "Dewi Lestari Putri"),
                changed("NIK penanggung jawab", "************9012", "************9014"),
            ],
            read_from_spse: false,
        },
        ..bukti()
    };
    let checked = |what: &str, outcome: &str, todo: &str| CheckedSyarat {
        what: what.into(),
        outcome: outcome.into(),
        todo: todo.into(),
    };
    let help = LembarPengalihan {
        target: "akun INAPROC (Manajemen Akun Terpusat)".into(),
        why: String::new(),
        outcome: "Sudah dijelaskan, pelaku usaha mendaftar sendiri".into(),
        checks: vec![
            checked("NIB berlaku di OSS", "Sesuai", "OSS menyatakan NIB berlaku."),
            checked(
                "NPWP 16 angka",
                "Akan ditolak",
                "NPWP masih 15 angka. Padankan di Coretax atau kantor pajak, lalu pakai 16 angkanya.",
            ),
        ],
        ..lembar_pengalihan()
    };
    let long = Bukti {
        rows: bukti().rows.into_iter().cycle().take(32).collect(),
        replaces: Some("BV-2026-1-000298".into()),
        ..bukti()
    };
    vec![
        ("bukti", render_bukti(&bukti()).unwrap()),
        ("bukti-latihan", render_bukti(&practice).unwrap()),
        ("lembar-pendampingan", render_lembar_pengalihan(&help).unwrap()),
        ("bukti-perubahan", render_bukti(&change).unwrap()),
        ("bukti-panjang", render_bukti(&long).unwrap()),
        ("tanda-terima", render_tanda_terima(&tanda_terima()).unwrap()),
        ("lembar-kekurangan", render_lembar_kekurangan(&lembar_kekurangan()).unwrap()),
        ("surat-penolakan", render_surat_penolakan(&surat_penolakan()).unwrap()),
        ("lembar-pengalihan", render_lembar_pengalihan(&lembar_pengalihan()).unwrap()),
        ("surat-pemberitahuan", render_surat_pemberitahuan(&surat_pemberitahuan()).unwrap()),
        ("berita-acara", render_berita_acara(&berita_acara()).unwrap()),
        ("laporan", render_laporan(&laporan()).unwrap()),
        ("fotokopi", render_fotokopi(&fotokopi()).unwrap()),
        ("lembar-pemulihan", lembar_pemulihan()),
        ("halaman-uji", halaman_uji()),
        ("tiket-antrean", tiket(TicketPlace::Sheet)),
        ("tiket-latihan", tiket(TicketPlace::Roll(48))),
    ]
}
