// SPDX-License-Identifier: Apache-2.0
package baton.whatsapp;

import baton.domain.Author;
import baton.domain.Content;
import baton.domain.Identity;
import baton.domain.Inbound;
import baton.domain.Sender;
import baton.domain.SetAside;
import baton.domain.Wamid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One message entry being read: its frame, its JSON, its id, the customer it belongs to, and who wrote it. */
record Entry(Frame frame, Fields json, Wamid wamid, Optional<Sender> customer, Author author) {

    Instant at() {
        return Times.read(json, "timestamp");
    }

    String type() {
        return json.label("type").orElse("");
    }

    /** The entry as a message with this content; set aside when nobody can be named whom it belongs to. */
    Report saying(Content content) {
        if (customer.isEmpty()) {
            return unreadable(SetAside.NO_SENDER, "it names no customer");
        }
        Inbound message = new Inbound(
                frame.number(),
                wamid,
                at(),
                content,
                ContextReader.quote(json),
                ContextReader.referral(json),
                frame.way());
        Sender sender = withOwnNumber(customer.get(), content);
        return author instanceof Author.Customer
                ? new Report.MessageReport(frame.number(), sender, message)
                : new Report.EchoReport(frame.number(), sender, author, message);
    }

    /** The entry kept as what this version cannot read. */
    Report unknown() {
        return saying(new Content.Unknown(type(), json.raw()));
    }

    Report unreadable(SetAside reason, String why) {
        return new Report.Unreadable(Optional.of(frame.number()), Optional.of(wamid), reason, why, json.raw());
    }

    /** Who shares their own number on request is from then on known by it (WHATSAPP.md 2.9). */
    private static Sender withOwnNumber(Sender sender, Content content) {
        if (!(content instanceof Content.Contacts(var cards, boolean own)) || !own) {
            return sender;
        }
        List<Identity> phones = cards.stream()
                .flatMap(card -> card.phones().stream())
                .flatMap(phone -> Marks.of(phone).phone().stream())
                .distinct()
                .toList();
        boolean isNews = phones.size() == 1
                && sender.identity(Identity.Kind.PHONE).isEmpty()
                && sender.identity(Identity.Kind.GROUP).isEmpty();
        return isNews ? withPhone(sender, phones.getFirst()) : sender;
    }

    private static Sender withPhone(Sender sender, Identity phone) {
        var identities = new ArrayList<>(sender.identities());
        identities.add(phone);
        return new Sender(identities, sender.name(), sender.username());
    }
}
