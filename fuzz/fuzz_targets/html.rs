//! Whatever bytes come in as `.html`: a document or a reason.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = kamerspoor::read::read("proef.html", bytes);
});
