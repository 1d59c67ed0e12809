// What the page's scripts share, for the type check alone.
interface WidgetModule {
  render(context: { model: unknown; el: HTMLElement }): unknown;
  /** What the reader has answered so far, for paper, where the module says that better than its live drawing. */
  answers?(data: any): Node[];
}
declare const ntrk: {
  shared: typeof import("../../widgets/static/numbers.js") & typeof import("../../widgets/static/shared.js") &
    typeof import("../../widgets/static/store.js") & typeof import("../../widgets/static/kept.js") &
    typeof import("../../widgets/static/outcome.js");
  define(name: string, module: (shared: unknown) => WidgetModule): void;
  printWithAnswers(): void;
};
