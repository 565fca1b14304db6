//! Where a device stands: its own URL, and what a person may type in place of it.

use ureq::http::Uri;

/// Whether this address is one of eSCL: the device's own URL, and behind `#` the certificate that it is held to. What
/// stands behind `#` never leaves this computer.
pub(in crate::scanner) fn is_address(address: &str) -> bool {
    address.starts_with("http://") || address.starts_with("https://")
}

/// The addresses that may be meant by what a person typed, the guarded one first. None where it can be no address.
pub(super) fn guesses(typed: &str) -> Option<Vec<String>> {
    let typed = typed.trim();
    let whole = |address: String| is_reachable(&address.parse().ok()?).then_some(address);
    if is_address(typed) {
        let uri: Uri = typed.parse().ok()?;
        let typed = typed.trim_end_matches('/');
        let bare = uri.path().trim_end_matches('/').is_empty();
        return Some(vec![whole(if bare { format!("{typed}/eSCL") } else { typed.to_owned() })?]);
    }
    let typed = typed.trim_end_matches('/');
    let sensible = |each: char| each.is_ascii_alphanumeric() || ".-:[]%".contains(each);
    if typed.is_empty() || !typed.chars().all(sensible) {
        return None;
    }
    ["https", "http"].into_iter().map(|scheme| whole(format!("{scheme}://{typed}/eSCL"))).collect()
}

/// With a host, and with a port that is one where a port is named.
fn is_reachable(uri: &Uri) -> bool {
    uri.authority().is_some_and(|authority| {
        let rest = authority.as_str().strip_prefix(authority.host());
        !authority.host().is_empty() && (rest == Some("") || authority.port_u16().is_some())
    })
}
