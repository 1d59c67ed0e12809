// Made from records.py by `python3 start.py types`, as `as_data` hands the records over; a test holds the two together.
import type { Span } from "../shared/dom.js";

export interface Alteration {
  fact: string;
  name: string;
  kind: "acquired" | "inherited" | "type";
  who: string;
  fusion: boolean;
  part_of: string;
  lesson: string;
}

export interface Setting {
  id: string;
  name: string;
  caution: Span[];
  alteration: Alteration[];
}

export interface Landscape {
  title: string;
  lengths: number[];
  order: string[];
  words: Record<string, string>;
  setting: Setting[];
}
