// A fictional mailbox: before an admin turned it on, and while it is on.
import type { InboxView, LetterView, MailboxView, MessageView } from '../../src/bindings';
import { office } from './office';

export const mailboxOff: MailboxView = {
  is_on: false,
  inbox: null,
  outbox: null,
  user: '',
  authority: '',
  office_address: office.email,
};

export const mailboxOn: MailboxView = {
  ...mailboxOff,
  is_on: true,
  inbox: { host: 'imap.lpse-contoh.example', port: 993, security: 'tls' },
  outbox: { host: 'smtp.lpse-contoh.example', port: 465, security: 'tls' },
  user: office.email,
};

const message = (uid: number, change: Partial<MessageView>): MessageView => ({
  id: { validity: 7, uid },
  sender: 'toko@sumberrejeki.example',
  sender_name: 'Slamet Riyadi',
  subject: 'Permohonan verifikasi akun SPSE',
  received_at: '2026-11-23T00:41:00Z',
  bytes: 2_400_000,
  has_parts: true,
  fate: 'new',
  ...change,
});

/** Two messages nobody has looked at, one that lies in the Baki already, one that asked for nothing. */
export const inbox: InboxView = {
  messages: [
    message(14, {
      sender: 'cv@tirtaabadi.example',
      sender_name: 'Tirta Abadi',
      subject: 'Akun penyedia baru',
    }),
    message(13, { sender: 'info@warta.example', sender_name: '', subject: '', bytes: 800, has_parts: false }),
    message(12, { fate: 'taken' }),
    message(11, { sender_name: 'Warta Pengadaan', subject: 'Berita mingguan', fate: 'set_aside' }),
  ],
  is_cut: false,
};

const letter = (id: string, change: Partial<LetterView>): LetterView => ({
  id,
  permohonan: 'k-1',
  kind: 'jadwal',
  kind_label: 'Undangan panggilan video',
  queued_at: '2026-11-23T02:00:00Z',
  end: null,
  ended_at: null,
  why: null,
  next_try_at: null,
  ...change,
});

/** One letter that the server would not take, and one that waits for the server to be in reach. */
export const letters: LetterView[] = [
  letter('l-1', { end: 'ditolak', ended_at: '2026-11-23T02:14:00Z' }),
  letter('l-2', { why: 'Server surel tidak terjangkau.', next_try_at: '2026-11-23T03:05:00Z' }),
];
