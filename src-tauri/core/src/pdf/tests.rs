//! Papers as the office would judge them: read back, measured, looked at.

mod archive;
mod copies;
mod expected;
mod samples;
mod shown;
mod words;

use lopdf::{Document, Object};

/// Text of every page as a reader program finds it.
fn page_texts(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).unwrap();
    document.get_pages().keys().map(|&page| document.extract_text(&[page]).unwrap()).collect()
}

/// All words of a paper, one space apart.
fn words_of(pdf: &[u8]) -> String {
    page_texts(pdf).join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Operators of one page with their operands.
fn operations(pdf: &[u8], page: u32) -> Vec<(String, Vec<Object>)> {
    let document = Document::load_mem(pdf).unwrap();
    let page = document.get_pages()[&page];
    let content = document.get_and_decode_page_content(page).unwrap();
    content.operations.into_iter().map(|operation| (operation.operator, operation.operands)).collect()
}

fn numbers(operands: &[Object]) -> Vec<f32> {
    operands.iter().map(|operand| operand.as_float().unwrap()).collect()
}
