// The proposed legal-basis line: data with dates, corrected by the office and never fixed in a template.
// Only the regulation that binds every office is proposed; an office adds its own SOP and circulars.
import type { LegalBasis } from '../bindings';

export const proposedBasis: LegalBasis[] = [
  {
    text: 'Peraturan Presiden Nomor 16 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah beserta perubahannya',
    since: '2018-03-22',
    until: null,
  },
];
