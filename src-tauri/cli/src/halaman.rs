//! `halaman`: the pages of PDF, TIFF and picture files, as an import would take them. No office is needed.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::berkas::{plain, read, save, sentences};
use crate::failure::Failure;

/// A file that is refused, whole or in part, costs none of the others.
pub(crate) fn run(files: &[PathBuf], folder: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    fs::create_dir_all(folder)?;
    let mut refused = 0;
    for (index, file) in files.iter().enumerate() {
        let shown = plain(&file.display().to_string());
        let delivery = match read(file) {
            Ok(delivery) => delivery,
            Err(error) => {
                refused += 1;
                writeln!(out, "{shown}: DITOLAK. {}", sentences(&error))?;
                continue;
            }
        };
        let saved = save(folder, index + 1, &delivery.pages)?;
        for (page, path) in delivery.pages.iter().zip(saved) {
            let of = page.sheet.map(|number| format!(", halaman {number}")).unwrap_or_default();
            writeln!(out, "{path}: {}{of}, {} x {}", page.name, page.width, page.height)?;
        }
        for part in &delivery.refused {
            writeln!(out, "{shown}: DITOLAK. {}", sentences(&part.why))?;
        }
        refused += usize::from(!delivery.refused.is_empty() || delivery.pages.is_empty());
        out.flush()?;
    }
    if refused > 0 {
        return Err(Failure::Ended(format!("{refused} berkas tidak diambil seluruhnya.")));
    }
    Ok(())
}
