// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object that {@link Json} wrote, in Java's plain values: Map, List, String, Long or Integer, and Boolean. By the same rules: a number or
 * flag that is missing or null counts as 0 or false, anything else that is missing or of another sort is refused with an {@link
 * IllegalArgumentException} that names it.
 */
public record Members(Map<?, ?> object) {

    /** Of this value; refuses what is no object. */
    public static Members of(Object value) {
        if (value instanceof Map<?, ?> object) {
            return new Members(object);
        }
        throw refused("This", value, "an object");
    }

    /** 0 where it is missing. */
    long number(String name) {
        Object value = object.get(name);
        return value == null ? 0 : number(value);
    }

    /** The same for what is counted, within an {@code int}. */
    int count(String name) {
        long value = number(name);
        if (value != (int) value) {
            throw refused("'" + name + "'", value, "within 32 bits");
        }
        return (int) value;
    }

    /** The value of an id that is a number. */
    public static long number(Object value) {
        if (value instanceof Number number && (value instanceof Long || value instanceof Integer)) {
            return number.longValue();
        }
        throw refused("This", value, "a whole number");
    }

    boolean flag(String name) {
        Object value = object.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw refused("'" + name + "'", value, "true or false");
    }

    public String text(String name) {
        return text(given(name));
    }

    /** The value of an id that is a text. */
    public static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw refused("This", value, "a text");
    }

    public Instant time(String name) {
        return time(given(name));
    }

    static Instant time(Object value) {
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
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    /** What must be there. */
    Object given(String name) {
        Object value = object.get(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' must be given");
        }
        return value;
    }

    public Members object(String name) {
        return of(given(name));
    }

    public <T> Optional<T> optional(String name, Function<Object, T> read) {
        return Optional.ofNullable(object.get(name)).map(read);
    }

    public <T> List<T> list(String name, Function<Object, T> read) {
        Object values = given(name);
        if (values instanceof List<?> several) {
            List<T> list = new ArrayList<>(several.size());
            several.forEach(value -> list.add(read.apply(value)));
            return list;
        }
        throw refused("'" + name + "'", values, "a list");
    }

    /** All, by their names. */
    public <T> Map<String, T> all(Function<Object, T> read) {
        Map<String, T> all = HashMap.newHashMap(object.size());
        object.forEach((name, value) -> all.put(text(name), read.apply(value)));
        return all;
    }

    private static IllegalArgumentException refused(String what, @Nullable Object value, String must) {
        String sort = value == null ? "null" : value.getClass().getSimpleName();
        return new IllegalArgumentException(what + " must be " + must + ", not " + sort);
    }
}
