//! How a command fails: what happened, what to do, and the exit code.

use std::fmt;
use std::io;
use std::process::ExitCode;

use loket_core::actions::Refusal;
use loket_core::error::Error;

#[derive(Debug)]
pub(crate) enum Failure {
    /// The command was not understood.
    Usage(String),
    /// The command could not do its work.
    Refused(Box<Refusal>),
    /// A check found something and has already said what.
    Found,
    /// The work is over and was not all done, as this says.
    Ended(String),
}

impl Failure {
    pub(crate) fn usage(sentence: impl Into<String>) -> Self {
        Self::Usage(sentence.into())
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Usage(_) => 2,
            Self::Refused(_) | Self::Found | Self::Ended(_) => 1,
        })
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(sentence) => write!(f, "{sentence}\nLihat loket-cli --help."),
            Self::Ended(sentences) => f.write_str(sentences),
            Self::Refused(refusal) => {
                let error = &refusal.error;
                write!(f, "{} {}", error.what_happened(), error.what_to_do())?;
                if let Some(seconds) = refusal.wait_seconds {
                    write!(f, " Tunggu {seconds} detik.")?;
                }
                write!(f, "\nKode: {:?}", error.code)
            }
            Self::Found => {
                f.write_str("Arsip tidak utuh. Salin folder kantor, lalu laporkan kepada koordinator.")
            }
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Refusal::from(error).into()
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Error::from(error).into()
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        use lexopt::Error as E;
        Self::Usage(match error {
            E::MissingValue { option: Some(option) } => format!("Pilihan {option} memerlukan nilai."),
            E::UnexpectedOption(option) => format!("Pilihan tidak dikenal: {option}."),
            E::UnexpectedArgument(word) => format!("Kata berlebih: {}.", word.to_string_lossy()),
            E::UnexpectedValue { option, .. } => format!("Pilihan {option} tidak memerlukan nilai."),
            _ => "Perintah tidak dapat dibaca.".to_owned(),
        })
    }
}
