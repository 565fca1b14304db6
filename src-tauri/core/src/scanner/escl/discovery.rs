//! Who announces itself in the network: multicast DNS (RFC 6762) and DNS-SD (RFC 6763), asked only when somebody presses
//! for it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use mdns_sd::{ResolvedService, ServiceDaemon, ServiceEvent};

use super::super::Device;
use super::able::uuid_of;

/// Over TLS, and without. A device that has both is spoken to over TLS.
const KINDS: [(&str, &str); 2] = [("https", "_uscans._tcp.local."), ("http", "_uscan._tcp.local.")];

/// How long one listens where nobody answers, and how long after the last answer for another one.
const LISTENING: Duration = Duration::from_secs(3);
const QUIET: Duration = Duration::from_millis(600);
const BEAT: Duration = Duration::from_millis(20);

/// Names of a maker that are longer than this are not kept.
const LONGEST: usize = 200;

/// Devices of the network, each once; none where this computer may not ask.
pub(in crate::scanner) fn found() -> Vec<Device> {
    let Ok(daemon) = ServiceDaemon::new() else { return Vec::new() };
    let asked: Vec<_> =
        KINDS.into_iter().filter_map(|(scheme, kind)| Some((scheme, daemon.browse(kind).ok()?))).collect();
    let mut devices: BTreeMap<String, Device> = BTreeMap::new();
    let begun = Instant::now();
    let mut heard = None;
    while heard.map_or(begun.elapsed() < LISTENING, |last: Instant| last.elapsed() < QUIET) {
        for (scheme, answers) in &asked {
            while let Ok(event) = answers.try_recv() {
                let ServiceEvent::ServiceResolved(service) = event else { continue };
                let Some(device) = device_of(scheme, &service) else { continue };
                heard = Some(Instant::now());
                let key = device.id.clone().unwrap_or_else(|| service.fullname.clone());
                // The guarded one stays.
                let guarded = devices.get(&key).is_some_and(|known| known.address.starts_with("https"));
                if !guarded || *scheme == "https" {
                    devices.insert(key, device);
                }
            }
        }
        std::thread::sleep(BEAT);
    }
    let _ = daemon.shutdown();
    devices.into_values().collect()
}

/// None of one that cannot be reached.
fn device_of(scheme: &str, service: &ResolvedService) -> Option<Device> {
    // A link-local address of version 6 needs the name of an interface, which no URL may have.
    let address = service.get_addresses_v4().into_iter().min()?;
    let said = |key: &str| {
        let text = service.get_property_val_str(key)?.trim();
        let text: String = text.chars().filter(|each| !each.is_control()).take(LONGEST).collect();
        (!text.is_empty()).then_some(text)
    };
    let path = said("rs").unwrap_or_else(|| "eSCL".to_owned());
    let path = path.trim_matches('/');
    let address = format!("{scheme}://{address}:{}/{path}", service.port);
    address.parse::<ureq::http::Uri>().ok()?;
    let name = || service.fullname.split("._uscan").next().unwrap_or_default().to_owned();
    Some(Device {
        address,
        model: said("ty").unwrap_or_else(name),
        id: said("uuid").map(|uuid| uuid_of(&uuid)),
    })
}
