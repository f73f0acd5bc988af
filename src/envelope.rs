//! What the files made by this program have in common: the sixteen bytes before their content.
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 | magic |
//! | 1 | version of the content's layout |
//! | 3 | zero |
//! | 4 | CRC-32 (IEEE) of everything after these sixteen bytes, little-endian |

use crate::error::Error;

const HEADER: usize = 16;

/// One kind of file.
pub struct Envelope {
    pub magic: &'static str,
    /// The layout of the content; a file of another one is refused.
    pub version: u8,
    /// For messages: "base".
    pub name: &'static str,
    /// The codes of the errors for a wrong magic, another version and a wrong checksum.
    pub codes: [&'static str; 3],
}

impl Envelope {
    /// The file with this content.
    pub fn seal(&self, content: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(HEADER + content.len());
        out.extend(self.magic.as_bytes());
        out.extend([self.version, 0, 0, 0]);
        out.extend(crc32(content).to_le_bytes());
        out.extend(content);
        out
    }

    /// The content of a file and its checksum, after magic, version and checksum were found right.
    pub fn open<'a>(&self, bytes: &'a [u8]) -> Result<(&'a [u8], u32), Error> {
        let Envelope { magic, version, name, codes } = self;
        let Some(content) = bytes.get(HEADER..).filter(|_| bytes.starts_with(magic.as_bytes())) else {
            let start = bytes.iter().take(12);
            let shown: String =
                start.map(|b| if b.is_ascii_graphic() || *b == b' ' { char::from(*b) } else { '.' }).collect();
            let message = format!(
                "this is no compiled {name}: expected it to begin with \"{magic}\", found \"{shown}\" ({} bytes)",
                bytes.len()
            );
            return Err(Error::new(codes[0], message));
        };
        if bytes[8] != *version {
            let message = format!("the {name} has format version {}, this engine reads version {version}", bytes[8]);
            return Err(Error::new(codes[1], message));
        }
        let expected = u32::from_le_bytes([bytes[12], bytes[13], bytes[14], bytes[15]]);
        let found = crc32(content);
        if expected != found {
            let message = format!("the {name} is damaged or cut short: checksum {found:08x}, expected {expected:08x}");
            return Err(Error::new(codes[2], message));
        }
        Ok((content, found))
    }
}

/// CRC-32 as IEEE 802.3 has it, reflected: the one of zip and PNG.
fn crc32(bytes: &[u8]) -> u32 {
    // Made when needed: as a constant its table would travel, and random numbers do not compress.
    crc::Crc::<u32, crc::Table<1>>::new(&crc::CRC_32_ISO_HDLC).checksum(bytes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_the_common_one() {
        // The check value of the catalogue of CRC algorithms, <https://reveng.sourceforge.io/crc-catalogue/>.
        assert_eq!(super::crc32(b"123456789"), 0xcbf4_3926);
    }
}
