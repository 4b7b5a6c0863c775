// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Identity;
import baton.domain.PlainText;
import baton.domain.Sender;
import java.util.List;
import java.util.Optional;

/**
 * What the platform says about a customer (WHATSAPP.md 2.17, 2.18): a changed number or user id becomes {@link
 * Report.IdentityChanged}, everything else a notice in the conversation. Old spellings are read too, and ids that stand in the sentence only.
 */
final class SystemReader {
    private static final String FROM = " from ";
    private static final String TO = " to ";
    private static final int LONGEST_SENTENCE = 2_048;

    private SystemReader() {}

    static Report read(Entry entry) {
        Fields system = entry.json().at("system");
        return tellsOfNewMarks(system) ? changed(entry, system) : notice(entry, system);
    }

    private static boolean tellsOfNewMarks(Fields system) {
        return switch (system.label("type").orElse("")) {
            case "user_changed_number", "customer_changed_number", "user_changed_user_id" -> true;
            default -> system.has("previous_user_id") || system.has("new_wa_id");
        };
    }

    private static Report changed(Entry entry, Fields system) {
        Sentence sentence = Sentence.of(system.text("body").orElse(""));
        Marks before = Marks.of(system, "previous_user_id", "previous_parent_user_id", "customer")
                .or(Marks.of(entry.json(), "from", "from_user_id", "from_parent_user_id"))
                .or(sentence.before());
        Marks after = Marks.of(system, "user_id", "new_wa_id", "wa_id", "parent_user_id")
                .or(sentence.after());
        return before.identities().isEmpty() || after.identities().isEmpty()
                ? notice(entry, system)
                : report(entry, before.identities(), after.identities());
    }

    private static Report report(Entry entry, List<Identity> before, List<Identity> after) {
        return new Report.IdentityChanged(
                entry.frame().number(),
                entry.wamid(),
                entry.at(),
                before,
                after,
                entry.json().at("system").text("body").orElse(""));
    }

    /** A notice names its customer in the entry, or only within the system object. */
    private static Report notice(Entry entry, Fields system) {
        Optional<Sender> customer = entry.customer()
                .or(() -> entry.frame().people().person(Marks.of(system, "user_id", "wa_id", "customer")));
        return new Entry(entry.frame(), entry.json(), entry.wamid(), customer, entry.author())
                .saying(ContentReader.read(entry.json()));
    }

    /** The two marks of "User N changed from A to B"; names may hold the same words, so the last ones count. */
    private record Sentence(Marks before, Marks after) {
        static Sentence of(String body) {
            String text = PlainText.cut(body, LONGEST_SENTENCE).strip();
            int to = text.lastIndexOf(TO);
            int from = to < 0 ? -1 : text.lastIndexOf(FROM, to - 1);
            if (from < 0 || from + FROM.length() > to) {
                return new Sentence(Marks.NONE, Marks.NONE);
            }
            String after = text.substring(to + TO.length());
            return new Sentence(mark(text.substring(from + FROM.length(), to)), mark(after));
        }

        private static Marks mark(String words) {
            String mark = words.strip();
            return Marks.of(mark.endsWith(".") ? mark.substring(0, mark.length() - 1) : mark);
        }
    }
}
