export const Icon = () => null;
export const Logo = () => null;
