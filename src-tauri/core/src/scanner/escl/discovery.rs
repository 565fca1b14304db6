//! Who announces itself in the network: multicast DNS (RFC 6762) and DNS-SD (RFC 6763), asked only when somebody presses
//! for it.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use mdns_sd::{ResolvedService, ServiceDaemon, ServiceEvent};

use super::super::Device;
use super::able::uuid_of;

/// Over TLS, and without.
const KINDS: [(&str, &str); 2] = [("https", "_uscans._tcp.local."), ("http", "_uscan._tcp.local.")];

/// How long one listens where nobody answers, how long after the last new one for another, and how long at most.
const LISTENING: Duration = Duration::from_secs(3);
const QUIET: Duration = Duration::from_millis(600);
const LONGEST_LISTENING: Duration = Duration::from_secs(6);
const BEAT: Duration = Duration::from_millis(20);

/// More scanners than any office has.
const MOST: usize = 64;

/// Names of a maker that are longer than this are not kept.
const LONGEST: usize = 200;

/// Devices of the network; none where this computer may not ask. One that can be asked over TLS stands there first, and
/// again without it: many old ones speak a TLS that nobody else speaks any more.
pub(in crate::scanner) fn found() -> Vec<Device> {
    let Ok(daemon) = ServiceDaemon::new() else { return Vec::new() };
    let asked: Vec<_> =
        KINDS.into_iter().filter_map(|(scheme, kind)| Some((scheme, daemon.browse(kind).ok()?))).collect();
    // By how it is spoken to, and then by what it is.
    let mut devices: BTreeMap<(usize, String), Device> = BTreeMap::new();
    let begun = Instant::now();
    let mut heard = None;
    let listens = |heard: Option<Instant>| match heard {
        Some(last) => last.elapsed() < QUIET && begun.elapsed() < LONGEST_LISTENING,
        None => begun.elapsed() < LISTENING,
    };
    while listens(heard) && devices.len() < MOST {
        for (order, (scheme, answers)) in asked.iter().enumerate() {
            while let Ok(event) = answers.try_recv() {
                let ServiceEvent::ServiceResolved(service) = event else { continue };
                let Some(device) = device_of(scheme, &service) else { continue };
                let name = device.id.clone().unwrap_or_else(|| service.fullname.clone());
                if devices.insert((order, name), device).is_none() {
                    heard = Some(Instant::now());
                }
            }
        }
        std::thread::sleep(BEAT);
    }
    let _ = daemon.shutdown();
    devices.into_values().take(MOST).collect()
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
