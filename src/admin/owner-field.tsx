export const OwnerField = () => null;
