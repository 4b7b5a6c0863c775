// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import baton.domain.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads the properties of one JSON object strictly: what is missing or of the wrong sort is named in a {@link Malformed}. */
final class Fields {

    private final JsonNode object;

    Fields(JsonNode object) {
        if (!object.isObject()) {
            throw new Malformed("A command must be a JSON object");
        }
        this.object = object;
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** Word for word. */
    String text(String name) {
        return text(name, object.path(name));
    }

    private static String text(String name, JsonNode value) {
        if (!value.isString()) {
            throw new Malformed("'" + name + "' must be given as a text");
        }
        return value.stringValue();
    }

    /** For people to read: what no encoder takes, half a surrogate pair above all, comes as U+FFFD, or no desk could be told of it. */
    String prose(String name) {
        return PlainText.clean(text(name));
    }

    /** A text that says something, of at most {@code most} UTF-16 units. */
    String words(String name, int most) {
        String text = prose(name);
        if (text.isBlank() || text.length() > most) {
            throw new Malformed("'" + name + "' must have 1 to " + most + " characters");
        }
        return text;
    }

    /** A journal number, 0 for before the first. */
    long position(String name) {
        long number = number(name);
        if (number < 0) {
            throw new Malformed("'" + name + "' must be 0 or more");
        }
        return number;
    }

    long number(String name) {
        JsonNode value = object.path(name);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new Malformed("'" + name + "' must be given as a whole number");
        }
        return value.longValue();
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new Malformed("'" + name + "' must be true or false");
        }
        return value.booleanValue();
    }

    /** A text made into an id; a refusal of the id is told with the property's name. */
    <T> T id(String name, Function<String, T> make) {
        return checked(name, () -> make.apply(text(name)));
    }

    <T> T numbered(String name, Function<Long, T> make) {
        return checked(name, () -> make.apply(number(name)));
    }

    <T> Optional<T> optional(String name, Function<String, T> read) {
        return has(name) ? Optional.of(read.apply(name)) : Optional.empty();
    }

    <T extends Enum<T>> T choice(String name, Class<T> type) {
        String text = text(name);
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new Malformed(
                "'" + name + "' must be one of " + List.of(type.getEnumConstants()) + ", but was '" + text + "'");
    }

    <T> List<T> texts(String name, Function<String, T> make) {
        JsonNode values = object.path(name);
        if (values.isMissingNode() || values.isNull()) {
            return List.of();
        }
        if (!values.isArray()) {
            throw new Malformed("'" + name + "' must be a list of texts");
        }
        return StreamSupport.stream(values.spliterator(), false)
                .map(value -> checked(name, () -> make.apply(text(name, value))))
                .toList();
    }

    private static <T> T checked(String name, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException refused) {
            throw new Malformed("'" + name + "': " + refused.getMessage());
        }
    }
}
