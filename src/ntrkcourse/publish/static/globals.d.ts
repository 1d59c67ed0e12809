// What the page's scripts share, for the type check alone.
interface WidgetModule {
  render(context: { model: unknown; el: HTMLElement }): unknown;
  /** What the reader has answered so far, for paper, where the module says that better than its live drawing. */
  answers?(data: any): Node[];
}
type Attempt = import("../../widgets/shared/outcome.js").Attempt;
type BankQuestion = import("../../widgets/shared/card.js").Question & { traps: string[] };
/** When a question is asked again, and by which answer; `due` and `day` count days from 1 January 1970. */
interface Plan {
  id: string;
  outcome: import("../../widgets/shared/outcome.js").Outcome;
  /** The last answer that counts; without a day where that is not known. */
  last: Attempt & { day?: number };
  due: number;
}
interface OutlineQuestion {
  chapter: number;
  lesson: number;
  objective: string;
  see: string;
  passage: string;
}
interface OutlineChapter {
  name: string;
  address: string;
  lessons: { name: string; id: string }[];
  objectives: { code: string; text: string; lesson: number }[];
  widgets: { key: string; title: string; lesson: number }[];
}
declare const FSRS: typeof import("ts-fsrs");
declare const ntrk: {
  shared: { ui: typeof import("../../widgets/shared/words.json"), board: typeof import("../../widgets/shared/page_words.json").board, review: typeof import("../../widgets/shared/page_words.json").review, course: { name: string, title: string, store: string } } & typeof import("../../widgets/shared/numbers.js") &
    typeof import("../../widgets/shared/dom.js") & typeof import("../../widgets/shared/controls.js") &
    typeof import("../../widgets/shared/axis.js") & typeof import("../../widgets/shared/store.js") &
    typeof import("../../widgets/shared/kept.js") & typeof import("../../widgets/shared/player.js") &
    typeof import("../../widgets/shared/outcome.js") & typeof import("../../widgets/shared/sittings.js") &
    typeof import("../../widgets/shared/proportions.js") & typeof import("../../widgets/shared/card.js");
  define(name: string, module: (shared: unknown) => WidgetModule): void;
  printWithAnswers(): void;
  mountIn(root: ParentNode): void;
  dataOf(place: Element): any;
  load(name: string): Promise<unknown>;
  loadSchedule(): Promise<typeof ntrk.schedule>;
  takeBank(bank: { questions: BankQuestion[], second_hand: string[] }): void;
  graded: Record<string, import("../../widgets/shared/outcome.js").Graded>;
  outline: { chapters: OutlineChapter[], questions: Record<string, OutlineQuestion> };
  schedule: {
    plan(id: string): Plan | undefined;
    plans(): Plan[];
    due(): Plan[];
    interval(answers: { day: number, right: boolean, sure?: string }[]): number;
    today(): number;
  };
  calendarOf(name: string, days: { day: number, summary: string, description: string }[]): string;
  known: {
    chapters(place: HTMLElement): (plans: Plan[]) => void;
    sureness(plans: Plan[]): Node;
    sureAndWrong(plans: Plan[]): Node;
    traps(plans: Plan[], known: (id: string) => BankQuestion): Node;
  };
};
