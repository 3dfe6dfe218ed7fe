export const RequestTimeline = () => null;
