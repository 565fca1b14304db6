//! Cuts at every numbered write point, in the order in which the story passes them.

use std::process::{Command, Stdio};

use crate::Office;
use crate::aftermath::{Known, Tally, Words, inspect};
use crate::child::{FOLDER, FOUND, OPEN, TARGET, UNLOCK};
use crate::day::{BEGAN, began};
use crate::story::STEPS;

/// More write points than any one step has.
const BOUND: usize = 60;

pub fn cut_at_every_point(office: &Office) -> Tally {
    let (mut known, mut tally) = (Known::default(), Tally::default());
    let mut names = vec![FOUND, UNLOCK, OPEN];
    for step in STEPS {
        names.push(step.name);
        if step.name == "start" {
            // Unlocking after a cut in VERIFIKASI writes the pause as well.
            names.push(UNLOCK);
        }
    }
    for step in names {
        let points = cut_step(office, step, &mut known, &mut tally);
        assert!(points > 0, "{step} passed no write point");
    }
    tally
}

/// Cuts one step at its first point, its second, and so on until it runs through.
fn cut_step(office: &Office, step: &str, known: &mut Known, tally: &mut Tally) -> usize {
    for index in 0..BOUND {
        let output = Command::new(std::env::current_exe().expect("this program"))
            .env(FOLDER, office.folder())
            .env(BEGAN, began().to_string())
            .env(TARGET, format!("{step}:{index}"))
            .stderr(Stdio::null())
            .output()
            .expect("the child runs");
        let words = Words::parse(&output.stdout);
        if words.said("passed") > 0 {
            assert!(output.status.success());
            // The child ended without a lock, which is a cut as well.
            inspect(office, &words, known, tally);
            tally.cuts -= 1;
            return index;
        }
        assert!(words.after("cut ").next().is_some(), "{step}:{index} ended early: {words:?}");
        inspect(office, &words, known, tally);
    }
    panic!("{step} has no end");
}
