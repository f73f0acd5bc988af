//! `claimcheck check | parse | compile | sources | sheets | lexicon`.

mod batch;
mod output;
mod parse;
mod sheet;

use claimcheck::base::author::{AuthoringFile, compile};
use claimcheck::base::quote;
use claimcheck::report::{Overall, SourceMeta};
use claimcheck::{Base, Day, Error, check, disagreements, lexicon};
use clap::{Parser, Subcommand, ValueEnum};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Checks the claims of a text against a sourced fact base.
#[derive(Parser)]
#[command(name = "claimcheck", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Mark each claim of a text supported, conflicting or unsupported. Exit code 1 where one conflicts.
    Check {
        #[command(flatten)]
        evidence: EvidenceArguments,
        /// The reference date of relative dates in the text (YYYY-MM-DD); today by default.
        #[arg(long)]
        as_of: Option<String>,
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// The text; `-` or nothing for standard input.
        file: Option<PathBuf>,
    },
    /// Show what the parser understands.
    Parse {
        /// A compiled base whose names and words the parser shall know; with --format text only.
        #[arg(long)]
        base: Option<PathBuf>,
        #[arg(long)]
        as_of: Option<String>,
        #[arg(long, value_enum, default_value_t = ParseFormat::Text)]
        format: ParseFormat,
        file: Option<PathBuf>,
    },
    /// Print the fingerprint of a quotation, for the field `quoted` of a reading.
    Fingerprint { file: Option<PathBuf> },
    /// Compile authoring files (.toml) and documents (.txt, .md) to a base.
    Compile {
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[arg(short, long)]
        output: PathBuf,
    },
    /// List the questions to which the sources do not simply give the same answer.
    Sources {
        #[command(flatten)]
        evidence: EvidenceArguments,
        #[arg(long, value_enum, default_value_t = ListFormat::Text)]
        format: ListFormat,
    },
    /// Write the lexicon file that the JavaScript side loads.
    Lexicon {
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Write one HTML sheet for each source of a base.
    Sheets {
        #[arg(long)]
        base: Option<PathBuf>,
        /// The folder to write to.
        #[arg(short, long)]
        output: PathBuf,
    },
}

#[derive(clap::Args)]
struct EvidenceArguments {
    /// A compiled base; the bundled LY base where neither this nor --source is given.
    #[arg(long)]
    base: Option<PathBuf>,
    /// A document to use as evidence; may be repeated.
    #[arg(long)]
    source: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Jsonl,
    Markdown,
    Claimreview,
    Sarif,
}

#[derive(Clone, Copy, ValueEnum)]
enum ParseFormat {
    Text,
    Jsonl,
}

#[derive(Clone, Copy, ValueEnum)]
enum ListFormat {
    Text,
    Json,
}

/// The LY base in its authored form, compiled when the program starts.
const BUNDLED: &[AuthoringFile] = &[
    AuthoringFile { name: "base.toml", text: include_str!("../../facts/ly-data-breach/base.toml") },
    AuthoringFile { name: "companies.toml", text: include_str!("../../facts/ly-data-breach/companies.toml") },
    AuthoringFile { name: "intrusion.toml", text: include_str!("../../facts/ly-data-breach/intrusion.toml") },
    AuthoringFile { name: "leak.toml", text: include_str!("../../facts/ly-data-breach/leak.toml") },
    AuthoringFile { name: "merger.toml", text: include_str!("../../facts/ly-data-breach/merger.toml") },
    AuthoringFile { name: "ministry.toml", text: include_str!("../../facts/ly-data-breach/ministry.toml") },
    AuthoringFile { name: "ownership.toml", text: include_str!("../../facts/ly-data-breach/ownership.toml") },
    AuthoringFile { name: "people.toml", text: include_str!("../../facts/ly-data-breach/people.toml") },
    AuthoringFile { name: "precedents.toml", text: include_str!("../../facts/ly-data-breach/precedents.toml") },
    AuthoringFile { name: "response.toml", text: include_str!("../../facts/ly-data-breach/response.toml") },
    AuthoringFile { name: "users.toml", text: include_str!("../../facts/ly-data-breach/users.toml") },
    AuthoringFile { name: "words.toml", text: include_str!("../../facts/ly-data-breach/words.toml") },
];

/// Exit code of a usage or input error.
const INPUT_ERROR: u8 = 2;

/// Runs the program.
pub fn run() -> ExitCode {
    match dispatch(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("claimcheck: {error}");
            ExitCode::from(INPUT_ERROR)
        }
    }
}

fn dispatch(command: Command) -> Result<ExitCode, Error> {
    match command {
        Command::Check { evidence, as_of, format, file } => {
            let today = reference_day(as_of.as_deref())?;
            let base = load(&evidence)?;
            if let Format::Jsonl = format {
                return batch::run(&base, today, &mut open(file.as_deref())?);
            }
            let text = read_text(file.as_deref())?;
            let report = check(&text, &base, today);
            let shown = match format {
                Format::Text => output::text(&report),
                Format::Json | Format::Jsonl => output::json(&report)? + "\n",
                Format::Markdown => output::markdown(&report),
                Format::Claimreview => output::claim_review(&report)? + "\n",
                Format::Sarif => output::sarif(&report, file.as_deref())? + "\n",
            };
            print(&shown)?;
            Ok(ExitCode::from(u8::from(report.verdict == Overall::Conflicting)))
        }
        Command::Parse { base, as_of, format, file } => {
            let today = reference_day(as_of.as_deref())?;
            match format {
                ParseFormat::Text => {
                    let base = match base {
                        Some(path) => load(&EvidenceArguments { base: Some(path), source: Vec::new() })?,
                        None => Base::empty(),
                    };
                    print(&parse::text(&read_text(file.as_deref())?, today, base.vocabulary()))
                        .map(|()| ExitCode::SUCCESS)
                }
                ParseFormat::Jsonl => parse::lines(today, &mut open(file.as_deref())?),
            }
        }
        Command::Fingerprint { file } => {
            let words = read_text(file.as_deref())?;
            print(&format!("{}\n", quote::to_hex(&quote::fingerprint(&words))))?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Compile { files, output } => {
            let bytes = compile_files(&files)?;
            // The bytes are opened once before they are written, so that no unreadable base is ever left behind.
            let base = Base::from_bytes(bytes.clone())?;
            std::fs::write(&output, &bytes).map_err(|fault| file_error(&output, &fault))?;
            eprintln!(
                "{}: {} sources, {} readings, {} bytes, checksum {}",
                output.display(),
                base.info().sources,
                base.info().facts,
                bytes.len(),
                base.info().checksum
            );
            Ok(ExitCode::SUCCESS)
        }
        Command::Sources { evidence, format } => {
            let list = disagreements(&load(&evidence)?);
            match format {
                ListFormat::Json => print(&(output::to_json(&list)? + "\n"))?,
                ListFormat::Text => print(&output::disagreements(&list))?,
            }
            Ok(ExitCode::SUCCESS)
        }
        Command::Lexicon { output } => {
            let bytes = lexicon::embedded_file();
            std::fs::write(&output, &bytes).map_err(|fault| file_error(&output, &fault))?;
            eprintln!("{}: {}, {} bytes", output.display(), lexicon::get().version(), bytes.len());
            Ok(ExitCode::SUCCESS)
        }
        Command::Sheets { base, output } => {
            let base = load(&EvidenceArguments { base, source: Vec::new() })?;
            sheet::write_all(&base, &output)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn print(text: &str) -> Result<(), Error> {
    match std::io::stdout().write_all(text.as_bytes()) {
        // A reader that has seen enough (`| head`) is no error.
        Err(fault) if fault.kind() != std::io::ErrorKind::BrokenPipe => Err(Error::new("output", fault.to_string())),
        _ => Ok(()),
    }
}

fn file_error(path: &Path, fault: &std::io::Error) -> Error {
    Error::new("file", fault.to_string()).in_file(path.display().to_string())
}

/// The day given, or today in Universal Time: read here and nowhere else.
fn reference_day(as_of: Option<&str>) -> Result<Day, Error> {
    match as_of {
        Some(text) => Day::parse_iso(text).map_err(|error| error.in_field("--as-of")),
        None => {
            #[expect(clippy::disallowed_methods, reason = "the command line is the edge at which the clock is read")]
            let now = std::time::SystemTime::now();
            let seconds = now.duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
            let epoch = Day::parse_iso("1970-01-01")?;
            Ok(epoch.plus((seconds / 86_400) as i64))
        }
    }
}

fn open(file: Option<&Path>) -> Result<Box<dyn Read>, Error> {
    match file {
        Some(path) if path != Path::new("-") => {
            Ok(Box::new(std::fs::File::open(path).map_err(|fault| file_error(path, &fault))?))
        }
        _ => Ok(Box::new(std::io::stdin())),
    }
}

/// A text as given; bytes that are no UTF-8 become replacement characters, which the checker treats as damage.
fn read_text(file: Option<&Path>) -> Result<String, Error> {
    let mut bytes = Vec::new();
    open(file)?
        .read_to_end(&mut bytes)
        .map_err(|fault| file_error(file.unwrap_or(Path::new("standard input")), &fault))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn load(evidence: &EvidenceArguments) -> Result<Base, Error> {
    let mut base = match &evidence.base {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|fault| file_error(path, &fault))?;
            Base::from_bytes(bytes).map_err(|error| error.in_file(path.display().to_string()))?
        }
        None if evidence.source.is_empty() => bundled()?,
        None => Base::empty(),
    };
    for path in &evidence.source {
        let text = read_text(Some(path))?;
        let meta = document_meta(path);
        base.add_document(&text, &meta).map_err(|error| error.in_file(path.display().to_string()))?;
    }
    Ok(base)
}

fn bundled() -> Result<Base, Error> {
    Base::from_bytes(compile(BUNDLED, &[])?)
}

/// Authoring files are told from documents by their ending.
fn compile_files(paths: &[PathBuf]) -> Result<Vec<u8>, Error> {
    let mut texts = Vec::new();
    let mut documents = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let bytes = std::fs::read(path).map_err(|fault| file_error(path, &fault))?;
            let text = String::from_utf8(bytes)
                .map_err(|fault| Error::new("authoring", format!("not UTF-8: {fault}")).in_file(name.clone()))?;
            texts.push((name, text));
        } else {
            documents.push((read_text(Some(path))?, document_meta(path)));
        }
    }
    let files: Vec<AuthoringFile> = texts.iter().map(|(name, text)| AuthoringFile { name, text }).collect();
    compile(&files, &documents)
}

/// A document is known by its file name until more is said about it.
fn document_meta(path: &Path) -> SourceMeta {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    SourceMeta { id: Some(name.clone()), title: Some(name), ..SourceMeta::default() }
}
