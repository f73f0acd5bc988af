//! The command line: the only part of the package that reads files, standard input and the clock.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
