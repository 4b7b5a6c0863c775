// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The members of one JSON object that {@link Json} wrote, by the same rules: a number or flag that is missing counts as 0 or false, anything else that is missing or
 * of another sort is refused with an {@link IllegalArgumentException} that names it.
 */
record Members(JsonNode object) {

    Members {
        if (!object.isObject()) {
            throw new IllegalArgumentException("There must be an object, not " + object.getNodeType());
        }
    }

    long number(String name) {
        JsonNode value = object.path(name);
        return value.isMissingNode() ? 0 : number(value);
    }

    /** The same for what is counted, within an {@code int}. */
    int count(String name) {
        long value = number(name);
        if (value != (int) value) {
            throw refused(name, object.path(name), "within 32 bits");
        }
        return (int) value;
    }

    /** The value of an id that is a number. */
    static long number(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("There must be a whole number, not " + value.getNodeType());
        }
        return value.longValue();
    }

    boolean flag(String name) {
        JsonNode value = object.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw refused(name, value, "true or false");
        }
        return value.isBoolean() && value.booleanValue();
    }

    String text(String name) {
        return text(given(name));
    }

    /** The value of an id that is a text. */
    static String text(JsonNode value) {
        if (!value.isString()) {
            throw new IllegalArgumentException("There must be a text, not " + value.getNodeType());
        }
        return value.stringValue();
    }

    Instant time(String name) {
        return time(given(name));
    }

    static Instant time(JsonNode value) {
        return Iso8601.read(text(value));
    }

    Duration length(String name) {
        try {
            return Duration.parse(text(name));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("'" + name + "' must be a length of time in ISO 8601", wrong);
        }
    }

    /** The constant of that name. */
    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    /** What must be there. */
    JsonNode given(String name) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            throw refused(name, value, "given");
        }
        return value;
    }

    Members object(String name) {
        return new Members(given(name));
    }

    <T> Optional<T> optional(String name, Function<JsonNode, T> read) {
        JsonNode value = object.path(name);
        return isAbsent(value) ? Optional.empty() : Optional.of(read.apply(value));
    }

    <T> List<T> list(String name, Function<JsonNode, T> read) {
        JsonNode values = given(name);
        if (!values.isArray()) {
            throw refused(name, values, "a list");
        }
        List<T> list = new ArrayList<>(values.size());
        values.forEach(value -> list.add(read.apply(value)));
        return list;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static IllegalArgumentException refused(String name, JsonNode value, String must) {
        return new IllegalArgumentException("'" + name + "' must be " + must + ", not " + value.getNodeType());
    }
}
