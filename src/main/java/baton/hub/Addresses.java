// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Where a request came from. Behind a proxy it is the last address of {@code X-Forwarded-For}, the one our own proxy added;
 * those before it are whatever the sender wrote.
 */
record Addresses(boolean behindProxy) {
    String of(Request request) {
        String forwarded = request.getHeaders().getLast(HttpHeader.X_FORWARDED_FOR);
        if (!behindProxy || forwarded == null || forwarded.isBlank()) {
            return Request.getRemoteAddr(request);
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.length() > 64 ? last.substring(0, 64) : last;
    }
}
