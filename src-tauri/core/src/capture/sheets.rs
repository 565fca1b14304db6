//! The sheets of a TIFF (TIFF 6.0, section 2): office scanners put a whole stack into one file.

/// More sheets than anybody scans; a damaged file may chain its directories in a ring.
const MOST_SHEETS: usize = 1_000;

/// Bytes of one entry of a directory.
const ENTRY: usize = 12;

/// `NewSubfileType`, and its bit for a smaller version of another picture.
const SUBFILE: u16 = 254;
const IS_THUMBNAIL: u32 = 1;

/// Where the first directory is named.
const FIRST: std::ops::Range<usize> = 4..8;

/// Where each sheet of a TIFF begins. Small versions of a sheet are none.
#[derive(Clone, Debug, Default)]
pub struct Sheets {
    directories: Vec<[u8; 4]>,
    /// The chain of sheets came to its end. One that breaks off may have lost some.
    pub whole: bool,
}

impl Sheets {
    /// Without any sheet for what is no plain TIFF.
    pub fn of(bytes: &[u8]) -> Self {
        Directories::of(bytes).map(Directories::sheets).unwrap_or_default()
    }

    /// The file shows one picture and names it first, so that any decoder finds it.
    pub fn is_single(&self, bytes: &[u8]) -> bool {
        self.whole && self.directories.len() == 1 && bytes.get(FIRST) == Some(&self.directories[0][..])
    }

    /// The file once for each of its sheets, each time naming another one as the first, for decoders that open
    /// only that one.
    pub fn files<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = Vec<u8>> + 'a {
        self.directories.iter().map(|directory| {
            let mut file = bytes.to_vec();
            file[FIRST].copy_from_slice(directory);
            file
        })
    }

    pub fn is_empty(&self) -> bool {
        self.directories.is_empty()
    }
}

struct Directories<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl<'a> Directories<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        match bytes.get(..4)? {
            b"II*\0" => Some(Self { bytes, little: true }),
            b"MM\0*" => Some(Self { bytes, little: false }),
            _ => None,
        }
    }

    /// Keeps the offset of each sheet's directory as it is written in the file.
    fn sheets(self) -> Sheets {
        let mut found = Sheets::default();
        let mut seen = Vec::new();
        let mut next = self.raw(FIRST.start);
        while let Some(written) = next {
            let at = self.number(written) as usize;
            if at == 0 {
                found.whole = true;
                break;
            }
            if seen.contains(&at) || seen.len() == MOST_SHEETS {
                break;
            }
            seen.push(at);
            let Some(entries) = self.short(at).map(usize::from) else { break };
            if !self.is_thumbnail(at + 2, entries) {
                found.directories.push(written);
            }
            next = self.raw(at + 2 + entries * ENTRY);
        }
        found
    }

    fn is_thumbnail(&self, first: usize, entries: usize) -> bool {
        (0..entries).map(|index| first + index * ENTRY).any(|entry| {
            self.short(entry) == Some(SUBFILE)
                && self.raw(entry + 8).is_some_and(|value| self.number(value) & IS_THUMBNAIL != 0)
        })
    }

    fn raw(&self, at: usize) -> Option<[u8; 4]> {
        self.bytes.get(at..at.checked_add(4)?)?.try_into().ok()
    }

    fn number(&self, written: [u8; 4]) -> u32 {
        if self.little { u32::from_le_bytes(written) } else { u32::from_be_bytes(written) }
    }

    fn short(&self, at: usize) -> Option<u16> {
        let written = self.bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(written) } else { u16::from_be_bytes(written) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capture::decode;
    use crate::capture::fixtures::{single_tiff, stacked_tiff};

    fn widths(file: &[u8]) -> Vec<u32> {
        Sheets::of(file).files(file).map(|sheet| decode(&sheet).unwrap().width).collect()
    }

    #[test]
    fn every_sheet_of_a_stack_can_be_opened() {
        assert_eq!(widths(&single_tiff(10)), [10]);
        let two = stacked_tiff(&single_tiff(10), &single_tiff(20));
        assert_eq!(widths(&two), [10, 20]);
    }

    /// The width becomes the mark of a thumbnail; nobody opens it any more.
    fn thumbnail() -> Vec<u8> {
        let mut file = single_tiff(20);
        let entry = u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize + 2;
        file[entry..entry + 2].copy_from_slice(&SUBFILE.to_le_bytes());
        file[entry + 8..entry + 12].copy_from_slice(&1_u32.to_le_bytes());
        file
    }

    #[test]
    fn a_small_version_of_a_sheet_is_none_wherever_it_stands() {
        let behind = stacked_tiff(&single_tiff(10), &thumbnail());
        assert_eq!(widths(&behind), [10]);
        assert!(Sheets::of(&behind).is_single(&behind));
        let before = stacked_tiff(&thumbnail(), &single_tiff(10));
        assert_eq!(widths(&before), [10]);
        assert!(!Sheets::of(&before).is_single(&before), "a decoder would open the small one");
    }

    #[test]
    fn a_ring_and_an_end_in_the_middle_break_the_chain_off() {
        let mut file = single_tiff(10);
        assert!(Sheets::of(&file).whole);
        let at = u32::from_le_bytes(file[4..8].try_into().unwrap()) as usize;
        let entries = usize::from(u16::from_le_bytes([file[at], file[at + 1]]));
        let end = at + 2 + entries * ENTRY;
        for next in [u32::try_from(at).unwrap(), u32::MAX] {
            file[end..end + 4].copy_from_slice(&next.to_le_bytes());
            let sheets = Sheets::of(&file);
            assert_eq!((sheets.files(&file).count(), sheets.whole), (1, false));
        }
        for bytes in [b"".as_slice(), b"II*\0", b"II*\0\xff\xff\xff\xff", b"\xff\xd8\xff"] {
            assert!(Sheets::of(bytes).is_empty());
        }
    }
}
