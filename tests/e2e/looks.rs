//! Looking at the screen: pictures of it in both themes, and axe on everything that is shown.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::desk::{Desk, POLL};

/// Rules of axe up to WCAG 2.2 AA.
const AA: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const AXE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");

/// How long a screen may go on moving or loading before it is photographed as it is.
const REST: Duration = Duration::from_secs(20);

/// True once nothing moves or loads, every picture is drawn and every paper has its page.
const AT_REST: &str = "
    const moving = document.getAnimations().some((each) =>
      each.playState === 'running' && each.effect?.getComputedTiming().iterations !== Infinity);
    const seen = (element) => element.checkVisibility({ visibilityProperty: true });
    const drawn = (image) => image.complete && image.naturalWidth > 0;
    const loading = [...document.images].some((image) => seen(image) && !drawn(image));
    const unfinished = '[aria-busy=true], .sheet:not(:has(img)), .bed:not(:has(*))';
    const waiting = [...document.querySelectorAll(unfinished)].some(seen);
    const said = /(Membuka|Memuat|Menyalakan|Menyimpan)[^…]{0,20}…/.test(document.body.innerText);
    return !moving && !loading && !waiting && !said";

/// Answers after two frames, when what was just changed is painted.
const PAINTED: &str = "const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";

const RUN_AXE: &str = "const [tags, done] = arguments;
    axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then((result) => done(
      result.violations.map((v) => v.id + ': ' + v.help + '\\n' +
        v.nodes.slice(0, 5).map((n) => '    ' + n.target + '  ' + (n.any[0]?.message ?? '')).join('\\n'))
    ), (error) => done([String(error)]))";

#[derive(Clone, Copy)]
enum Theme {
    Light,
    Dark,
}

impl Theme {
    const BOTH: [Self; 2] = [Self::Light, Self::Dark];

    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Whether a story looks at every screen on its way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Eyes {
    Open,
    Closed,
}

impl Eyes {
    pub(crate) async fn see(self, desk: &Desk, name: &str) {
        if self == Self::Open {
            desk.show(name).await;
        }
    }
}

impl Desk {
    /// A screen of the desk in both themes: photographed as `<name>-<theme>.png`, and looked at by axe.
    pub(crate) async fn show(&self, name: &str) {
        for theme in Theme::BOTH {
            let script = "document.documentElement.dataset.theme = arguments[0]";
            self.run(script, vec![json!(theme.name())]).await;
            self.rest().await;
            let screen = format!("{name}-{}", theme.name());
            self.photograph(&screen).await;
            self.look_by_axe(&screen).await;
        }
        self.run("delete document.documentElement.dataset.theme", vec![]).await;
    }

    /// Waits until colours and pictures are those that a person would judge.
    async fn rest(&self) {
        self.run_to_end(PAINTED, vec![]).await;
        let begun = Instant::now();
        while begun.elapsed() < REST && self.run(AT_REST, vec![]).await != json!(true) {
            tokio::time::sleep(POLL).await;
        }
        self.run_to_end(PAINTED, vec![]).await;
    }

    /// A picture of the screen as it is, in `LOKET_SCREENS`.
    pub(crate) async fn photograph(&self, name: &str) {
        let folder = std::env::var_os("LOKET_SCREENS").map_or_else(std::env::temp_dir, PathBuf::from);
        std::fs::create_dir_all(&folder).expect("the folder of pictures can be made");
        let picture = self.client().screenshot().await.expect("the window can be photographed");
        std::fs::write(folder.join(format!("{name}.png")), picture).expect("the picture can be written");
    }

    /// Notes every violation that axe finds at AA.
    async fn look_by_axe(&self, screen: &str) {
        if self.run("return typeof window.axe", vec![]).await != json!("object") {
            let axe = std::fs::read_to_string(AXE).expect("the UI's packages are installed");
            self.run(&axe, vec![]).await;
        }
        let found = self.run_to_end(RUN_AXE, vec![json!(AA)]).await;
        let found = found.as_array().expect("axe answers with a list");
        for violation in found.iter().filter_map(Value::as_str) {
            let sentence = format!("{screen}: {violation}");
            eprintln!("{sentence}");
            self.note_violation(sentence);
        }
    }
}
