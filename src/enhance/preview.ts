// The preview's browser script; it grows with the previews.
export {};
