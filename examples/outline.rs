//! Prints how a file was read: `cargo run --example outline -- FILE…`.
#![allow(clippy::disallowed_methods, reason = "a developer's window on the readers, not part of the program")]

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        match kamerspoor::read::read(&path, &bytes) {
            Ok(doc) => println!("== {path}\n{}", kamerspoor::document::outline(&doc)),
            Err(reason) => println!("== {path}\n{reason}\n"),
        }
    }
    Ok(())
}
