//! Labels and the values that belong to them, however a page set them beside or under each other.

use super::line::Line;
use super::peta::PetaSpse;
use super::reading::Reading;

pub(super) fn pair(lines: Vec<Line>, peta: &PetaSpse) -> Reading {
    let lines: Vec<Line> = lines.into_iter().flat_map(|line| unfold(line, peta)).collect();
    let mut reading = Reading::default();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        at += match columns_below(&lines[at..], peta) {
            0 => 1 + read_line(line, lines.get(at + 1), peta, &mut reading),
            below => {
                for row in &lines[at + 1..=at + below] {
                    for (label, value) in line.iter().zip(row) {
                        note(label, value, peta, &mut reading);
                    }
                }
                1 + below
            }
        };
    }
    reading
}

/// Cells that hold whole parts of a page are lines of their own; elsewhere their breaks are spaces.
fn unfold(line: Line, peta: &PetaSpse) -> Vec<Line> {
    let broken = line.iter().any(|cell| cell.contains('\n'));
    if !broken {
        return vec![line];
    }
    let joined: Line = line.iter().map(|cell| cell.replace('\n', " ")).collect();
    if joined.len() > 1 && joined.iter().any(|cell| is_label(cell, peta)) {
        return vec![joined];
    }
    line.iter().flat_map(|cell| cell.split('\n')).map(|part| vec![part.to_owned()]).collect()
}

/// How many lines under the first are rows of its columns: it holds labels side by side, they none.
fn columns_below(lines: &[Line], peta: &PetaSpse) -> usize {
    let Some((head, below)) = lines.split_first() else { return 0 };
    let labels = head.iter().filter(|cell| is_label(cell, peta)).count();
    let side_by_side = head.windows(2).any(|pair| pair.iter().all(|cell| is_label(cell, peta)));
    if !side_by_side || labels * 2 < head.len() {
        return 0;
    }
    let is_row = |row: &&Line| row.len() == head.len() && !row.iter().any(|cell| begins_label(cell, peta));
    below.iter().take_while(is_row).count()
}

/// Reads one line, and the next where this one is a label alone. Says how many of the next were used.
fn read_line(line: &Line, next: Option<&Line>, peta: &PetaSpse, reading: &mut Reading) -> usize {
    let cells: Vec<&str> = line.iter().map(String::as_str).filter(|cell| *cell != ":").collect();
    if let [only] = cells[..]
        && is_label(only, peta)
    {
        let below = next.filter(|next| next.len() == 1 && !begins_label(&next[0], peta));
        return below.map_or(0, |below| {
            note(only, &below[0], peta, reading);
            1
        });
    }
    let (mut at, mut understood) = (0, false);
    while let Some(cell) = cells.get(at) {
        if is_label(cell, peta) {
            understood = true;
            let value = cells.get(at + 1).filter(|value| !is_label(value, peta));
            if let Some(value) = value {
                note(cell, value, peta, reading);
                at += 1;
            }
        } else if let Some((meaning, value)) = peta.labelled(cell) {
            understood = true;
            if let Some(field) = meaning.field {
                keep(field, &meaning.translated(value), reading);
            }
        }
        at += 1;
    }
    if !understood {
        reading.passed_over(&cells.join(" "));
    }
    0
}

fn note(label: &str, value: &str, peta: &PetaSpse, reading: &mut Reading) {
    let value = value.trim_start_matches([':', '：']).trim();
    if let Some(meaning) = peta.meaning(label)
        && let Some(field) = meaning.field
    {
        keep(field, &meaning.translated(value), reading);
    }
}

/// A dash stands for nothing on a page.
fn keep(field: crate::form::FormField, value: &str, reading: &mut Reading) {
    if value.contains(char::is_alphanumeric) {
        reading.found(field, value.to_owned());
    }
}

fn is_label(cell: &str, peta: &PetaSpse) -> bool {
    peta.meaning(cell).is_some()
}

fn begins_label(cell: &str, peta: &PetaSpse) -> bool {
    is_label(cell, peta) || peta.labelled(cell).is_some()
}
