//! Lists the rule files, so that a file dropped into `src/rules/<kind>/` is a rule, with its tests, and nothing else needs saying.
//! And takes a fingerprint of everything between bytes and store: a store made by another program is read in again.

use std::{
    env,
    error::Error,
    fs, io,
    path::{Path, PathBuf},
};

fn main() -> Result<(), Box<dyn Error>> {
    let src = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("src");
    fingerprint(&src)?;
    let root = src.join("rules");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    for folder in fs::read_dir(&root)? {
        let folder = folder?.path();
        if !folder.is_dir() {
            continue;
        }
        println!("cargo::rerun-if-changed={}", folder.display());
        for file in fs::read_dir(&folder)? {
            let file = file?.path();
            if file.extension().is_some_and(|e| e == "toml") {
                files.push(file);
            }
        }
    }
    files.sort();
    let entries: Vec<String> = files
        .iter()
        .map(|f| {
            let name = f.strip_prefix(&root).unwrap_or(f).display().to_string();
            format!("    ({name:?}, include_str!({:?})),\n", f.display().to_string())
        })
        .collect();
    let code = format!("&[\n{}]\n", entries.concat());
    fs::write(Path::new(&env::var("OUT_DIR")?).join("rules.rs"), code)?;
    Ok(())
}

/// The folders that decide what stands in a store.
const DECISIVE: [&str; 7] = ["text", "lexicon", "document", "read", "rules", "records", "store"];

fn fingerprint(src: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    for folder in DECISIVE {
        list(&src.join(folder), &mut files)?;
    }
    files.sort();
    // FNV-1a: any change gives another number, and that is all that is asked.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files {
        for byte in fs::read(file)? {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    println!("cargo::rustc-env=KAMERSPOOR_FINGERPRINT={hash:016x}");
    Ok(())
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
