// The program behind a case whose video call runs: windows to choose from, and pictures that come in. It judges
// nothing: a new picture looks like a recorded one, and its marks come back as they were sent.
import type { Backend } from '../src/backend';
import type { PermohonanView, ScreenWindow, TangkapanMeta, TangkapanSource } from '../src/bindings';
import { CaseBackend } from './fake-case';
import { drawKtp } from './fake-pictures';
import { moment } from './recorded';
import { wireError } from './wire-error';

export const windows: ScreenWindow[] = [
  {
    target: { kind: 'monitor', id: 1 },
    title: 'Seluruh layar, pilih bagiannya',
    program: 'HDMI-1',
    width: 1920,
    height: 1080,
  },
  {
    target: { kind: 'window', id: 7 },
    title: 'Rapat Zoom',
    program: 'Zoom',
    width: 1280,
    height: 720,
  },
  { target: { kind: 'window', id: 9 }, title: '', program: 'Firefox', width: 900, height: 700 },
];

/** The head of a PNG, which is all that is read of it here. */
export function pngHead(width: number, height: number): ArrayBuffer {
  const head = new DataView(new ArrayBuffer(33));
  head.setUint32(0, 0x89504e47);
  head.setUint32(4, 0x0d0a1a0a);
  head.setUint32(8, 13);
  head.setUint32(12, 0x49484452);
  head.setUint32(16, width);
  head.setUint32(20, height);
  return head.buffer;
}

export class CallBackend extends CaseBackend {
  #came = 0;

  constructor(view: PermohonanView = moment('verifikasi-daring')) {
    super(view);
    this.answer('screen_windows', windows);
    this.answer('screen_look', () => pngHead(1920, 1080));
    this.answer('tangkapan_screen', () => this.#arrived('layar'));
    this.answer('tangkapan_pick', () => this.#arrived('foto_hp'));
    this.answer('tangkapan_bytes', () => drawKtp());
    this.answer('tangkapan_mark', ({ tangkapan, shows, code_visible, readable }) => {
      const found = this.view.tangkapan.find((each) => each.id === tangkapan);
      if (!found) throw wireError({ code: 'NotFound' });
      Object.assign(found, { shows, code_visible, readable });
      return structuredClone(this.view);
    });
  }

  override addTangkapan: Backend['addTangkapan'] = async (meta: TangkapanMeta) => {
    this.calls.push({ name: 'tangkapan_add', request: meta });
    return this.#arrived(meta.source);
  };

  #arrived(source: TangkapanSource): PermohonanView {
    const [like] = moment('verifikasi-daring-bukti').tangkapan;
    if (!like) throw wireError({ code: 'NotFound' });
    const id = `baru-${(this.#came += 1)}`;
    const bare = { shows: null, code_visible: false, readable: false };
    const label = { layar: 'tangkapan layar', tempel: 'ditempel', foto_hp: 'foto dari HP' }[source];
    this.view.tangkapan = [...this.view.tangkapan, { ...like, ...bare, id, source, source_label: label }];
    this.view.missing = this.view.missing.filter(({ place }) => place !== 'daring:tangkapan');
    return structuredClone(this.view);
  }
}
