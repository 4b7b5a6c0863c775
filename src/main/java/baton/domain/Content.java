// SPDX-License-Identifier: Apache-2.0
package baton.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a message says, inbound or outbound; a type nobody knows yet is {@link Unknown} and keeps its raw JSON (SPEC.md C2). */
public sealed interface Content {

    /** Plain text with WhatsApp markup as typed; 1 to 4096 UTF-16 units when we send it (WHATSAPP.md 4.2). */
    record Text(String body) implements Content {}

    /** A file by Meta's media id; the id works for 7 days (WHATSAPP.md 5.1). {@code sha256} as Meta wrote it, base64 or hex. */
    record Media(
            MediaKind kind,
            String mediaId,
            String mimeType,
            Optional<String> sha256,
            Optional<String> caption,
            Optional<String> fileName)
            implements Content {}

    /** A place; degrees. */
    record Location(
            double latitude, double longitude, Optional<String> name, Optional<String> address, Optional<String> url)
            implements Content {}

    /** Contact cards; {@code ownNumber} when the customer shared their own number on request. */
    record Contacts(List<Card> cards, boolean ownNumber) implements Content {
        public Contacts {
            cards = List.copyOf(cards);
        }
    }

    /** One contact card; everything in it may be missing. {@code raw} is the card as delivered. */
    record Card(
            Optional<String> name,
            List<String> phones,
            List<String> emails,
            Optional<String> organisation,
            String raw) {
        public Card {
            phones = List.copyOf(phones);
            emails = List.copyOf(emails);
        }
    }

    /** A tapped button or list row; {@code id} is what we sent with it. */
    record Choice(Kind kind, String id, String title, Optional<String> description) implements Content {
        /** Where the tap happened. */
        public enum Kind {
            TEMPLATE_BUTTON,
            BUTTON,
            LIST_ROW
        }
    }

    /** A filled form; {@code response} is the JSON text as Meta sent it. */
    record Form(String name, Optional<String> body, String response) implements Content {}

    /** The customer's answer to a request to call them. */
    record CallPermission(boolean granted, boolean permanent) implements Content {}

    /** A call that came in; it opens the service window like a message (WHATSAPP.md 2.26). */
    record Call(String callId, String event, Optional<String> status) implements Content {}

    /** A cart. */
    record Order(String catalog, Optional<String> text, List<Item> items) implements Content {
        public Order {
            items = List.copyOf(items);
        }
    }

    /** One line of a cart; price of one piece, exact, in its own currency. */
    record Item(String retailerId, BigDecimal quantity, BigDecimal price, String currency) {}

    /** Something the platform says about the customer: number changed, security code changed. */
    record Notice(String kind, String body) implements Content {}

    /** A message that Meta could not pass on; {@code type} is what it was, {@code code} Meta's error code or 0. */
    record Unsupported(Optional<String> type, int code, Optional<String> details) implements Content {}

    /** Our own reaction to a message; an empty emoji takes it away (WHATSAPP.md 4.5). Inbound ones are events. */
    record Reaction(MessageId target, String emoji) implements Content {}

    /** A kind this version does not know, kept whole. */
    record Unknown(String type, String raw) implements Content {}

    /** What a role that may not read messages gets instead (SPEC.md T1): only that there was one, and its length. */
    record Withheld(int characters) implements Content {}

    /** The words a person reads in this message: body, caption or title; empty when there are none. */
    default String words() {
        return switch (this) {
            case Text text -> text.body();
            case Media media -> media.caption().orElse("");
            case Location place -> place.name().or(place::address).orElse("");
            case Contacts contacts ->
                contacts.cards().stream()
                        .flatMap(card -> card.name().stream())
                        .findFirst()
                        .orElse("");
            case Choice choice -> choice.title();
            case Form form -> form.body().orElse("");
            case Order order -> order.text().orElse("");
            case Notice notice -> notice.body();
            case Reaction reaction -> reaction.emoji();
            case CallPermission _, Call _, Unsupported _, Unknown _, Withheld _ -> "";
        };
    }
}
