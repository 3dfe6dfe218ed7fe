/** Long enough that it cannot be tried out; nothing else is asked of a password. */
export const PASSWORD_LENGTH = 12;
