//! The zip that an office file is. The border: parts are read by name, and none grows beyond its bound, whatever its
//! header says (zip bombs).

use crate::read::ReadError;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// A part may hold this many bytes: a letter of 2,000 pages stays under it.
const MOST_PART: u64 = 96 << 20;

/// An open office file.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    /// Opens the archive.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Package<'a>, ReadError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| ReadError::Broken {
            what: format!("het zip-archief is niet te openen: {e}"),
            place: format!("{} bytes", bytes.len()),
        })?;
        Ok(Package { zip })
    }

    /// The bytes of a part, or `None` where there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let broken = |e: &dyn std::fmt::Display| ReadError::Broken {
            what: format!("het onderdeel is niet uit te pakken: {e}"),
            place: name.to_string(),
        };
        let Some(index) = self.zip.index_for_name(name) else { return Ok(None) };
        let part = self.zip.by_index(index).map_err(|e| broken(&e))?;
        let mut bytes = Vec::new();
        part.take(MOST_PART + 1).read_to_end(&mut bytes).map_err(|e| broken(&e))?;
        if bytes.len() as u64 > MOST_PART {
            return Err(ReadError::TooLarge { what: format!("{name} is uitgepakt meer dan {} MB", MOST_PART >> 20) });
        }
        Ok(Some(bytes))
    }

    /// A part as a tree, or `None` where there is no such part.
    pub(super) fn tree(&mut self, name: &str) -> Result<Option<super::tree::Node>, ReadError> {
        self.part(name)?.map(|bytes| super::tree::parse(name, &bytes)).transpose()
    }
}
