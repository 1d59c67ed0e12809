// What the page's scripts share, for the type check alone.
interface WidgetModule {
  render(context: { model: unknown; el: HTMLElement }): unknown;
  /** What the reader has answered so far, for paper, where the module says that better than its live drawing. */
  answers?(data: any): Node[];
}
declare const ntrk: {
  shared: { ui: typeof import("../../widgets/shared/words.json"), board: typeof import("../../widgets/shared/page_words.json").board, course: { name: string, title: string, store: string } } & typeof import("../../widgets/shared/numbers.js") &
    typeof import("../../widgets/shared/dom.js") & typeof import("../../widgets/shared/controls.js") &
    typeof import("../../widgets/shared/axis.js") & typeof import("../../widgets/shared/store.js") &
    typeof import("../../widgets/shared/kept.js") & typeof import("../../widgets/shared/player.js") &
    typeof import("../../widgets/shared/outcome.js") & typeof import("../../widgets/shared/sittings.js");
  define(name: string, module: (shared: unknown) => WidgetModule): void;
  printWithAnswers(): void;
  mountIn(root: ParentNode): void;
  dataOf(place: Element): any;
};
