-- Requests compressed responses as a browser does, and reports in one line. With PAUSE_MS, each connection pauses
-- between its requests, randomly for 0.5 to 1.5 times as long, so that the connections do not synchronize.
local pause = tonumber(os.getenv("PAUSE_MS") or "0")

wrk.headers["Accept-Encoding"] = "gzip"

if pause > 0 then
  function delay()
    return math.random(math.floor(pause / 2), math.floor(pause * 3 / 2))
  end
end

function done(summary, latency)
  local seconds = summary.duration / 1e6
  local errors = summary.errors
  io.write(string.format(
    'REPORT {"responses":%d,"perSecond":%.2f,"p50":%.3f,"p99":%.3f,"failures":%d}\n',
    summary.requests,
    summary.requests / seconds,
    latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
