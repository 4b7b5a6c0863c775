// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.PlainText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One JSON value read as leniently as WHATSAPP.md 0.3 asks: what is missing, null or of another shape is simply absent, a number stands
 * for a string and the reverse, and a single object for a list of one. Never throws.
 */
record Fields(JsonNode node) {
    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_LABEL = 256;
    private static final int LONGEST_ID = 512;
    private static final int LONGEST_NUMBER = 64;
    private static final int MOST_DIGITS = 40;

    static Fields none() {
        return new Fields(MissingNode.getInstance());
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean has(String name) {
        JsonNode child = node.path(name);
        return !child.isMissingNode() && !child.isNull();
    }

    /** The object of that name; an empty one when there is none. */
    Fields at(String name) {
        return new Fields(node.path(name));
    }

    /** What a person wrote, at most 65,536 UTF-16 units of it; may be blank. */
    Optional<String> text(String name) {
        return scalar(name).map(text -> PlainText.cut(text, LONGEST_TEXT));
    }

    /** A name, title or word: stripped, not blank, cut at 256 UTF-16 units. */
    Optional<String> label(String name) {
        return scalar(name)
                .map(text -> PlainText.cut(text.strip(), LONGEST_LABEL))
                .filter(text -> !text.isBlank());
    }

    /** An id or address: stripped, not blank. A longer one than 512 UTF-16 units is absent, since a cut id would be another id. */
    Optional<String> id(String name) {
        return scalar(name).map(String::strip).filter(text -> !text.isBlank() && text.length() <= LONGEST_ID);
    }

    /** A number, or a string that holds one; absent beyond 40 digits before or after the point. */
    Optional<BigDecimal> decimal(String name) {
        return scalar(name)
                .map(String::strip)
                .filter(text -> text.length() <= LONGEST_NUMBER)
                .flatMap(Fields::parsed);
    }

    boolean flag(String name) {
        return scalar(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** The elements of the list of that name. */
    List<Fields> items(String name) {
        JsonNode child = node.path(name);
        if (child.isArray()) {
            return child.values().stream().map(Fields::new).toList();
        }
        return has(name) ? List.of(new Fields(child)) : List.of();
    }

    /** The value written as JSON again: the same values in the same order; of a doubled property the last. */
    String raw() {
        return PlainText.clean(node.toString());
    }

    private Optional<String> scalar(String name) {
        return scalar(node.path(name)).map(PlainText::clean);
    }

    static Optional<String> scalar(JsonNode value) {
        if (value.isString()) {
            return Optional.of(value.stringValue());
        }
        // numberValue, since a plain-written 1E+999999999 would not fit into memory
        return value.isNumber() || value.isBoolean()
                ? Optional.of(value.isNumber() ? value.numberValue().toString() : String.valueOf(value.booleanValue()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> parsed(String text) {
        try {
            var number = new BigDecimal(text);
            boolean tame = number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
            return Optional.of(number).filter(_ -> tame);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
