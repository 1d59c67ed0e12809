// What the page's scripts share, for the type check alone.
interface WidgetModule {
  render(context: { model: unknown; el: HTMLElement }): unknown;
}
declare const ntrk: {
  shared: typeof import("../../widgets/static/shared.js");
  define(name: string, module: (shared: unknown) => WidgetModule): void;
};
