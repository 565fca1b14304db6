//! One Bukti Verifikasi written by Loket, and the same page by a rival on the same machine.

use loket_core::pdf::{Bukti, ComparedRow, DataChanges, Letterhead, SeenDocument, Signer, render_bukti};

use crate::figures::{repeat, timed};
use crate::{Outcome, rival, trace};

pub(crate) fn bukti() -> Outcome {
    let bukti = sample();
    let ours = render_bukti(&bukti)?;
    let strokes = trace::only_page(&ours)?;
    let faces = rival::Faces::load().ok_or("a face could not be read")?;
    let theirs = rival::page(&faces, &strokes)?;
    keep("bukti-loket.pdf", &ours)?;
    keep("bukti-krilla.pdf", &theirs)?;
    println!("{} strokes; {} and {} bytes", strokes.len(), ours.len(), theirs.len());

    let times = repeat(200, |_| timed(|| Ok(render_bukti(&bukti)?)))?;
    times.describe("bukti");
    times.measure("bukti");
    let times = repeat(200, |_| timed(|| rival::page(&faces, &strokes)))?;
    times.describe("bukti by krilla");
    times.beside("bukti: krilla");
    Ok(())
}

/// Leaves a page beside this program, so that two people can look at what was compared.
fn keep(name: &str, pdf: &[u8]) -> Outcome {
    Ok(std::fs::write(std::env::current_exe()?.with_file_name(name), pdf)?)
}

/// S-01 as it is printed, rows without a note drawn together.
fn sample() -> Bukti {
    let seen = |name: &str, hash: &str| SeenDocument {
        name: name.into(),
        seen: "Dokumen asli diperiksa langsung".into(),
        archive: "Gambar tersegel".into(),
        hash: hash.into(),
    };
    let row = |label: &str, outcome: &str, note: &str| ComparedRow {
        label: label.into(),
        outcome: outcome.into(),
        note: note.into(),
    };
    Bukti {
        letterhead: Letterhead {
            government: "PEMERINTAH KABUPATEN CONTOH".into(),
            unit: "SEKRETARIAT DAERAH".into(),
            service: "Layanan Pengadaan Secara Elektronik (LPSE)".into(),
            address_line: "Jl. Contoh No. 1, Contoh · lpse@contoh.example · (0285) 000000".into(),
            logo: None,
            practice: false,
        },
        number: Some("BV-2026-1-000311".into()),
        company: "CV Alas Roban Sejahtera (badan usaha, pusat)".into(),
        npwp_masked: "**.***.***.*-**3.000".into(),
        attendee: "Wulan Pertiwi, direktur".into(),
        nik_masked: "************9002".into(),
        channel: "Tatap muka, akun baru SPSE".into(),
        time_line: "Senin, 23 November 2026, 09.12–09.31 WIB (19 menit dari mutu baku 30)".into(),
        spse_user_id: "Dicatat saat akun diaktifkan di SPSE".into(),
        replaces: None,
        changes: DataChanges::default(),
        documents: vec![seen("KTP direktur", "9f3a 71c0…"), seen("NPWP perusahaan", "c41e 08b2…")],
        rows: vec![
            row("Bentuk usaha, pusat/cabang, NIK, lahir, berlaku, kewarganegaraan", "Sama", ""),
            row("Nama usaha, nama direktur", "Setara", "Perbedaan hanya pada huruf besar atau tanda baca."),
            row("NPWP", "Setara", "15 angka lama = 0 + 15 angka pada formulir"),
            row("Orang yang hadir, surel, telepon", "Cocok", ""),
            row("Kewenangan", "–", "Tidak diperiksa (di luar syarat SOP)"),
            row("Daftar hitam", "–", "Tidak tercantum pada daftar tanggal 20 November 2026"),
        ],
        result: "Dinyatakan sesuai dan disetujui".into(),
        next_step:
            "Selanjutnya, lengkapi data kualifikasi di SIKAP. Petugas LPSE akan menghubungi Anda pada 26 November 2026."
                .into(),
        seal_lines: vec!["Segel 7c19 e2a4 55d0 81bf".into(), "Catatan ke-4.812".into()],
        signer: Signer {
            city_date: "Contoh, 23 November 2026".into(),
            role: "Verifikator".into(),
            name: "Ratna Purnomo".into(),
            nip: "NIP 19880000 000000 0 000".into(),
        },
        privacy_line:
            "Data pribadi dipakai hanya untuk verifikasi akun SPSE dan disimpan menurut jadwal retensi \
            arsip. Anda berhak meminta salinan, perbaikan, atau penghapusan: pdp@contoh.example."
                .into(),
    }
}
