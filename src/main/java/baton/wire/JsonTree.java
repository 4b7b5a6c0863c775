// SPDX-License-Identifier: Apache-2.0
package baton.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON that Baton wrote, while a window waits for it: a Map, List, String, Long or Boolean, to be taken apart by {@link Members}. By hand, since
 * each of Jackson's parsers has Java work out the largest powers of ten and five that a BigDecimal may need, which takes longer than all the reading. A
 * member that is null is left out. Refuses what is no JSON (RFC 8259), is more than one value, has the same member twice, nulls in lists, numbers
 * that are not whole or not within 64 bits, or more than 100 levels, with an {@link IllegalArgumentException} that says where.
 */
public final class JsonTree {
    private static final int MOST_LEVELS = 100;
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final String text;
    private int at;
    private int level;

    private JsonTree(String text) {
        this.text = text;
    }

    /** The one value in these bytes, UTF-8. Refuses as said above. */
    public static Object read(byte[] json) {
        JsonTree reader = new JsonTree(decoded(json));
        Object value = reader.value();
        reader.next();
        if (reader.at < reader.text.length()) {
            throw reader.refused("There must be nothing after the value");
        }
        return value;
    }

    private static String decoded(byte[] json) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw new IllegalArgumentException("This must be UTF-8", broken);
        }
    }

    /** After the last character there is one that JSON has nowhere. */
    private char here() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    /** The next character that is no blank, which is not passed. */
    private char next() {
        while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t') {
            at++;
        }
        return here();
    }

    private boolean passes(char expected) {
        boolean isThere = next() == expected;
        if (isThere) {
            at++;
        }
        return isThere;
    }

    private void pass(char expected) {
        if (!passes(expected)) {
            throw refused("There must be " + expected);
        }
    }

    private Object value() {
        if (isNull()) {
            throw refused("There must be a value");
        }
        return given();
    }

    private Object given() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        enter();
        Map<String, Object> members = new HashMap<>();
        if (!passes('}')) {
            do {
                member(members);
            } while (passes(','));
            pass('}');
        }
        level--;
        return members;
    }

    private void member(Map<String, Object> members) {
        if (next() != '"') {
            throw refused("There must be a name");
        }
        String name = string();
        pass(':');
        if (!isNull() && members.put(name, given()) != null) {
            throw refused("'" + name + "' must not be there twice");
        }
    }

    private List<Object> list() {
        enter();
        List<Object> values = new ArrayList<>();
        if (!passes(']')) {
            do {
                values.add(value());
            } while (passes(','));
            pass(']');
        }
        level--;
        return values;
    }

    private void enter() {
        at++;
        level++;
        if (level > MOST_LEVELS) {
            throw refused("There must be no more than " + MOST_LEVELS + " levels");
        }
    }

    private boolean isNull() {
        return next() == 'n' && word("null", true);
    }

    private boolean word(String word, boolean meaning) {
        if (!text.startsWith(word, at)) {
            throw refused("There must be a value");
        }
        at += word.length();
        return meaning;
    }

    private Long number() {
        int start = at;
        at += here() == '-' ? 1 : 0;
        int digits = at;
        while (here() >= '0' && here() <= '9') {
            at++;
        }
        boolean isPadded = at - digits > 1 && text.charAt(digits) == '0';
        if (at == digits || isPadded || here() == '.' || here() == 'e' || here() == 'E') {
            throw refused("There must be a value, and a number must be whole");
        }
        try {
            return Long.valueOf(text.substring(start, at));
        } catch (NumberFormatException large) {
            throw new IllegalArgumentException("A number at character " + start + " must be within 64 bits", large);
        }
    }

    private String string() {
        at++;
        int start = at;
        while (here() != '"' && here() != '\\' && here() >= ' ') {
            at++;
        }
        return here() == '"' ? text.substring(start, at++) : escaped(start);
    }

    /** The same from the first sign that does not stand for itself. */
    private String escaped(int start) {
        StringBuilder string = new StringBuilder(text.substring(start, at));
        while (here() != '"') {
            if (here() < ' ') {
                throw refused("A text must end, and have no control characters");
            }
            string.append(here() == '\\' ? escape() : here());
            at++;
        }
        at++;
        return string.toString();
    }

    /** What the escape here stands for; its last character is not passed. */
    private char escape() {
        at++;
        return switch (here()) {
            case '"', '\\', '/' -> here();
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw refused("There must be an escape that JSON knows");
        };
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            at++;
            int digit = Character.digit(here(), HEX);
            if (digit < 0 || here() > 'f') {
                throw refused("There must be four hexadecimal digits");
            }
            unit = unit * HEX + digit;
        }
        return (char) unit;
    }

    private IllegalArgumentException refused(String must) {
        return new IllegalArgumentException(must + ", at character " + at);
    }
}
