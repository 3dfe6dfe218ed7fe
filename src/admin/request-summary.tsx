export const RequestSummary = () => null;
