// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.NumberId;
import baton.domain.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Account-level fields (WHATSAPP.md 1.6) and everything nobody knows yet: the plain values under dotted names. At most 256 facts of 1,024
 * UTF-16 units, 8 levels deep; the JSON beside them is whole.
 */
final class AccountReader {
    private static final int MOST_FACTS = 256;
    private static final int LONGEST_FACT = 1_024;
    private static final int DEEPEST = 8;

    private final Map<String, String> facts = new LinkedHashMap<>();

    private AccountReader() {}

    static Report read(FieldChange change) {
        var reader = new AccountReader();
        change.entry().id("id").ifPresent(id -> reader.facts.put("entry.id", id));
        change.entry().id("time").ifPresent(time -> reader.facts.put("entry.time", time));
        return reader.report(change.field(), number(change.value()), change.value());
    }

    /** One thing within a value that is no message. */
    static Report read(String field, Optional<NumberId> number, Fields thing) {
        return new AccountReader().report(field, number, thing);
    }

    private Report report(String field, Optional<NumberId> number, Fields thing) {
        collect("", thing.node(), 0);
        return new Report.AccountReport(field, number, facts, thing.raw());
    }

    static Optional<NumberId> number(Fields value) {
        return value.at("metadata")
                .id("phone_number_id")
                .or(() -> value.id("phone_number_id"))
                .filter(id -> id.length() <= 64)
                .map(NumberId::new);
    }

    private void collect(String name, JsonNode node, int depth) {
        if (facts.size() >= MOST_FACTS || depth > DEEPEST) {
            return;
        }
        if (node.isObject()) {
            node.properties().forEach(child -> collect(dotted(name, child.getKey()), child.getValue(), depth + 1));
        } else if (node.isArray()) {
            for (int i = 0; i < Math.min(node.size(), MOST_FACTS); i++) {
                collect(dotted(name, String.valueOf(i)), node.get(i), depth + 1);
            }
        } else {
            Fields.scalar(node).ifPresent(text -> put(name, text));
        }
    }

    private void put(String name, String text) {
        facts.put(
                PlainText.clean(PlainText.cut(name, LONGEST_FACT)), PlainText.clean(PlainText.cut(text, LONGEST_FACT)));
    }

    private static String dotted(String name, String child) {
        return name.isEmpty() ? child : name + "." + child;
    }
}
