// A fictional mailbox: before an admin turned it on, and while it is on.
import type { InboxView, MailboxView, MessageView } from '../../src/bindings';
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
