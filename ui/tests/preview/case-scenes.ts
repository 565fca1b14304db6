// One case at each of its turns, for the preview page: /?layar=permohonan-banding
import { CaseBackend, comparedCase, emptyCase, filledCase, followedCase } from '../fake-case';
import { CallBackend } from '../fake-call';
import { hit } from '../fictional/hitam';
import { letters } from '../fictional/mail';
import { agendaOf, moment } from '../recorded';

export const caseScenes: Record<string, () => CaseBackend> = {
  permohonan: () => new CaseBackend(filledCase()),
  'permohonan-kosong': () => new CaseBackend(emptyCase()),
  'permohonan-banding': () => new CaseBackend(comparedCase()),
  'permohonan-daftar-hitam': () => {
    const hits = [hit(), hit({ holds: false, until: '2026-10-12' })];
    return new CaseBackend({ ...comparedCase(), daftar_hitam_list: { list_date: '2026-11-16', hits } });
  },
  'permohonan-tarik': () => new CaseBackend(moment('perlu-perbaikan')),
  'permohonan-daring': () => new CaseBackend(moment('draf-daring')),
  'permohonan-daring-tanpa-surel': () => new CaseBackend(moment('draf-daring-tanpa-surel')),
  'permohonan-menunggu-jadwal': () => new CaseBackend(moment('menunggu-jadwal')),
  'permohonan-terjadwal': () => new CaseBackend(moment('terjadwal'), { agenda: agendaOf('agendaTerisi') }),
  'permohonan-surat': () => {
    const view = moment('terjadwal');
    if (view.schedule) Object.assign(view.schedule, { letters, sends_letters: true });
    return new CaseBackend(view, { agenda: agendaOf('agendaTerisi') });
  },
  'permohonan-tidak-hadir': () => new CaseBackend(moment('tidak-hadir')),
  'permohonan-verifikasi-daring': () => new CaseBackend(moment('verifikasi-daring')),
  'permohonan-bukti': () => new CallBackend(moment('verifikasi-daring-bukti')),
  'permohonan-bukti-kosong': () => new CallBackend(),
  'permohonan-sikap': () => new CaseBackend(followedCase()),
  'permohonan-pendampingan': () => new CaseBackend(moment('pendampingan-terisi')),
  'permohonan-pendampingan-kosong': () => new CaseBackend(moment('pendampingan-kosong')),
  'permohonan-pendampingan-selesai': () => new CaseBackend(moment('pendampingan-selesai')),
  'permohonan-lewat-batas': () => new CaseBackend(moment('lewat-batas')),
  'permohonan-perubahan': () => new CaseBackend(moment('perubahan-terisi')),
  'permohonan-perubahan-kosong': () => new CaseBackend(moment('perubahan-draf')),
  'permohonan-perubahan-banding': () => new CaseBackend(moment('perubahan-verifikasi')),
  'permohonan-selesai': () => new CaseBackend(moment('selesai')),
  'permohonan-diubah': () => new CaseBackend(moment('selesai-diubah')),
  'permohonan-lewat-waktu': () => new CaseBackend(moment('sesuai-lewat-waktu')),
};
