// SPDX-License-Identifier: Apache-2.0
package baton.hub;

import baton.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** One request as a handler sees it. What is missing or of the wrong sort is refused with 400 and its name. */
final class Call {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);

    private final Request request;
    private final Fields query;
    private final Map<String, String> parts;
    private final Optional<Badge> badge;
    private final byte[] body;
    private final String address;

    Call(Request request, Map<String, String> parts, Optional<Badge> badge, byte[] body, String address) {
        this.request = request;
        this.query = Request.extractQueryParameters(request);
        this.parts = parts;
        this.badge = badge;
        this.body = body;
        this.address = address;
    }

    /** Who asks; only on routes that need a sign-in. */
    Badge badge() {
        return badge.orElseThrow(() -> new IllegalStateException("A route without sign-in asked who it is"));
    }

    byte[] body() {
        return body;
    }

    /** Where the request came from, as far as that can be trusted. */
    String address() {
        return address;
    }

    /** {@link System#nanoTime} when the request began. */
    long begunAt() {
        return request.getBeginNanoTime();
    }

    @Nullable
    String header(String name) {
        return request.getHeaders().get(name);
    }

    @Nullable
    String query(String name) {
        return query.getValue(name);
    }

    /** A part of the path. */
    String part(String name) {
        return parts.getOrDefault(name, "");
    }

    /** A part of the path that is a number from 1. */
    long numberPart(String name) {
        return number(name, part(name), 1, Long.MAX_VALUE);
    }

    /** A query parameter that is a whole number. */
    long number(String name, long otherwise, long least, long most) {
        String value = query(name);
        return value == null || value.isEmpty() ? otherwise : number(name, value, least, most);
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, in the same words
        }
        String end = most == Long.MAX_VALUE ? " or more." : " to " + most + ".";
        throw Problem.malformed("'" + name + "' must be a whole number, " + least + end);
    }

    JsonNode json() {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException notJson) {
            throw Problem.malformed("The body must be JSON.");
        }
    }

    /** The best of the languages Baton speaks; English when none fits. */
    Locale language() {
        String wanted = header("Accept-Language");
        if (wanted == null || wanted.length() > 200) {
            return Locale.ENGLISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), LANGUAGES);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException notALanguage) {
            return Locale.ENGLISH;
        }
    }
}
