// Preloaded into each process of a site. Shifts its clock by CLOCK_AHEAD_MS, so that screenshots always show the
// same day, business hours and bookable times.

const aheadMs = Number(process.env.CLOCK_AHEAD_MS);
const now = () => performance.timeOrigin + performance.now() + aheadMs;

globalThis.Date = new Proxy(Date, {
  construct: (Real, args, made) => Reflect.construct(Real, args.length > 0 ? args : [now()], made),
  get: (Real, name) => (name === 'now' ? () => Math.floor(now()) : Reflect.get(Real, name)),
});
