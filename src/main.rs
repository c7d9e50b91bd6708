//! The program: hands its arguments to [`kamerspoor::cli`] and ends with the exit code that comes back.

use std::process::ExitCode;

fn main() -> ExitCode {
    kamerspoor::cli::run(std::env::args_os())
}
