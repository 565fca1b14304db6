//! The window of a video call: a face and a card, drawn by the display itself.

use xcb::x;

/// Inner size, that of a small call.
const SIZE: (u16, u16) = (640, 400);

/// Stands on the screen while it lives.
pub(crate) struct CallWindow {
    _connection: xcb::Connection,
}

impl CallWindow {
    pub(crate) fn open(display: &str, title: &str) -> Self {
        let (connection, screen) = xcb::Connection::connect(Some(display)).expect("the display answers");
        let screen = connection.get_setup().roots().nth(screen as usize).expect("the display has a screen");
        let (window, picture) = (connection.generate_id(), connection.generate_id());
        connection.send_request(&x::CreatePixmap {
            depth: screen.root_depth(),
            pid: picture,
            drawable: x::Drawable::Window(screen.root()),
            width: SIZE.0,
            height: SIZE.1,
        });
        draw(&connection, x::Drawable::Pixmap(picture));
        // The display paints it again whenever something lay over it.
        connection.send_request(&x::CreateWindow {
            depth: x::COPY_FROM_PARENT as u8,
            wid: window,
            parent: screen.root(),
            x: 40,
            y: 40,
            width: SIZE.0,
            height: SIZE.1,
            border_width: 0,
            class: x::WindowClass::InputOutput,
            visual: screen.root_visual(),
            value_list: &[x::Cw::BackPixmap(picture)],
        });
        connection.send_request(&x::ChangeProperty {
            mode: x::PropMode::Replace,
            window,
            property: atom(&connection, b"_NET_WM_NAME"),
            r#type: atom(&connection, b"UTF8_STRING"),
            data: title.as_bytes(),
        });
        connection.send_request(&x::ChangeProperty {
            mode: x::PropMode::Replace,
            window,
            property: x::ATOM_WM_CLASS,
            r#type: x::ATOM_STRING,
            data: b"panggilan\0Panggilan\0",
        });
        connection.send_request(&x::MapWindow { window });
        connection.flush().expect("the window is shown");
        Self { _connection: connection }
    }
}

fn atom(connection: &xcb::Connection, name: &[u8]) -> x::Atom {
    let asked = connection.send_request(&x::InternAtom { only_if_exists: false, name });
    connection.wait_for_reply(asked).expect("the display knows names").atom()
}

fn draw(connection: &xcb::Connection, drawable: x::Drawable) {
    let fill = |color: u32, rectangles: &[x::Rectangle], arcs: &[x::Arc]| {
        let gc = connection.generate_id();
        connection.send_request(&x::CreateGc { cid: gc, drawable, value_list: &[x::Gc::Foreground(color)] });
        connection.send_request(&x::PolyFillRectangle { drawable, gc, rectangles });
        connection.send_request(&x::PolyFillArc { drawable, gc, arcs });
    };
    let block = |x, y, width, height| x::Rectangle { x, y, width, height };
    let disc = |x, y, side| x::Arc { x, y, width: side, height: side, angle1: 0, angle2: 360 * 64 };
    fill(0x2b_3a_42, &[block(0, 0, SIZE.0, SIZE.1)], &[]);
    fill(0x8a_5a_3c, &[block(190, 270, 200, 130)], &[disc(220, 110, 140)]);
    fill(0xb8_d4_e8, &[block(430, 210, 150, 96)], &[]);
    fill(
        0x1c_24_2c,
        &[block(444, 226, 60, 8), block(444, 244, 90, 8)],
        &[disc(255, 165, 16), disc(310, 165, 16)],
    );
}
