// The interface's own words, which every widget uses. What a widget says of its subject stands in its own content.
export const words = {
  again: "Start again",
  ours: "Our reading: ",
};
