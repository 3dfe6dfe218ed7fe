vcl 4.1;

# For Varnish 7 with varnish-modules (Debian 12: apt-get install varnish varnish-modules) in front of Throughcare.
# Setup and limits: deploy/README.md.

import std;
import var;
import xkey;

# The site: where `npm start` listens (HOST and PORT). `host_header` is the public name in SITE_URL.
backend site {
    .host = "127.0.0.1";
    .port = "3000";
    .host_header = "www.example.org";
    .connect_timeout = 1s;
    # Allows for picture uploads and long operations in the admin. Pages have a shorter timeout below.
    .first_byte_timeout = 120s;
    .between_bytes_timeout = 120s;
}

# The machines on which `npm run purge` runs.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        call purge_tags;
    }
    # Varnish would pipe a connection with an unknown method, and check none of its further requests.
    if (req.method !~ "^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$") {
        return (synth(405));
    }
    if (req.restarts == 0) {
        if (!req.http.Host) {
            return (synth(400));
        }
        unset req.http.X-Shared;
        unset req.http.X-Stand-In;
    }
    # A response to a client that authenticates itself may be for it alone.
    if ((req.method != "GET" && req.method != "HEAD") || req.http.Authorization) {
        return (pass);
    }
    # Paths that are never cached: PROXIED_PATHS in src/domain/site-paths.ts.
    if (req.url ~ "^/(admin|api|gallery|healthz|preview|readyz|requests|search|withdraw|\.well-known/security\.txt)(/|\?|$)" &&
        req.url !~ "^/api/(media/file/[^/]+|openapi\.json)(\?|$)") {
        return (pass);
    }

    # From here on, the response is shared by all clients, so the request is made anonymous.
    set req.http.X-Shared = "1";
    call as_nobody;
    call known_parameters;

    call look_whether_failing;
    if (req.restarts > 0) {
        set req.http.X-Stand-In = "1";
    }
    # Stale responses are served only if the site fails, for as long as their `stale-if-error` allows.
    if (req.http.X-Stand-In) {
        set req.grace = 365d;
    } else {
        set req.grace = 0s;
    }
    return (hash);
}

# `Cache-Tag: a,b` soft-purges all responses with one of these tags: they are stale, and can be served while the
# site is unavailable. `Cache-Tag-Gone: a:self` purges responses for good. The tag `*` is on every response
# that is not immutable.
sub purge_tags {
    # A proxy on this machine adds the address of its client to X-Forwarded-For.
    if (client.ip !~ purgers || req.http.X-Forwarded-For != "" + client.ip) {
        return (synth(403));
    }
    if (req.http.Cache-Tag-Gone) {
        xkey.purge(regsuball(req.http.Cache-Tag-Gone, ",", " "));
    }
    if (req.http.Cache-Tag) {
        xkey.softpurge(regsuball(req.http.Cache-Tag, ",", " "));
    }
    return (synth(200));
}

# Prevents cache poisoning: removes the headers that are known to change responses of Next or Payload, and the
# Host, in place of which Varnish sends the backend's `host_header`.
sub as_nobody {
    unset req.http.Host;
    unset req.http.Cookie;
    unset req.http.Accept;
    unset req.http.Accept-Language;
    unset req.http.User-Agent;
    unset req.http.Origin;
    unset req.http.Referer;
    unset req.http.Forwarded;
    unset req.http.X-Forwarded-For;
    unset req.http.X-Forwarded-Host;
    unset req.http.X-Forwarded-Port;
    unset req.http.X-Forwarded-Proto;
    unset req.http.X-HTTP-Method-Override;
    unset req.http.X-Payload-HTTP-Method-Override;
    unset req.http.X-Nextjs-Data;
    unset req.http.X-Matched-Path;
    unset req.http.X-Now-Route-Matches;
    unset req.http.X-Next-Resume-State-Length;
    unset req.http.X-Middleware-Prefetch;
    unset req.http.X-Middleware-Subrequest;
    unset req.http.X-Invoke-Path;
    unset req.http.X-Prerender-Revalidate;
    unset req.http.Next-Action;
    unset req.http.Next-Resume;
    unset req.http.Next-Router-Prefetch;
    unset req.http.Next-Router-State-Tree;
    unset req.http.Next-Url;
    unset req.http.RSC;
}

# Normalizes the query. Lists have three parameters, in any order; no other shared response depends on a query.
# Otherwise, parameters of campaigns (utm_source, fbclid) would multiply the cached copies of a page.
sub known_parameters {
    if (req.url ~ "^/(articles|topics/[^/?]+|people/[^/?]+)\?") {
        set req.url = regsuball(std.querysort(req.url), "[?&](?!(page|stage|topic)=[^&])[^?&]*", "");
        if (req.url !~ "\?") {
            set req.url = regsub(req.url, "&", "?");
        }
    } else {
        set req.url = regsub(req.url, "\?.*$", "");
    }
}

# For two seconds after a failure of the site, cached pages are served stale without asking it.
sub look_whether_failing {
    if (std.time(var.global_get("failed"), now - 1h) + 2s > now) {
        set req.http.X-Stand-In = "1";
    }
}

# There is one site, so the Host is no part of the cache key.
sub vcl_hash {
    hash_data(req.url);
    return (lookup);
}

sub vcl_miss {
    # Requests that were coalesced with a failed fetch must not try one after the other.
    if (!req.http.X-Stand-In) {
        call look_whether_failing;
        if (req.http.X-Stand-In) {
            return (restart);
        }
    }
    return (fetch);
}

sub vcl_backend_fetch {
    # No background fetch for a stale response: while the site hangs, all later requests would wait for it.
    if (bereq.is_bgfetch) {
        return (abandon);
    }
    # An edge in between sends Cache-Tag only to caches that announce this.
    set bereq.http.Surrogate-Capability = {"varnish="tags""};
    if (!bereq.uncacheable) {
        # The site reports its own failure within five seconds.
        set bereq.first_byte_timeout = 6s;
        set bereq.between_bytes_timeout = 6s;
    }
    return (fetch);
}

sub vcl_backend_response {
    if (!bereq.http.X-Shared) {
        set beresp.uncacheable = true;
        return (deliver);
    }
    if (beresp.status >= 500) {
        var.global_set("failed", now);
        # The request is restarted to serve a stale response. If there is none, the site's own error is served.
        if (!bereq.http.X-Stand-In) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    # `beresp.ttl` subtracts the Age of a response from the edge, but the edge keeps its responses fresh by purges.
    set beresp.ttl = std.duration(regsub(beresp.http.Cache-Control, "^.*s-maxage=([0-9]+).*$", "\1s"), beresp.ttl);
    if (beresp.http.Cache-Control !~ "(?i)\bpublic\b" ||
        beresp.http.Cache-Control ~ "(?i)\b(private|no-store|no-cache)\b" ||
        beresp.ttl <= 0s ||
        beresp.http.Set-Cookie ||
        (beresp.http.Vary && beresp.http.Vary !~ "(?i)^ *accept-encoding *$") ||
        (beresp.status != 200 && beresp.status != 301 && beresp.status != 308 &&
         beresp.status != 404 && beresp.status != 410)) {
        # Hit-for-miss: requests for this URL are not coalesced.
        set beresp.ttl = 120s;
        set beresp.grace = 0s;
        set beresp.uncacheable = true;
        return (deliver);
    }
    set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, "^.*stale-if-error=([0-9]+).*$", "\1s"), 0s);
    if (beresp.status >= 400 || beresp.http.Cache-Control ~ "(?i)\b(must|proxy)-revalidate\b") {
        # No stale 404s, because clients can request any number of missing paths, and nothing that forbids it.
        set beresp.grace = 0s;
    }
    set beresp.http.xkey = regsuball(beresp.http.Cache-Tag, ",", " ");
    if (beresp.http.Cache-Control !~ "(?i)\bimmutable\b") {
        set beresp.http.xkey = beresp.http.xkey + " *";
    }
    if (beresp.http.Content-Type ~ "^(text/|image/svg\+xml|application/([a-z.+-]+\+)?(javascript|json|xml))") {
        set beresp.do_gzip = true;
    }
    return (deliver);
}

sub vcl_backend_error {
    if (bereq.http.X-Shared) {
        var.global_set("failed", now);
    }
    # Continues in vcl_synth.
    return (abandon);
}

sub vcl_deliver {
    if (!req.http.Surrogate-Capability) {
        unset resp.http.Cache-Tag;
    }
    unset resp.http.xkey;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    if (req.http.X-Shared && !obj.uncacheable) {
        if (resp.http.Cache-Status) {
            set resp.http.Cache-Status = resp.http.Cache-Status + ", ";
        }
        if (obj.hits == 0) {
            set resp.http.Cache-Status = resp.http.Cache-Status + "varnish; fwd=miss; stored";
        } elseif (obj.ttl > 0s) {
            set resp.http.Cache-Status = resp.http.Cache-Status + "varnish; hit";
        } else {
            set resp.http.Cache-Status = resp.http.Cache-Status +
                {"varnish; hit; detail="the site is away, this was kept""};
        }
    }
    return (deliver);
}

sub vcl_synth {
    if (resp.status == 503 && req.http.X-Shared && !req.http.X-Stand-In) {
        return (restart);
    }
    unset resp.http.X-Varnish;
    unset resp.http.Server;
    set resp.http.Cache-Control = "private, no-store";
    set resp.http.Content-Type = "text/plain; charset=utf-8";
    set resp.http.X-Content-Type-Options = "nosniff";
    set resp.body = resp.reason + {"
"};
    if (resp.status == 503) {
        call help_at_any_hour;
    }
    return (deliver);
}

# Neither the site nor the cache has a page: a built-in one with the crisis lines of src/domain/crisis-lines.ts.
sub help_at_any_hour {
    set resp.http.Content-Type = "text/html; charset=utf-8";
    set resp.http.Content-Security-Policy = "default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    set resp.http.Referrer-Policy = "same-origin";
    set resp.http.Retry-After = "30";
    if (req.method == "GET" || req.method == "HEAD") {
        var.set("what to do", {"Wait a minute, then <a href="">try again</a>."});
    } else {
        var.set("what to do", "What you sent has not reached us. Go back: what you entered should still be there. Wait a minute, then send it again.");
    }
    set resp.body = {"<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>This page cannot be shown right now</title></head>
<body><main>
<h1>We cannot show this page right now</h1>
<p>Something on our side is not working.</p>
<p>"} + var.get("what to do") + {"</p>
<h2>Help at any hour</h2>
<ul>
<li>Someone is in danger, has overdosed or cannot be woken: <a href="tel:911">Emergency, 911</a></li>
<li>You are thinking about suicide, or need someone to talk to right now: <a href="tel:988">988 Suicide &amp; Crisis Lifeline, 988</a></li>
<li>You want to know where to find treatment; free, confidential, day and night: <a href="tel:+18006624357">SAMHSA National Helpline, 1-800-662-4357</a></li>
</ul>
</main></body>
</html>
"};
}
