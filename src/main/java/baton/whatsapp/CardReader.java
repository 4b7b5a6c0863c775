// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Content;
import baton.domain.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Contact cards (WHATSAPP.md 2.9): everything in one may be missing, and a vCard text fills the gaps. */
final class CardReader {
    private CardReader() {}

    /** Empty when there is not one card that is an object. */
    static Optional<Content.Contacts> read(Fields message) {
        List<Fields> cards =
                message.items("contacts").stream().filter(Fields::isObject).toList();
        boolean own = Stream.concat(Stream.of(message), cards.stream())
                .anyMatch(part ->
                        part.label("origin").filter("contact_request"::equals).isPresent());
        return cards.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content.Contacts(
                        cards.stream().map(CardReader::card).toList(), own));
    }

    private static Content.Card card(Fields card) {
        List<String> lines = card.text("vcard").stream().flatMap(String::lines).toList();
        return new Content.Card(
                name(card.at("name")).or(() -> vcard(lines, "FN").findFirst()),
                orElse(values(card, "phones", "phone", "wa_id"), vcard(lines, "TEL")),
                orElse(values(card, "emails", "email", "email"), vcard(lines, "EMAIL")),
                card.at("org").label("company").or(() -> vcard(lines, "ORG").findFirst()),
                card.raw());
    }

    private static Optional<String> name(Fields name) {
        String parts = String.join(
                " ",
                Stream.of("first_name", "last_name")
                        .flatMap(part -> name.label(part).stream())
                        .toList());
        return name.label("formatted_name").or(() -> Optional.of(parts).filter(text -> !text.isEmpty()));
    }

    private static List<String> values(Fields card, String list, String property, String otherwise) {
        return card.items(list).stream()
                .flatMap(item -> item.label(property).or(() -> item.label(otherwise)).stream())
                .toList();
    }

    private static List<String> orElse(List<String> values, Stream<String> otherwise) {
        return values.isEmpty() ? otherwise.toList() : values;
    }

    /** The values of {@code TEL;TYPE=CELL:+44…} and the like. */
    private static Stream<String> vcard(List<String> lines, String property) {
        return lines.stream()
                .filter(line -> line.startsWith(property + ":") || line.startsWith(property + ";"))
                .map(line -> PlainText.cut(line.substring(line.indexOf(':') + 1).strip(), 256))
                .filter(value -> !value.isBlank());
    }
}
