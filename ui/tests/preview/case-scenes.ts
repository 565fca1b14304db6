// One case at each of its turns, for the preview page: /?layar=permohonan-banding
import { CaseBackend, comparedCase, emptyCase, filledCase, followedCase } from '../fake-case';

export const caseScenes: Record<string, () => CaseBackend> = {
  permohonan: () => new CaseBackend(filledCase()),
  'permohonan-kosong': () => new CaseBackend(emptyCase()),
  'permohonan-banding': () => new CaseBackend(comparedCase()),
  'permohonan-tarik': () => {
    const backend = new CaseBackend({ ...comparedCase(), status: 'perlu_perbaikan' });
    backend.sentBack = true;
    return backend;
  },
  'permohonan-sikap': () => new CaseBackend(followedCase()),
  'permohonan-lewat-batas': () => {
    const backend = new CaseBackend({ ...filledCase(), status: 'perlu_perbaikan' });
    backend.late = true;
    return backend;
  },
  'permohonan-lewat-waktu': () => {
    const backend = new CaseBackend({ ...comparedCase(), status: 'sesuai' });
    backend.elapsed = 42;
    return backend;
  },
};
