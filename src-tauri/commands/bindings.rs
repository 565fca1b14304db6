//! TypeScript of the wire, made from the commands themselves. The committed file must be fresh.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use super::{
    clock, closing, correction, daftar_hitam, desk_state, device, document, home, hot_folder, kiriman,
    mailbox, office_hours, outbox, paper, pendampingan, permohonan, permohonan_view, perubahan, picture,
    printer, region, registration, report, scan, schedule, session, setup, spse, step, tangkapan, ticket,
};
use crate::error::WireError;

mod book;
mod changes;
mod moments;
mod morning;
mod online;
mod recorded;

const FILE: &str = "ui/src/bindings.ts";
const HEAD: &str = "// Generated from the Rust commands by `cargo xtask bindings`. Do not edit by hand.\n\n";

/// What stands in the TypeScript for one side of a command, and the types it needs.
trait Side {
    fn name(config: &Config) -> String;
    fn collect(types: &mut Types<'_>);
}

impl<T: TS + 'static> Side for T {
    fn name(config: &Config) -> String {
        <T as TS>::name(config)
    }

    fn collect(types: &mut Types<'_>) {
        types.visit::<T>();
    }
}

struct Types<'a> {
    config: &'a Config,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Types<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types with a file of their own can be declared; the rest are written in place.
        if T::output_path().is_some() {
            let declared = format!("export {}", T::decl(self.config));
            if self.declarations.insert(T::ident(self.config), declared).is_some() {
                return;
            }
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! sides {
    ($types:ident, $config:ident, $commands:ident, $raw:ident;) => {};
    ($types:ident, $config:ident, $commands:ident, $raw:ident;
     $module:ident :: $name:ident ( bytes $meta:ty ) -> $response:ty; $($rest:tt)*) => {
        <$meta as Side>::collect(&mut $types);
        <$response as Side>::collect(&mut $types);
        $raw.push_str(&format!(
            "  {}: {{ meta: {}; response: {} }};\n",
            stringify!($name), <$meta as Side>::name(&$config), <$response as Side>::name(&$config)
        ));
        sides!($types, $config, $commands, $raw; $($rest)*);
    };
    ($types:ident, $config:ident, $commands:ident, $raw:ident;
     $module:ident :: $name:ident ( $($request:ty)? ) -> bytes; $($rest:tt)*) => {
        let request = sides!(@request $types $config $($request)?);
        $commands.push_str(&format!(
            "  {}: {{ request: {request}; response: \"bytes\" }};\n", stringify!($name)
        ));
        sides!($types, $config, $commands, $raw; $($rest)*);
    };
    ($types:ident, $config:ident, $commands:ident, $raw:ident;
     $module:ident :: $name:ident ( $($request:ty)? ) -> $response:ty; $($rest:tt)*) => {
        let request = sides!(@request $types $config $($request)?);
        <$response as Side>::collect(&mut $types);
        $commands.push_str(&format!(
            "  {}: {{ request: {request}; response: {} }};\n",
            stringify!($name), <$response as Side>::name(&$config)
        ));
        sides!($types, $config, $commands, $raw; $($rest)*);
    };
    (@request $types:ident $config:ident) => { "null".to_owned() };
    (@request $types:ident $config:ident $request:ty) => {{
        <$request as Side>::collect(&mut $types);
        <$request as Side>::name(&$config)
    }};
}

macro_rules! typescript {
    ($($list:tt)*) => {
        fn typescript() -> String {
            let config = Config::default();
            let mut types = Types { config: &config, declarations: BTreeMap::new() };
            let mut commands = String::new();
            let mut raw = String::new();
            <WireError as Side>::collect(&mut types);
            // Named only inside overridden field types.
            <loket_core::form::FormField as Side>::collect(&mut types);
            <loket_core::form::DocumentField as Side>::collect(&mut types);
            <permohonan_view::FieldState as Side>::collect(&mut types);
            sides!(types, config, commands, raw; $($list)*);
            let declarations: Vec<String> = types.declarations.into_values().collect();
            format!(
                "{HEAD}{}\n\n/** Every command of the desk: its request and its answer. `bytes` answers are raw. */\n\
                 export interface Commands {{\n{commands}}}\n\n/** Takes raw bytes, with `meta` as percent-encoded \
                 JSON in the header `x-loket-meta`. */\nexport interface RawCommands {{\n{raw}}}\n",
                declarations.join("\n\n")
            )
        }
    };
}

super::with_commands!(typescript);

#[test]
fn bindings_are_fresh() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let made = typescript();
    if std::env::var_os("LOKET_WRITE_BINDINGS").is_some() {
        std::fs::write(&path, &made).expect("bindings can be written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == made, "{FILE} is stale: run `cargo xtask bindings` and commit it");
}
