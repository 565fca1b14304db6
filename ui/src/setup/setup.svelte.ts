// The setup in five parts. The first three are typed here and become an office in one act; the sheet makes sure
// that it can be read; the last looks at the devices. Closing in the middle resumes: before the office exists
// from what was typed, after it at the sheet. What is right the program says; its answer leads to its field.
import { type Backend, type LoketError, toLoketError } from '../backend';
import type { DeskState } from '../bindings';
import { cleanOffice, emptyOffice, missingOfOffice } from '../office/office';
import { emptyOfficer, missingOfOfficer, officerInput } from '../office/officer';
import { roleNames, setup } from '../text/id';
import { forgetDraft, loadDraft, saveDraft } from './draft';

export const PARTS = ['office', 'folder', 'officer', 'sheet', 'equipment'] as const;
export type Part = (typeof PARTS)[number];

/** What the program said of single fields, by the place it names them with: `office:city`, `folder`. */
export type Faults = Readonly<Partial<Record<string, string>>>;

type Does = {
  ondesk: (desk: DeskState) => void;
  onleave: () => void;
  /** Takes the focus: to the first empty field of the part, or to the first wrong one. */
  look: (at: 'open' | 'wrong') => void;
};

const BEFORE: Partial<Record<Part, Part>> = { folder: 'office', officer: 'folder' };

/** The name of a folder without the way to it, which is longer than its place is wide. */
const lastFolder = (path: string): string => path.split(/[\\/]/).findLast((name) => name !== '') ?? path;

export class Setup {
  office = $state(emptyOffice());
  folder = $state('');
  officer = $state(emptyOfficer());
  /** The officer once the office is made; without the password. */
  officerDone = $state.raw<{ name: string; nip: string; roles: string } | null>(null);
  logo = $state(false);
  /** Two words from the recovery sheet, once there is a sheet to read them from. */
  answer = $state.raw<{ first: string; second: string } | null>(null);
  sheetMissing = $state.raw<string[]>([]);

  part = $state<Part>('office');
  created = $state(false);
  asked = $state(false);
  busy = $state(false);
  error = $state.raw<LoketError | null>(null);
  faults = $state.raw<Faults>({});

  readonly at = $derived(PARTS.indexOf(this.part));
  /** What cannot be left empty here, in the words of the labels. */
  readonly missing = $derived(this.#missing());
  readonly canGoBack = $derived(!this.created || this.part === 'office');

  /** The desk as it will be once the setup is left. */
  #finished: DeskState | null = null;

  constructor(
    private readonly backend: Backend,
    private readonly desk: () => DeskState,
    private readonly does: Does,
  ) {
    const now = desk();
    const draft = loadDraft(now.default_folder);
    this.office = draft.office;
    this.folder = draft.folder;
    if (now.stage === 'setup') {
      this.created = true;
      this.part = 'sheet';
    }
  }

  get proposedFolder(): string {
    return this.desk().default_folder;
  }

  get wholeFolder(): string {
    return this.desk().folder ?? this.folder;
  }

  /** What a finished part says of itself. */
  done(part: Part): string {
    const desk = this.desk();
    if (part === 'office') return this.office.name;
    if (part === 'folder') return lastFolder(this.wholeFolder);
    if (part === 'officer') return this.officerDone?.name ?? desk.session?.name ?? this.officer.name;
    return setup.partHint[part];
  }

  isDone(part: Part): boolean {
    return PARTS.indexOf(part) < this.at;
  }

  /** An office that exists already is shown as it stands. */
  async resume(): Promise<void> {
    if (!this.created) return;
    await this.#try(async () => {
      this.office = await this.backend.call('office_get', null);
    });
  }

  keepDraft(): void {
    if (!this.created) saveDraft({ office: $state.snapshot(this.office), folder: this.folder });
  }

  /** Something was typed: what the program said of the old value holds no longer. */
  changed(): void {
    this.faults = {};
  }

  go(part: Part): void {
    this.part = part;
    this.asked = false;
    this.error = null;
    this.does.look('open');
  }

  /** Back: one part, and from the first part to the choice. A created office is not unmade. */
  back(): void {
    if (this.created) {
      if (this.part === 'office') this.go('sheet');
      return;
    }
    const before = BEFORE[this.part];
    if (before) this.go(before);
    else this.does.onleave();
  }

  notYet(): void {
    this.asked = true;
    this.does.look('wrong');
  }

  async submit(): Promise<void> {
    if (this.missing.length > 0) return this.notYet();
    if (this.busy) return;
    this.busy = true;
    this.faults = {};
    await this.#try(() => this.#finish[this.part]());
    this.busy = false;
  }

  async chooseFolder(): Promise<void> {
    await this.#try(async () => {
      this.folder = (await this.backend.call('office_choose_folder', null)) ?? this.folder;
      this.changed();
    });
  }

  async chooseLogo(): Promise<void> {
    await this.#try(async () => {
      this.logo = (await this.backend.call('office_logo', null)) || this.logo;
    });
  }

  readonly #finish: Record<Part, () => void | Promise<void>> = {
    office: async () => {
      if (!this.created) return this.go('folder');
      this.office = await this.backend.call('office_set', cleanOffice($state.snapshot(this.office)));
      this.go('sheet');
    },
    folder: () => this.go('officer'),
    officer: () => this.#create(),
    sheet: async () => {
      if (!this.answer) return;
      this.#finished = await this.backend.call('recovery_confirm', this.answer);
      this.go('equipment');
    },
    equipment: async () => {
      this.does.ondesk(this.#finished ?? (await this.backend.call('desk_state', null)));
    },
  };

  async #create(): Promise<void> {
    const officer = $state.snapshot(this.officer);
    const next = await this.backend.call('office_create', {
      folder: this.folder,
      office: cleanOffice($state.snapshot(this.office)),
      officer: officerInput(officer),
    });
    this.officerDone = {
      name: officer.name,
      nip: officer.nip,
      roles: officer.roles.map((role) => roleNames[role]).join(', '),
    };
    this.officer = emptyOfficer();
    this.created = true;
    forgetDraft();
    this.does.ondesk(next);
    this.go('sheet');
  }

  #missing(): string[] {
    if (this.part === 'office') return missingOfOffice(this.office);
    if (this.part === 'folder') return this.folder.trim() ? [] : [setup.folder.label.toLowerCase()];
    if (this.part === 'officer') return missingOfOfficer(this.officer);
    return this.part === 'sheet' ? this.sheetMissing : [];
  }

  async #try(act: () => void | Promise<void>): Promise<void> {
    this.error = null;
    try {
      await act();
    } catch (thrown) {
      this.#refused(toLoketError(thrown));
    }
  }

  /** What the program refused is shown where it can be put right. */
  #refused(error: LoketError): void {
    if (error.code === 'OfficeExists') this.#point('folder', { folder: `${error.what} ${error.todo}` });
    else if (!this.created && error.missing.length > 0) {
      const faults = Object.fromEntries(error.missing.map(({ place, label }) => [place, label]));
      this.#point(
        error.missing.some(({ place }) => place.startsWith('office:')) ? 'office' : 'officer',
        faults,
      );
    } else this.error = error;
  }

  #point(part: Part, faults: Faults): void {
    this.part = part;
    this.faults = faults;
    this.asked = true;
    this.does.look('wrong');
  }
}
