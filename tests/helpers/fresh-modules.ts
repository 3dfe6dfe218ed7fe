import { vi } from 'vitest';

// Test files share a process, because importing Payload or a browser takes a second. Each has our modules anew.
vi.resetModules();
