export const OwnerCell = () => null;
