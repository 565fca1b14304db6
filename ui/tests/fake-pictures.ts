// Drawn stand-ins for sealed pictures and papers. In the tests (no canvas) a few bytes are enough.

const EMPTY = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]).buffer;

type Draw = (context: OffscreenCanvasRenderingContext2D, width: number, height: number) => void;

async function drawn(width: number, height: number, draw: Draw): Promise<ArrayBuffer> {
  if (typeof OffscreenCanvas === 'undefined') return EMPTY.slice(0);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return EMPTY.slice(0);
  draw(context, width, height);
  return (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer();
}

const KTP_LINES = [
  ['NIK', '3325114508759002', 0.2],
  ['Nama', 'WULAN PERTIWI', 0.3],
  ['Tempat/Tgl Lahir', 'CONTOH, 05-08-1975', 0.37],
  ['Alamat', 'DK. CONTOH RT 002 RW 005', 0.5],
  ['Agama', '▨▨▨▨▨▨▨', 0.7],
  ['Pekerjaan', '▨▨▨▨▨▨▨', 0.8],
  ['Kewarganegaraan', 'WNI', 0.88],
  ['Berlaku Hingga', 'SEUMUR HIDUP', 0.95],
] as const;

export function drawKtp(): Promise<ArrayBuffer> {
  return drawn(1011, 638, (context, width, height) => {
    context.fillStyle = '#9cc7ea';
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#101b19';
    context.font = 'bold 34px sans-serif';
    context.fillText('PROVINSI CONTOH', 350, 48);
    context.fillText('KABUPATEN CONTOH', 340, 88);
    context.font = '30px sans-serif';
    for (const [label, value, y] of KTP_LINES) {
      context.fillText(label, 24, y * height);
      context.fillText(`: ${value}`, 290, y * height);
    }
    context.fillStyle = '#1f3fb5';
    context.fillRect(0.73 * width, 0.2 * height, 0.23 * width, 0.45 * height);
  });
}

export function drawNpwp(): Promise<ArrayBuffer> {
  return drawn(1011, 638, (context, width, height) => {
    context.fillStyle = '#f5dc7a';
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#2c4f9e';
    context.fillRect(0, 0, width, 120);
    context.fillStyle = '#ffffff';
    context.font = 'bold 34px sans-serif';
    context.fillText('KARTU CONTOH', 60, 72);
    context.fillStyle = '#101b19';
    context.font = 'bold 44px sans-serif';
    context.fillText('NPWP : 99.700.101.1-513.000', 60, 240);
    context.font = '34px sans-serif';
    context.fillText('CV ALAS ROBAN SEJAHTERA', 60, 310);
    context.fillText('JL. CONTOH RAYA NO. 41', 60, 366);
  });
}

export function drawPaper(width: number, title: string, number: string | null): Promise<ArrayBuffer> {
  return drawn(width, Math.round(width * 1.414), (context, w, h) => {
    const unit = w / 794;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, w, h);
    context.fillStyle = '#111111';
    context.font = `bold ${18 * unit}px sans-serif`;
    context.fillText('SEKRETARIAT DAERAH', 300 * unit, 86 * unit);
    context.fillRect(72 * unit, 132 * unit, 658 * unit, 2 * unit);
    context.fillText(title.toUpperCase(), 300 * unit, 172 * unit);
    context.font = `${13 * unit}px monospace`;
    context.fillText(number ?? 'Nomor terbit saat disetujui', 300 * unit, 194 * unit);
    for (let line = 0; line < 12; line += 1) {
      context.fillStyle = '#bbbbbb';
      context.fillRect(72 * unit, (240 + line * 32) * unit, (line % 3 === 2 ? 420 : 658) * unit, 1 * unit);
    }
  });
}
