vcl 4.1;

# Varnish 7 with varnish-modules (Debian 12: apt-get install varnish varnish-modules) before Throughcare.
# How to set it up, and what it cannot do: deploy/README.md.

import std;
import var;
import xkey;

# The site: where `npm start` listens (HOST and PORT). `host_header` is the public name in SITE_URL.
backend site {
    .host = "127.0.0.1";
    .port = "3000";
    .host_header = "www.example.org";
    .connect_timeout = 1s;
    # Pictures are uploaded, and programs of the admin take their time; pages have a limit of their own below.
    .first_byte_timeout = 120s;
    .between_bytes_timeout = 120s;
}

# Where `npm run purge` runs.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        call purge_tags;
    }
    # Varnish would join an unknown method's connection with the site's and look at nothing that follows.
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
    # Who shows who they are may be meant by the answer.
    if ((req.method != "GET" && req.method != "HEAD") || req.http.Authorization) {
        return (pass);
    }
    # What the site answers anew each time, as PASSED in src/domain/addresses.ts has it.
    if (req.url ~ "^/(admin|api|gallery|healthz|preview|readyz|requests|search|withdraw|\.well-known/security\.txt)(/|\?|$)" &&
        req.url !~ "^/api/(media/file/[^/]+|openapi\.json)(\?|$)") {
        return (pass);
    }

    # From here on the answer is the same for everybody: the site is asked as nobody in particular.
    set req.http.X-Shared = "1";
    call as_nobody;
    call known_parameters;

    call look_whether_failing;
    if (req.restarts > 0) {
        set req.http.X-Stand-In = "1";
    }
    # What is stale is seen only where the site gives nothing newer; each answer says itself for how long.
    if (req.http.X-Stand-In) {
        set req.grace = 365d;
    } else {
        set req.grace = 0s;
    }
    return (hash);
}

# `Cache-Tag: a,b` makes all that carries one of these tags stale: it can still stand in for a site that is
# away. `Cache-Tag-Gone: a:self` takes away what must not be seen again. All that is kept carries `*`.
sub purge_tags {
    # A proxy on this machine that passes on what others send adds to X-Forwarded-For whom it heard.
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

# Nothing that a visitor sends may change what the next one gets: what is known to change answers of Next or
# Payload goes, and the name by which the visitor calls the site. The backend's own name stands in for that.
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

# Lists know three parameters, in any order; nothing else at these addresses depends on a query. What links
# and campaigns add (utm_source, fbclid) would have the same page made and kept anew each time.
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

# A site that failed is left alone for a moment: nobody waits for it who can have a page that is kept.
sub look_whether_failing {
    if (std.time(var.global_get("failed"), now - 1h) + 2s > now) {
        set req.http.X-Stand-In = "1";
    }
}

# One site under one name, whatever a visitor calls it.
sub vcl_hash {
    hash_data(req.url);
    return (lookup);
}

sub vcl_miss {
    # Others waited for the same page, and whoever asked for it was let down: they need not try one by one.
    if (!req.http.X-Stand-In) {
        call look_whether_failing;
        if (req.http.X-Stand-In) {
            return (restart);
        }
    }
    return (fetch);
}

sub vcl_backend_fetch {
    # What stands in for a newer one is not asked for again behind it: a site that hangs would have all who
    # come wait for that.
    if (bereq.is_bgfetch) {
        return (abandon);
    }
    # The edge, where it stands between, tells tags only to who has a use for them.
    set bereq.http.Surrogate-Capability = {"varnish="tags""};
    if (!bereq.uncacheable) {
        # The site itself says within five seconds that it can't.
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
        # The visitor tries again with what is kept; if nothing is, what the site says of it is best.
        if (!bereq.http.X-Stand-In) {
            return (abandon);
        }
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    # Not `beresp.ttl` alone: that counts the age which an answer of the edge has, and the edge knows that it holds.
    set beresp.ttl = std.duration(regsub(beresp.http.Cache-Control, "^.*s-maxage=([0-9]+).*$", "\1s"), beresp.ttl);
    if (beresp.http.Cache-Control !~ "(?i)\bpublic\b" ||
        beresp.http.Cache-Control ~ "(?i)\b(private|no-store|no-cache)\b" ||
        beresp.ttl <= 0s ||
        beresp.http.Set-Cookie ||
        (beresp.http.Vary && beresp.http.Vary !~ "(?i)^ *accept-encoding *$") ||
        (beresp.status != 200 && beresp.status != 301 && beresp.status != 308 &&
         beresp.status != 404 && beresp.status != 410)) {
        # Remembered, so that visitors of such an address do not wait for each other.
        set beresp.ttl = 120s;
        set beresp.grace = 0s;
        set beresp.uncacheable = true;
        return (deliver);
    }
    set beresp.grace = std.duration(regsub(beresp.http.Cache-Control, "^.*stale-if-error=([0-9]+).*$", "\1s"), 0s);
    if (beresp.status >= 400) {
        # There is no end of addresses at which there is nothing; they make room at once.
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
    # Goes on in vcl_synth.
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

# Neither the site nor a page that was kept: plain words and the phone lines, as src/domain/crisis-lines.ts has them.
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
