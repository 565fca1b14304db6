// A fictional office for the tests and the preview page: nobody here exists, and no number belongs to anybody.
import type { DeskState, OfficeInput, SessionInfo } from '../../src/bindings';

export const office: OfficeInput = {
  government: 'Pemerintah Kabupaten Contoh',
  unit: 'Sekretariat Daerah',
  name: 'LPSE Kabupaten Contoh',
  address: 'Jalan Contoh Nomor 1, Contoh',
  city: 'Contoh',
  contact: '(0000) 000000 · lpse@contoh.example',
  email: 'verifikasi@lpse-contoh.example',
  time_zone: 'WIB',
  legal_basis: [
    {
      text: 'Peraturan Presiden Nomor 16 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah beserta perubahannya',
      since: '2018-03-22',
      until: null,
    },
  ],
  privacy_contact: 'pdp@contoh.example',
};

export const session: SessionInfo = {
  officer_id: 'p-1',
  name: 'Ratna Purnomo',
  username: 'ratna',
  roles: ['admin', 'verifikator', 'petugas', 'penyetuju'],
  rights: {
    receives: true,
    verifies: true,
    sees_pictures: true,
    approves_as: 'verifikator',
    logs_contacts: true,
    manages_office: true,
  },
  office_name: office.name,
  time_zone: 'WIB',
  practice: false,
  station: 1,
  idle_minutes: 5,
};

const base: DeskState = {
  stage: 'none',
  practice: false,
  office_name: null,
  folder: null,
  default_folder: 'D:\\Loket\\kantor',
  session: null,
  wait_seconds: null,
};
const known = { office_name: office.name, folder: base.default_folder };

export const desks = {
  none: base,
  setup: { ...base, ...known, stage: 'setup', session },
  locked: { ...base, ...known, stage: 'locked' },
  open: { ...base, ...known, stage: 'open', session },
  practice: { ...base, ...known, stage: 'open', practice: true, session: { ...session, practice: true } },
} satisfies Record<string, DeskState>;
