//! The program: parses, calls, prints the error chain, sets the exit code.

fn main() {}
